#!/usr/bin/env python3
"""Every number opens to its rows: whatever /figures counts, the list that its rule names has exactly so many rows.

rows_test.py BINARY
"""

import re
import sys
import unittest
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).resolve().parent))
from office import Office, Service, last_day  # noqa: E402

BINARY = ""
STATES = ("not_applicable", "unknown", "not_started", "preparing", "submitted", "in_review", "handed_up", "returned", "finished")


class Rows(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = Office(BINARY, ROOT / "campaigns" / "chifeng-2023")
        cls.addClassCleanup(cls.office.close)
        cls.office.make(projects=24, seed=11, publish=3)
        cls.office.take(cls.office.dekads[3])
        cls.make_trouble()
        cls.service = Service(cls.office)
        cls.addClassCleanup(cls.service.close)
        cls.rules = {rule["id"]: rule for rule in cls.service.get("/api/v1/rules")["rules"]}
        cls.days = [last_day(cls.office.dekads[2]), "2022-12-25", last_day(cls.office.dekads[3]), "2023-04-10"]
        cls.compared = 0

    @classmethod
    def make_trouble(cls):
        """Life events, so that not every project is in the campaign on every day."""
        for number, (verb, day) in enumerate((("suspend", "2022-12-05"), ("withdraw", "2022-12-12")), 3):
            cls.office.run("project", verb, "--project", f"P{number:04d}", "--on", day, "--reason", "测试", "--approval", "会议纪要",
                           "--now", "2022-12-31T18:00:00+08:00")

    def total(self, rows, day, **more):
        """How many rows there are, and that paging through them gives as many different ones."""
        target = rows + ("&" if "?" in rows else "?") + urllib.parse.urlencode({"as_of": day, **more})
        page = self.service.get(target + "&limit=60")
        found, cursor = self.keys(page), page["next_cursor"]
        while cursor:
            page = self.service.get(f"{target}&limit=60&cursor={cursor}")
            found += self.keys(page)
            cursor = page["next_cursor"]
        self.assertEqual(len(found), page["total"], target)
        self.assertEqual(len(set(found)), page["total"], target)
        return page

    @staticmethod
    def keys(page):
        if "projects" in page:
            return [row["id"] for row in page["projects"]]
        return [(row["project"], row["kind"], row["part"]) for row in page["procedures"]]

    def compare(self, number, rows, day, **more):
        page = self.total(rows, day, **more)
        self.assertEqual(page["total"], number, f"{rows} {more} on {day}")
        type(self).compared += 1
        return page

    def rows(self, rule, **places):
        return re.sub(r"\{(\w+)\}", lambda match: places[match[1]], self.rules[rule]["rows"])

    def test_every_figure(self):
        for day in self.days:
            figures = self.service.get("/api/v1/figures", as_of=day)
            self.projects(figures["projects"], day)
            self.procedures(figures["procedures"], day)
            self.states(figures, day)
            self.targets(figures["targets"], day)
            self.faults(figures["faults"], day)
            self.carried(figures["carried"], day)
        self.assertGreater(self.compared, 100 * len(self.days))

    def projects(self, projects, day):
        for name in ("counted", "finished", "meets", "gained"):
            page = self.compare(projects[name], self.rows(f"projects.{name}"), day)
            for sums, key in (("invested", "total_investment"), ("year_plan", "year_plan")):
                if name in projects[sums]:
                    self.assertEqual(page["sums"][key], projects[sums][name], f"{sums}.{name} on {day}")
        for rate, numerator in (("finished_rate", "finished"), ("meets_rate", "meets")):
            self.compare(projects[rate]["denominator"], self.rows(f"projects.{rate}"), day)
            self.compare(projects[rate]["numerator"], self.rows(f"projects.{rate}"), day, **{numerator: "true"})

    def procedures(self, procedures, day):
        for name in ("not_submitted", "in_work", "overdue", "unverified", "disputed", "held_above"):
            self.compare(procedures[name], self.rows(f"procedures.{name}"), day)
        self.compare(procedures["strict"]["denominator"], self.rows("procedures.strict"), day)
        self.compare(procedures["strict"]["numerator"], self.rows("procedures.strict"), day, state="finished")
        self.compare(procedures["regional"]["denominator"], self.rows("procedures.regional"), day)
        self.compare(procedures["regional"]["numerator"], self.rows("procedures.regional"), day, state="finished,not_applicable")

    def states(self, figures, day):
        for key, place in (("by_kind", "kind"), ("by_authority", "authority")):
            for line in figures[key]:
                for state in STATES:
                    self.compare(line[state], self.rows(key, **{place: line[place], "state": state}), day)
                whole = self.rows(key, **{place: line[place], "state": ",".join(STATES)})
                self.compare(line["total"], whole, day)
                self.compare(line["strict"]["denominator"], whole, day, applicable="true")

    def targets(self, targets, day):
        done = {"t1": {"finished": "true"}, "t2": {"state": "finished"}, "t3": {"state": "finished,handed_up"}}
        for target in targets:
            rows = self.rows(f"targets.{target['id']}")
            more = done[target["id"]]
            self.compare(target["running"]["denominator"], rows, day)
            self.compare(target["running"]["numerator"], rows, day, **more)
            measured = min(day, target["deadline"])
            self.compare(target["rate"]["denominator"], rows, measured)
            self.compare(target["rate"]["numerator"], rows, measured, **more)

    def faults(self, faults, day):
        for code in ("missing_authority", "no_plan_date", "nothing_applicable"):
            wanted = {fault["project"] for fault in faults if fault["code"] == code}
            page = self.compare(len(wanted), self.rows("faults", code=code), day, sort="name")
            self.assertLessEqual(set(self.keys(page)), wanted)

    def carried(self, carried, day):
        page = self.service.get(self.rows("carried"), as_of=day, limit=1000)
        self.assertEqual({row["responsible"] for row in page["projects"]}, set(carried), day)
        everything = self.service.get("/api/v1/projects", as_of=day, limit=1000)["projects"]
        self.assertEqual(page["total"], sum(row["responsible"] in carried for row in everything))

    def test_every_rate_of_a_league(self):
        for day in self.days[:4]:
            for league in self.service.get("/api/v1/leagues", as_of=day)["leagues"]:
                for row in league["rows"]:
                    rows = self.service.get(self.rows(f"leagues.{league['id']}", unit=row["unit"]), as_of=day)["rows"]
                    self.assertEqual(sum(each["counts"] for each in rows), row["rate"]["denominator"])
                    self.assertEqual(sum(each["done"] for each in rows), row["rate"]["numerator"])
                    if league["id"] == "approver":
                        self.compare(row["overdue"], f"/api/v1/procedures?counted=true&overdue=true&approver={row['unit']}", day)

    def test_lights_and_counts_of_a_project_are_those_of_its_procedures(self):
        day = self.days[2]
        for row in self.service.get("/api/v1/projects", as_of=day, limit=1000)["projects"]:
            parts = self.service.get("/api/v1/procedures", as_of=day, project=row["id"], limit=1000)["procedures"]
            self.assertEqual(row["applicable"], sum(part["state"] != "not_applicable" for part in parts))
            self.assertEqual(row["done"], sum(part["state"] == "finished" for part in parts))
            self.assertEqual(len(row["blockers"]), sum(part["state"] not in ("not_applicable", "finished") for part in parts))
            worst = [light for light in ("red", "yellow", "blue", "arrow", "green", "grey")
                     if light in {part["light"] for part in parts}]
            self.assertEqual(row["light"], worst[0])
            page = self.service.get(f"/api/v1/projects/{row['id']}", as_of=day)
            self.assertEqual({key: page["project"][key] for key in row}, row)
            self.assertEqual([(part["kind"], part["part"]) for part in page["procedures"]],
                             [(part["kind"], part["part"]) for part in parts])
            counts = {count["rate"]: count for count in page["counts"]}
            self.assertEqual(counts["projects.finished_rate"]["counts"], row["counted"])
            self.assertEqual(counts["projects.finished_rate"]["done"], row["finished"])
            self.assertEqual(counts["projects.meets_rate"]["done"], row["meets"])

    def test_counts_of_leagues_are_those_of_the_leagues(self):
        day = self.days[2]
        tally = {}
        for row in self.service.get("/api/v1/projects", as_of=day, limit=1000)["projects"]:
            page = self.service.get(f"/api/v1/projects/{row['id']}", as_of=day)
            for count in page["counts"] + [count for part in page["procedures"] for count in part["counts"]]:
                if count["unit"]:
                    key = (count["rate"], count["unit"])
                    done, counts = tally.get(key, (0, 0))
                    tally[key] = (done + count["done"], counts + count["counts"])
        for league in self.service.get("/api/v1/leagues", as_of=day)["leagues"]:
            for row in league["rows"]:
                self.assertEqual(tally[(f"leagues.{league['id']}", row["unit"])],
                                 (row["rate"]["numerator"], row["rate"]["denominator"]), row)

    def test_a_project_outside_the_campaign_has_a_page_and_counts_nowhere(self):
        for project, left, before in (("P0003", "2022-12-20", "2022-12-04"), ("P0004", "2022-12-20", "2022-12-11")):
            page = self.service.get(f"/api/v1/projects/{project}", as_of=left)
            self.assertFalse(page["project"]["in_campaign"])
            counts = page["counts"] + [count for part in page["procedures"] for count in part["counts"]]
            self.assertEqual([count for count in counts if count["counts"] or count["done"]], [])
            self.assertEqual(self.service.get("/api/v1/projects", as_of=left, q=project)["total"], 0)
            self.assertTrue(self.service.get(f"/api/v1/projects/{project}", as_of=before)["project"]["in_campaign"])
            self.assertGreater(len(page["life"]), 1)
            history = self.service.get(f"/api/v1/projects/{project}/history")
            fields = [change["field"] for revision in history["revisions"] for change in revision["changes"]]
            self.assertIn({"P0003": "life.suspend", "P0004": "life.withdraw"}[project], fields)

    def test_filters_of_projects_combine(self):
        day = self.days[2]
        everything = self.service.get("/api/v1/projects", as_of=day, limit=1000)["projects"]
        wanted = [row["id"] for row in everything if not row["finished"] and row["light"] in ("red", "yellow")]
        page = self.service.get("/api/v1/projects", as_of=day, finished="false", light="red,yellow", limit=1000)
        self.assertEqual([row["id"] for row in page["projects"]], wanted)
        for row in everything[:5]:
            for blocker in row["blockers"][:2]:
                held = self.service.get("/api/v1/projects", as_of=day, held_at=blocker["kind"], limit=1000)["projects"]
                self.assertEqual([each["id"] for each in held],
                                 [each["id"] for each in everything if blocker["kind"] in {b["kind"] for b in each["blockers"]}])
            unit = self.service.get("/api/v1/projects", as_of=day, responsible=row["responsible"], limit=1000)["projects"]
            self.assertEqual([each["id"] for each in unit],
                             [each["id"] for each in everything if each["responsible"] == row["responsible"]])

    def test_orders(self):
        day = self.days[2]
        for sort, key in (("total_investment", lambda row: int(row["total_investment"] or 0)), ("open", lambda row: row["open"])):
            up = [key(row) for row in self.service.get("/api/v1/projects", as_of=day, sort=sort, limit=1000)["projects"]]
            down = [key(row) for row in self.service.get("/api/v1/projects", as_of=day, sort="-" + sort, limit=1000)["projects"]]
            self.assertEqual(up, sorted(up))
            self.assertEqual(down, sorted(up, reverse=True))

    def test_a_project_is_found_by_what_people_type(self):
        day = self.days[2]
        row = self.service.get("/api/v1/projects", as_of=day, limit=1)["projects"][0]
        for text in (row["name"], row["name"][1:4], row["id"].lower(), row["code"][:12] or row["id"]):
            found = self.service.get("/api/v1/projects", as_of=day, q=text, limit=1000)["projects"]
            self.assertIn(row["id"], [each["id"] for each in found], text)
        named = [each for each in self.service.get("/api/v1/projects", as_of=day, limit=1000)["projects"] if "水" in each["name"]]
        if named:
            found = self.service.get("/api/v1/projects", as_of=day, q="s", limit=1000)["projects"]
            self.assertLessEqual({each["id"] for each in named}, {each["id"] for each in found})
        self.assertEqual(self.service.get("/api/v1/projects", as_of=day, q="没有这样的项目")["total"], 0)

    def test_the_curve_is_that_of_the_figures(self):
        """What was published as it was known then: life events were recorded afterwards."""
        day = last_day(self.office.dekads[3])
        trend = self.service.get("/api/v1/trend", as_of=day)
        published = {each["dekad"]: each["publication"]["published_at"]
                     for each in self.service.get("/api/v1/bulletins")["bulletins"] if each["newest"]}
        self.assertEqual(trend["finished"], self.service.get("/api/v1/figures", as_of=day)["projects"]["finished"])
        for point in trend["points"]:
            if point["source"] == "future":
                self.assertGreater(point["day"], day)
                continue
            self.assertLessEqual(point["day"], day)
            when = {"known_at": published[point["dekad"]]} if point["source"] == "published" else {}
            figures = self.service.get("/api/v1/figures", as_of=point["day"], **when)["projects"]
            self.assertEqual((point["counted"], point["finished"], point["meets"]),
                             (figures["counted"], figures["finished"], figures["meets"]), point)
        self.assertEqual([point["source"] for point in trend["points"][:4]], ["published"] * 3 + ["computed"])


if __name__ == "__main__":
    BINARY = sys.argv.pop(1)
    unittest.main(verbosity=1)

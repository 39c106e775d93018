"""Holds the program's answers against the oracle, number by number."""

import csv
import io
from fractions import Fraction

from counting import change_text, percent, text_of
from days import day
from facts import Facts
from office import rates_of
from ranking import explained


class Compare:
    def __init__(self, campaign, office, program):
        self.campaign, self.office, self.program = campaign, office, program
        self.differences, self.compared = [], 0
        self.place, self.before = "", None

    def same(self, what, theirs, ours):
        self.compared += 1
        if theirs != ours:
            self.differences.append(f"{self.place}: {what}: the program says {theirs}, the rules say {ours}")

    def learn_ids(self, d):
        for row in self.ledger(d):
            if row["name"] in self.office.projects:
                self.office.projects[row["name"]].id = row["project"]

    def ledger(self, d, *known):
        text = self.program.run("ledger", "--as-of", d, *known, "--format", "csv")
        return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))

    def rate(self, name, theirs, ours):
        self.same(name, (theirs["numerator"], theirs["denominator"]), ours)
        tenths = percent(*ours, self.campaign.thresholds())
        self.same(f"{name} text", theirs["text"], text_of(tenths))
        self.same(f"{name} change", theirs["change"], change_text(tenths, self.before.rates.get(name)))

    def day(self, d, mark=None):
        """All numbers of a day; `mark`: an instant and the newest commit by then."""
        known = ("--known-at", mark[0]) if mark else ()
        self.place = f"as of {d}" + (f", known at {mark[0]}" if mark else "")
        answer = self.program.ask("figures", "--as-of", d, *known)
        seq = answer["seq"]
        if mark:
            self.same("seq", seq, mark[1])
        self.before = self.office.before(d, seq)
        previous = answer["previous"]
        self.same("previous", previous and (previous["dekad"], previous["revision"]),
                  (self.before.period.name, self.before.revision) if self.before.revision else None)
        self.figures(answer, self.office.figures(d, seq), d)
        self.same("carried", set(answer["carried"]), self.office.carried(d, seq))
        rows = self.ledger(d, *known)
        self.states(d, seq, rows)
        self.plans(d, seq, rows, known)
        tables = self.office.leagues(d, seq)
        self.leagues(self.program.ask("leagues", "--as-of", d, *known), tables)
        self.explanation(d, seq, tables, known)

    def figures(self, answer, ours, d):
        projects, procedures = answer["projects"], answer["procedures"]
        for key in ("counted", "finished", "meets", "gained"):
            self.same(key, projects[key], ours[key])
        for key in ("invested", "year_plan"):
            self.same(key, {name: int(text) for name, text in projects[key].items()}, ours[key])
        for key in ("overdue", "unverified", "held_above"):
            self.same(key, procedures[key], ours[key])
        self.same("faults", {(fault["name"], fault["code"]) for fault in answer["faults"]}, ours["faults"])
        theirs = {name: projects[name] for name in ("finished_rate", "meets_rate")}
        theirs |= {name: procedures[name] for name in ("strict", "regional")}
        for target in answer["targets"]:
            theirs[target["id"]], theirs[target["id"], "running"] = target["rate"], target["running"]
            self.target(target, ours, d)
        for group, name in (("by_kind", "kind"), ("by_authority", "authority")):
            for found in answer[group]:
                key = None if found[name] == "missing" else found[name]
                theirs[group, key, "strict"], theirs[group, key, "regional"] = found["strict"], found["regional"]
                for state, count in ours[group][key].items():
                    if state not in ("strict", "regional"):
                        self.same(f"{key} {state}", found[state], count)
        rates = rates_of(ours)
        self.same("names of rates", set(theirs), set(rates))
        for name, rate in theirs.items():
            self.rate(name, rate, rates[name])

    def target(self, theirs, ours, d):
        target = next(t for t in self.campaign.targets if t["id"] == theirs["id"])
        done, of = ours["target_rates"][target["id"]]
        met = None
        if of and Fraction(done, of) >= target["threshold"]:
            met = True
        elif of and d >= target["deadline"]:
            met = False
        self.same(f"{target['id']} met", theirs["met"], met)
        self.same(f"{target['id']} deadline", day(theirs["deadline"]), target["deadline"])

    def states(self, d, seq, rows):
        columns = ("state", "planned_on", "baseline_on", "finished_on", "finished_assumed", "responsible_unit")
        theirs = {(row["name"], row["kind"], row["part"]): tuple(row[name] for name in columns) for row in rows}
        ours = {(counted.project.name, part.kind, part.part): self.ledger_row(counted, part, d, seq)
                for counted in self.office.on_day(d, seq) for part in counted.parts}
        for key in sorted({*theirs, *ours}):
            self.same(f"state of {key}", theirs.get(key), ours.get(key))

    def ledger_row(self, counted, part, d, seq):
        facts = self.office.facts_of(part.project, part.kind, part.part, seq) or Facts()
        finished = facts.finished if part.state == "finished" else None  # a day that the state does not rest on is left out
        assumed = finished and finished.assumed
        return (part.state, str(facts.planned or ""), str(facts.baseline or ""), str(finished.on if finished else ""),
                "true" if assumed else "false", counted.unit)

    def plans(self, d, seq, rows, known):
        ours = self.office.plans(d, seq)
        for row in rows:
            if row["name"] in ours:
                self.same(f"light of {row['name']} {row['kind']} {row['part']}", row["light"],
                          ours[row["name"]][1].get((row["kind"], row["part"])))
        deadline = self.campaign.ends if seq % 2 else None
        options = ("--deadline", deadline) if deadline else ()
        answer = self.program.ask("plan", "--as-of", d, *known, *options)
        ours = self.office.plans(d, seq, deadline)
        self.same("planned projects", {project["name"] for project in answer["projects"]}, set(ours))
        for project in answer["projects"]:
            if project["name"] in ours:
                self.plan(project, ours[project["name"]][0])

    def plan(self, theirs, works):
        slack = min((work.slack for work in works), default=0)
        name = theirs["name"]
        for key, value in (("slack", slack), ("feasible", slack >= 0), ("days_short", max(-slack, 0)),
                           ("broken_by", next((work.kind for work in works if work.slack < 0), None))):
            self.same(f"plan of {name} {key}", theirs[key], value)
        self.same(f"plan of {name}",
                  [(part["kind"], part["part"], part["earliest_start"], part["earliest_finish"], part["latest_start"],
                    part["latest_finish"], part["slack"], part["critical"]) for part in theirs["procedures"]],
                  [(work.kind, work.part, str(work.earliest_start), str(work.earliest_finish), str(work.latest_start),
                    str(work.latest_finish), work.slack, work.slack == slack) for work in works])

    def leagues(self, answer, ours):
        for found in answer["leagues"]:
            league, mine = found["id"], ours[found["id"]]
            self.same(f"{league} assessment", answer["assessment"], mine["assessment"])
            self.same(f"{league} order", [row["unit"] for row in found["rows"]], [row["unit"] for row in mine["rows"]])
            self.same(f"{league} unranked", found["unranked"], mine["unranked"])
            self.same(f"{league} candidates", sorted(found["candidates"]), sorted(mine["candidates"]))
            by_unit = {row["unit"]: row for row in mine["rows"]}
            for row in found["rows"]:
                if row["unit"] in by_unit:
                    self.league_row(league, row, by_unit[row["unit"]])

    def explanation(self, d, seq, tables, known):
        """The rows behind one rate, which one changing with the commit."""
        ranked = [(league, row) for league in self.campaign.leagues for row in tables[league["id"]]["rows"]]
        if not ranked:
            return
        league, row = ranked[seq % len(ranked)]
        answer = self.program.ask("leagues", "--as-of", d, *known, "--explain", row["unit"], "--league", league["id"])
        ours = explained(league, self.campaign.policy["ranking"], row["things"])
        cut = tables[league["id"]]["assessment"]  # There, what is unverified stands in the way too.
        theirs = {(line["name"], line["kind"], line["part"]):
                  (line["done"], None if line["kind"] or cut else
                   {(blocker["kind"], blocker["part"], blocker["state"]) for blocker in line["blockers"]})
                  for line in answer["rows"] if line["counts"]}
        if cut:
            ours = {key: (done, None) for key, (done, _) in ours.items()}
        self.same(f"explanation of {league['id']} {row['unit']}", theirs, ours)

    def league_row(self, league, theirs, ours):
        unit = theirs["unit"]
        for key in ("rank", "tied", "bottom", "flagged", "exempt"):
            self.same(f"{league} {unit} {key}", theirs[key], ours[key])
        self.rate((league, unit), theirs["rate"], (ours["done"], ours["of"]))
        rank = self.before.ranks.get((league, unit))
        self.same(f"{league} {unit} rank_change", theirs["rank_change"], None if rank is None else rank - ours["rank"])

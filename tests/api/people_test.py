#!/usr/bin/env python3
"""People, rights and writes through the service's door: who may do what, and that no value is lost.

people_test.py BINARY
"""

import json
import re
import sys
import unittest
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).resolve().parent))
from desk import Fitting  # noqa: E402
from office import Office, Service, last_day  # noqa: E402
from people import FIRST, OWN, ROLES, Browser, add, enter, first_entry  # noqa: E402
from schema import Schemas  # noqa: E402

BINARY = ""
ALL = set(ROLES)
ADMINS = {"system_admin", "security_admin", "audit_admin"}
READERS = ALL - ADMINS
WRITERS = {"office", "reporter", "unit_head"}
WITNESSES = WRITERS | {"line_reviewer", "supervisor", "leader"}
OPEN = {("GET", "/"), ("GET", "/healthz"), ("GET", "/readyz"), ("GET", "/metrics"), ("POST", "/api/v1/session")}
# Which posts each address is open to. An address that is missing here fails.
EXPECTED = {
    "GET /api/v1/openapi.json": ALL, "GET /api/v1/events": ALL, "GET /api/v1/campaign": ALL, "GET /api/v1/units": ALL,
    "GET /api/v1/dekads": ALL, "GET /api/v1/bulletins": ALL, "GET /api/v1/bulletins/{dekad}/{revision}/{file}": ALL,
    "GET /api/v1/rules": ALL, "GET /api/v1/rules/{id}": ALL, "GET /api/v1/rights": ALL,
    "GET /api/v1/figures": READERS, "GET /api/v1/trend": READERS, "GET /api/v1/plan": READERS, "GET /api/v1/sequence": READERS,
    "GET /api/v1/projects": READERS,
    "GET /api/v1/projects/{id}": READERS, "GET /api/v1/projects/{id}/history": READERS, "GET /api/v1/procedures": READERS,
    "GET /api/v1/projects/{id}/cells": READERS, "GET /api/v1/projects/{id}/procedures/{kind}": READERS,
    "GET /api/v1/leagues": {"office", "supervisor", "leader"},
    "GET /api/v1/bulletins/draft": {"office", "supervisor", "leader"},
    "GET /api/v1/bulletins/draft/{file}": {"office", "supervisor", "leader"},
    "POST /api/v1/imports": WRITERS, "POST /api/v1/imports/{id}": WRITERS, "GET /api/v1/imports/{id}/annotated": WRITERS,
    "PATCH /api/v1/projects/{id}/procedures/{kind}": WRITERS, "GET /api/v1/cells": READERS,
    "POST /api/v1/cells/preview": WRITERS, "POST /api/v1/cells": WRITERS, "GET /api/v1/undo": READERS,
    "POST /api/v1/undo/{id}": READERS, "PATCH /api/v1/projects/{id}": WRITERS, "POST /api/v1/projects/{id}/life": {"office"},
    "POST /api/v1/uploads": WRITERS, "PUT /api/v1/uploads/{id}": WRITERS, "GET /api/v1/documents": READERS,
    "POST /api/v1/documents": WRITERS, "PATCH /api/v1/documents/{id}": WRITERS, "DELETE /api/v1/documents/{id}": WRITERS,
    "GET /api/v1/documents/{id}/files/{digest}": WITNESSES, "GET /api/v1/projects/{id}/comments": WITNESSES,
    "POST /api/v1/projects/{id}/comments": WITNESSES - {"leader"}, "DELETE /api/v1/comments/{id}": WITNESSES - {"leader"},
    "GET /api/v1/reviews": READERS, "POST /api/v1/reviews": {"office", "line_reviewer"}, "GET /api/v1/tokens": ADMINS,
    "POST /api/v1/tokens": {"security_admin"}, "DELETE /api/v1/tokens/{id}": {"security_admin"},
    "GET /api/v1/me": ALL, "PUT /api/v1/me/post": ALL, "POST /api/v1/me/password": ALL, "GET /api/v1/sessions": ALL,
    "DELETE /api/v1/sessions/{id}": ALL, "DELETE /api/v1/session": ALL,
    "GET /api/v1/users": ADMINS, "POST /api/v1/users": {"system_admin"}, "PATCH /api/v1/users/{name}": {"system_admin"},
    "PUT /api/v1/users/{name}/posts": {"security_admin"}, "GET /api/v1/audit": {"audit_admin"},
}


class People(Fitting, unittest.TestCase):
    """One office with everybody in it; tests write to different projects."""

    @classmethod
    def setUpClass(cls):
        cls.document = yaml.safe_load((ROOT / "api" / "openapi.yaml").read_text(encoding="utf-8"))
        cls.schemas = Schemas(cls.document)
        cls.office = Office(BINARY, ROOT / "campaigns" / "example")
        cls.addClassCleanup(cls.office.close)
        cls.office.make(projects=12, seed=4, publish=2)
        cls.office.take(cls.office.dekads[2])
        cls.now = f"{last_day(cls.office.dekads[2])}T09:00:00+08:00"
        service = Service(cls.office, "--now", cls.now)
        try:
            projects = service.get("/api/v1/projects")["projects"]
        finally:
            service.close()
        units = [each["responsible"] for each in projects]
        cls.unit = max(units, key=units.count)
        cls.own = [each["id"] for each in projects if each["responsible"] == cls.unit]
        cls.foreign = next(each["id"] for each in projects if each["responsible"] != cls.unit)
        cls.foreign_unit = next(each["responsible"] for each in projects if each["id"] == cls.foreign)
        for role in ROLES:
            add(cls.office, role.replace("_", "-"), role, cls.unit, "--now", cls.now)
        add(cls.office, "neighbour", "reporter", cls.foreign_unit, "--now", cls.now)
        cls.service = Service(cls.office, "--now", cls.now)
        cls.addClassCleanup(lambda: cls.service.close())
        cls.browsers = {role: first_entry(cls.service, role.replace("_", "-")) for role in ROLES}
        cls.reporter = cls.browsers["reporter"]
        cls.boss = cls.browsers["office"]
        cls.neighbour = first_entry(cls.service, "neighbour")

    def row(self, project, kind, browser=None):
        return self.good(browser or self.reporter, f"/projects/{project}/procedures/{kind}")[1]["rows"][0]

    def patch(self, project, kind, values, revision=None, browser=None, **headers):
        browser = browser or self.reporter
        if revision is None:
            revision = self.row(project, kind, browser)["revision"]
        return browser.ask(f"/projects/{project}/procedures/{kind}", "PATCH", values,
                           {"If-Match": f'"{revision}"', **{key.replace("_", "-"): value for key, value in headers.items()}})

    # ---- who may enter

    def routes(self):
        page = self.service.ask("/")[2].decode()
        return [tuple(each) for each in re.findall(r"<code>([A-Z]+) (\S+)</code>", page)]

    def test_nobody_enters_without_signing_in(self):
        stranger = Browser(self.service)
        stranger.cookie = "guatu_session=" + "0" * 64
        for method, path in self.routes():
            if (method, path) in OPEN:
                continue
            asked = "HEAD" if path.endswith("/events") else method
            for headers in ({}, {"Cookie": "guatu_session=x"}, {"Authorization": "Bearer " + "0" * 64},
                            {"X-Guatu-Request": "1"}):
                status = self.service.ask(path, asked, None, headers)[0]
                self.assertEqual(status, 401, f"{method} {path} {headers}")

    def test_every_address_is_open_to_the_posts_of_the_table(self):
        routes = [each for each in self.routes() if each not in OPEN]
        self.assertEqual({f"{method} {path}" for method, path in routes}, set(EXPECTED))
        for role in ROLES:
            browser = enter(self.service, role.replace("_", "-"))
            for method, path in sorted(routes, key=lambda each: each == ("DELETE", "/api/v1/session")):
                target = re.sub(r"\{\w+\}", "x", path.removeprefix("/api/v1"))
                asked = "HEAD" if path.endswith("/events") else method
                body = None if method == "GET" else "{}"
                status, _, answer = browser.ask(target, asked, body, {"If-Match": '"0"'})
                allowed = role in EXPECTED[f"{method} {path}"]
                self.assertEqual(status not in (401, 403), allowed, f"{role}: {method} {path}: {status} {answer}")

    def test_the_first_password_has_to_be_changed(self):
        add(self.office, "newcomer", "reporter", self.unit, "--now", self.now)
        browser = enter(self.service, "newcomer", FIRST)
        self.assertTrue(self.good(browser, "/me")[1]["must_change_password"])
        self.refused(403, "password_must_change", browser, "/projects")
        wrong = self.refused(422, "invalid_input", browser, "/me/password", "POST",
                             {"current_password": "no", "new_password": OWN})
        self.assertEqual(wrong["errors"][0]["pointer"], "/current_password")
        weak = self.refused(422, "refused", browser, "/me/password", "POST",
                            {"current_password": FIRST, "new_password": "newcomer"})
        self.assertGreaterEqual(len(weak["errors"]), 2, "every reason at once")
        self.refused(422, "refused", browser, "/me/password", "POST", {"current_password": FIRST, "new_password": FIRST})
        other = enter(self.service, "newcomer", FIRST)
        self.good(browser, "/me/password", "POST", {"current_password": FIRST, "new_password": OWN})
        self.good(browser, "/projects")
        self.assertEqual(other.ask("/me")[0], 401, "other sessions end with the old password")
        self.assertEqual(Browser(self.service).enter("newcomer", FIRST)[0], 401)

    def test_who_guesses_waits_and_locks_out_nobody_else(self):
        add(self.office, "target", "reporter", self.unit, "--now", self.now)
        for _ in range(5):
            self.refused(401, "wrong_credentials", Browser(self.service), "/session", "POST",
                         {"name": "target", "password": "Guess-12-lake"})
        status, got, answer = Browser(self.service).enter("target", FIRST)
        self.assertEqual((status, answer["code"], got["retry-after"]), (429, "wait", "1"), "even with the right one")
        enter(self.service, "neighbour")
        later = Service(self.office, "--now", self.now.replace("T09:00:00", "T09:00:01"))
        try:
            enter(later, "target", FIRST)
        finally:
            later.close()
        enter(self.service, "target", FIRST)  # Success has taken the failures back.

    def test_an_unknown_name_is_answered_like_a_wrong_password(self):
        known = self.refused(401, "wrong_credentials", Browser(self.service), "/session", "POST",
                             {"name": "leader", "password": "Guess-12-lake"})
        unknown = self.refused(401, "wrong_credentials", Browser(self.service), "/session", "POST",
                               {"name": "my-password-typed-here", "password": "Guess-12-lake"})
        self.assertEqual(known, unknown)
        rows = self.good(self.browsers["audit_admin"], "/audit?action=sign_in")[1]["rows"]
        self.assertNotIn("my-password-typed-here", json.dumps(rows), "what was typed for a name may be a password")

    def test_sessions_are_made_anew_and_end(self):
        browser = Browser(self.service)
        browser.cookie = "guatu_session=" + "a" * 64
        _, got, _ = browser.enter("publicity")
        self.assertNotIn("a" * 64, browser.cookie, "nobody fixes a session in advance")
        for word in ("HttpOnly", "SameSite=Strict", "Path=/"):
            self.assertIn(word, got["set-cookie"])
        self.assertNotIn("Secure", got["set-cookie"], "this is plain HTTP")
        first = browser.cookie
        browser.enter("publicity")
        self.assertEqual(self.service.ask("/api/v1/me", headers={"Cookie": first})[0], 401, "the session before has ended")
        kept = browser.cookie
        got, _ = self.good(browser, "/session", "DELETE")
        self.assertIn("Max-Age=0", got["set-cookie"])
        self.assertEqual(self.service.ask("/api/v1/me", headers={"Cookie": kept})[0], 401)

    def test_sessions_end_by_idleness_and_age(self):
        enter(self.service, "leader")
        for now, status in (("T09:30:59", 200), ("T09:31:00", 401)):
            browser = enter(self.service, "leader")
            later = Service(self.office, "--now", self.now.replace("T09:00:00", now))
            try:
                self.assertEqual(later.ask("/api/v1/me", headers={"Cookie": browser.cookie})[0], status, now)
            finally:
                later.close()

    def test_sessions_are_listed_and_can_be_ended(self):
        one, other = enter(self.service, "seal-keeper"), enter(self.service, "seal-keeper")
        mine = self.good(one, "/sessions")[1]["sessions"]
        self.assertEqual({each["account"] for each in mine}, {"seal-keeper"})
        self.assertEqual([each["current"] for each in mine].count(True), 1)
        theirs = self.good(other, "/sessions")[1]["sessions"]
        id = next(each["id"] for each in theirs if each["current"])
        self.refused(404, "not_found", self.reporter, f"/sessions/{id}", "DELETE")
        self.good(one, f"/sessions/{id}", "DELETE")
        self.assertEqual(other.ask("/me")[0], 401)
        everybody = self.good(self.browsers["system_admin"], "/sessions")[1]["sessions"]
        self.assertIn("reporter", {each["account"] for each in everybody})

    def test_a_write_brings_the_sessions_token(self):
        body = {"role": "leader", "unit": self.unit}
        browser = enter(self.service, "leader")
        self.good(browser, "/me/post", "PUT", body)
        for token in ("", "x", self.reporter.csrf):
            self.refused(403, "foreign_request", browser, "/me/post", "PUT", body, {"X-CSRF-Token": token})
        self.refused(403, "foreign_request", browser, "/me/post", "PUT", body, {"Origin": "http://evil.example"})
        self.refused(403, "foreign_request", Browser(self.service), "/session", "POST", {"name": "leader", "password": OWN},
                     {"Origin": "http://evil.example"})
        self.good(browser, "/me/post", "PUT", body, {"Origin": f"http://127.0.0.1:{self.service.port}"})

    def test_a_proxy_that_is_trusted_says_that_it_is_tls(self):
        behind = Service(self.office, "--now", self.now, proxy="127.0.0.1")
        try:
            browser = Browser(behind)
            headers = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "6.6.6.6, 10.1.2.3", "Host": "guatu.example"}
            status, got, me = browser.ask("/session", "POST", {"name": "leader", "password": OWN}, headers)
            self.assertEqual(status, 200, me)
            self.assertIn("Secure", got["set-cookie"])
            sessions = browser.ask("/sessions", headers=headers)[2]["sessions"]
            self.assertIn("10.1.2.3", {each["address"] for each in sessions}, "the last hop is what the proxy saw itself")
        finally:
            behind.close()
        got = Browser(self.service).ask("/session", "POST", {"name": "leader", "password": OWN},
                                        {"X-Forwarded-Proto": "https", "X-Forwarded-For": "10.9.9.9"})[1]
        self.assertNotIn("Secure", got["set-cookie"], "anybody can send such a header")

    # ---- who gives what to whom

    def test_administrators_are_separated(self):
        system, security, audit = (self.browsers[role] for role in ("system_admin", "security_admin", "audit_admin"))
        _, made = self.good(system, "/users", "POST", {"name": "hired", "display_name": "新人", "password": FIRST})
        self.assertEqual(made["account"]["posts"], [])
        self.refused(422, "refused", system, "/users", "POST", {"name": "hired", "password": FIRST})
        newcomer = first_entry(self.service, "hired")
        self.refused(403, "forbidden", newcomer, "/projects")
        posts = {"posts": [{"role": "reporter", "unit": self.unit}, {"role": "unit_head", "unit": self.foreign_unit}]}
        self.refused(403, "forbidden", system, "/users/hired/posts", "PUT", posts)
        self.good(security, "/users/hired/posts", "PUT", posts)
        mixed = {"posts": [{"role": "reporter", "unit": self.unit}, {"role": "audit_admin", "unit": self.unit}]}
        self.refused(422, "refused", security, "/users/hired/posts", "PUT", mixed)
        wrong = self.refused(422, "invalid_input", security, "/users/hired/posts", "PUT",
                             {"posts": [{"role": "king", "unit": self.unit, "from": "soon"}], "x": 1})
        self.assertEqual({each["pointer"] for each in wrong["errors"]}, {"/posts/0/role", "/posts/0/from", "/x"})
        me = self.good(newcomer, "/me")[1]
        self.assertEqual(me["post"]["post"], f"reporter@{self.unit}")
        self.good(newcomer, "/me/post", "PUT", {"role": "unit_head", "unit": self.foreign_unit})
        self.assertEqual(self.good(newcomer, "/me")[1]["post"]["post"], f"unit_head@{self.foreign_unit}")
        self.refused(422, "invalid_input", newcomer, "/me/post", "PUT", {"role": "office", "unit": self.unit})
        rows = self.good(audit, "/audit?actor=security-admin&action=account")[1]["rows"]
        self.assertEqual((rows[0]["action"], rows[0]["subject"]), ("account posts", "hired"))
        wish = {"account": "hired", "role": "reporter", "unit": self.unit, "scope": ["see_ledger"], "purpose": "x", "until": self.now[:10]}
        program = {"Authorization": "Bearer " + self.good(security, "/tokens", "POST", wish)[1]["secret"]}
        self.assertEqual(Browser(self.service).ask("/projects", headers=program)[0], 200)
        self.good(system, "/users/hired", "PATCH", {"disabled": True})
        self.assertEqual(newcomer.ask("/me")[0], 401, "at once")
        self.assertEqual(Browser(self.service).ask("/projects", headers=program)[0], 401, "its programs with it")
        self.assertEqual(Browser(self.service).enter("hired")[0], 401)
        self.refused(422, "refused", system, "/users/system-admin", "PATCH", {"disabled": True})

    def test_the_audit_record_is_paged_and_exported(self):
        audit = self.browsers["audit_admin"]
        whole = self.good(audit, "/audit?action=account&limit=1000")[1]
        self.assertEqual(whole["total"], len(whole["rows"]))
        rows, cursor = [], ""
        while cursor is not None:
            page = self.good(audit, "/audit?action=account&limit=7" + (f"&cursor={cursor}" if cursor else ""))[1]
            rows += page["rows"]
            cursor = page["next_cursor"]
        self.assertEqual(rows, whole["rows"])
        got, text = self.good(audit, "/audit?format=csv&action=account")
        self.assertIn("text/csv", got["content-type"])
        self.assertEqual(len(text.decode("utf-8-sig").splitlines()), whole["total"] + 1)
        self.refused(400, "wrong_usage", audit, "/audit?cursor=x")

    # ---- writing

    def test_a_cell_is_written_and_a_second_writer_is_told(self):
        project, kind = self.own[0], "energy"
        seen = self.row(project, kind)
        status, got, answer = self.patch(project, kind, {"note": "第一次"})
        self.assertEqual(status, 200, answer)
        self.assertEqual(answer["rows"][0]["fields"], ["note"])
        self.assertEqual(got["etag"], f'"{answer["seq"]}"')
        self.assertEqual(self.row(project, kind)["values"]["note"], "第一次")
        status, _, lost = self.patch(project, kind, {"note": "第二次"}, seen["revision"], self.boss)
        self.assertEqual((status, lost["code"]), (409, "conflict"))
        self.assertEqual([(each["field"], each["yours"], each["theirs"], each["revision"]) for each in lost["conflicts"]],
                         [("note", "第二次", "第一次", answer["seq"])])
        self.assertEqual(self.row(project, kind)["values"]["note"], "第一次")
        self.refused(428, "if_match_missing", self.reporter, f"/projects/{project}/procedures/{kind}", "PATCH", {"note": "x"})
        self.refused(400, "wrong_usage", self.reporter, f"/projects/{project}/procedures/{kind}", "PATCH", {"note": "x"},
                     {"If-Match": "yesterday"})
        history = self.good(self.reporter, f"/projects/{project}/history")[1]["revisions"][0]
        self.assertEqual((history["actor"], history["unit"], history["action"]), ("user:reporter", self.unit, "edit"))

    def test_a_unit_writes_its_own_rows(self):
        status, _, answer = self.patch(self.foreign, "energy", {"note": "别人的"})
        self.assertEqual((status, answer["code"]), (403, "forbidden"), answer)
        self.assertIn(self.foreign_unit, answer["errors"][0]["detail"])
        before = self.row(self.own[0], "environment")
        block = {"cells": [{"project": self.own[0], "kind": "environment", "field": "note", "value": "自己的",
                            "revision": before["revision"]},
                           {"project": self.foreign, "kind": "energy", "field": "note", "value": "别人的"}]}
        self.refused(403, "forbidden", self.reporter, "/cells", "POST", block)
        self.assertEqual(self.row(self.own[0], "environment"), before, "all or nothing")
        self.assertEqual(self.patch(self.foreign, "energy", {"note": "邻居写的"}, browser=self.neighbour)[0], 200)

    def test_a_block_is_all_or_nothing_with_every_reason(self):
        project = self.own[1]
        rows = {each["kind"]: each for each in self.good(self.reporter, f"/projects/{project}/cells")[1]["rows"]}
        cells = [{"project": project, "kind": kind, "field": "note", "value": "成块", "revision": rows[kind]["revision"]}
                 for kind in list(rows)[:3]]
        bad = cells + [{"project": project, "kind": list(rows)[3], "field": "finished_on", "value": "下雨天"},
                       {"project": "P9999", "kind": "energy", "field": "note", "value": "x"},
                       {"project": project, "kind": "moon", "field": "note", "value": "x"},
                       {"project": project, "kind": list(rows)[0], "field": "colour", "value": "x"}]
        answer = self.refused(422, "refused", self.reporter, "/cells", "POST", {"cells": bad})
        self.assertEqual({each["pointer"] for each in answer["errors"]}, {f"/cells/{i}/value" for i in (3, 4, 5, 6)})
        after = {each["kind"]: each for each in self.good(self.reporter, f"/projects/{project}/cells")[1]["rows"]}
        self.assertEqual(after, rows)
        written = self.good(self.reporter, "/cells", "POST", {"cells": cells})[1]
        self.assertEqual({row["kind"] for row in written["rows"]}, set(list(rows)[:3]))
        again = [{**cell, "value": "另写"} for cell in cells]
        conflict = self.refused(409, "conflict", self.reporter, "/cells", "POST", {"cells": again})
        self.assertEqual(len(conflict["conflicts"]), 3)
        unseen = [{key: value for key, value in cell.items() if key != "revision"} for cell in again]
        self.assertEqual(len(self.refused(409, "conflict", self.reporter, "/cells", "POST", {"cells": unseen})["conflicts"]), 3,
                         "who saw nothing writes over nothing")

    def test_a_block_is_tried_before_it_is_written(self):
        project = self.own[1]
        before = self.good(self.reporter, f"/cells?responsible={self.unit}")[1]
        self.assertEqual({each["project"] for each in before["rows"]} & set(self.own), set(self.own))
        row = next(each for each in before["rows"] if each["project"] == project and each["kind"] == "forest")
        place = {"project": project, "kind": "forest", "revision": row["revision"]}
        cells = [{**place, "field": "note", "value": " 试写 "}, {**place, "field": "planned_on", "value": "下雨天"},
                 {"project": project, "kind": "moon", "field": "note", "value": "x"},
                 {**place, "project": self.own[0], "field": "note", "value": "旧", "revision": 1}]
        seen = self.good(self.reporter, "/cells/preview", "POST", {"cells": cells})[1]
        self.assertEqual([(each["field"], each["after"]) for each in seen["changes"]], [("note", "试写")])
        self.assertEqual({each["pointer"] for each in seen["refused"]}, {"/cells/1/value", "/cells/2/value"})
        self.assertTrue(seen["refused"][1]["remedy"])
        self.assertEqual([each["yours"] for each in seen["conflicts"]], ["旧"])
        self.assertEqual(self.good(self.reporter, f"/cells?responsible={self.unit}")[1], before, "nothing was written")
        one = self.good(self.reporter, f"/cells?responsible={self.unit}&kind=forest")[1]["rows"]
        self.assertEqual(one, [each for each in before["rows"] if each["kind"] == "forest"])
        self.refused(400, "wrong_usage", self.reporter, "/cells")
        theirs = self.good(self.neighbour, "/cells/preview", "POST", {"cells": cells[:1]})[1]
        self.assertEqual([each["code"] for each in theirs["refused"]], ["forbidden"])

    def test_a_write_is_taken_back_whole_and_not_over_later_ones(self):
        project = self.own[0]
        kinds = ("land_conversion", "forest")
        before = {kind: self.row(project, kind) for kind in kinds}
        cells = [{"project": project, "kind": kind, "field": "overdue_reason", "value": "缺件", "revision": before[kind]["revision"]}
                 for kind in kinds]
        written = self.good(self.reporter, "/cells", "POST", {"cells": cells})[1]
        listed = self.good(self.reporter, "/undo")[1]["writes"][0]
        self.assertEqual((listed["seq"], listed["can_undo"], len(listed["rows"])), (written["undo"], True, 2))
        self.refused(404, "not_found", self.neighbour, f"/undo/{written['undo']}", "POST")
        undone = self.good(self.reporter, f"/undo/{written['undo']}", "POST")[1]
        self.assertEqual(len(undone["rows"]), 2)
        for kind in kinds:
            self.assertEqual(self.row(project, kind)["values"], before[kind]["values"])
        self.refused(422, "refused", self.reporter, f"/undo/{written['undo']}", "POST")
        redone = self.good(self.reporter, f"/undo/{undone['seq']}", "POST")[1]  # An undo is a write like any other.
        self.assertEqual(self.row(project, "forest")["values"]["overdue_reason"], "缺件")
        self.assertEqual(self.patch(project, "forest", {"overdue_reason": "又改"}, browser=self.boss)[0], 200)
        stopped = self.refused(422, "refused", self.reporter, f"/undo/{redone['seq']}", "POST")
        self.assertIn(f"{project}/forest", stopped["errors"][0]["detail"])
        self.assertEqual(self.row(project, "land_conversion")["values"]["overdue_reason"], "缺件", "nothing was taken back")
        self.assertFalse(self.good(self.reporter, "/undo")[1]["writes"][0]["can_undo"])

    def test_a_repeated_request_writes_once(self):
        project, kind = self.own[1], "soil_conservation"
        revision = self.row(project, kind)["revision"]
        first = self.patch(project, kind, {"note": "一次"}, revision, Idempotency_Key="k-1")
        self.assertEqual(first[0], 200, first)
        again = self.patch(project, kind, {"note": "一次"}, revision, Idempotency_Key="k-1")
        self.assertEqual(again[0], 200, again)
        self.assertTrue(again[2]["repeated"])
        self.assertEqual((again[2]["seq"], again[2]["rows"]), (first[2]["seq"], first[2]["rows"]))
        other = Service(self.office, "--now", self.now)  # What is known of it lies in the store.
        try:
            browser = Browser(other)
            browser.cookie, browser.csrf = self.reporter.cookie, self.reporter.csrf
            self.assertTrue(self.patch(project, kind, {"note": "一次"}, revision, browser, Idempotency_Key="k-1")[2]["repeated"])
        finally:
            other.close()
        used = self.patch(project, kind, {"note": "别的"}, revision, Idempotency_Key="k-1")
        self.assertEqual((used[0], used[2]["code"]), (422, "refused"))
        self.assertEqual(self.patch(project, kind, {"note": "x"}, Idempotency_Key="k" * 101)[0], 400)

    def test_what_is_written_keeps_the_rules_of_an_import(self):
        project, kind = self.own[0], "flood"
        self.assertEqual(self.patch(project, kind, {"authority": "city", "state": "handed_up"})[0], 422)
        future = self.patch(project, kind, {"state": "办结", "finished_on": "2099-01-01"})
        self.assertEqual(future[0], 422)
        self.assertEqual(future[2]["errors"][0]["pointer"], "/finished_on")
        day = self.now[:10]
        status, _, answer = self.patch(project, kind, {"state": "办结", "finished_on": day.replace("-", "."), "authority": "city"})
        self.assertEqual(status, 200, answer)
        values = self.row(project, kind)["values"]
        self.assertEqual((values["state"], values["finished_on"]), ("finished", day))
        self.assertEqual(self.patch(project, kind, {"state": None})[0], 422, "null erases nothing")
        self.assertEqual(self.patch(project, kind, {"state": ""})[2]["messages"][0]["code"], "blank_unchanged")

    def test_a_token_acts_within_its_scope(self):
        security = self.browsers["security_admin"]
        wish = {"account": "reporter", "role": "reporter", "unit": self.unit, "scope": ["see_ledger", "edit_procedures"],
                "purpose": "填报接口", "until": self.now[:10]}
        made = self.good(security, "/tokens", "POST", wish)[1]
        program = {"Authorization": f"Bearer {made['secret']}"}
        ask = Browser(self.service).ask
        self.assertEqual(ask("/projects", headers=program)[0], 200)
        self.assertEqual(ask("/campaign", headers=program)[0], 403, "not in its scope")
        target = f"/projects/{self.own[1]}/procedures/approval"
        self.assertEqual(ask(target, "PATCH", {"note": "程序"}, {"If-Match": "*", **program})[0], 200, "without a CSRF token")
        self.assertEqual(ask(f"/projects/{self.foreign}/procedures/approval", "PATCH", {"note": "程序"},
                             {"If-Match": "*", **program})[0], 403)
        self.assertNotIn(made["secret"], json.dumps(self.good(security, "/tokens")[1]))
        beyond = self.refused(422, "refused", security, "/tokens", "POST", {**wish, "scope": ["change_life"], "purpose": "x"})
        self.assertEqual(len(beyond["errors"]), 1)
        self.good(security, f"/tokens/{made['token']['id']}", "DELETE")
        self.assertEqual(ask("/projects", headers=program)[0], 401)

    def test_a_projects_own_data_is_written(self):
        project = self.own[1]
        revision = self.good(self.reporter, f"/projects/{project}/cells")[1]["revision"]
        answer = self.good(self.reporter, f"/projects/{project}", "PATCH",
                           {"owner": "某某公司", "total_investment": "350000000", "progress": "在办"},
                           {"If-Match": f'"{revision}"'})[1]
        self.assertEqual(set(answer["rows"][0]["fields"]) & {"owner", "progress"}, {"owner", "progress"})
        seen = answer["seq"]
        self.good(self.boss, f"/projects/{project}", "PATCH", {"owner": "另一公司"}, {"If-Match": f'"{seen}"'})
        lost = self.refused(409, "conflict", self.reporter, f"/projects/{project}", "PATCH", {"owner": "第三家"},
                            {"If-Match": f'"{seen}"'})
        self.assertEqual([(each["yours"], each["theirs"]) for each in lost["conflicts"]], [("第三家", "另一公司")])
        wrong = self.refused(422, "refused", self.reporter, f"/projects/{project}", "PATCH",
                             {"total_investment": "很多", "credit_code": "1", "track": "moon"}, {"If-Match": "*"})
        self.assertEqual({each["pointer"] for each in wrong["errors"]}, {"/total_investment", "/credit_code", "/track"})
        self.refused(403, "forbidden", self.reporter, f"/projects/{self.foreign}", "PATCH", {"owner": "x"}, {"If-Match": "*"})

    def test_the_office_changes_the_life_of_a_project(self):
        event = {"action": "suspend", "on": self.now[:10], "reason": "资金未落实", "approval": "专题会议纪要"}
        last = self.own[-1] if len(self.own) > 2 else self.foreign
        self.assertEqual(self.good(self.boss, f"/projects/{last}/life", "POST", event)[1]["project"], last)
        self.refused(422, "refused", self.boss, f"/projects/{last}/life", "POST", event)
        self.refused(422, "invalid_input", self.boss, f"/projects/{last}/life", "POST", {"action": "fly"})
        self.good(self.boss, f"/projects/{last}/life", "POST", {**event, "action": "resume"})

    def review_of(self, item):
        """The row of a procedure among those to review; what is counted fits what is listed."""
        listed = self.good(self.boss, f"/reviews?kind={item['kind']}&limit=1000")[1]
        counted = [each for each in listed["counts"] if each["kind"] == item["kind"]]
        self.assertEqual(sum(each["waiting"] + each["confirmed"] + each["disputed"] for each in counted), listed["total"])
        for standing in ("waiting", "confirmed", "disputed"):
            part = self.good(self.boss, f"/reviews?kind={item['kind']}&standing={standing}&limit=1000")[1]
            self.assertEqual(part["total"], sum(each[standing] for each in counted))
        return next(each for each in listed["rows"] if each["project"] == item["project"])

    def test_a_reviewer_confirms_and_disputes_his_line(self):
        project, kind = self.own[0], "environment"
        day = self.now[:10]
        status, _, answer = self.patch(project, kind, {"state": "办结", "finished_on": day, "document_number": "环审〔2024〕1号"})
        self.assertEqual(status, 200, answer)
        item = {"project": project, "kind": kind}
        self.refused(422, "refused", self.boss, "/reviews", "POST", {"items": [{**item, "decision": "settle"}]})
        self.good(self.boss, "/reviews", "POST", {"items": [{**item, "decision": "confirm"}]})
        self.refused(422, "refused", self.boss, "/reviews", "POST", {"items": [{**item, "decision": "dispute"}]})
        self.assertEqual(self.review_of(item)["standing"], "confirmed")
        self.good(self.boss, "/reviews", "POST", {"items": [{**item, "decision": "dispute", "text": "没有批文"}]})
        disputed = self.review_of(item)
        self.assertEqual((disputed["standing"], disputed["dispute"]["text"]), ("disputed", "没有批文"))
        self.assertGreater(disputed["dispute"]["due_on"], self.now[:10])
        self.refused(422, "refused", self.boss, "/reviews", "POST", {"items": [{**item, "decision": "confirm"}]})
        self.good(self.boss, "/reviews", "POST", {"items": [{**item, "decision": "settle"}]})
        self.assertEqual(self.review_of(item)["standing"], "waiting", "a settled dispute confirms nothing")
        refused = self.refused(403, "forbidden", self.browsers["line_reviewer"], "/reviews", "POST",
                               {"items": [{**item, "decision": "confirm"}]})
        self.assertEqual(refused["errors"][0]["pointer"], "/items/0")

    def test_a_request_that_is_too_large_or_nonsense_is_refused(self):
        self.refused(413, "too_large", self.reporter, "/cells", "POST", "x" * (4 << 20) + "x")
        for body in ("", "[]", "{", '{"cells": 1}', '{"cells": []}', "[" * 100, '{"cells": [{"project": "a\\u0000b"}]}'):
            self.refused(422, "invalid_input", self.reporter, "/cells", "POST", body)

    def test_scripts_and_formulas_stay_text(self):
        project, kind = self.own[1], "energy"
        for text in ("<script>alert(1)</script>", "=HYPERLINK(1)", "'; drop table commits; --"):
            self.assertEqual(self.patch(project, kind, {"note": text}, browser=self.boss)[0], 200)
            self.assertEqual(self.row(project, kind)["values"]["note"], text)
        self.assertEqual(self.patch(project, kind, {"note": "说明", "reason": "=1+1"}, browser=self.boss)[0], 200)
        text = self.good(self.browsers["audit_admin"], "/audit?format=csv&action=edit")[1].decode("utf-8-sig")
        self.assertIn(",'=1+1", text)


class Locked(unittest.TestCase):
    """An office in which the running dekad is locked."""

    def test_units_do_not_write_and_the_office_gives_a_reason(self):
        office = Office(BINARY, ROOT / "campaigns" / "example")
        self.addCleanup(office.close)
        office.make(projects=4, seed=4, publish=1)
        office.take(office.dekads[1])
        now = f"{last_day(office.dekads[1])}T19:00:00+08:00"
        row = json.loads(office.run("ledger", "--as-of", now[:10], "--format", "json", "--now", now))[0]
        for account, role in (("li", "reporter"), ("ban", "office")):
            add(office, account, role, row["responsible_unit"], "--now", now)
        office.run("lock", "--dekad", office.dekads[1], "--now", now)
        service = Service(office, "--now", now)
        self.addCleanup(service.close)
        target = f"/projects/{row['project']}/procedures/energy"
        for account, values, status in (("li", {"note": "x"}, 403), ("li", {"note": "x", "reason": "急"}, 403),
                                        ("ban", {"note": "x"}, 403), ("ban", {"note": "x", "reason": "更正"}, 200)):
            browser = first_entry(service, account) if "reason" not in values else enter(service, account)
            got, _, answer = browser.ask(target, "PATCH", values, {"If-Match": "*"})
            self.assertEqual(got, status, f"{account} {values}: {answer}")
        office.run("verify")


class WithoutAccounts(unittest.TestCase):
    """The office can run everything alone."""

    def test_this_machine_is_the_office(self):
        office = Office(BINARY, ROOT / "campaigns" / "example")
        self.addCleanup(office.close)
        office.make(projects=4, seed=4, publish=1)
        now = f"{last_day(office.dekads[0])}T19:00:00+08:00"
        service = Service(office, "--now", now)
        self.addCleanup(service.close)
        browser = Browser(service)
        self.assertEqual(browser.ask("/me")[2]["signed_in_by"], "machine")
        self.assertEqual(browser.ask("/session", "POST", {"name": "a", "password": "b"})[2]["code"], "no_accounts")
        self.assertEqual(browser.ask("/users", "POST", {"name": "first", "password": FIRST}, {"X-Guatu-Request": "1"})[0], 403,
                         "the first account is made on the command line")
        target = f"/projects/{browser.ask('/projects')[2]['projects'][0]['id']}/procedures/energy"
        values = {"note": "本机", "reason": "已印发后补记"}
        self.assertEqual(browser.ask(target, "PATCH", values, {"If-Match": "*"})[0], 403, "another site could have sent it")
        status, _, answer = browser.ask(target, "PATCH", values, {"If-Match": "*", "X-Guatu-Request": "1"})
        self.assertEqual(status, 200, answer)
        office.run("user", "add", "root", "--role", "system", given=FIRST + "\n")
        self.assertEqual(browser.ask("/me")[0], 401, "from the first account on")


if __name__ == "__main__":
    BINARY = sys.argv.pop(1)
    unittest.main(verbosity=1)

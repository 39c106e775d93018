#!/usr/bin/env python3
"""The service through its door: imports, changes as they happen, compressed answers, the files of a page.

service_test.py BINARY
"""

import gzip
import http.client
import json
import sys
import threading
import unittest
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).resolve().parent))
from office import Office, Service, last_day  # noqa: E402

BINARY = ""
PATIENCE = 120
GZIP = {"Accept-Encoding": "gzip, deflate, br"}


class Listener:
    """Reads the stream of events until it ends."""

    def __init__(self, service):
        self.connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=PATIENCE)
        self.connection.request("GET", "/api/v1/events")
        self.reply = self.connection.getresponse()

    def next(self):
        """The next event's topic and number; None at the end."""
        topic = None
        while line := self.reply.readline():
            text = line.decode().strip()
            if text.startswith("event: "):
                topic = text.removeprefix("event: ")
            if text.startswith("data: "):
                data = json.loads(text.removeprefix("data: "))
                assert data["topic"] == topic, text
                return topic, data["seq"]
        return None

    def close(self):
        self.connection.close()


class WithOffice(unittest.TestCase):
    """Each test has an office of its own, all of them copies of one that was made once."""

    made = None

    @classmethod
    def copy(cls):
        if WithOffice.made is None:
            WithOffice.made = Office(BINARY, ROOT / "campaigns" / "example")
            unittest.addModuleCleanup(WithOffice.made.close)
            WithOffice.made.make(projects=8, seed=5, publish=1)
        return WithOffice.made.copy()

    def setUp(self):
        self.office = self.copy()
        self.addCleanup(self.office.close)
        self.now = f"{last_day(self.office.dekads[1])}T18:00:00+08:00"
        self.service = Service(self.office, "--now", self.now)
        self.addCleanup(self.service.close)

    def send(self, file, headers=None, **query):
        head = {"X-Guatu-Request": "1", "X-File-Name": urllib.parse.quote(file.name), **(headers or {})}
        target = "/api/v1/imports?" + urllib.parse.urlencode(query)
        return self.service.ask(target, "POST", file.read_bytes(), {name: value for name, value in head.items() if value})

    def taken(self, file, **query):
        status, _, body = self.send(file, **query)
        self.assertEqual(status, 200, body.decode())
        return json.loads(body)


class Imports(WithOffice):
    def test_a_dry_run_writes_nothing_and_the_real_one_what_it_promised(self):
        dekad = self.office.dekads[1]
        file = self.office.files(dekad)[0]
        seq = self.service.get("/api/v1/campaign")["seq"]
        dry = self.taken(file, dekad=dekad)
        self.assertEqual((dry["dry_run"], dry["applied"], dry["seq"]), (True, False, seq))
        self.assertEqual(self.service.get("/api/v1/campaign")["seq"], seq)
        real = self.taken(file, dekad=dekad, dry_run="false", policy="good_rows")
        self.assertTrue(real["applied"])
        self.assertEqual(real["seq"], seq + 1)
        self.assertEqual(real["files"][0]["changes"], dry["files"][0]["changes"])
        self.assertEqual(self.service.get("/api/v1/campaign")["seq"], seq + 1)
        again = self.taken(file, dekad=dekad, dry_run="false", policy="good_rows")
        self.assertEqual((again["seq"], again["files"][0]["changed"]), (seq + 1, 0))
        line = [each for each in self.service.get("/api/v1/dekads")["dekads"] if each["dekad"] == dekad][0]
        self.assertEqual([each["file"] for each in line["reported"]], [file.name])
        self.history_names_the_file(real, file.name)

    def history_names_the_file(self, real, name):
        change = real["files"][0]["changes"][0]
        history = self.service.get(f"/api/v1/projects/{change['project']}/history")
        newest = history["revisions"][0]
        self.assertEqual((newest["seq"], newest["action"], newest["source"]), (real["seq"], "import", name))
        self.assertTrue(newest["actor"].startswith("web:"))
        self.assertIn({"kind": change["kind"] or None, "part": change["part"], "field": change["field"], "before": change["before"],
                       "after": change["after"]}, newest["changes"])

    def test_it_is_the_command_lines_import(self):
        dekad = self.office.dekads[1]
        other = self.copy()
        self.addCleanup(other.close)
        other.run("import", *other.files(dekad), "--dekad", dekad, "--policy", "good_rows", "--now", self.now, codes=(0, 1))
        for file in self.office.files(dekad):
            self.taken(file, dekad=dekad, dry_run="false", policy="good_rows")
        day = last_day(dekad)
        mine = self.service.get("/api/v1/figures", as_of=day)
        theirs = json.loads(other.run("figures", "--as-of", day, "--json"))
        self.assertEqual(mine, theirs)

    def test_questions_are_answered_in_a_second_call(self):
        dekad = self.office.dekads[1]
        file = self.office.folder / "spelt.xlsx"
        self.spell(self.office.files(dekad)[0], file)
        first = self.taken(file, dekad=dekad)
        self.assertTrue(first["refused"])
        self.assertTrue(first["questions"], first["files"])
        answers = {question["subject"]: "办结" for question in first["questions"]}
        status, _, body = self.service.ask(f"/api/v1/imports/{first['id']}", "POST", json.dumps({"answers": answers}),
                                           {"X-Guatu-Request": "1"})
        second = json.loads(body)
        self.assertEqual(status, 200, second)
        self.assertEqual(second["questions"], [])
        self.assertLess(sum(table["refused"] for table in second["files"]), sum(table["refused"] for table in first["files"]))

    def spell(self, source, target):
        """The same workbook with a state that nobody understands."""
        import openpyxl
        book = openpyxl.load_workbook(source)
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if isinstance(cell.value, str) and cell.value.strip() in ("办结", "正在组卷", "未启动", "已受理在办"):
                        cell.value = "搞掂"
                        book.save(target)
                        return
        self.fail("there is no state in the workbook")

    def test_the_annotated_workbook_says_what_was_said(self):
        import openpyxl
        file = self.office.folder / "spelt.xlsx"
        self.spell(self.office.files(self.office.dekads[1])[0], file)
        answer = self.taken(file, dekad=self.office.dekads[1])
        status, headers, body = self.service.ask(answer["annotated"])
        self.assertEqual(status, 200)
        self.assertIn("spelt", headers["content-disposition"])
        copy = self.office.folder / "annotated.xlsx"
        copy.write_bytes(body)
        comments = [cell.comment.text for sheet in openpyxl.load_workbook(copy).worksheets for row in sheet.iter_rows()
                    for cell in row if cell.comment]
        wanted = answer["questions"][0]["text"]
        self.assertTrue(any(wanted in comment for comment in comments), comments)

    def test_what_is_no_workbook_is_said_so(self):
        file = self.office.folder / "letter.xlsx"
        file.write_bytes(b"PK\x03\x04" + bytes(200))
        answer = self.taken(file, dekad=self.office.dekads[1], dry_run="false")
        self.assertFalse(answer["applied"])
        self.assertTrue(answer["refused"])
        self.assertIsNone(answer["annotated"])
        self.assertTrue(answer["files"][0]["messages"])

    def test_only_its_own_page_may_write(self):
        file = self.office.files(self.office.dekads[1])[0]
        own = f"http://127.0.0.1:{self.service.port}"
        self.assertEqual(self.send(file, {"Origin": own}, dekad=self.office.dekads[1])[0], 200)
        for headers in ({"X-Guatu-Request": ""}, {"Origin": "http://example.org"}, {"Origin": "null"},
                        {"Origin": own.replace("http", "https")}, {"X-Guatu-Request": "2"}):
            status, _, body = self.send(file, headers, dry_run="false")
            self.assertEqual(status, 403, headers)
            self.assertEqual(json.loads(body)["code"], "foreign_request")

    def test_a_locked_dekad_wants_a_reason(self):
        dekad = self.office.dekads[0]
        file = self.office.files(dekad)[0]
        closed = self.taken(file, dekad=dekad, dry_run="false")
        self.assertIn("dekad_closed", [message["code"] for message in closed["files"][0]["messages"]])
        self.assertFalse(closed["applied"])

    def test_too_large_a_file_is_refused_politely(self):
        head = {"X-Guatu-Request": "1", "X-File-Name": "large.xlsx"}
        status, _, body = self.service.ask("/api/v1/imports", "POST", b"x" * ((50 << 20) + 1), head)
        self.assertEqual((status, json.loads(body)["code"]), (413, "too_large"))


class Events(WithOffice):
    def test_whoever_listens_is_told_of_every_change(self):
        listener = Listener(self.service)
        self.addCleanup(listener.close)
        self.assertEqual(listener.reply.getheader("Content-Type"), "text/event-stream")
        seq = self.service.get("/api/v1/campaign")["seq"]
        self.assertEqual(listener.next(), ("hello", seq))
        dekad = self.office.dekads[1]
        self.taken(self.office.files(dekad)[0], dekad=dekad, dry_run="false", policy="good_rows")
        self.assertEqual(listener.next(), ("ledger", seq + 1))
        self.office.run("lock", "--dekad", dekad, "--now", self.now)
        self.assertEqual(listener.next(), ("ledger", seq + 2))
        self.office.run("publish", "--dekad", dekad, "--now", self.now)
        self.assertEqual(listener.next(), ("published", seq + 3))

    def test_streams_end_when_the_service_does(self):
        listeners = [Listener(self.service) for _ in range(3)]
        for listener in listeners:
            self.addCleanup(listener.close)
            self.assertEqual(listener.next()[0], "hello")
        self.assertEqual(self.service.close(), 0)
        for listener in listeners:
            self.assertIsNone(listener.next())

    def test_more_than_there_is_room_for_are_told_so(self):
        listeners = []
        for _ in range(200):
            listener = Listener(self.service)
            self.addCleanup(listener.close)
            listeners.append(listener)
            if listener.reply.status != 200:
                break
        self.assertEqual(listeners[-1].reply.status, 503)
        self.assertEqual(len(listeners), 65)
        self.assertEqual(self.service.ask("/healthz")[0], 200)

    def test_a_head_request_opens_no_stream(self):
        self.assertEqual(self.service.ask("/api/v1/events", "HEAD")[2], b"")


class Answers(WithOffice):
    """Nothing is written here: one service for all."""

    @classmethod
    def setUpClass(cls):
        cls.office = cls.copy()
        cls.addClassCleanup(cls.office.close)
        cls.now = f"{last_day(cls.office.dekads[1])}T18:00:00+08:00"
        cls.service = Service(cls.office, "--now", cls.now)
        cls.addClassCleanup(cls.service.close)

    def setUp(self):
        pass

    def test_large_answers_are_compressed_for_who_takes_that(self):
        for path in ("/api/v1/figures", "/api/v1/projects", "/api/v1/openapi.json"):
            plain, packed = self.service.ask(path), self.service.ask(path, headers=GZIP)
            self.assertNotIn("content-encoding", plain[1])
            self.assertEqual(packed[1]["content-encoding"], "gzip", path)
            self.assertEqual(gzip.decompress(packed[2]), plain[2])
            self.assertLess(len(packed[2]) * 3, len(plain[2]))
            self.assertNotEqual(packed[1]["etag"], plain[1]["etag"])
            self.assertEqual(packed[1]["vary"], "Accept-Encoding")
            again = self.service.ask(path, headers=GZIP)
            self.assertEqual(again[2], packed[2])
            for each in (plain, packed):
                status, headers, body = self.service.ask(path, headers={**GZIP, "If-None-Match": each[1]["etag"]})
                self.assertIn(status, (200, 304))
                if each is packed:
                    self.assertEqual((status, headers["etag"], body), (304, packed[1]["etag"], b""))
        for refused in ("gzip;q=0", "identity", "br", "gzip;q=0, *"):
            self.assertNotIn("content-encoding", self.service.ask("/api/v1/figures", headers={"Accept-Encoding": refused})[1])
        for taken in ("*", "br, GZIP;q=0.1".lower(), "gzip;q=1.0"):
            self.assertIn("content-encoding", self.service.ask("/api/v1/figures", headers={"Accept-Encoding": taken})[1])

    def test_short_answers_are_not(self):
        self.assertNotIn("content-encoding", self.service.ask("/healthz", headers=GZIP)[1])
        self.assertNotIn("content-encoding", self.service.ask("/api/v1/rules/projects.counted", headers=GZIP)[1])

    def test_the_default_day_is_the_newest_published_dekads(self):
        campaign = self.service.get("/api/v1/campaign")
        day = last_day(self.office.dekads[0])
        self.assertEqual((campaign["default_as_of"], campaign["default_dekad"]), (day, self.office.dekads[0]))
        self.assertEqual(campaign["today"], self.now[:10])
        for path in ("figures", "leagues", "trend", "projects", "procedures"):
            self.assertEqual(self.service.get(f"/api/v1/{path}"), self.service.get(f"/api/v1/{path}", as_of=day), path)

    def test_many_readers_at_once_get_the_same(self):
        bodies, faults = set(), []

        def read():
            try:
                for _ in range(10):
                    bodies.add(self.service.ask("/api/v1/projects?limit=1000", headers=GZIP)[2])
            except OSError as error:
                faults.append(error)
        readers = [threading.Thread(target=read) for _ in range(8)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        self.assertEqual((len(bodies), faults), (1, []))


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = Office(BINARY, ROOT / "campaigns" / "example")
        cls.addClassCleanup(cls.office.close)
        cls.office.run("init", "--campaign", cls.office.campaign)
        web = cls.office.folder / "page"
        (web / "assets").mkdir(parents=True)
        (web / "index.html").write_text("<!doctype html><title>页</title>", encoding="utf-8")
        (web / "assets" / "app-1a2b.js").write_text("export const words = 'a';\n" * 200, encoding="utf-8")
        cls.sibling = gzip.compress(b"body { margin: 0 }\n" * 200)
        (web / "assets" / "app.css").write_text("body { margin: 0 }\n" * 200, encoding="utf-8")
        (web / "assets" / "app.css.gz").write_bytes(cls.sibling)
        cls.service = Service(cls.office, "--web", str(web))
        cls.addClassCleanup(cls.service.close)

    def test_views_of_the_page_are_its_index(self):
        for path in ("/", "/projects", "/projects/P0001", "/import?step=2", "/%E9%A1%B9%E7%9B%AE"):
            status, headers, body = self.service.ask(path)
            self.assertEqual((status, headers["content-type"]), (200, "text/html; charset=utf-8"), path)
            self.assertIn("页", body.decode())
            self.assertEqual(headers["cache-control"], "no-cache")

    def test_what_is_no_view_is_not_there(self):
        for path in ("/api/v1/nothing", "/api", "/assets/old.js", "/robots.txt", "/assets", "/a/../b.txt", "/%2e%2e/x"):
            status, headers, _ = self.service.ask(path)
            self.assertEqual((status, headers["content-type"]), (404, "application/problem+json; charset=utf-8"), path)
        self.assertEqual(self.service.ask("/projects", "POST", b"")[0], 405)

    def test_assets_are_kept_for_a_year_and_sent_compressed(self):
        status, headers, body = self.service.ask("/assets/app-1a2b.js", headers=GZIP)
        self.assertEqual((status, headers["content-encoding"]), (200, "gzip"))
        self.assertEqual(headers["cache-control"], "public, max-age=31536000, immutable")
        self.assertTrue(gzip.decompress(body).startswith(b"export const"))
        self.assertEqual(self.service.ask("/assets/app.css", headers=GZIP)[2], self.sibling)
        self.assertTrue(self.service.ask("/assets/app.css")[2].startswith(b"body"))
        self.assertEqual(self.service.ask("/assets/app.css.gz")[0], 404)

    def test_scripts_come_from_here_alone(self):
        policy = self.service.ask("/")[1]["content-security-policy"]
        parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
        self.assertEqual((parts["default-src"], parts["script-src"]), ("'none'", "'self'"))
        self.assertEqual((parts["frame-ancestors"], parts["base-uri"]), ("'none'", "'none'"))


if __name__ == "__main__":
    BINARY = sys.argv.pop(1)
    unittest.main(verbosity=1)

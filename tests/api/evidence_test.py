#!/usr/bin/env python3
"""Papers with their evidence through the service's door: sent in pieces, judged by their bytes, kept once, seen by need to know.

evidence_test.py BINARY
"""

import hashlib
import http.client
import json
import socket
import sqlite3
import sys
import threading
import unittest
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).resolve().parent))
from desk import Desk  # noqa: E402
from files import REFUSED, TAKEN, container, pdf, png  # noqa: E402
from office import PATIENCE, Office, Service, last_day  # noqa: E402
from people import Browser  # noqa: E402

BINARY = ""
PIECE = 3 << 20


def sm3(data):
    return hashlib.new("sm3", data).hexdigest()


class Evidence(Desk, unittest.TestCase):
    """One office; a reporter of one unit, one of another, and who looks on."""

    PEOPLE = ("office", "reporter", "line_reviewer", "supervisor", "publicity", "audit_admin")

    @classmethod
    def setUpClass(cls):
        cls.open_office(BINARY)

    def begin(self, name, size, browser=None):
        return self.good(browser or self.reporter, "/uploads", "POST", {"name": name, "size": size})[1]["upload"]

    def send(self, name, data, browser=None):
        """The whole file in pieces; its upload."""
        browser = browser or self.reporter
        upload = self.begin(name, len(data), browser)
        for start in range(0, len(data), PIECE):
            told = self.good(browser, f"/uploads/{upload}?offset={start}", "PUT", data[start:start + PIECE])[1]
        self.assertTrue(told["whole"])
        return upload

    def add(self, files, browser=None, about=None, **more):
        """Registers a paper with the files; the document as it is listed then."""
        browser = browser or self.reporter
        about = about or [{"project": self.own[0], "kind": "energy"}]
        wish = {"about": about, "uploads": [self.send(name, data, browser) for name, data in files.items()], **more}
        answer = self.good(browser, "/documents", "POST", wish)[1]
        return self.find(answer["rows"][0]["fields"][0].removeprefix("document."), browser)

    def find(self, id, browser=None):
        documents = self.good(browser or self.reporter, "/documents?limit=1000")[1]["documents"]
        return next((each for each in documents if each["id"] == id), None)

    def download(self, file, browser=None):
        status, got, data = (browser or self.reporter).ask(file["href"].removeprefix("/api/v1"))
        return status, got, data

    # ---- what is taken, and how it is kept

    def test_every_kind_comes_back_byte_for_byte_and_runs_nothing(self):
        document = self.add(TAKEN, number="环审〔2023〕12号", issuer="市生态环境局", issued_on=self.now[:10], paper="approval", note="原件在档案室")
        self.assertEqual((document["number"], document["issuer"], document["issued_on"], document["note"]),
                         ("环审〔2023〕12号", "市生态环境局", self.now[:10], "原件在档案室"))
        self.assertEqual([each["name"] for each in document["files"]], list(TAKEN))
        for file, data in zip(document["files"], TAKEN.values()):
            status, got, came = self.download(file)
            self.assertEqual((status, came), (200, data), file["name"])
            self.assertEqual((file["digest"], file["size"]), (sm3(data), len(data)))
            self.assertEqual(got["content-type"], file["media_type"])
            self.assertTrue(got["content-disposition"].startswith("attachment; filename*=UTF-8''"))
            self.assertEqual(got["x-content-type-options"], "nosniff")
            self.assertIn("sandbox", got["content-security-policy"])
            self.assertIn("default-src 'none'", got["content-security-policy"])
            self.assertIn("no-store", got["cache-control"])
        self.assertEqual([each["shown"] for each in document["files"]], [True, True, True, False, False, False])

    def test_disguised_and_dangerous_files_are_refused_with_a_remedy(self):
        before = self.seq()
        for name, data in REFUSED.items():
            wish = {"about": [{"project": self.own[0]}], "number": "x", "uploads": [self.send(name, data)]}
            answer = self.refused(422, "refused", self.reporter, "/documents", "POST", wish)
            self.assertEqual(answer["errors"][0]["pointer"], "/uploads/0", name)
            self.assertTrue(answer["errors"][0]["detail"].startswith(name + "："), answer)
            self.assertRegex(answer["errors"][0]["detail"], "请|不予接收", name)
        self.assertEqual(self.seq(), before, "nothing was written")

    def test_names_lose_their_folders_and_cannot_deceive(self):
        for sent, kept in {"../../etc/passwd.pdf": "passwd.pdf", "..\\..\\boot.pdf": "boot.pdf", "/etc/x.pdf": "x.pdf",
                           "扫描件 一.pdf": "扫描件 一.pdf", "<img src=x onerror=alert(1)>.pdf": "<img src=x onerror=alert(1)>.pdf"}.items():
            document = self.add({sent: pdf(sent)})
            self.assertEqual(document["files"][0]["name"], kept)
            got = self.download(document["files"][0])[1]
            self.assertEqual(got["content-disposition"], "attachment; filename*=UTF-8''" + urllib.parse.quote(kept, safe="-._~"))
        for name in ("", "..", "a/", "x\r\nSet-Cookie: a=b.pdf", "exe\u202efdp.pdf", "x" * 201 + ".pdf", "a\0b.pdf"):
            self.refused(422, "invalid_input", self.reporter, "/uploads", "POST", {"name": name, "size": 10})
        for path in ("..%2F..%2Fguatu.db", "%2e%2e", "x" * 64, "0" * 64):
            self.assertEqual(self.reporter.ask(f"/documents/D0001/files/{path}")[0], 404)

    def test_the_same_bytes_are_kept_once(self):
        data = pdf("once", padding=9 << 20)
        first = self.add({"one.pdf": data})
        size = self.blobs()
        second = self.add({"two.pdf": data}, about=[{"project": self.own[0]}])
        self.assertEqual(self.blobs(), size)
        self.assertEqual(first["files"][0]["digest"], second["files"][0]["digest"])
        self.assertEqual(self.download(second["files"][0])[2], data, "nine megabytes, in pieces both ways")

    def blobs(self):
        connection = sqlite3.connect(f"file:{self.office.folder / 'guatu.db'}?mode=ro", uri=True, timeout=PATIENCE)
        try:
            return connection.execute("select count(*) from blobs").fetchone()[0]
        finally:
            connection.close()

    # ---- pieces

    def test_pieces_come_in_order_and_may_come_again(self):
        data = pdf("pieces", padding=5000)
        upload = self.begin("a.pdf", len(data))
        self.refused(409, "conflict", self.reporter, f"/uploads/{upload}?offset=100", "PUT", data[100:200])
        self.good(self.reporter, f"/uploads/{upload}?offset=0", "PUT", data[:1000])
        self.assertEqual(self.good(self.reporter, f"/uploads/{upload}?offset=0", "PUT", data[:1000])[1]["received"], 1000)
        lost = self.refused(409, "conflict", self.reporter, f"/uploads/{upload}?offset=500", "PUT", data[500:1500])
        self.assertEqual(lost["subject"], "1000", "where to go on")
        wish = {"about": [{"project": self.own[0]}], "uploads": [upload]}
        self.refused(422, "refused", self.reporter, "/documents", "POST", wish)
        self.refused(404, "not_found", self.neighbour, f"/uploads/{upload}?offset=1000", "PUT", b"x")
        self.refused(413, "too_large", self.reporter, f"/uploads/{upload}?offset=1000", "PUT", data[1000:] + b"more")
        self.good(self.reporter, f"/uploads/{upload}?offset=1000", "PUT", data[1000:])
        foreign = {**wish, "about": [{"project": self.foreign}]}
        self.refused(422, "refused", self.neighbour, "/documents", "POST", foreign)
        self.good(self.reporter, "/documents", "POST", wish)
        self.refused(422, "refused", self.reporter, "/documents", "POST", wish)

    def test_what_is_too_large_is_said_before_it_is_sent(self):
        self.refused(413, "too_large", self.reporter, "/uploads", "POST", {"name": "a.pdf", "size": (50 << 20) + 1})
        for size in (0, -1, "1", None, 1.5):
            self.refused(422, "invalid_input", self.reporter, "/uploads", "POST", {"name": "a.pdf", "size": size})
        upload = self.begin("a.pdf", 20 << 20)
        self.refused(413, "too_large", self.reporter, f"/uploads/{upload}?offset=0", "PUT", b"x" * ((5 << 20) + 1))
        self.refused(400, "wrong_usage", self.reporter, f"/uploads/{upload}?offset=-1", "PUT", b"x")

    def test_one_who_sends_halves_holds_up_nobody(self):
        for _ in range(8):
            self.begin("half.pdf", 50 << 20)
        self.assertTrue(self.send("whole.pdf", pdf("whole"), self.neighbour))
        # A request that stops in the middle keeps a connection, and no worker.
        stuck = socket.create_connection(("127.0.0.1", self.service.port), timeout=PATIENCE)
        try:
            stuck.sendall(b"PUT /api/v1/uploads/x?offset=0 HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nhalf")
            self.assertTrue(self.add({"b.pdf": pdf("b")}))
        finally:
            stuck.close()

    # ---- who may

    def test_a_unit_keeps_its_own_papers(self):
        upload = self.send("a.pdf", pdf("mine"))
        wish = {"about": [{"project": self.own[0]}, {"project": self.foreign}], "uploads": [upload]}
        answer = self.refused(403, "forbidden", self.reporter, "/documents", "POST", wish)
        self.assertIn(self.foreign_unit, answer["errors"][0]["detail"])
        document = self.add({"a.pdf": pdf("mine")}, number="一号")
        match = {"If-Match": f'"{document["revision"]}"'}
        self.refused(403, "forbidden", self.neighbour, f"/documents/{document['id']}", "PATCH", {"number": "二号"}, match)
        self.refused(403, "forbidden", self.neighbour, f"/documents/{document['id']}", "DELETE", None, match)
        self.refused(403, "forbidden", self.reporter, f"/documents/{document['id']}", "PATCH", {"about": [{"project": self.foreign}]}, match)
        both = self.add({"a.pdf": pdf("both")}, self.boss, [{"project": self.own[0]}, {"project": self.foreign}])
        self.assertFalse(self.find(both["id"])["may_change"])
        self.assertTrue(self.find(both["id"], self.boss)["may_change"])

    def test_files_are_seen_by_need_to_know(self):
        document = self.add({"张三身份证.png": png(b"person")}, number="批〔2023〕9号", note="张三的")
        file = document["files"][0]
        for role, sees in (("neighbour", False), ("publicity", False), ("supervisor", True), ("office", True), ("line_reviewer", False)):
            browser = self.browsers[role]
            listed = self.find(document["id"], browser)
            self.assertEqual((listed["masked"], listed["file_count"], listed["number"]), (not sees, 1, "批〔2023〕9号"), role)
            self.assertEqual("张三" in json.dumps(listed, ensure_ascii=False), sees, role)
            self.assertEqual(self.download(file, browser)[0], 200 if sees else 403, role)
        line = self.line_of("energy")
        self.assertTrue(line)
        reviewer = self.person("energy-line", "line_reviewer", line)
        self.assertEqual(self.download(file, reviewer)[0], 200, "the line reviewer of the kind has to look at it")
        other = self.add({"b.png": png(b"other")}, about=[{"project": self.own[0], "kind": "environment"}])
        self.assertEqual(self.download(other["files"][0], reviewer)[0], 200 if self.line_of("environment") == line else 403)

    def test_a_write_brings_the_sessions_token(self):
        for method, target in (("POST", "/uploads"), ("PUT", "/uploads/x?offset=0"), ("POST", "/documents"),
                               ("PATCH", "/documents/D0001"), ("DELETE", "/documents/D0001")):
            for headers in ({"X-CSRF-Token": "x"}, {"Origin": "http://evil.example"}):
                self.refused(403, "foreign_request", self.reporter, target, method, b"{}", {"If-Match": "*", **headers})

    # ---- changes

    def test_a_paper_is_corrected_by_who_saw_it_last(self):
        document = self.add({"a.pdf": pdf("correct")}, number="旧号", note="旧")
        id, first = document["id"], {"If-Match": f'"{document["revision"]}"'}
        upload = self.send("b.png", png(b"more"))
        changed = self.good(self.reporter, f"/documents/{id}", "PATCH", {"number": "新号", "note": "", "uploads": [upload]}, first)[1]
        now = self.find(id)
        self.assertEqual((now["number"], now["note"], [each["name"] for each in now["files"]]), ("新号", "", ["a.pdf", "b.png"]))
        self.assertEqual(now["revision"], changed["seq"])
        lost = self.refused(409, "conflict", self.boss, f"/documents/{id}", "PATCH", {"number": "别的"}, first)
        self.assertEqual((lost["conflicts"][0]["theirs"], lost["conflicts"][0]["revision"]), ("新号", changed["seq"]))
        self.refused(428, "if_match_missing", self.reporter, f"/documents/{id}", "PATCH", {"number": "x"})
        latest = {"If-Match": f'"{changed["seq"]}"'}
        self.refused(422, "invalid_input", self.reporter, f"/documents/{id}", "PATCH", {"paper": "poem", "x": 1}, latest)
        self.refused(422, "refused", self.reporter, f"/documents/{id}", "PATCH", {"issued_on": "2199-01-01"}, latest)
        dropped = self.good(self.reporter, f"/documents/{id}", "PATCH", {"drop": [now["files"][0]["digest"]]}, latest)[1]
        self.assertEqual(self.download(now["files"][0])[0], 404, "what was taken out is not given out")
        self.refused(409, "conflict", self.reporter, f"/documents/{id}", "DELETE", None, latest)
        self.good(self.reporter, f"/documents/{id}?reason=" + urllib.parse.quote("传错"), "DELETE", None, {"If-Match": f'"{dropped["seq"]}"'})
        self.assertIsNone(self.find(id))
        self.assertEqual(self.download(now["files"][1])[0], 404)
        self.refused(404, "not_found", self.reporter, f"/documents/{id}", "DELETE", None, {"If-Match": "*"})

    def test_a_paper_needs_something(self):
        for wish in ({}, {"about": []}, {"about": [{"project": self.own[0]}]}, {"about": [{"project": "P9999"}], "number": "x"},
                     {"about": [{"project": self.own[0], "kind": "moon"}], "number": "x"},
                     {"about": [{"project": self.own[0]}, {"project": self.own[0]}], "number": "x"}):
            self.assertIn(self.reporter.ask("/documents", "POST", wish)[0], (403, 422), wish)
        self.refused(422, "invalid_input", self.reporter, "/documents", "POST",
                     {"about": [{"kind": "x"}], "number": "x" * 201, "uploads": [1], "issued_on": "soon"})

    def test_a_repeated_request_registers_once(self):
        wish = {"about": [{"project": self.own[0]}], "number": "重发", "uploads": [self.send("a.pdf", pdf("again"))]}
        key = {"Idempotency-Key": "document-1"}
        first = self.good(self.reporter, "/documents", "POST", wish, key)[1]
        again = self.good(self.reporter, "/documents", "POST", wish, key)[1]
        self.assertTrue(again["repeated"])
        self.assertEqual((again["seq"], again["rows"]), (first["seq"], first["rows"]))
        self.assertEqual(self.seq(), first["seq"])

    def test_scripts_and_formulas_stay_text(self):
        for text in ("<script>alert(1)</script>", "=HYPERLINK(1)", "'; drop table blobs; --"):
            document = self.add({"a.pdf": pdf(text)}, number=text, issuer=text, note=text, reason=text)
            self.assertEqual((document["number"], document["issuer"], document["note"]), (text,) * 3)
        text = self.good(self.browsers["audit_admin"], "/audit?format=csv&action=document")[1].decode("utf-8-sig")
        self.assertIn(",'=HYPERLINK(1)", text)
        self.assertNotIn(",=HYPERLINK", text)

    # ---- comments

    def comments(self, project, browser=None):
        return self.good(browser or self.reporter, f"/projects/{project}/comments")[1]["comments"]

    def comment(self, project, text, browser=None, **more):
        answer = self.good(browser or self.reporter, f"/projects/{project}/comments", "POST", {"text": text, **more})[1]
        return answer["rows"][0]["fields"][0].removeprefix("comment.")

    def test_comments_are_read_by_who_works_on_the_row(self):
        project = self.own[0]
        texts = ["<script>alert(1)</script>", "=1+1", "第一行\n第二行", "请尽快补正 13900000000"]
        ids = [self.comment(project, text, kind="energy") for text in texts]
        whole = self.comment(project, "项目整体的批注", self.boss)
        listed = {each["id"]: each for each in self.comments(project)}
        self.assertEqual([listed[id]["text"] for id in ids], texts)
        self.assertEqual((listed[ids[0]]["by"], listed[ids[0]]["kind"], listed[ids[0]]["unit"]), ("user:reporter", "energy", self.unit))
        self.assertTrue(listed[ids[0]]["at"].startswith(self.now[:10]))
        self.assertEqual((listed[ids[0]]["may_withdraw"], listed[whole]["may_withdraw"]), (True, False))
        self.assertEqual(self.comments(project, self.neighbour), [], "not their row")
        self.refused(403, "forbidden", self.neighbour, f"/projects/{project}/comments", "POST", {"text": "x"})
        self.refused(403, "forbidden", self.browsers["publicity"], f"/projects/{project}/comments")
        self.refused(404, "not_found", self.reporter, "/projects/P9999/comments")
        self.refused(404, "not_found", self.reporter, f"/projects/{project}/comments", "POST", {"text": "x", "kind": "moon"})
        for wish in ({}, {"text": ""}, {"text": "  "}, {"text": "x" * 501}, {"text": "a\x00b"}, {"text": 1}, {"text": "x", "y": 1}):
            self.refused(422, "invalid_input", self.reporter, f"/projects/{project}/comments", "POST", wish)
        self.refused(403, "foreign_request", self.reporter, f"/projects/{project}/comments", "POST", {"text": "x"}, {"X-CSRF-Token": "x"})

    def test_a_comment_is_withdrawn_and_forgotten(self):
        project, secret = self.own[0], "王某某的电话是 13800138000"
        id, same = self.comment(project, secret), self.comment(project, secret)
        self.refused(403, "forbidden", self.browsers["supervisor"], f"/comments/{id}", "DELETE")
        self.refused(404, "not_found", self.reporter, "/comments/C0", "DELETE")
        self.good(self.reporter, f"/comments/{id}", "DELETE")
        listed = {each["id"]: each for each in self.comments(project)}
        self.assertEqual((listed[id]["withdrawn"], listed[id]["text"]), (True, ""))
        self.assertEqual(listed[same]["text"], secret, "another comment that says the same stays")
        self.assertEqual(self.good(self.reporter, f"/comments/{id}", "DELETE")[1]["rows"], [], "once is enough")
        self.good(self.boss, f"/comments/{same}", "DELETE")
        connection = sqlite3.connect(f"file:{self.office.folder / 'guatu.db'}?mode=ro", uri=True, timeout=PATIENCE)
        try:
            self.assertNotIn(secret, "\n".join(connection.iterdump()), "nothing of it is left in any table")
        finally:
            connection.close()
        self.office.run("verify")

    def test_a_repeated_comment_is_written_once(self):
        key = {"Idempotency-Key": "comment-1"}
        target = f"/projects/{self.own[0]}/comments"
        first = self.good(self.reporter, target, "POST", {"text": "一次"}, key)[1]
        again = self.good(self.reporter, target, "POST", {"text": "一次"}, key)[1]
        self.assertEqual((again["repeated"], again["rows"]), (True, first["rows"]))
        self.assertEqual([each["text"] for each in self.comments(self.own[0])].count("一次"), 1)

    # ---- what was written before, and taken back

    def written(self, project, kind, values, browser=None):
        answer = self.good(browser or self.reporter, f"/projects/{project}/procedures/{kind}", "PATCH", values, {"If-Match": "*"})[1]
        return answer["seq"]

    def test_the_history_of_one_cell(self):
        project = self.own[0]
        seqs = [self.written(project, "flood", {"document_number": text, "reason": "核对"}) for text in ("甲一号", "甲二号")]
        self.written(project, "flood", {"note": "另一格"})
        self.written(project, "forest", {"document_number": "乙一号"})
        page = self.good(self.reporter, f"/projects/{project}/history?kind=flood&field=document_number")[1]
        changes = [(each["seq"], each["actor"], each["reason"], each["changes"][0]["before"], each["changes"][0]["after"])
                   for each in page["revisions"]][:2]
        self.assertEqual(changes, [(seqs[1], "user:reporter", "核对", "甲一号", "甲二号"),
                                   (seqs[0], "user:reporter", "核对", changes[1][3], "甲一号")])
        self.assertEqual(page["total"], len(page["revisions"]))
        for revision in page["revisions"]:
            self.assertEqual([(each["kind"], each["field"]) for each in revision["changes"]], [("flood", "document_number")])
        self.assertEqual(self.good(self.reporter, f"/projects/{project}/history?kind=flood&part=x")[1]["total"], 0)
        self.refused(400, "wrong_usage", self.reporter, f"/projects/{project}/history?cell=x")

    def test_papers_stand_in_the_history(self):
        project = self.own[0]
        document = self.add({"a.pdf": pdf("history")}, number="史一号")
        self.good(self.reporter, f"/documents/{document['id']}", "DELETE", None, {"If-Match": f'"{document["revision"]}"'})
        page = self.good(self.reporter, f"/projects/{project}/history?field=document.{document['id']}")[1]
        self.assertEqual([(each["before"], each["after"]) for revision in page["revisions"] for each in revision["changes"]],
                         [("史一号 [1]", ""), ("", "史一号 [1]")])
        self.assertEqual(page["revisions"][0]["action"], "document remove")

    def test_papers_are_taken_back(self):
        document = self.add({"a.pdf": pdf("undo")}, number="撤一号")
        id = document["id"]
        changed = self.good(self.reporter, f"/documents/{id}", "PATCH", {"number": "撤二号", "drop": [document["files"][0]["digest"]]},
                            {"If-Match": f'"{document["revision"]}"'})[1]["seq"]
        self.refused(422, "refused", self.reporter, f"/undo/{document['revision']}", "POST")
        undone = self.good(self.reporter, f"/undo/{changed}", "POST")[1]
        self.assertEqual(undone["rows"][0]["fields"], [f"document.{id}"])
        now = self.find(id)
        self.assertEqual((now["number"], now["files"], now["revision"]), ("撤一号", document["files"], undone["seq"]))
        self.assertEqual(self.download(now["files"][0])[2], pdf("undo"))
        other = self.add({"b.pdf": pdf("undo too")})
        self.good(self.reporter, f"/undo/{other['revision']}", "POST")
        self.assertIsNone(self.find(other["id"]), "what was not there before is taken out")

    def test_a_projects_own_data_is_taken_back(self):
        project = self.own[0]
        target = f"/projects/{project}"
        self.good(self.reporter, target, "PATCH", {"owner": "原公司"}, {"If-Match": "*"})
        seq = self.good(self.reporter, target, "PATCH", {"owner": "新公司"}, {"If-Match": "*"})[1]["seq"]
        listed = self.good(self.reporter, "/undo")[1]["writes"][0]
        self.assertEqual((listed["seq"], listed["action"], listed["rows"], listed["can_undo"]), (seq, "edit project", [project], True))
        self.refused(404, "not_found", self.neighbour, f"/undo/{seq}", "POST")
        undone = self.good(self.reporter, f"/undo/{seq}", "POST")[1]
        self.assertEqual(undone["rows"], [{"project": project, "kind": None, "part": "", "revision": undone["seq"], "fields": ["owner"]}])
        newest = self.good(self.reporter, f"/projects/{project}/history?field=owner&limit=1")[1]["revisions"][0]
        self.assertEqual((newest["action"], newest["changes"][0]["before"], newest["changes"][0]["after"]), ("undo", "新公司", "原公司"))
        self.refused(422, "refused", self.reporter, f"/undo/{seq}", "POST")
        redone = self.good(self.reporter, f"/undo/{undone['seq']}", "POST")[1]
        self.good(self.boss, target, "PATCH", {"owner": "第三家"}, {"If-Match": "*"})
        stopped = self.refused(422, "refused", self.reporter, f"/undo/{redone['seq']}", "POST")
        self.assertIn(project, stopped["errors"][0]["detail"])
        self.assertFalse(self.good(self.reporter, "/undo")[1]["writes"][0]["can_undo"])

    def test_a_review_is_taken_back_by_who_reviews(self):
        project, kind = self.own[0], "soil_conservation"
        self.written(project, kind, {"state": "办结", "finished_on": self.now[:10], "document_number": "水保〔2023〕1号"})
        line = self.line_of(kind)
        reviewer = self.person("soil-line", "line_reviewer", line)
        item = {"project": project, "kind": kind, "decision": "confirm"}
        seq = self.good(reviewer, "/reviews", "POST", {"items": [item]})[1]["seq"]
        self.refused(404, "not_found", self.reporter, f"/undo/{seq}", "POST")
        listed = self.good(reviewer, "/undo")[1]["writes"][0]
        self.assertEqual((listed["seq"], listed["action"], listed["can_undo"]), (seq, "review", True))
        undone = self.good(reviewer, f"/undo/{seq}", "POST")[1]
        self.assertEqual(undone["rows"][0]["project"], project)
        newest = self.good(reviewer, f"/projects/{project}/history?kind={kind}&field=confirmed_on&limit=1")[1]["revisions"][0]
        self.assertEqual((newest["seq"], newest["changes"][0]["before"], newest["changes"][0]["after"]),
                         (undone["seq"], self.now[:10], ""))
        self.good(self.boss, "/reviews", "POST", {"items": [{**item, "decision": "dispute", "text": "缺批文"}]})
        self.refused(422, "refused", reviewer, f"/undo/{undone['seq']}", "POST")

    def test_who_writes_nothing_takes_nothing_back(self):
        self.assertEqual(self.good(self.browsers["publicity"], "/undo")[1]["writes"], [])
        seq = self.written(self.own[0], "flood", {"note": "别人的"})
        self.refused(404, "not_found", self.browsers["supervisor"], f"/undo/{seq}", "POST")
        self.refused(403, "forbidden", self.browsers["audit_admin"], "/undo")

    def test_an_event_in_the_life_is_recorded_once(self):
        event = {"action": "suspend", "on": self.now[:10], "reason": "资金未落实", "approval": "专题会议纪要"}
        target, key = f"/projects/{self.foreign}/life", {"Idempotency-Key": "life-1"}
        first = self.good(self.boss, target, "POST", event, key)[1]
        self.assertEqual(self.good(self.boss, target, "POST", event, key)[1], first)
        self.assertEqual(self.seq(), first["seq"])
        self.refused(422, "refused", self.boss, target, "POST", {**event, "reason": "别的"}, key)
        self.good(self.boss, target, "POST", {**event, "action": "resume"}, {"Idempotency-Key": "life-2"})

    # ---- open pages

    def test_open_pages_are_told(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.service.port, timeout=PATIENCE)
        try:
            connection.request("GET", "/api/v1/events", headers={"Cookie": self.boss.cookie})
            stream = connection.getresponse()
            while not stream.readline().startswith(b"data:"):
                pass
            writer = threading.Thread(target=lambda: self.add({"a.pdf": pdf("told")}))
            writer.start()
            line = b""
            while not line.startswith(b"data:"):
                line = stream.readline()
                self.assertTrue(line, "the stream has ended")
            self.assertEqual(json.loads(line[5:])["topic"], "ledger")
            writer.join(PATIENCE)
        finally:
            connection.close()


class Kept(unittest.TestCase):
    """What the office has on its disk."""

    def setUp(self):
        self.office = Office(BINARY, ROOT / "campaigns" / "example")
        self.addCleanup(self.office.close)
        self.office.make(projects=4, seed=4, publish=0)
        self.office.take(self.office.dekads[0])
        self.now = f"{last_day(self.office.dekads[0])}T09:00:00+08:00"

    def write(self, browser, project, data, number):
        mark = {"X-Guatu-Request": "1"}
        upload = browser.ask("/uploads", "POST", {"name": "a.pdf", "size": len(data)}, mark)[2]["upload"]
        browser.ask(f"/uploads/{upload}?offset=0", "PUT", data, mark)
        wish = {"about": [{"project": project}], "number": number, "uploads": [upload]}
        return browser.ask("/documents", "POST", wish, {**mark, "Idempotency-Key": number})

    def documents(self, browser):
        return browser.ask("/documents?limit=1000")[2]["documents"]

    def test_a_row_has_its_file_after_a_kill(self):
        acknowledged = {}
        for turn in range(3):
            service = Service(self.office, "--now", self.now)
            self.addCleanup(service.close)
            browser = Browser(service)
            project = browser.ask("/projects")[2]["projects"][0]["id"]
            enough = threading.Event()

            def work():
                number = 0
                while True:
                    name, data = f"{turn}-{number}", pdf(f"{turn}-{number}", padding=200_000)
                    try:
                        status = self.write(browser, project, data, name)[0]
                    except (OSError, http.client.HTTPException):
                        return
                    if status != 200:
                        return
                    acknowledged[name] = data
                    number += 1
                    if number == 4:
                        enough.set()

            writer = threading.Thread(target=work)
            writer.start()
            self.assertTrue(enough.wait(PATIENCE))
            service.process.kill()
            writer.join(PATIENCE)
            self.assertFalse(writer.is_alive())
            service.close()
            self.check(acknowledged)
        self.office.run("verify")

    def check(self, acknowledged):
        service = Service(self.office, "--now", self.now)
        try:
            browser = Browser(service)
            there = {each["number"]: each for each in self.documents(browser)}
            self.assertLessEqual(set(acknowledged), set(there))
            for name, document in there.items():
                status, _, data = browser.ask(document["files"][0]["href"].removeprefix("/api/v1"))
                self.assertEqual(status, 200, "no row without its file")
                self.assertEqual(sm3(data), document["files"][0]["digest"])
                self.assertEqual(data, acknowledged.get(name, data))
        finally:
            service.close()

    def test_backups_take_the_files_and_verify_misses_none(self):
        service = Service(self.office, "--now", self.now)
        try:
            browser = Browser(service)
            project = browser.ask("/projects")[2]["projects"][0]["id"]
            data = pdf("kept", padding=5 << 20)
            self.assertEqual(self.write(browser, project, data[:5 << 20], "half")[0], 422, "the end is missing")
            mark = {"X-Guatu-Request": "1"}
            upload = browser.ask("/uploads", "POST", {"name": "a.pdf", "size": len(data)}, mark)[2]["upload"]
            for start in range(0, len(data), PIECE):
                browser.ask(f"/uploads/{upload}?offset={start}", "PUT", data[start:start + PIECE], mark)
            wish = {"about": [{"project": project}], "uploads": [upload]}
            self.assertEqual(browser.ask("/documents", "POST", wish, mark)[0], 200)
        finally:
            service.close()
        self.office.run("backup", "--out", "copy.db")
        self.office.run("restore", "copy.db", "--db", "sqlite:other.db")
        self.office.run("verify", "--db", "sqlite:other.db")
        other = Service(self.office, "--now", self.now, "--db", "sqlite:other.db")
        try:
            browser = Browser(other)
            file = self.documents(browser)[0]["files"][0]
            self.assertEqual(browser.ask(file["href"].removeprefix("/api/v1"))[2], data)
        finally:
            other.close()
        for change, word in (("update blobs set bytes = (select bytes from blobs where digest <> ?) where digest = ?", "与摘要不符"),
                             ("delete from blobs where ? <> '' and digest = ?", "缺失")):
            connection = sqlite3.connect(self.office.folder / "other.db", timeout=PATIENCE)
            piece = sm3(data[4 << 20:])
            self.assertEqual(connection.execute(change, (piece, piece)).rowcount, 1)
            connection.commit()
            connection.close()
            said = self.office.run("verify", "--json", "--db", "sqlite:other.db", codes=(4,))
            self.assertIn(piece, said)
            self.assertIn(word, said)


if __name__ == "__main__":
    BINARY = sys.argv.pop(1)
    unittest.main(verbosity=1)

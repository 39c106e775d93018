#!/usr/bin/env python3
"""The service is killed while many write: every write that was acknowledged is there, and one that was not can be repeated under
its key without being written twice.

killed_test.py BINARY
"""

import http.client
import json
import sys
import threading
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).resolve().parent))
from office import PATIENCE, Office, Service, last_day  # noqa: E402

BINARY = ""
WRITERS = 4
ROUNDS = 3
ENOUGH = 12


class Writer(threading.Thread):
    """Counts upwards in one cell, each number under a key of its own."""

    def __init__(self, service, project, kind, first, acknowledged):
        super().__init__(daemon=True)
        self.service, self.target = service, f"/api/v1/projects/{project}/procedures/{kind}"
        self.first, self.next, self.last, self.acknowledged = first, first, first - 1, acknowledged
        self.failed = None

    def write(self, service, number):
        headers = {"If-Match": "*", "X-Guatu-Request": "1", "Idempotency-Key": f"{self.target} {number}"}
        return service.ask(self.target, "PATCH", json.dumps({"note": f"第{number}次"}), headers)

    def run(self):
        while True:
            try:
                status, _, body = self.write(self.service, self.next)
            except (OSError, http.client.HTTPException):
                return
            if status != 200:
                self.failed = body
                return
            self.last, self.next = self.next, self.next + 1
            self.acknowledged.release()


class Killed(unittest.TestCase):
    def test_what_was_acknowledged_is_there(self):
        office = Office(BINARY, ROOT / "campaigns" / "example")
        self.addCleanup(office.close)
        office.make(projects=6, seed=4, publish=0)
        office.take(office.dekads[0])
        now = f"{last_day(office.dekads[0])}T09:00:00+08:00"
        first = 1
        for _ in range(ROUNDS):
            service = Service(office, "--now", now)
            self.addCleanup(service.close)
            projects = [each["id"] for each in service.get("/api/v1/projects")["projects"]][:WRITERS]
            acknowledged = threading.Semaphore(0)
            writers = [Writer(service, project, "energy", first, acknowledged) for project in projects]
            for each in writers:
                each.start()
            for _ in range(ENOUGH):
                self.assertTrue(acknowledged.acquire(timeout=PATIENCE))
            service.process.kill()
            for each in writers:
                each.join(PATIENCE)
                self.assertFalse(each.is_alive())
                self.assertIsNone(each.failed)
            service.close()
            self.check(office, now, writers)
            first = max(each.next for each in writers) + 1
        office.run("verify")

    def check(self, office, now, writers):
        service = Service(office, "--now", now)
        try:
            for each in writers:
                note = service.get(each.target)["rows"][0]["values"].get("note", "")
                number = int(note[1:-1]) if note.startswith("第") else 0
                if each.last >= each.first:
                    self.assertIn(number, (each.last, each.next), f"{each.target}: {note}")
                before = service.get("/api/v1/projects")["seq"]
                status, _, body = each.write(service, each.next)  # Nobody knows whether it was written.
                self.assertEqual(status, 200, body)
                after = service.get("/api/v1/projects")["seq"]
                self.assertEqual(json.loads(body)["repeated"], number == each.next)
                self.assertEqual(after - before, 0 if number == each.next else 1, "written once")
                again = json.loads(each.write(service, each.next)[2])
                self.assertTrue(again["repeated"])
        finally:
            service.close()


if __name__ == "__main__":
    BINARY = sys.argv.pop(1)
    unittest.main(verbosity=1)

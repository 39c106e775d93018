#!/usr/bin/env python3
"""The description of the API is true: every address is described and there, and what is answered fits it.

contract_test.py BINARY
"""

import hashlib
import io
import json
import re
import sys
import unittest
import urllib.parse
import zipfile
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).resolve().parent))
from office import Office, Service, last_day  # noqa: E402
from schema import Schemas  # noqa: E402

BINARY = ""
PLAIN = ("/", "/healthz", "/readyz", "/metrics")
# Which shape each example of a real body has.
EXAMPLES = {"http_campaign": "Campaign", "http_units": "UnitList", "http_dekads": "DekadList", "http_bulletins": "BulletinList",
            "http_bulletin_draft": "BulletinDraft",
            "http_trend": "Trend", "http_rules": "RuleList", "http_projects": "ProjectList", "http_project": "ProjectPage",
            "http_history": "History", "http_procedures": "ProcedureList", "http_import": "ImportAnswer",
            "http_problem": "Problem", "plan": "Plan", "sequence": "Sequence", "figures": "Figures", "leagues": "Leagues", "leagues_explain": "Explanation"}


class Contract(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.document = yaml.safe_load((ROOT / "api" / "openapi.yaml").read_text(encoding="utf-8"))
        cls.schemas = Schemas(cls.document)
        cls.office = Office(BINARY, ROOT / "campaigns" / "example")
        cls.addClassCleanup(cls.office.close)
        cls.office.make(projects=12, seed=4, publish=2)
        cls.office.take(cls.office.dekads[2])
        cls.service = Service(cls.office)
        cls.addClassCleanup(cls.service.close)
        cls.asked = set()

    def check(self, value, schema, where):
        faults = self.schemas.faults(value, schema, where)
        self.assertFalse(faults, "\n".join(faults[:20]))

    def described(self, route, method="get"):
        return self.document["paths"][route][method]

    def fit(self, route, target, method="GET", body=None, headers=None):
        """Asks, and compares what comes with what is described for that status."""
        self.asked.add((method, route))
        status, got, text = self.service.ask(target, method, body, headers)
        responses = self.described(route, method.lower())["responses"]
        response = self.schemas.resolve(responses.get(str(status), responses.get("default")))
        self.assertIsNotNone(response, f"{target}: {status} is not described")
        media = got["content-type"].split(";")[0]
        self.assertIn(media, response.get("content", {}), f"{target}: {media} is not described for {status}")
        if media.endswith("json"):
            value = json.loads(text)
            self.check(value, response["content"][media]["schema"], target)
            return status, value
        return status, text

    def good(self, route, target, **more):
        status, value = self.fit(route, target, **more)
        self.assertEqual(status, 200, f"{target}: {value}")
        return value

    def test_every_address_is_described_and_there(self):
        page = self.service.ask("/")[2].decode()
        there = {(method, path) for method, path in re.findall(r"<code>([A-Z]+) (\S+)</code>", page)}
        described = {(method.upper(), path) for path, ways in self.document["paths"].items() for method in ways}
        self.assertEqual(there, described)

    def test_the_document_is_served_as_it_is_written(self):
        self.assertEqual(self.service.get("/api/v1/openapi.json"), self.document)

    def test_ids_of_operations_are_unique(self):
        ids = [way["operationId"] for ways in self.document["paths"].values() for way in ways.values()]
        self.assertEqual(len(ids), len(set(ids)))

    def test_references_lead_somewhere(self):
        def walk(node):
            if isinstance(node, dict):
                if isinstance(node.get("$ref"), str):
                    self.schemas.resolve(node)
                for each in node.values():
                    walk(each)
            elif isinstance(node, list):
                for each in node:
                    walk(each)
        walk(self.document)

    def test_examples_have_the_shapes_that_are_described(self):
        for name, shape in EXAMPLES.items():
            body = json.loads((ROOT / "api" / "examples" / f"{name}.json").read_text(encoding="utf-8"))
            self.check(body, {"$ref": f"#/components/schemas/{shape}"}, name)

    def test_answers_fit(self):
        for path in PLAIN[1:]:
            self.good(path, path)
        self.good("/", "/")
        days = ["", f"?as_of={last_day(self.office.dekads[0])}", f"?as_of={last_day(self.office.dekads[2])}",
                "?as_of=2199-01-01".replace("2199", "2100"), "?as_of=1990-01-01"]
        for path in ("figures", "leagues", "trend", "plan", "projects", "procedures"):
            for day in days:
                self.good(f"/api/v1/{path}", f"/api/v1/{path}{day}")
        unit = self.service.get("/api/v1/projects")["projects"][0]["responsible"]
        plans = self.good("/api/v1/plan", f"/api/v1/plan?responsible={unit}&deadline=2100-01-01")["projects"]
        self.assertEqual({project["responsible"] for project in plans}, {unit})
        self.assertTrue(all(project["feasible"] for project in plans), "with a century to go everything fits")
        sequence = self.good("/api/v1/sequence", f"/api/v1/sequence?as_of={last_day(self.office.dekads[0])}&iterations=50")
        self.assertLessEqual(sequence["first"]["finished"], sequence["first"]["bound"])
        self.assertTrue(all(item["reason"] for order in sequence["order"] for item in order["items"]))
        for path in ("campaign", "units", "dekads", "bulletins", "bulletins/draft", "rules", "openapi.json"):
            self.good(f"/api/v1/{path}", f"/api/v1/{path}")
        for rule in self.service.get("/api/v1/rules")["rules"]:
            self.good("/api/v1/rules/{id}", f"/api/v1/rules/{rule['id']}")
        for league in self.service.get("/api/v1/leagues")["leagues"]:
            for row in league["rows"][:2]:
                self.good("/api/v1/leagues", f"/api/v1/leagues?explain={row['unit']}&league={league['id']}")
        for project in self.service.get("/api/v1/projects")["projects"]:
            self.good("/api/v1/projects/{id}", f"/api/v1/projects/{project['id']}")
            self.good("/api/v1/projects/{id}/history", f"/api/v1/projects/{project['id']}/history?limit=3")
        for bulletin in self.service.get("/api/v1/bulletins")["bulletins"]:
            for paper in bulletin["publication"]["papers"]:
                self.papers(paper)

    def test_a_draft_is_the_next_bulletin_and_changes_nothing(self):
        before = self.service.get("/api/v1/campaign")["seq"]
        draft = self.good("/api/v1/bulletins/draft", "/api/v1/bulletins/draft")
        published = {bulletin["dekad"] for bulletin in self.service.get("/api/v1/bulletins")["bulletins"]}
        self.assertNotIn(draft["dekad"], published)
        self.assertEqual(draft["as_of"], last_day(draft["dekad"]))
        self.assertEqual({paper["name"] for paper in draft["papers"]},
                         {paper["name"] for bulletin in self.service.get("/api/v1/bulletins")["bulletins"]
                          for paper in bulletin["publication"]["papers"]})
        for paper in draft["papers"]:
            self.papers(paper)
        text = next(paper for paper in draft["papers"] if paper["name"].endswith(".docx"))
        with zipfile.ZipFile(io.BytesIO(self.service.ask(text["href"])[2])) as paper:
            self.assertIn("草稿", "".join(paper.read(name).decode() for name in paper.namelist() if "header" in name))
        self.assertEqual(self.service.get("/api/v1/campaign")["seq"], before)

    def papers(self, paper):
        status, headers, body = self.service.ask(paper["href"])
        self.assertEqual((status, len(body)), (200, paper["size"]), paper["name"])
        self.assertEqual(headers["content-type"], paper["type"])
        self.assertIn(urllib.parse.quote(paper["name"]), headers["content-disposition"])
        self.assertEqual(headers["etag"], f'"{paper["digest"]}"')
        self.assertEqual(hashlib.new("sm3", body).hexdigest(), paper["digest"], "the bytes that were listed")
        status, _, body = self.service.ask(paper["href"], headers={"If-None-Match": headers["etag"]})
        self.assertEqual((status, body), (304, b""))

    def test_problems_fit(self):
        bad = {"/api/v1/figures": "?as_of=soon", "/api/v1/leagues": "?explain=nobody", "/api/v1/trend": "?as_of=2022-13-01",
               "/api/v1/projects": "?state=happy&limit=0&sort=colour&cursor=x&fault=y&counted=maybe",
               "/api/v1/procedures": "?authority=moon&light=pink&scope=all&q=%ff", "/api/v1/campaign": "?x=1",
               "/api/v1/units": "?x=1", "/api/v1/dekads": "?x=1", "/api/v1/bulletins": "?x=1", "/api/v1/bulletins/draft": "?x=1",
               "/api/v1/rules": "?x=1",
               "/api/v1/events": "?x=1"}
        for path, query in bad.items():
            status, value = self.fit(path, path + query)
            self.assertIn(status, (400, 404), value)
        for route, target in {"/api/v1/rules/{id}": "/api/v1/rules/nothing", "/api/v1/projects/{id}": "/api/v1/projects/P9999",
                              "/api/v1/projects/{id}/history": "/api/v1/projects/P9999/history",
                              "/api/v1/imports/{id}/annotated": "/api/v1/imports/x/annotated",
                              "/api/v1/bulletins/draft/{file}": "/api/v1/bulletins/draft/x.docx",
                              "/api/v1/bulletins/{dekad}/{revision}/{file}": "/api/v1/bulletins/2022-12-D1/1/x.docx"}.items():
            self.assertEqual(self.fit(route, target)[0], 404)
        seq = self.service.get("/api/v1/projects")["seq"]
        self.assertEqual(self.fit("/api/v1/projects", f"/api/v1/projects?cursor={seq - 1}-5")[0], 409)

    def test_the_list_of_wrong_parameters_names_each(self):
        _, value = self.fit("/api/v1/projects", "/api/v1/projects?state=happy&limit=0&sort=colour&cursor=x&counted=maybe")
        pointers = {error["pointer"] for error in value["errors"]}
        self.assertEqual(pointers, {f"/query/{name}" for name in ("state", "limit", "sort", "cursor", "counted")})

    def test_described_parameters_are_those_that_are_taken(self):
        """Each described parameter is known where it is described, and no other one is."""
        everywhere = {parameter["name"] for parameter in self.document["components"]["parameters"].values()
                      if parameter["in"] == "query"}
        for ways in self.document["paths"].values():
            for way in ways.values():
                everywhere |= {self.schemas.resolve(each)["name"] for each in way.get("parameters", [])
                               if self.schemas.resolve(each)["in"] == "query"}
        for path, ways in self.document["paths"].items():
            if "{" in path or "get" not in ways or path in PLAIN:
                continue
            described = {self.schemas.resolve(each)["name"] for each in ways["get"].get("parameters", [])}
            unknown = set()
            query = urllib.parse.urlencode({name: "~" for name in sorted(everywhere)})
            for error in json.loads(self.service.ask(f"{path}?{query}")[2])["errors"]:
                if "没有参数" in error["detail"]:
                    unknown.add(error["pointer"].removeprefix("/query/"))
            self.assertEqual(everywhere - unknown, described, path)

    def test_imports_fit(self):
        dekad = self.office.dekads[3]
        file = self.office.files(dekad)[0]
        head = {"X-Guatu-Request": "1", "X-File-Name": urllib.parse.quote(file.name)}
        answer = self.good("/api/v1/imports", f"/api/v1/imports?dekad={dekad}", method="POST", body=file.read_bytes(),
                           headers=head)
        self.assertTrue(answer["dry_run"])
        self.assertFalse(answer["applied"])
        again = self.good("/api/v1/imports/{id}", f"/api/v1/imports/{answer['id']}", method="POST",
                          body=json.dumps({"answers": {}}), headers={"X-Guatu-Request": "1"})
        self.assertEqual(again, answer)
        self.good("/api/v1/imports/{id}/annotated", answer["annotated"])
        for body in ("", "[]", "{}", '{"answers": {"a": 1}}', '{"answers": {"a": "b\\nc"}}', '{"answers": {"moon": "x"}}'):
            status, _ = self.fit("/api/v1/imports/{id}", f"/api/v1/imports/{answer['id']}", method="POST", body=body,
                                 headers={"X-Guatu-Request": "1"})
            self.assertEqual(status, 422, body)
        self.assertEqual(self.fit("/api/v1/imports", "/api/v1/imports?policy=most", method="POST", body=b"", headers=head)[0], 400)
        self.assertEqual(self.fit("/api/v1/imports", "/api/v1/imports", method="POST", body=b"",
                                  headers={"X-Guatu-Request": "1"})[0], 400)
        self.assertEqual(self.fit("/api/v1/imports", "/api/v1/imports", method="POST", body=b"", headers={})[0], 403)


if __name__ == "__main__":
    BINARY = sys.argv.pop(1)
    unittest.main(verbosity=1)

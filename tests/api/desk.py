"""What tests of a small office with people in it share: who is there, and asking with a look at what is described."""

import re
from pathlib import Path

import yaml
from office import Office, Service, last_day
from people import add, first_entry
from schema import Schemas

ROOT = Path(__file__).resolve().parents[2]


class Fitting:
    """Asks, and holds every answer against its description: `document` and its `schemas`."""

    def fit(self, method, target, status, got, answer):
        """What comes is what is described for the address and the status."""
        path = "/api/v1" + target.split("?")[0]
        route = next(each for each in sorted(self.document["paths"], key=lambda each: each.count("{"))
                     if method.lower() in self.document["paths"][each]
                     and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", each), path))
        responses = self.document["paths"][route][method.lower()]["responses"]
        response = self.schemas.resolve(responses.get(str(status), responses["default"]))
        media = got["content-type"].split(";")[0]
        self.assertIn(media, response["content"], f"{method} {target}")
        if media.endswith("json"):
            faults = self.schemas.faults(answer, response["content"][media]["schema"], f"{method} {target}")
            self.assertFalse(faults, "\n".join(faults[:10]))

    def good(self, browser, target, method="GET", body=None, headers=None):
        status, got, answer = browser.ask(target, method, body, headers)
        self.assertEqual(status, 200, f"{method} {target}: {answer}")
        self.fit(method, target, status, got, answer)
        return got, answer

    def refused(self, status, code, browser, target, method="GET", body=None, headers=None):
        got, head, answer = browser.ask(target, method, body, headers)
        said = answer.get("code") if isinstance(answer, dict) else None
        self.assertEqual((got, said), (status, code), f"{method} {target}: {answer}")
        self.fit(method, target, status, head, answer)
        return answer


class Desk(Fitting):
    """One office for all tests of a class; each test writes to rows and papers of its own."""

    PEOPLE = ()

    @classmethod
    def open_office(cls, binary):
        cls.document = yaml.safe_load((ROOT / "api" / "openapi.yaml").read_text(encoding="utf-8"))
        cls.schemas = Schemas(cls.document)
        cls.office = Office(binary, ROOT / "campaigns" / "example")
        cls.addClassCleanup(cls.office.close)
        cls.office.make(projects=8, seed=4, publish=0)
        cls.office.take(cls.office.dekads[0])
        cls.now = f"{last_day(cls.office.dekads[0])}T09:00:00+08:00"
        service = Service(cls.office, "--now", cls.now)
        try:
            projects = service.get("/api/v1/projects")["projects"]
            cls.procedures = service.get("/api/v1/procedures")["procedures"]
        finally:
            service.close()
        units = [each["responsible"] for each in projects]
        cls.unit = max(units, key=units.count)
        cls.own = [each["id"] for each in projects if each["responsible"] == cls.unit]
        cls.foreign = next(each["id"] for each in projects if each["responsible"] != cls.unit)
        cls.foreign_unit = next(each["responsible"] for each in projects if each["id"] == cls.foreign)
        for role in cls.PEOPLE:
            add(cls.office, role.replace("_", "-"), role, cls.unit, "--now", cls.now)
        add(cls.office, "neighbour", "reporter", cls.foreign_unit, "--now", cls.now)
        cls.service = Service(cls.office, "--now", cls.now)
        cls.addClassCleanup(lambda: cls.service.close())
        cls.browsers = {role: first_entry(cls.service, role.replace("_", "-")) for role in cls.PEOPLE + ("neighbour",)}
        cls.reporter, cls.boss, cls.neighbour = (cls.browsers[role] for role in ("reporter", "office", "neighbour"))

    def person(self, name, role, unit):
        """Somebody more."""
        add(self.office, name, role, unit, "--now", self.now)
        return first_entry(self.service, name)

    def line_of(self, kind):
        return next((each["line"] for each in self.procedures if each["project"] == self.own[0] and each["kind"] == kind), None)

    def seq(self):
        return self.good(self.boss, "/campaign")[1]["seq"]

"""People of a small office: accounts with posts, and browsers in which they are signed in."""

import json

FIRST = "First-7-lake"
OWN = "Own-8-harbour"
ROLES = ("office", "reporter", "unit_head", "line_reviewer", "seal_keeper", "supervisor", "publicity", "leader",
         "system_admin", "security_admin", "audit_admin")


def add(office, name, role, unit, *more):
    office.run("user", "add", name, "--role", role, "--unit", unit, *more, given=FIRST + "\n")


class Browser:
    """Keeps its cookie and brings the session's token with every write."""

    def __init__(self, service):
        self.service = service
        self.cookie = None
        self.csrf = None

    def ask(self, target, method="GET", body=None, headers=None):
        """Status, headers, JSON (or bytes that are none)."""
        sent = dict(headers or {})
        if self.cookie:
            sent.setdefault("Cookie", self.cookie)
        if self.csrf and method not in ("GET", "HEAD"):
            sent.setdefault("X-CSRF-Token", self.csrf)
        if isinstance(body, (dict, list)):
            body = json.dumps(body)
        status, got, text = self.service.ask("/api/v1" + target, method, body, sent)
        if "set-cookie" in got:
            pair = got["set-cookie"].split(";")[0]
            self.cookie = pair if not pair.endswith("=") else None
        kind = got.get("content-type", "")
        return status, got, json.loads(text) if "json" in kind and text else text

    def enter(self, name, password=OWN):
        status, got, me = self.ask("/session", "POST", {"name": name, "password": password})
        if status == 200:
            self.csrf = me["csrf_token"]
        return status, got, me


def enter(service, name, password=OWN):
    browser = Browser(service)
    status, _, answer = browser.enter(name, password)
    assert status == 200, answer
    return browser


def first_entry(service, name):
    """Signs in with the first password and gives the account one of its own."""
    browser = enter(service, name, FIRST)
    status, _, answer = browser.ask("/me/password", "POST", {"current_password": FIRST, "new_password": OWN})
    assert status == 200, answer
    return browser

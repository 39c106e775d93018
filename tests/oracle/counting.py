"""Figures of a day, from states alone. Source: rules 4."""

from dataclasses import dataclass
from fractions import Fraction

from facts import UPPER

STATES = ("not_applicable", "unknown", "not_started", "preparing", "submitted", "in_review", "handed_up", "returned",
          "finished")


@dataclass
class Part:
    project: str
    kind: str
    part: str
    authority: str | None
    state: str
    overdue: bool = False
    unverified: bool = False
    held_above: bool = False


@dataclass
class Counted:
    """A project in the campaign on the day, with its parts."""
    project: object
    unit: str
    parts: list[Part]

    def applicable(self):
        return [part for part in self.parts if part.state != "not_applicable"]

    def finished(self, strictly=False):
        done = [part for part in self.parts if part.state == "finished"]
        return bool(done) and all(is_done(part, strictly) for part in self.applicable())

    def meets(self, strictly=False):
        return bool(self.applicable()) and all(meets(part, strictly) for part in self.parts)


def is_done(part, strictly=False):
    """`strictly`: as an assessment cut scores it, without what is reported but unverified."""
    return part.state == "finished" and not (strictly and part.unverified)


def meets(part, strictly=False):
    """City and county: finished or not applicable; region and state also when handed up."""
    return (part.state == "not_applicable" or is_done(part, strictly) or
            (part.state == "handed_up" and part.authority in UPPER))


def percent(numerator, denominator, thresholds):
    """One decimal, half up, .0 dropped; never 100 % or a threshold before it is reached. None for 0/0."""
    if denominator == 0:
        return None
    exact = Fraction(100 * numerator, denominator)
    tenths = (exact * 10 + Fraction(1, 2)).__floor__()
    for threshold in [Fraction(1), *thresholds]:
        if exact < threshold * 100 <= Fraction(tenths, 10):
            tenths = (exact * 10).__floor__()
    return tenths


def text_of(tenths):
    if tenths is None:
        return "—"
    return f"{tenths // 10}%" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}%"


def change_text(now, before):
    """Difference of the two displayed rates, in percentage points."""
    if now is None or before is None:
        return None
    difference = now - before
    sign = "+" if difference > 0 else "-" if difference < 0 else ""
    whole, tenth = divmod(abs(difference), 10)
    return f"{sign}{whole}" + (f".{tenth}" if tenth else "")


def counts(parts):
    by_state = {state: sum(part.state == state for part in parts) for state in STATES}
    total = len(parts)
    applicable = total - by_state["not_applicable"]
    return {"total": total, **by_state, "strict": (by_state["finished"], applicable),
            "regional": (by_state["finished"] + by_state["not_applicable"], total)}


def in_scope(part, scope):
    if scope == "all":
        return True
    return (part.authority in UPPER) == (scope == "region_and_state")


def target_ratio(target, projects):
    parts = [part for project in projects for part in project.applicable() if in_scope(part, target["scope"])]
    match target["measure"]:
        case "projects_finished":
            return sum(project.finished() for project in projects), len(projects)
        case "projects_meet":
            return sum(project.meets() for project in projects), len(projects)
        case "procedures_finished":
            return sum(part.state == "finished" for part in parts), len(parts)
        case "procedures_handed_up":
            return sum(part.state in ("finished", "handed_up") for part in parts), len(parts)


def counted_projects(projects):
    """A project where everything is not applicable stands outside every rate."""
    return [project for project in projects if project.applicable()]


def money(projects, amount):
    return {"counted": sum(amount(p.project) for p in projects),
            "finished": sum(amount(p.project) for p in projects if p.finished()),
            "meets": sum(amount(p.project) for p in projects if p.meets())}


def figures(campaign, projects, in_force):
    """Ratios as pairs; targets' running values (the deadline is the caller's business)."""
    projects = counted_projects(projects)
    parts = [part for project in projects for part in project.parts]
    finished, meeting = sum(p.finished() for p in projects), sum(p.meets() for p in projects)
    everything = counts(parts)
    return {
        "counted": len(projects), "finished": finished, "meets": meeting,
        "finished_rate": (finished, len(projects)), "meets_rate": (meeting, len(projects)),
        "invested": money(projects, lambda project: project.total),
        "year_plan": money(projects, lambda project: project.year_plan),
        "strict": everything["strict"], "regional": everything["regional"],
        "overdue": sum(part.overdue for part in parts), "unverified": sum(part.unverified for part in parts),
        "held_above": sum(part.held_above for part in parts),
        "targets": {target["id"]: target_ratio(target, projects) for target in campaign.targets},
        "by_kind": {kind: counts([part for part in parts if part.kind == kind]) for kind in in_force},
        "by_authority": {level: counts([part for part in parts if part.authority == level])
                         for level in ("state", "region", "city", "county", None)},
    }

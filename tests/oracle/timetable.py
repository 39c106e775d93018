"""倒排工期 of one project: forward from the day after `as_of`, backward from the deadline. Source: rules 7, 10."""

from dataclasses import dataclass, field
from datetime import date

from days import DAY, between, on_or_after, on_or_before, step
from facts import UPPER, hand_up_on, latest

LEFT_OUT = ("finished", "handed_up", "not_applicable")


@dataclass
class Work:
    kind: str
    part: str
    limit: tuple  # days, unit
    latest_finish: date
    latest_start: date
    started: date | None = None
    waits: date | None = None  # last day of a handed-up predecessor's limit, with its lag
    before: list = field(default_factory=list)  # pairs of Work and lag
    earliest_start: date | None = None
    earliest_finish: date | None = None
    slack: int = 0


def ends(start, limit):
    """Both end days are worked on; a limit in calendar days ends on the next working day; decided on the spot takes a day."""
    days, unit = max(limit[0], 1), limit[1]
    return step(start, days - 1) if unit == "working" else on_or_after(start + (days - 1) * DAY)


def starts(finish, limit):
    """The latest working day from which the work ends by `finish`, found by trying."""
    start = on_or_before(finish)
    while ends(start, limit) > finish:
        start = step(start, -1)
    return start


def legal_end(handed_up, limit):
    """A limit runs from the day after; on the spot is the same day."""
    days, unit = limit
    if days == 0:
        return handed_up
    return step(handed_up, days) if unit == "working" else on_or_after(handed_up + days * DAY)


def deadline_of(campaign, authority):
    """The target that applies to the procedure: the first of procedures whose scope holds its authority."""
    for target in campaign.targets:
        if target["measure"].startswith("procedures") and (
                target["scope"] == "all" or (target["scope"] == "region_and_state") == (authority in UPPER)):
            return target["deadline"]
    return campaign.ends


def works_of(office, project, facts, states, d, deadline):
    works = {}
    for kind, named in facts.items():
        own = office.campaign.limit(kind, project.track)
        for part, f in named.items():
            if states[kind][part] in LEFT_OUT:
                continue
            end = on_or_before(deadline or deadline_of(office.campaign, f.authority))
            work = Work(kind, part, own, end, starts(end, own))
            if deadline is None and f.authority in UPPER:  # handing up is what the target asks for
                work.latest_start, work.latest_finish = end, ends(end, own)
            if states[kind][part] == "in_review":
                work.started = latest(f.accepted, d)
            for edge in office.edges(project, kind):
                work.before += [(other, edge["lag"]) for (k, _), other in works.items() if k == edge["kind"]]
                for name, g in facts.get(edge["kind"], {}).items():
                    if states[edge["kind"]][name] == "handed_up":
                        limit = office.campaign.limit(edge["kind"], project.track)
                        until = step(legal_end(hand_up_on(g, d).on, limit), edge["lag"])
                        work.waits = max(work.waits or until, until)
            works[kind, part] = work
    return list(works.values())


def plan(office, project, facts, states, d, deadline=None):
    works = works_of(office, project, facts, states, d, deadline)
    first = step(d, 1)
    for work in works:
        if work.started:
            work.earliest_start = step(work.started, 1)
            work.earliest_finish = max(ends(work.earliest_start, work.limit), first)
            continue
        work.earliest_start = max([first] + ([step(work.waits, 1)] if work.waits else []) +
                                  [step(other.earliest_finish, 1 + lag) for other, lag in work.before])
        work.earliest_finish = ends(work.earliest_start, work.limit)
    for work in reversed(works):
        for other, lag in work.before:
            finish = step(work.latest_start, -1 - lag)
            if finish < other.latest_finish:
                other.latest_finish, other.latest_start = finish, starts(finish, other.limit)
    for work in works:
        work.slack = (between(work.earliest_finish, work.latest_finish) if work.started else
                      between(work.earliest_start, work.latest_start))
    return works


def light(policy, state, planned, slack, d):
    """First match; no reason for being late can be given in the form."""
    if state in LEFT_OUT:
        return {"not_applicable": "grey", "finished": "green", "handed_up": "arrow"}[state]
    if (planned and planned < d) or slack < 0:
        return "red"
    if (planned and between(d, planned) <= policy["yellow_days"]) or slack < policy["yellow_slack"]:
        return "yellow"
    return "blue"

"""Dated facts of one procedure part, and its state on a day. Source: rules 2."""

import copy
from dataclasses import dataclass, field
from datetime import date

UPPER = ("state", "region")


@dataclass
class Dated:
    on: date
    assumed: bool = False


@dataclass
class Return:
    on: date
    answered: date | None = None  # submitted again


@dataclass
class HandUp:
    on: date
    assumed: bool = False
    back: date | None = None


@dataclass
class Facts:
    authority: str | None = None
    not_applicable: bool = False
    reason: str | None = None
    planned: date | None = None
    baseline: date | None = None
    submitted: Dated | None = None
    accepted: list[Dated] = field(default_factory=list)
    handed_up: list[HandUp] = field(default_factory=list)
    returned: list[Return] = field(default_factory=list)  # corrections asked and rejections
    finished: Dated | None = None
    number: str | None = None
    preparing: date | None = None
    not_started: date | None = None


@dataclass
class Line:
    """One line of 手续明细; None is a blank cell."""
    kind: str
    part: str = ""
    involved: bool | None = None
    reason: str | None = None
    authority: str | None = None
    state: str | None = None
    planned: date | None = None
    submitted: date | None = None
    accepted: date | None = None
    handed_up: date | None = None
    finished: date | None = None
    number: str | None = None

    def not_applicable_answer(self):
        return self.involved is False or self.state == "not_applicable"


def latest(dates, d):
    return max((fact.on for fact in dates if fact.on <= d), default=None)


def hand_up_on(facts, d):
    """The newest hand-up by the day, unless it came back."""
    rounds = [hand_up for hand_up in facts.handed_up if hand_up.on <= d]
    return rounds[-1] if rounds and (rounds[-1].back is None or d < rounds[-1].back) else None


def state_on(facts, d, campaign_start):
    # 1 ruled not applicable, by default from the campaign's start
    if facts.not_applicable and campaign_start <= d:
        return "not_applicable"
    # 2 finished
    if facts.finished and facts.finished.on <= d:
        return "finished"
    # 3 handed up, where region or state decides, and not sent back since
    if facts.authority in UPPER and hand_up_on(facts, d):
        return "handed_up"
    # 4 correction asked or rejected, later than any acceptance
    back, accepted = latest(facts.returned, d), latest(facts.accepted, d)
    came_back = back is not None and (accepted is None or back > accepted)
    if came_back and not any(r.on == back and r.answered and r.answered <= d for r in facts.returned):
        return "returned"
    # 5 to 8
    if accepted and not came_back:
        return "in_review"
    if facts.submitted and facts.submitted.on <= d:
        return "submitted"
    if facts.preparing and facts.preparing <= d:
        return "preparing"
    if facts.not_started and facts.not_started <= d:
        return "not_started"
    return "unknown"


def take_days(new, line):
    """A day in a cell replaces what was known; an acceptance after a return begins a new round."""
    if line.submitted:
        new.submitted = Dated(line.submitted)
    if line.accepted and line.accepted not in [fact.on for fact in new.accepted if not fact.assumed]:
        last_return = latest(new.returned, date.max)
        last = max(new.accepted, key=lambda fact: fact.on, default=None)
        if last and not (last_return and last_return > last.on and line.accepted > last_return):
            new.accepted.remove(last)
        new.accepted.append(Dated(line.accepted))
    if line.handed_up:
        if new.handed_up and (new.handed_up[-1].back is None or line.handed_up <= new.handed_up[-1].back):
            new.handed_up[-1].on, new.handed_up[-1].assumed = line.handed_up, False
        else:
            new.handed_up.append(HandUp(line.handed_up))
    if line.finished:
        new.finished = Dated(line.finished)


STEPS = {"not_started": 1, "preparing": 2, "submitted": 3, "corrected": 3, "rejected": 3, "returned": 3, "in_review": 4,
         "handed_up": 5, "finished": 6}


def take_back(new, word, last_day):
    """A state that says less than is known corrects it: what was done by that day was not done. A return is no correction
    of the steps before it, but of a finish."""
    if new.finished and new.finished.on <= last_day:
        new.finished = None
    if word in ("corrected", "rejected"):
        return
    if STEPS[word] < 5 and hand_up_on(new, last_day):
        new.handed_up.pop()
    if STEPS[word] < 4:
        new.accepted = [fact for fact in new.accepted if fact.on > last_day]
        new.returned = [fact for fact in new.returned if fact.on > last_day]
    if STEPS[word] < 3 and new.submitted and new.submitted.on <= last_day:
        new.submitted = None
    if STEPS[word] < 2 and new.preparing and new.preparing <= last_day:
        new.preparing = None


def take_state(new, line, last_day, start):
    """A state with a day of its own, reported without it, gets the last day of the first dekad that reports it."""
    word = line.state
    if word == "at_region":  # 已报自治区
        word = "handed_up" if new.authority == "region" else "in_review"
    if word is None and line.number and not line.not_applicable_answer():
        word = "finished"
    stands = state_on(new, last_day, start)
    if STEPS.get(word, 9) < STEPS.get(stands, 0):
        take_back(new, word, last_day)
        stands = state_on(new, last_day, start)
    if word == "finished" and new.finished is None:
        new.finished = Dated(last_day, True)
    if word == "handed_up" and (not new.handed_up or new.handed_up[-1].back):
        new.handed_up.append(HandUp(last_day, True))
    if word in ("corrected", "rejected") and stands != "returned":
        new.returned.append(Return(last_day))
        if stands == "handed_up":
            new.handed_up[-1].back = last_day
    if word == "in_review" and stands != "in_review":
        new.accepted.append(Dated(last_day, True))
    if word == "submitted" and stands == "returned":
        later = line.submitted and line.submitted > new.returned[-1].on
        new.returned[-1].answered = line.submitted if later else last_day
    if word == "submitted" and new.submitted is None:
        new.submitted = Dated(last_day, True)
    if word == "preparing" and new.preparing is None:
        new.preparing = last_day
    if word == "not_started" and new.not_started is None:
        new.not_started = last_day


def revise(facts, line, last_day, start):
    """The next revision: what the line says over what was known; blank cells change nothing."""
    new = copy.deepcopy(facts)
    if line.authority:
        new.authority = line.authority
    if line.planned:
        new.planned = line.planned
        new.baseline = new.baseline or line.planned
    if line.number:
        new.number = line.number
    if line.not_applicable_answer():
        new.not_applicable, new.reason = True, line.reason or "not_involved"
        return new
    if line.involved or line.state or any((line.submitted, line.accepted, line.handed_up, line.finished)):
        new.not_applicable, new.reason = False, None
    take_days(new, line)
    take_state(new, line, last_day, start)
    return new


def unverified(facts):
    """已报未核: the day of finishing is assumed, or there is no number (workbooks bring no papers)."""
    return facts.finished.assumed or not facts.number

"""The leagues. Source: rules 5."""

from fractions import Fraction

from counting import counted_projects, is_done, meets, target_ratio


def score_rows(campaign, league, unit, projects, strictly):
    """The things that count for a unit: pairs of (thing, done)."""
    if league["counts"] == "project":
        measure = campaign.policy["ranking"]
        mine = [p for p in projects if belongs(league, unit, p)]
        return [(p, p.finished(strictly) if measure == "finished" else p.meets(strictly)) for p in mine]
    parts = [part for p in projects for part in p.applicable() if campaign.kinds[part.kind]["line"] == unit]
    if league.get("approver_scope", "line") == "city_only":
        parts = [part for part in parts if part.authority in ("city", None)]
    return [(part, is_done(part, strictly)) for part in parts]


def explained(league, measure, things):
    """What stands behind a rate: (project, kind, part) to whether it is done and, for a project, what is in the way."""
    if league["counts"] == "procedure":
        return {(part.project, part.kind, part.part): (done, None) for part, done in things}
    reached = is_done if measure == "finished" else meets
    return {(project.project.name, None, ""):
            (done, {(part.kind, part.part, part.state) for part in project.applicable() if not reached(part)})
            for project, done in things}


def belongs(league, unit, counted):
    if league["ranked"] == "sponsor" and league.get("sponsor_counts", "own") == "line":
        return counted.project.industry == unit
    return counted.unit == unit


def unfinished_parts(league, rows, strictly):
    if league["counts"] == "project":
        parts = [part for project, _ in rows for part in project.applicable()]
    else:
        parts = [part for part, _ in rows]
    return (sum(not is_done(part, strictly) for part in parts), sum(part.overdue for part in parts))


def met_guard(campaign, league, unit, projects):
    """Whether the unit met the guard's target with what is its own."""
    target = next(t for t in campaign.targets if t["id"] == league["guard_target"])
    if league["counts"] == "project":
        mine = [p for p in projects if belongs(league, unit, p)]
    else:
        mine = [OnlyParts([part for part in p.parts if campaign.kinds[part.kind]["line"] == unit]) for p in projects]
    done, of = target_ratio(target, mine)
    return of > 0 and Fraction(done, of) >= target["threshold"]


class OnlyParts:
    def __init__(self, parts):
        self.parts = parts

    def applicable(self):
        return [part for part in self.parts if part.state != "not_applicable"]


def table(campaign, league, projects, d):
    projects = counted_projects(projects)
    cut = d in campaign.cuts
    rows, unranked = [], []
    for unit in campaign.ranked(league):
        things = score_rows(campaign, league, unit, projects, strictly=cut)
        if not things:
            unranked.append(unit)
            continue
        done = sum(is_it for _, is_it in things)
        unfinished, overdue = unfinished_parts(league, things, strictly=cut)
        exempt = any(e["league"] == league["id"] and e["unit"] == unit and e["cut"] == d for e in campaign.exemptions)
        rows.append({"unit": unit, "things": things, "done": done, "of": len(things), "rate": Fraction(done, len(things)), "exempt": exempt,
                     "flagged": len(things) < league.get("minimum_size", 1), "unfinished": unfinished, "overdue": overdue})
    order = {unit: n for n, unit in enumerate(campaign.ranked(league))}
    rows.sort(key=lambda row: (-row["rate"], row["unfinished"], row["overdue"], order[row["unit"]]))
    for row in rows:
        row["rank"] = 1 + sum(other["rate"] > row["rate"] for other in rows)
        row["tied"] = sum(other["rate"] == row["rate"] for other in rows) > 1
    mark_bottom(campaign, league, rows, projects)
    candidates = [row["unit"] for row in rows if row["bottom"] and not row["exempt"]] if cut else []
    return {"rows": rows, "unranked": unranked, "candidates": sorted(candidates, key=order.get), "assessment": cut}


def mark_bottom(campaign, league, rows, projects):
    """The n lowest places; a tie across the line takes all in; never who is at 100 % or shares the first place."""
    line = sorted(row["rate"] for row in rows)[:league["bottom"]]
    for row in rows:
        row["bottom"] = bool(line) and row["rate"] <= line[-1] and row["rate"] < 1 and row["rank"] > 1
        if row["bottom"] and league.get("guard") == "target_missed":
            row["bottom"] = not met_guard(campaign, league, row["unit"], projects)

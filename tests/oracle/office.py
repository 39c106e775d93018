"""What the office knows at each commit, by the rules alone, and the numbers that follow from it."""

from collections import defaultdict
from dataclasses import dataclass

import timetable
from counting import Counted, Part, counted_projects, figures, percent, target_ratio
from days import DAY, dekad_of, last_ended_before
from facts import UPPER, Facts, revise, state_on, unverified
from life import Event, Project
from ranking import table


@dataclass
class Publication:
    seq: int
    period: object
    revision: int | None
    rates: dict
    ranks: dict


class Office:
    def __init__(self, campaign):
        self.campaign = campaign
        self.projects = {}  # name to Project
        self.parts = defaultdict(list)  # (project name, kind, part) to [(seq, Facts)]
        self.reported = defaultdict(set)  # dekad to [(seq, unit)]
        self.published = []  # (seq, dekad, revision, figures, leagues)

    def take(self, seq, unit, period, rows):
        """One return, at one commit."""
        self.reported[period.name].add((seq, unit))
        for site, lines in rows:
            project = self.projects.get(site.name)
            if project is None:
                project = Project(site.name, unit, site.industry, site.track, site.total * 10000, site.year_plan * 10000,
                                  self.joining_day(period), seq)
                self.projects[site.name] = project
            for line in lines:
                history = self.parts[site.name, line.kind, line.part]
                before = history[-1][1] if history else Facts()
                history.append((seq, revise(before, line, period.last, self.campaign.starts)))

    def change_life(self, seq, project, action, on, words):
        to = words[1] if words else None
        project.events.append(Event(seq, on, action, to))
        if action == "split":
            self.projects[to] = Project(to, project.unit_on(on, seq), project.industry, project.track, 0, 0, on, seq)

    def joining_day(self, period):
        """增补 counts from its dekad; before the first publication it belongs to what the campaign began with."""
        added = any(publication.period.first < period.first for publication in self.published)
        return period.first if added else self.campaign.starts

    def facts_of(self, name, kind, part, seq):
        known = [facts for born, facts in self.parts[name, kind, part] if born <= seq]
        return known[-1] if known else None

    def parts_of(self, project, d, seq):
        """Facts of every part of a kind in force; a kind that nobody reported is one part, unknown."""
        parts = {}
        for kind in self.campaign.in_force(d):
            named = {part: self.facts_of(name, kind, part, seq) for name, k, part in list(self.parts)
                     if name == project.name and k == kind}
            named = {part: facts for part, facts in named.items() if facts}
            parts[kind] = named or {"": Facts()}
        return parts

    def on_day(self, d, seq):
        """The projects in the campaign on the day."""
        return [self.snapshot(project, d, seq) for project in self.projects.values() if project.is_in(d, seq)]

    def snapshot(self, project, d, seq):
        facts, parts = self.parts_of(project, d, seq), []
        states = {kind: {part: state_on(f, d, self.campaign.starts) for part, f in named.items()}
                  for kind, named in facts.items()}
        for kind, named in facts.items():
            held = self.held_above(project, kind, facts, states)
            for name, f in named.items():
                state = states[kind][name]
                open_part = state not in ("finished", "not_applicable")
                parts.append(Part(project.name, kind, name, f.authority, state,
                                  overdue=bool(f.planned and f.planned < d and open_part and state != "handed_up"),
                                  unverified=state == "finished" and unverified(f), held_above=open_part and held))
        return Counted(project, project.unit_on(d, seq), parts)

    def edges(self, project, kind):
        for edge in self.campaign.kinds[kind]["before"]:
            if edge["edge"] == "practice" and not self.campaign.policy["practice_edges"]:
                continue
            if edge["tracks"] is None or project.track is None or project.track in edge["tracks"]:
                yield edge

    def held_above(self, project, kind, facts, states):
        return any(facts[edge["kind"]][part].authority in UPPER and state not in ("finished", "not_applicable")
                   for edge in self.edges(project, kind) for part, state in states.get(edge["kind"], {}).items())

    def figures(self, d, seq):
        projects = self.on_day(d, seq)
        result = figures(self.campaign, projects, self.campaign.in_force(d))
        result["gained"] = sum(self.gained(p, d, seq) for p in counted_projects(projects) if p.finished())
        result["target_rates"] = {
            target["id"]: self.target_on(target, min(d, target["deadline"]), seq) for target in self.campaign.targets}
        result["faults"] = self.faults(projects, seq)
        return result

    def gained(self, counted, d, seq):
        """The facts by which it is finished came true in this dekad, and not before the campaign."""
        eve = max(dekad_of(d).first, self.campaign.starts) - DAY
        return not self.snapshot(counted.project, eve, seq).finished()

    def target_on(self, target, d, seq):
        return target_ratio(target, counted_projects(self.on_day(d, seq)))

    def faults(self, projects, seq):
        found = set()
        for counted in projects:
            if not counted.applicable():
                found.add((counted.project.name, "nothing_applicable"))
                continue
            for part in counted.applicable():
                facts = self.facts_of(part.project, part.kind, part.part, seq)
                if part.authority is None:
                    found.add((counted.project.name, "missing_authority"))
                if part.state not in ("finished", "handed_up") and (facts is None or facts.planned is None):
                    found.add((counted.project.name, "no_plan_date"))
        return found

    def leagues(self, d, seq):
        projects = self.on_day(d, seq)
        return {league["id"]: table(self.campaign, league, projects, d) for league in self.campaign.leagues}

    def shown(self, d, seq):
        """Every rate as it is displayed, and every rank: what later dekads are compared with."""
        rates = {name: percent(*pair, self.campaign.thresholds()) for name, pair in rates_of(self.figures(d, seq)).items()}
        ranks = {}
        for league, found in self.leagues(d, seq).items():
            for row in found["rows"]:
                ranks[league, row["unit"]] = row["rank"]
                rates[league, row["unit"]] = percent(row["done"], row["of"], self.campaign.thresholds())
        return rates, ranks

    def publish(self, seq, period, known):
        """`known`: the commit whose ledger was published."""
        revision = 1 + sum(publication.period == period for publication in self.published)
        self.published.append(Publication(seq, period, revision, *self.shown(period.last, known)))

    def before(self, d, seq):
        """The newest published revision of the dekad before, else that dekad recomputed, else nothing."""
        period = last_ended_before(d)
        published = [p for p in self.published if p.period == period and p.seq <= seq]
        if published:
            return published[-1]
        if period.last < self.campaign.starts:
            return Publication(0, period, None, {}, {})
        return Publication(0, period, None, *self.shown(period.last, seq))

    def plans(self, d, seq, deadline=None):
        """Project name to its works, and to the light of each part."""
        plans = {}
        for project in self.projects.values():
            if not project.is_in(d, seq):
                continue
            facts = self.parts_of(project, d, seq)
            states = {kind: {part: state_on(f, d, self.campaign.starts) for part, f in named.items()}
                      for kind, named in facts.items()}
            works = timetable.plan(self, project, facts, states, d, deadline)
            slacks = {(work.kind, work.part): work.slack for work in works}
            lights = {(kind, part): timetable.light(self.campaign.policy, states[kind][part], f.planned,
                                                    slacks.get((kind, part)), d)
                      for kind, named in facts.items() for part, f in named.items()}
            plans[project.name] = works, lights
        return plans

    def carried(self, d, seq):
        """Units with projects that sent nothing for the dekad that ended last."""
        period = dekad_of(d) if dekad_of(d).last == d else last_ended_before(d)
        if period.last < self.campaign.first_dekad.last:
            return set()
        sent = {unit for born, unit in self.reported[period.name] if born <= seq}
        return {counted.unit for counted in self.on_day(d, seq)} - sent


def rates_of(figures):
    """Name to pair, for every rate among the figures."""
    rates = {name: figures[name] for name in ("finished_rate", "meets_rate", "strict", "regional")}
    for name in figures["targets"]:
        rates[name] = figures["target_rates"][name]
        rates[name, "running"] = figures["targets"][name]
    for group in ("by_kind", "by_authority"):
        for name, found in figures[group].items():
            rates[group, name, "strict"], rates[group, name, "regional"] = found["strict"], found["regional"]
    return rates

"""One made-up campaign from the first return to the last publication, compared on the way."""

import campaign as files
import workbook
from compare import Compare
from days import DAY, instant
from facts import Line
from office import Office
from program import Program
from world import SYLLABLES, World, sheets


class Play:
    def __init__(self, binary, folder, random):
        self.program, self.folder, self.random = Program(binary, folder), folder, random
        self.world = World(random)
        self.campaign = self.world.campaign
        self.office = Office(self.campaign)
        self.compare = Compare(self.campaign, self.office, self.program)
        self.differences = self.compare.differences
        self.now = None
        self.marks = []  # (instant, seq)
        self.papers = {}

    @property
    def compared(self):
        return self.compare.compared

    def run(self):
        files.write(self.campaign, self.folder / "campaign")
        self.program.run("init", "--campaign", "campaign", "--now", instant(self.campaign.starts, 8))
        for number, period in enumerate(self.world.dekads):
            self.import_dekad(number, period)
            self.change_lives(period)
            self.compare.day(period.last)
            if self.random.random() < 0.8:
                self.publish(period)
            self.look_around(number)
            if self.office.published and self.random.random() < 0.5:
                self.correct(period)
            self.try_errors(period)
        self.load_new_version()

    def head(self):
        return self.program.ask("verify")["commits"]

    def import_dekad(self, number, period):
        for minute, (unit, rows) in enumerate(self.world.returns(number).items()):
            self.send(f"{period.name}-{unit}.xlsx", unit, period, rows, instant(period.last, 18, minute))
        self.compare.learn_ids(period.last)

    def send(self, name, unit, period, rows, now):
        workbook.write(self.folder / name, sheets(self.campaign, unit, period, rows))
        answer = self.program.ask("import", name, "--now", now)
        self.office.take(answer["seq"], unit, period, rows)
        self.marks.append((now, answer["seq"]))

    def change_lives(self, period):
        for minute in range(self.random.choice([0, 1, 2, 3])):
            inside = list(self.office.projects.values())
            project = self.random.choice(inside)
            seq = self.marks[-1][1]
            first = max([project.joined, *(event.on for event in project.events), self.campaign.starts])
            on = first + DAY * self.random.randint(0, max((period.last - first).days, 0))
            if on > period.last:
                continue
            self.change(project, on, instant(period.last, 19, minute), seq)

    def change(self, project, on, now, seq):
        words = []
        if not project.is_in(on, seq):
            action = {"suspend": "resume", "withdraw": "join", "end": "join"}.get(project.events[-1].action)
            if action is None:
                return
        else:
            action = self.random.choice(["suspend", "withdraw", "end", "merge", "move", "split", "suspend", "move"])
        if action == "move":
            units = set(self.campaign.districts) | set(self.campaign.sponsors)
            words = ["--to", self.random.choice(sorted(units - {project.unit_on(on, seq)}))]
        if action == "merge":
            others = [other for other in self.office.projects.values() if other is not project]
            words = ["--to", self.random.choice(others).id] if others else None
        if action == "split":
            words = ["--name", "拆出" + "".join(self.random.sample(SYLLABLES, 7))]
        if words is None:
            return
        answer = self.program.ask("project", action, "--project", project.id, "--on", on, "--reason", "研究",
                                  "--approval", "纪要", "--now", now, *words)
        self.office.change_life(answer["seq"], project, action, on, words)
        self.marks.append((now, answer["seq"]))
        if action == "move":
            for site in self.world.sites:
                if site.name == project.name:
                    site.unit = words[1]
        self.compare.learn_ids(on)

    def correct(self, period):
        """A late return for a published dekad, and a numbered revision of its bulletin."""
        publication = self.random.choice(self.office.published)
        old = publication.period
        now = instant(period.last, 22)
        self.program.run("reopen", "--dekad", old.name, "--reason", "补报", "--now", now)
        sites = [site for site in self.world.sites if site.name in self.office.projects and
                 self.office.projects[site.name].unit_on(old.last, 10 ** 9) == site.unit]
        if sites:
            unit = self.random.choice(sites).unit
            rows = [(site, site.late_lines(old)) for site in sites if site.unit == unit]
            self.send(f"late-{period.name}-{old.name}-{unit}.xlsx", unit, old, rows, now)
        self.publish(old, instant(period.last, 23), "--reason", "更正")
        for d in (old.last, period.last, period.last + DAY):
            self.compare.day(d)

    def publish(self, period, now=None, *reason):
        now, known = now or instant(period.last, 20), self.head()
        self.program.run("lock", "--dekad", period.name, "--now", now)
        known = self.head()
        self.program.run("publish", "--dekad", period.name, "--now", now, *reason)
        self.keep_papers(period)
        seq = self.head()
        self.office.publish(seq, period, known)
        self.marks.append((now, seq))

    def keep_papers(self, period):
        revision = 1 + sum(publication.period == period for publication in self.office.published)
        self.papers[period.name, revision] = self.paper(period.name, revision)

    def paper(self, period, revision):
        self.program.run("bulletin", "--dekad", period, "--revision", revision, "--out", "papers", "--format", "json")
        return (self.folder / "papers" / "bulletin.json").read_bytes()

    def try_errors(self, period):
        """Lines that are refused, each with its code; nothing of them is recorded."""
        sites = [site for site in self.world.sites if site.name in self.office.projects and
                 self.office.projects[site.name].unit_on(period.last, 10 ** 9) == site.unit]
        if not sites:
            return
        self.try_former_unit(period)
        site, head = self.random.choice(sites), self.head()
        part = self.random.choice(site.parts)
        wrong = [("date_after_report", {step: period.last + DAY}) for step in ("submitted", "accepted", "finished")]
        wrong += [("handed_up_not_allowed", {"authority": level, "state": "handed_up"}) for level in ("city", "county")]
        wrong += [("handed_up_not_allowed", {"authority": "city", "handed_up": period.first}),
                  ("state_contradiction", {"involved": False, "state": "finished"}),
                  ("state_contradiction", {"involved": False, "finished": period.first}),
                  ("state_contradiction", {"state": "not_started", "finished": period.first})]
        code, said = self.random.choice(wrong)
        self.compare.place = f"{said} reported for {period.name}"
        self.compare.same("errors", self.refused(site.unit, period, site, Line(part.kind, part.part, **said)), {code})
        self.compare.same("commits", self.head(), head)

    def try_former_unit(self, period):
        """The unit that a project was moved from cannot report it, and it is not taken for a new one."""
        for site in self.world.sites:
            project = self.office.projects.get(site.name)
            if project and project.unit_on(period.last, 10 ** 9) != project.unit:
                self.compare.place = f"{site.name} reported by the unit that it left"
                self.compare.same("errors", self.refused(project.unit, period, site, Line(site.parts[0].kind)),
                                  {"project_of_other_unit"})
                return

    def refused(self, unit, period, site, line):
        workbook.write(self.folder / "wrong.xlsx", sheets(self.campaign, unit, period, [(site, [line])]))
        answer = self.program.ask("import", "wrong.xlsx", "--reason", "核对", "--now", instant(period.last, 23, 30),
                                  expect=1)
        return {message["code"] for file in answer["files"] for message in file["messages"]
                if message["severity"] == "error"}

    def send_back_prefilled(self, period):
        """The form of a unit, filled in from what is known and sent back as it is, changes nothing."""
        units = sorted({project.unit_on(period.last, 10 ** 9) for project in self.office.projects.values()})
        unit = self.random.choice(units)
        now = instant(period.last, 21)
        self.program.run("template", "--kind", "table2", "--unit", unit, "--dekad", period.name, "--out", "form.xlsx",
                         "--now", now)
        answer = self.program.ask("import", "form.xlsx", "--dry-run", "--reason", "核对", "--now", now)
        self.compare.place = f"form of {unit} for {period.name}"
        for table in answer["files"]:
            self.compare.same("unchanged", (table["new"], table["changed"], table["refused"], table["unchanged"]),
                              (0, 0, 0, table["rows"]))

    def load_new_version(self):
        """Another version of the campaign changes no published paper, and nothing as it was known before."""
        d, mark = self.world.dekads[-1].last, self.marks[-1]
        before = [self.program.run(verb, "--as-of", d, "--known-at", mark[0], "--json") for verb in ("figures", "leagues")]
        self.campaign.version = "2"
        for target in self.campaign.targets:
            target["share"] = "1/3"
        for league in self.campaign.leagues:
            league["bottom"] += 1
        files.write(self.campaign, self.folder / "campaign")
        self.program.run("init", "--campaign", "campaign", "--now", instant(d, 23, 45))
        self.compare.place = "after a new version"
        after = [self.program.run(verb, "--as-of", d, "--known-at", mark[0], "--json") for verb in ("figures", "leagues")]
        self.compare.same("what was known", after, before)
        for (period, revision), bytes_before in self.papers.items():
            self.compare.same(f"bulletin {period} {revision}", self.paper(period, revision) == bytes_before, True)
        self.compare.same("verify", self.program.ask("verify")["ok"], True)

    def look_around(self, number):
        """Past days, days before the campaign, what was known earlier."""
        periods = self.world.dekads
        days = [periods[0].first - DAY, periods[0].first, periods[number].first, periods[number].last + DAY,
                self.campaign.starts - DAY] + [target["deadline"] for target in self.campaign.targets]
        self.send_back_prefilled(periods[number])
        for d in self.random.sample(days, 2):
            self.compare.day(d)
        self.compare.day(self.random.choice(periods[:number + 1]).last, self.random.choice(self.marks))

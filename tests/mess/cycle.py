"""The whole campaign, dekad by dekad: what the ledger says after each return that was taken, against what the unit knew."""

import collections

from truth import name_key


# Warnings: the row is taken.
TAKEN_ALL_THE_SAME = {"finished_without_date", "amount_scale", "unknown_header"}


class Cycle:
    def __init__(self, program, folder, document, returns):
        self.program, self.folder, self.document = program, folder, document
        self.returns = collections.defaultdict(list)
        for each in returns:
            self.returns[each.dekad].append(each)
        self.ids = {}      # National code of a project → the ledger's id.
        self.lost = set()  # Projects to which something could not be recorded.
        self.compared = self.refused = self.asked = self.answered = 0
        self.faults = []

    def run(self):
        before = "0000-00-00"
        for dekad in self.document["dekads"]:
            day = dekad["as_of"]
            self.record_life(before, day)
            for each in self.returns[dekad["dekad"]]:
                asks = any(question.against_ledger for question in each.questions)
                names = {name_key(row["name"]) for row in self.ledger(day)} if asks else set()
                answer = self.program.ask("import", self.folder / each.file, *each.hints(), "--policy", "good_rows",
                                          "--now", f"{day}T18:00:00+08:00", allowed=(0, 1))
                self.look_for_near_names(each, answer["files"], names)
            self.compare(dekad, self.returns[dekad["dekad"]])
            before = day
        return self

    def ledger(self, day):
        return self.program.ask("ledger", "--as-of", day, "--format", "json")

    def find_id(self, project, day):
        code = project["code"]
        if code not in self.ids:
            for row in self.ledger(day):
                if row["code"] == code or name_key(row["name"]) == name_key(project["name"]):
                    self.ids[code] = row["project"]
        return self.ids.get(code)

    def record_life(self, before, day):
        for event in self.document["life_events"]:
            if not before < event["on"] <= day:
                continue
            target = event["to"]
            if event["action"] == "merge":
                names = {p["code"]: p for d in self.document["dekads"] for p in d["projects"]}
                target = self.find_id(names.get(target, {"code": target, "name": ""}), day)
            words = ["--project", self.find_id(event["project"], day) or event["project"]["code"], "--on", event["on"],
                     "--reason", event["reason"], "--approval", event["approval"]]
            words += ["--to", target] if target else []
            words += ["--name", event["name"]] if event["name"] else []
            try:
                self.program.run("project", event["action"], *words, "--now", f"{day}T17:00:00+08:00")
            except RuntimeError:
                self.lost.update({name_key(event["project"]["name"]), name_key(event["name"] or "-")})

    def look_for_near_names(self, each, tables, names):
        said = {(m["sheet"], m["cell"], m["code"]) for table in tables for m in table["messages"]}
        for question in each.questions:
            if not question.against_ledger:
                continue
            meant = each.canonical[question.project]
            if meant not in names:
                self.lost.update({meant, question.project})  # Never taken, so the near name is a new one.
                continue
            self.asked += 1
            if any((question.sheet, question.cell, code) in said for code in question.codes):
                self.answered += 1
            else:
                self.lost.update({meant, question.project})
                self.faults.append(f"{each.file} [{each.layout}]: NOT ASKED: {question.name} {question.sheet}!"
                                   f"{question.cell} {question.project}, known is {meant}")

    def compare(self, dekad, returns):
        rows = {(name_key(row["name"]), row["kind"]): row for row in self.ledger(dekad["as_of"])}
        known = {name_key(project["name"]): project for project in dekad["projects"]}
        for each in returns:
            doubted = {q.project for q in each.questions if not TAKEN_ALL_THE_SAME.issuperset(q.codes)}
            for cell in each.cells:
                if cell.field not in ("state", "finished_on") or not cell.kind:
                    continue
                if cell.project in doubted or cell.project in self.lost or cell.project not in known:
                    self.refused += 1
                    continue
                self.compare_cell(dekad, each, cell, known[cell.project], rows.get((cell.project, cell.kind)))

    def compare_cell(self, dekad, each, cell, project, row):
        self.compared += 1
        if cell.field == "state":
            meant, found = project["states"].get(cell.kind), row and row["state"]
        else:
            meant, found = cell.meaning, row and row["finished_on"]
        if meant != found:
            self.faults.append(f"{each.file} [{each.layout}]: {cell.sheet}!{cell.cell} {cell.key}: the ledger says "
                               f"{found} on {dekad['as_of']}, the unit meant {meant}")

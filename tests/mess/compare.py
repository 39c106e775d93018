"""One return as read against what was meant, cell by cell."""

import collections
import re
import traceback

from truth import name_key

# Said of what the row leaves out, at a cell that need not be the one in doubt.
OF_THE_ROW = {"state_contradiction", "duplicate_row", "finished_without_date", "missing_authority"}
# Follow from other cells; a return need not write them.
DERIVED = {"responsible", "not_applicable_reason", "state", "name"}


class Score:
    """Counts by spelling, layout and class of doubt, and examples of whatever went wrong."""

    def __init__(self):
        self.cells = collections.Counter()
        self.right = collections.Counter()
        self.told = collections.Counter()
        self.silent = collections.Counter()
        self.refused = collections.Counter()
        self.layouts = collections.defaultdict(collections.Counter)
        self.asked = collections.Counter()
        self.answered = collections.Counter()
        self.false_alarms = collections.Counter()
        self.alarms = 0
        self.returns = 0
        self.unread = 0
        self.faults = []

    def add(self, other):
        for name in ("cells", "right", "told", "silent", "refused", "asked", "answered", "false_alarms"):
            getattr(self, name).update(getattr(other, name))
        for layout, counts in other.layouts.items():
            self.layouts[layout].update(counts)
        self.alarms += other.alarms
        self.returns += other.returns
        self.unread += other.unread
        self.faults += other.faults


def row_of(cell):
    digits = re.sub(r"\D", "", cell)
    return int(digits) if digits else 0


class Comparison:
    def __init__(self, truth, tables, way=""):
        self.truth, self.tables, self.way = truth, tables, way
        self.messages = [m for t in tables for m in t["messages"] if m["severity"] != "note"]
        self.at = collections.defaultdict(list)
        for message in self.messages:
            self.at[message["sheet"], message["cell"]].append(message)
        self.read = {}
        for table in tables:
            for change in table.get("changes", []):
                key = (name_key(change["name"]), change["kind"], change["field"])
                self.read[key] = (change["after"].replace(" ", ",") if change["field"] == "districts"
                                  else change["after"], change["sheet"], change["cell"], change["value"])
        self.listed = {key[0] for key in self.read}
        self.score = Score()

    def run(self):
        self.score.returns = 1
        if not self.read and self.truth.cells and not self.truth.projects == []:
            self.score.unread = int(not any(t["rows"] for t in self.tables))
            if self.score.unread:
                codes = collections.Counter(m["code"] for m in self.messages)
                self.fault("return not read", dict(codes))
        problems = sum(table["rows"] for table in self.tables if table["form"] == "table3")
        if problems != self.truth.problems:
            self.score.silent["lines of annex 3"] += 1
            self.fault("WRONG, SILENT", f"annex 3 has {self.truth.problems} lines, read {problems}")
        self.compare_cells()
        self.compare_questions()
        self.compare_messages()
        self.look_for_inventions()
        return self.score

    def fault(self, what, detail):
        self.score.faults.append(f"{self.truth.file} {self.way} [{self.truth.layout}]: {what}: {detail}")

    def compare_cells(self):
        doubted = {(q.project, q.kind) for q in self.truth.questions if q.planted}
        layout = self.score.layouts[self.truth.layout]
        for cell in self.truth.cells:
            spelling = cell.spelling
            self.score.cells[spelling] += 1
            layout["cells"] += 1
            found = self.read.get(cell.key)
            if cell.project not in self.listed or (cell.project, cell.kind) in doubted:
                self.score.refused[spelling] += 1
                layout["refused"] += 1
            elif found and self.same(cell, found):
                self.score.right[spelling] += 1
                layout["right"] += 1
            elif self.at[cell.sheet, cell.cell]:
                self.score.told[spelling] += 1
                codes = [m["code"] for m in self.at[cell.sheet, cell.cell]]
                self.fault(f"told {codes}", f"{cell.sheet}!{cell.cell} {cell.key} {cell.meaning} ({spelling})")
            else:
                self.score.silent[spelling] += 1
                layout["wrong"] += 1
                self.fault("WRONG, SILENT", f"{cell.sheet}!{cell.cell} {cell.key} meant {cell.meaning!r} "
                                            f"({spelling}), read {found}")

    def same(self, cell, found):
        if cell.field == "name":
            return name_key(found[0]) == name_key(cell.meaning)
        return found[0].strip() == cell.meaning.strip()

    def compare_questions(self):
        refused = {project for project in self.truth.projects if project not in self.listed}
        for question in self.truth.questions:
            if question.against_ledger:
                continue
            heard = [m for m in self.messages if m["code"] in question.codes and m["sheet"] == question.sheet and
                     (m["cell"] == question.cell or
                      (m["code"] in OF_THE_ROW and row_of(m["cell"]) == question.row))]
            # Beside a cell that refuses the row, what the row leaves out may go unsaid.
            if not heard and not question.planted and question.project in refused:
                continue
            self.score.asked[question.name] += 1
            if heard:
                self.score.answered[question.name] += 1
            else:
                others = [f"{m['code']} at {m['cell']}" for m in self.messages
                          if m["sheet"] == question.sheet and row_of(m["cell"]) == question.row]
                self.fault("NOT ASKED", f"{question.name} {question.sheet}!{question.cell} {question.codes}, "
                                        f"row says {others}, read "
                                        f"{[v for k, v in self.read.items() if v[2] == question.cell]}")

    def compare_messages(self):
        places = collections.defaultdict(set)
        rows = collections.defaultdict(set)
        for question in self.truth.questions:
            places[question.sheet, question.cell].update(question.codes)
            rows[question.sheet, question.row].update(question.codes)
        doubted_rows = {(q.sheet, q.row) for q in self.truth.questions if q.planted}
        for message in self.messages:
            self.score.alarms += 1
            place = message["sheet"], message["cell"]
            row = message["sheet"], row_of(message["cell"])
            if message["code"] in places[place] or (message["code"] in OF_THE_ROW and message["code"] in rows[row]):
                continue
            if row in doubted_rows:
                continue
            # Without the level nobody knows whether 已报自治区 and 已上报 are one state.
            if message["code"] == "sheets_differ" and "missing_authority" in rows[row]:
                continue
            self.score.false_alarms[message["code"]] += 1
            self.fault("FALSE ALARM", f"{message['code']} {message['sheet']}!{message['cell']} "
                                      f"{message['column']!r} {message['value']!r}")

    def look_for_inventions(self):
        meant = {cell.key for cell in self.truth.cells}
        asked = {(q.project, q.kind) for q in self.truth.questions}
        for key, found in self.read.items():
            project, kind, field = key
            if project not in self.truth.projects:
                self.score.silent["invented project"] += 1
                self.fault("WRONG, SILENT", f"invented project {key} {found}")
            elif key not in meant and field not in DERIVED and (project, kind) not in asked:
                self.score.silent["invented value"] += 1
                self.fault("WRONG, SILENT", f"invented value {key} {found}")


def compare(truth, tables, way=""):
    try:
        return Comparison(truth, tables, way).run()
    except Exception:
        score = Score()
        score.faults.append(f"{truth.file}: {traceback.format_exc()}")
        score.unread = 1
        return score

"""What the sample says of its own returns: truth.json, as json/truth_codec describes it."""

import json
import re
import unicodedata


def name_key(name):
    """A project's name without what typing changes: width, white space, kind of bracket."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", name))
    return text.replace("〔", "(").replace("〕", ")").replace("【", "(").replace("】", ")")


class Cell:
    def __init__(self, entry, sheets, projects):
        sheet, self.cell, project, self.kind, self.field, self.meaning, self.spelling = entry
        self.sheet = sheets[sheet]
        self.project = name_key(projects[project]["written"]) if project >= 0 else ""

    @property
    def key(self):
        return self.project, self.kind, {"planned": "planned_on"}.get(self.field, self.field)


class Question:
    def __init__(self, entry, sheets, projects):
        self.name, self.cell, self.kind, self.codes = entry["class"], entry["cell"], entry["kind"], entry["codes"]
        self.planted, self.against_ledger = entry["planted"], entry["against_ledger"]
        self.sheet = sheets[entry["sheet"]]
        self.project = name_key(projects[entry["project"]]["written"]) if entry["project"] >= 0 else ""

    @property
    def row(self):
        return int(re.sub(r"\D", "", self.cell))


class Return:
    def __init__(self, entry):
        self.file, self.dekad, self.unit, self.layout = (entry[k] for k in ("file", "dekad", "unit", "layout"))
        self.unit_in_caption, self.dekad_in_caption = entry["unit_in_caption"], entry["dekad_in_caption"]
        self.problems = entry["problems"]
        self.canonical = {name_key(project["written"]): name_key(project["name"]) for project in entry["projects"]}
        self.projects = [name_key(project["written"]) for project in entry["projects"]]
        self.cells = [Cell(cell, entry["sheets"], entry["projects"]) for cell in entry["cells"]]
        self.questions = [Question(question, entry["sheets"], entry["projects"]) for question in entry["questions"]]

    def hints(self):
        """What whoever imports it has to say, because no caption does."""
        words = [] if self.unit_in_caption else ["--unit", self.unit]
        return words + ([] if self.dekad_in_caption else ["--dekad", self.dekad])


def load(folder):
    document = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return document, [Return(entry) for entry in document.get("returns", [])]

"""The templates of papers are what their tool writes, and the checker of office files refuses files that are wrong."""

import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "src" / "guatu" / "documents" / "docx" / "templates"
sys.path.insert(0, str(ROOT / "tests" / "documents"))

import ooxml_check  # noqa: E402


def parts_of(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(path, parts):
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


class Templates(unittest.TestCase):
    def test_they_are_what_the_tool_writes(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, "-B", ROOT / "tools" / "make_paper_templates", folder], check=True)
            made = sorted(Path(folder).glob("*.docx"))
            self.assertEqual([path.name for path in made], sorted(path.name for path in TEMPLATES.glob("*.docx")))
            for path in made:
                self.assertEqual(parts_of(path), parts_of(TEMPLATES / path.name), path.name)

    def test_only_their_fields_are_not_filled(self):
        for path in TEMPLATES.glob("*.docx"):
            faults = [fault for fault in ooxml_check.faults_of(path) if "unfilled field" not in fault]
            self.assertEqual(faults, [])


class Checker(unittest.TestCase):
    def faults_with(self, change):
        parts = parts_of(TEMPLATES / "plain.docx")
        change(parts)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "changed.docx"
            write(path, parts)
            return "\n".join(fault for fault in ooxml_check.faults_of(path) if "unfilled field" not in fault)

    def replaced(self, part, old, new):
        def change(parts):
            self.assertIn(old, parts[part])
            parts[part] = parts[part].replace(old, new, 1)
        return self.faults_with(change)

    def test_a_part_without_type_or_missing(self):
        self.assertIn("has no type", self.faults_with(lambda parts: parts.update({"word/extra.bin": b"x"})))
        self.assertIn("which is not there", self.faults_with(lambda parts: parts.pop("word/styles.xml")))

    def test_a_relation_to_nothing(self):
        self.assertIn("is no relation", self.replaced("word/document.xml", b'r:id="rId3"', b'r:id="rId99"'))

    def test_elements_out_of_order(self):
        self.assertIn("stands too late", self.replaced(
            "word/document.xml", b'<w:pPr><w:pStyle w:val="PlainTitle"/>', b'<w:pPr><w:jc w:val="left"/><w:pStyle w:val="PlainTitle"/>'))

    def test_a_style_that_nobody_defines(self):
        self.assertIn("is not defined", self.replaced("word/document.xml", b'w:val="PlainTitle"', b'w:val="Fancy"'))

    def test_broken_xml(self):
        self.assertIn("not well-formed", self.replaced("word/styles.xml", b"</w:styles>", b""))

    def test_a_row_of_too_many_cells(self):
        self.assertIn("in a table of", self.replaced("word/document.xml", b"<w:gridCol", b'<w:gridCol w:w="9"/><w:gridCol'))

    def test_what_is_no_archive(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "text.docx"
            path.write_text("no archive", encoding="utf-8")
            self.assertTrue(ooxml_check.faults_of(path))


if __name__ == "__main__":
    unittest.main()

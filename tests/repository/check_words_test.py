"""tools/check_words is shown small trees, each with one word out of place, and has to name it."""

import subprocess
import tempfile
import unittest
from pathlib import Path

TOOL = Path(__file__).resolve().parents[2] / "tools" / "check_words"
CAMPAIGN = {
    "campaigns/here/units.toml": '[[unit]]\ncode = "990001"\nnames = [{ zh = "河湾区", en = "Hewan" }]\naliases = ["河湾"]\n',
    "campaigns/here/catalogue.toml": '[[kind]]\ncode = "dam"\nname = { zh = "筑坝许可", en = "Dam permit" }\nshort_name = "筑坝"\n',
}


def check(files):
    """Exit code and printed lines for a tree with these files and one campaign."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "tree"
        for path, text in {**CAMPAIGN, **files}.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        done = subprocess.run([str(TOOL), str(root)], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout.splitlines()


class CheckWords(unittest.TestCase):
    def refuses(self, files, expected):
        code, lines = check(files)
        self.assertEqual(lines[:-1], expected)
        self.assertEqual(code, 1)

    def accepts(self, files):
        code, lines = check(files)
        self.assertEqual(lines[:-1], [])
        self.assertEqual(code, 0)

    def test_a_city_is_data(self):
        for literal, word in [('"河湾区人民政府"', "河湾区"), ('"河湾"', "河湾"), ('"990001"', "990001"), ('"dam"', "dam"),
                              ('R"(先办筑坝许可)"', "筑坝许可")]:
            with self.subTest(literal):
                self.refuses({"src/guatu/a.cpp": f"\nauto x = {literal};\n"},
                             [f'src/guatu/a.cpp:2: "{word}" belongs to a campaign, not to the program'])
                self.accepts({"tests/a.cpp": f"auto x = {literal};\n", "src/guatu/a.hpp": f"/// {literal}\n"})

    def test_short_words_and_codes_count_only_alone(self):
        self.accepts({"src/guatu/a.cpp": 'auto x = "上河湾村"; auto y = "damage"; auto z = "筑坝时间";\n'})

    def test_words_of_the_forms_are_allowed(self):
        self.accepts({"src/guatu/a.cpp": 'auto x = "筑坝";\n', "tools/words_allowed.txt": "# why\n筑坝  a column head\n"})

    def test_places_on_somebodys_machine(self):
        for text, found in [("/" + "home/me/x", "/" + "home/m"), ("cd /" + "tmp/x", "/" + "tmp/x"),
                            ("http://deb" + ".debian.org/debian", "deb" + ".debian.org")]:
            with self.subTest(text):
                self.refuses({"docs/a.md": f"{text}\n"}, [f"docs/a.md:1: {found} is a place on somebody's machine"])
        self.accepts({"docs/a.md": "https://example.org/home/page and GET /homes\n"})

    def test_unfinished_work(self):
        word = "TO" + "DO"
        self.refuses({"src/guatu/a.cpp": f"int a;  // {word} later\n"},
                     [f"src/guatu/a.cpp:1: {word} says that something is unfinished"])


if __name__ == "__main__":
    unittest.main()

"""tools/check_layers is shown small trees, each with one thing wrong, and has to name it."""

import subprocess
import tempfile
import unittest
from pathlib import Path

TOOL = Path(__file__).resolve().parents[2] / "tools" / "check_layers"
LAYERS = "# lowest first\nbase:\nvalues: base\nstore: base values\n"


def check(files, layers=LAYERS):
    """Exit code and printed lines for a tree with these files under src/guatu."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "tools").mkdir()
        (root / "tools" / "layers.txt").write_text(layers, encoding="utf-8")
        for path, text in files.items():
            file = root / "src" / "guatu" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        done = subprocess.run([str(TOOL), str(root)], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout.splitlines()


class CheckLayers(unittest.TestCase):
    def refuses(self, files, expected, layers=LAYERS):
        code, lines = check(files, layers)
        self.assertEqual(lines[:-1], expected)
        self.assertEqual(code, 1)

    def accepts(self, files):
        code, lines = check(files)
        self.assertEqual(lines[:-1], [])
        self.assertEqual(code, 0)

    def test_downward_and_own_includes_pass(self):
        self.accepts({
            "base/text.hpp": "#include <string>\n",
            "values/date.hpp": '#include <chrono>\n#include "guatu/base/text.hpp"\n#include "guatu/values/ratio.hpp"\n',
        })

    def test_upward_include(self):
        self.refuses({"base/text.hpp": '#pragma once\n#include "guatu/values/date.hpp"\n'},
                     ["src/guatu/base/text.hpp:2: base must not include values"])

    def test_unknown_folder(self):
        self.refuses({"utils/all.hpp": ""}, ["src/guatu/utils/all.hpp: in no folder that tools/layers.txt knows"])
        self.refuses({"store/a.cpp": '#include "guatu/utils/all.hpp"\n'},
                     ['src/guatu/store/a.cpp:1: "guatu/utils/all.hpp" lies in a folder that tools/layers.txt does not know'])

    def test_relative_include(self):
        self.refuses({"values/date.cpp": '#include "../base/text.hpp"\n#include "date.hpp"\n'},
                     ['src/guatu/values/date.cpp:1: "../base/text.hpp" is not written from the root ("guatu/…")',
                      'src/guatu/values/date.cpp:2: "date.hpp" is not written from the root ("guatu/…")'])

    def test_impure_headers_of_the_core(self):
        for header in ["fstream", "iostream", "filesystem", "thread", "mutex", "random", "ctime", "locale", "cstdlib",
                       "sqlite3.h", "zip.h", "soci/soci.h", "sys/socket.h", "openssl/evp.h"]:
            with self.subTest(header):
                self.refuses({"values/date.cpp": f"#include <{header}>\n"},
                             [f"src/guatu/values/date.cpp:1: <{header}> has no place in the core"])
                self.accepts({"store/store.cpp": f"#include <{header}>\n"})

    def test_impure_calls_of_the_core(self):
        for call in ["::now(", "getenv", "std::cout", "thread_local"]:
            with self.subTest(call):
                text = {"::now(": "auto t = Clock::now();", "getenv": 'auto p = getenv("X");',
                        "std::cout": "std::cout << 1;", "thread_local": "thread_local int n;"}[call]
                self.refuses({"base/text.cpp": f"\n\n{text}\n"},
                             [f"src/guatu/base/text.cpp:3: {call} has no place in the core"])
                self.accepts({"store/store.cpp": text})

    def test_comments_and_strings_do_not_count(self):
        self.accepts({"base/text.cpp": '// #include <fstream>\n/* getenv\n   Clock::now() */\nauto s = "// not a comment";\n'})
        self.refuses({"base/text.cpp": 'auto s = "/*"; auto t = Clock::now(); auto u = "*/";\n'},
                     ["src/guatu/base/text.cpp:1: ::now( has no place in the core"])

    def test_a_broken_contract_may_end_the_program(self):
        self.accepts({"base/contract.hpp": "#include <cstdio>\n#include <cstdlib>\n"})

    def test_the_list_itself(self):
        self.refuses({}, ["layers.txt:1: base names values, which does not stand above it"], "base: values\nvalues:\n")
        self.refuses({}, ["layers.txt:2: base stands twice"], "base:\nbase:\n")
        self.refuses({}, ["layers.txt:1: not of the form 'folder: folder folder'"], "base\n")


if __name__ == "__main__":
    unittest.main()

"""How well returns are read that clerks have made their own.

mess_test.py BINARY [--projects N] [--seed S] [--level L] [--ways all] [--cycle] [--keep DIR] [--faults FILE]

Makes a sample at that level of mess, reads every return into an empty store and compares each cell with what was meant.
Ends with 0 when nothing was read wrongly without a message, every planted doubt was asked about at its cell, and no message
stood at a cell that is fine; otherwise with 1 and the faults.
"""

import argparse
import pathlib
import sys
import tempfile

sys.dont_write_bytecode = True

import truth as truths  # noqa: E402
from compare import Score, compare  # noqa: E402
from program import Program  # noqa: E402
from report import in_markdown  # noqa: E402

CAMPAIGN = pathlib.Path(__file__).resolve().parents[2] / "campaigns" / "chifeng-2023"


def read_all(program, folder, returns, way=""):
    score = Score()
    for each in returns:
        answer = program.ask("import", folder / each.file, *each.hints(), "--dry-run", "--changes", "--policy",
                             "good_rows", allowed=(0, 1))
        score.add(compare(each, answer["files"], way))
    return score


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--projects", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--level", type=int, default=3)
    parser.add_argument("--keep")
    parser.add_argument("--faults")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mess-") as temporary:
        folder = pathlib.Path(options.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        return run(options, folder)


def run(options, folder):
    binary = str(pathlib.Path(options.binary).resolve())
    store = folder / "store.db"
    store.unlink(missing_ok=True)
    program = Program(binary, store)
    program.run("init", "--campaign", CAMPAIGN)
    sample = folder / "sample"
    program.run("sample", "--projects", options.projects, "--seed", options.seed, "--mess", options.level, "--out", sample)
    _, returns = truths.load(sample)
    score = read_all(program, sample, returns)
    print(in_markdown(score))
    if options.faults:
        pathlib.Path(options.faults).write_text("\n".join(score.faults) + "\n", encoding="utf-8")
    else:
        print("\n".join(score.faults[:40]))
    missed = sum(score.asked.values()) - sum(score.answered.values())
    bad = score.unread or sum(score.silent.values()) or sum(score.told.values()) or missed or score.false_alarms
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

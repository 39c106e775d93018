"""How well returns are read that clerks have made their own.

mess_test.py BINARY [--projects N] [--seed S] [--level L] [--openpyxl SHARE [--office COUNT]] [--cycle] [--keep DIR]
                    [--faults FILE]

Makes a sample at that level of mess, reads every return into an empty store and compares each cell with what was meant;
the same for returns that other programs have written again; with --cycle also imports all of it in order.
Ends with 0 when nothing was read wrongly without a message, every planted doubt was asked about at its cell, and no message
stood at a cell that is fine; otherwise with 1 and the faults.
"""

import argparse
import pathlib
import sys
import tempfile

sys.dont_write_bytecode = True

import rewrite  # noqa: E402
import truth as truths  # noqa: E402
from compare import Score, compare  # noqa: E402
from cycle import Cycle  # noqa: E402
from program import Program  # noqa: E402
from report import in_markdown, percent  # noqa: E402

CAMPAIGN = pathlib.Path(__file__).resolve().parents[2] / "campaigns" / "chifeng-2023"


def read(program, path, each, way=""):
    answer = program.ask("import", path, *each.hints(), "--dry-run", "--changes", "--policy", "good_rows",
                         allowed=(0, 1))
    return compare(each, answer["files"], way)


def read_all(program, sample, returns):
    score = Score()
    for each in returns:
        score.add(read(program, sample / each.file, each))
    return score


def without(returns, doubt):
    """What another program computes is no doubt any more."""
    for each in returns:
        each.questions = [question for question in each.questions if question.name != doubt]
    return returns


def read_rewritten(program, sample, returns, folder, share, few):
    """One return in `share` through openpyxl, `few` through LibreOffice in each of its formats."""
    scores = {}
    score = scores["openpyxl"] = Score()
    returns = [each for each in returns if each.file.endswith(".xlsx")]
    for each in without(returns[::share], "formula without a value"):
        path = folder / "openpyxl" / each.file
        rewrite.through_openpyxl(sample / each.file, path)
        score.add(read(program, path, each, "openpyxl"))
    for place, ending in enumerate(("xlsx", "xls", "ods")):
        if few == 0:
            break
        some = without(returns[place::max(1, len(returns) // few)][:few], "formula without a value")
        copies = rewrite.flat_copies(sample, some, folder / f"for-{ending}")
        score = scores[f"LibreOffice .{ending}"] = Score()
        for each, path in zip(some, rewrite.through_libreoffice(copies, folder / ending, ending)):
            score.add(read(program, path, each, ending))
    return scores


def summary_row(name, score):
    cells = sum(score.cells.values()) - sum(score.refused.values())
    return (f"| {name} | {score.returns} | {cells} | {percent(sum(score.right.values()), cells)} | "
            f"{sum(score.silent.values())} | {percent(sum(score.answered.values()), sum(score.asked.values()))} | "
            f"{percent(score.alarms - sum(score.false_alarms.values()), score.alarms)} |")


def is_bad(score):
    missed = sum(score.asked.values()) - sum(score.answered.values())
    return bool(score.unread or sum(score.silent.values()) or sum(score.told.values()) or missed or
                score.false_alarms)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--projects", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--level", type=int, default=3)
    parser.add_argument("--openpyxl", type=int, default=0, metavar="SHARE", help="one return in so many, rewritten")
    parser.add_argument("--office", type=int, default=0, metavar="COUNT", help="returns a format through LibreOffice")
    parser.add_argument("--cycle", action="store_true")
    parser.add_argument("--keep", help="folder for sample and store")
    parser.add_argument("--faults", help="file for every fault")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mess-") as temporary:
        folder = pathlib.Path(options.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        return run(options, folder)


def new_store(options, folder, name):
    store = folder / name
    for old in folder.glob(f"{name}*"):
        old.unlink()
    program = Program(str(pathlib.Path(options.binary).resolve()), store)
    program.run("init", "--campaign", CAMPAIGN)
    return program


def run(options, folder):
    program = new_store(options, folder, "empty.db")
    sample = folder / "sample"
    program.run("sample", "--projects", options.projects, "--seed", options.seed, "--mess", options.level, "--out",
                sample)
    document, returns = truths.load(sample)
    score = read_all(program, sample, returns)
    scores = {"as sent": score}
    if options.openpyxl:
        scores.update(read_rewritten(program, sample, returns, folder, options.openpyxl, options.office))
    faults = [fault for each in scores.values() for fault in each.faults]
    print(in_markdown(score))
    print("\n| written by | returns | cells in rows taken | read as meant | wrong and silent | doubts asked | "
          "messages that belong |\n|---|---|---|---|---|---|---|")
    for name, each in scores.items():
        print(summary_row(name, each))
    if options.cycle:
        _, returns = truths.load(sample)
        cycle = Cycle(new_store(options, folder, "cycle.db"), sample, document, returns).run()
        faults += cycle.faults
        print(f"\nDekad by dekad: {cycle.compared} states and finish days of the ledger compared, "
              f"{len(cycle.faults)} differ; {cycle.refused} in rows that were refused; nearly known names asked about: "
              f"{cycle.answered} of {cycle.asked}.")
    if options.faults:
        pathlib.Path(options.faults).write_text("\n".join(faults) + "\n", encoding="utf-8")
    else:
        print("\n".join(faults[:40]))
    return 1 if faults or any(map(is_bad, scores.values())) else 0


if __name__ == "__main__":
    sys.exit(main())

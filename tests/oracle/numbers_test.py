"""Compares every number of the program with this folder's own reading of the rules, on made-up campaigns.

numbers_test.py BINARY [COUNT [FIRST_SEED]]

Ends with 0 when all agree, otherwise with 1 and one line for each difference; the files of a campaign that differs stay.
"""

import pathlib
import random
import shutil
import sys
import tempfile
import traceback

sys.dont_write_bytecode = True

from play import Play  # noqa: E402


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 8
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    wrong, compared = 0, 0
    for seed in range(first, first + count):
        folder = pathlib.Path(tempfile.mkdtemp(prefix=f"numbers{seed}-"))
        play = Play(binary, folder, random.Random(seed))
        try:
            play.run()
        except Exception:
            traceback.print_exc()
            play.differences.append("the play broke off")
        compared += play.compared
        for difference in play.differences[:20]:
            print(f"seed {seed}: {difference}")
        if play.differences:
            wrong += 1
            print(f"seed {seed}: {len(play.differences)} differences, files in {folder}")
        else:
            shutil.rmtree(folder)
    print(f"seeds {first} to {first + count - 1}: {compared} numbers compared, {wrong} campaigns differ")
    return 1 if wrong or not compared else 0


if __name__ == "__main__":
    sys.exit(main())

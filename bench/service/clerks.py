#!/usr/bin/env python3
"""The service under clerks who read and write, on SQLite and on PostgreSQL: with the pauses of people, without a pause, and one
alone beside the disk's own sync. Ends with 1 when a promise is broken.

clerks.py BINARY CLERKS [--projects N] [--clerks N] [--minutes N] [--hurry SECONDS] [--store sqlite|postgres]
prints a table; CLERKS is the program built from clerks.cpp.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "api"))
import people  # noqa: E402
from office import Office, Service, last_day  # noqa: E402
from readers import memory  # noqa: E402

THINK = 2000  # Milliseconds, on average.
READS = 80  # Of a hundred requests.
LONGEST_P95 = 50.0  # Milliseconds, with the pauses of people.
FEWEST_ANSWERS = 1000  # A second, without a pause.
MOST_SYNCS = 3.0  # A durable write, in syncs of the same disk.
MOST_MEMORY = 200  # MB
KIND = "energy"


def sync_times(folder, count=300):
    """Milliseconds that one write of a page with its sync takes on this disk."""
    times = []
    path = folder / "sync"
    with open(path, "wb", buffering=0) as file:
        for _ in range(count):
            start = time.perf_counter()
            file.write(b"\0" * 4096)
            os.fdatasync(file.fileno())
            times.append((time.perf_counter() - start) * 1000)
    path.unlink()
    return times


def shares(service, clerks):
    """(unit, projects) of each clerk: his own projects, so that nobody waits for another one's mistakes."""
    rows = service.get("/api/v1/projects", limit=500)["projects"]
    by_unit = {}
    for row in rows:
        by_unit.setdefault(row["responsible"], []).append(row["id"])
    size = max(1, len(rows) // (clerks + len(by_unit)))
    parts = [(unit, ids[i:i + size]) for unit, ids in sorted(by_unit.items()) for i in range(0, len(ids), size)]
    return [parts[i % len(parts)] for i in range(clerks)] if len(parts) < clerks else parts[:clerks]


def let_in(office, service, clerks):
    """A file with a line for each clerk who has signed in."""
    for number, (unit, _) in enumerate(clerks):
        people.add(office, f"clerk{number}", "reporter", unit)
    lines = []
    for number, (unit, projects) in enumerate(clerks):
        browser = people.first_entry(service, f"clerk{number}")
        lines.append(" ".join([browser.cookie, browser.csrf, unit, KIND, *projects]))
    path = office.folder / "clerks.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def work(program, service, clerks, seconds, think, reads):
    words = [program, service.port, clerks, seconds, think, reads]
    return json.loads(subprocess.run(list(map(str, words)), capture_output=True, text=True, check=True).stdout)


def line(name, part, errors):
    print(f"{name:38}{part['per_second']:>10,.0f}{part['median']:>11.2f}{part['p95']:>9.2f}{part['p99']:>9.2f}{part['max']:>9.1f}"
          f"{errors:>8}", flush=True)


def measure(options, office, service, file):
    broken = []
    alone = office.folder / "alone.txt"
    alone.write_text(file.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    syncs = sync_times(office.folder)
    single = work(options.clerks_program, service, alone, 10, 0, 0)
    syncs += sync_times(office.folder)
    hurried = work(options.clerks_program, service, file, options.hurry, 0, READS)
    writing = work(options.clerks_program, service, file, options.hurry, 0, 0)
    rested = work(options.clerks_program, service, file, round(options.minutes * 60), THINK, READS)
    for name, answer in (("one clerk, only writing", single), ("all, without a pause", hurried), ("all, only writing", writing),
                         (f"all, with pauses of {THINK / 1000:.0f} s", rested)):
        line(name, answer["all"], answer["errors"])
        if answer["errors"]:
            broken.append(f"{name}: {answer['first_errors']}")
    line("  of these, reads", rested["reads"], 0)
    line("  of these, writes", rested["writes"], 0)
    sync = statistics.median(syncs)
    syncs_a_write = single["writes"]["median"] / sync
    print(f"one sync of this disk: {sync:.2f} ms; a durable write of one cell: {single['writes']['median']:.2f} ms, "
          f"{syncs_a_write:.1f} syncs; together: {writing['writes']['per_second'] * sync / 1000:.1f} writes a sync")
    print(f"memory at its highest: {memory(service):.1f} MB")
    for good, promise in ((rested["all"]["p95"] <= LONGEST_P95, "p95"), (hurried["all"]["per_second"] >= FEWEST_ANSWERS, "answers"),
                          (syncs_a_write <= MOST_SYNCS, "syncs"), (memory(service) <= MOST_MEMORY, "memory")):
        if not good:
            broken.append(promise)
    return broken


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary")
    parser.add_argument("clerks_program")
    parser.add_argument("--projects", type=int, default=500)
    parser.add_argument("--clerks", type=int, default=60)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--hurry", type=int, default=15)
    parser.add_argument("--store", default="")
    options = parser.parse_args()
    office = Office(options.binary, ROOT / "campaigns" / "chifeng-2023")
    if options.store:
        os.environ["GUATU_DB"] = options.store
    try:
        office.make(projects=options.projects, seed=2023, publish=4)
        office.take(office.dekads[4])
        now = f"{last_day(office.dekads[4])}T09:00:00+08:00"
        service = Service(office, "--now", now)
        try:
            parts = shares(service, options.clerks)
        finally:
            service.close()
        service = Service(office, "--now", now)
        try:
            file = let_in(office, service, parts)
            print(f"{len(parts)} clerks, {options.projects} projects, {options.store.split('://')[0] or 'sqlite'}")
            print(f"{'':38}{'answers/s':>10}{'median ms':>11}{'p95 ms':>9}{'p99 ms':>9}{'max ms':>9}{'errors':>8}")
            broken = measure(options, office, service, file)
            if broken:
                sys.exit(f"broken: {', '.join(broken)}")
        finally:
            service.close()
        office.run("verify")
    finally:
        office.close()


if __name__ == "__main__":
    main()

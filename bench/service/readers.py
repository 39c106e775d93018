#!/usr/bin/env python3
"""The service under many readers: answers a second, latencies and memory, beside the bare server in the same run. Ends with 1
when a promise is broken.

readers.py BINARY [--projects N] [--readers N] [--seconds N]    prints a table; needs wrk.
"""

import argparse
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "api"))
from office import Office, Service, last_day  # noqa: E402

REPORT = """
done = function(summary, latency, requests)
  io.write(string.format("RESULT %d %d %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(95), latency:percentile(99),
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout))
end
"""


def measure(service, target, options, script, headers=()):
    words = ["wrk", "-t1", f"-c{options.readers}", f"-d{options.seconds}s", "-s", str(script)]
    for header in headers:
        words += ["-H", header]
    words.append(f"http://127.0.0.1:{service.port}{target}")
    output = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    numbers = list(map(int, re.search(r"RESULT ([\d ]+)", output)[1].split()))
    requests, micros, median, p95, p99, errors = numbers
    return requests / (micros / 1e6), median / 1000, p95 / 1000, p99 / 1000, errors


def memory(service):
    status = Path(f"/proc/{service.process.pid}/status").read_text(encoding="utf-8")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024


FEWEST_ANSWERS = 5000  # A second, of unchanged figures.
LONGEST_P95 = 5.0  # Milliseconds, of figures and project list.
MOST_MEMORY = 150  # MB


def questions(service, day):
    figures = f"/api/v1/figures?as_of={day}"
    projects = f"/api/v1/projects?as_of={day}&limit=500"
    packed = "Accept-Encoding: gzip"
    tag = service.ask(figures, headers={"Accept-Encoding": "gzip"})[1]["etag"]
    return [("bare server (/healthz)", "/healthz", ()),
            ("figures, unchanged", figures, (packed,)),
            ("figures, not compressed", figures, ()),
            ("figures, answered 304", figures, (packed, f"If-None-Match: {tag}")),
            ("project list of 500", projects, (packed,)),
            ("project list of 500, not compressed", projects, ()),
            ("first page of unfinished projects", f"/api/v1/projects?as_of={day}&finished=false&limit=50", (packed,)),
            ("project page", f"/api/v1/projects/P0001?as_of={day}", (packed,)),
            ("trend", f"/api/v1/trend?as_of={day}", (packed,))]


def first_answers(service, path, days):
    """Milliseconds of questions that nobody has asked before: everything is computed."""
    times = []
    for day in days:
        start = time.perf_counter()
        service.ask(f"{path}?as_of={day}&limit=500" if path.endswith("projects") else f"{path}?as_of={day}")
        times.append((time.perf_counter() - start) * 1000)
    return f"{path}: median {statistics.median(times):.0f} ms, longest {max(times):.0f} ms"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary")
    parser.add_argument("--projects", type=int, default=500)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=int, default=5)
    options = parser.parse_args()
    office = Office(options.binary, ROOT / "campaigns" / "chifeng-2023")
    try:
        office.make(projects=options.projects, seed=2023, publish=4)
        script = office.folder / "report.lua"
        script.write_text(REPORT, encoding="utf-8")
        service = Service(office)
        try:
            print(f"{options.readers} readers, {options.projects} projects, {options.seconds} s each")
            print(f"{'':38}{'answers/s':>10}{'median ms':>11}{'p95 ms':>9}{'p99 ms':>9}{'errors':>8}")
            broken = []
            for name, target, headers in questions(service, last_day(office.dekads[3])):
                service.ask(target)
                rate, median, p95, p99, errors = measure(service, target, options, script, headers)
                if errors or (name == "figures, unchanged" and rate < FEWEST_ANSWERS) or (
                        name in ("figures, unchanged", "project list of 500") and p95 > LONGEST_P95):
                    broken.append(name)
                print(f"{name:38}{rate:>10,.0f}{median:>11.2f}{p95:>9.2f}{p99:>9.2f}{errors:>8}", flush=True)
            for path in ("/api/v1/figures", "/api/v1/leagues", "/api/v1/trend", "/api/v1/projects"):
                print("first answer of", first_answers(service, path, [f"2022-12-{day:02d}" for day in range(1, 20)]))
            print(f"memory at its highest: {memory(service):.1f} MB")
            if memory(service) > MOST_MEMORY:
                broken.append("memory")
            if broken:
                sys.exit(f"broken: {', '.join(broken)}")
        finally:
            service.close()
    finally:
        office.close()


if __name__ == "__main__":
    main()

"""A small campaign in a folder of its own, and the service over it: started, asked and always stopped."""

import ctypes
import http.client
import json
import os
import shutil
import signal
import subprocess
import tempfile
import urllib.parse
from pathlib import Path

PATIENCE = 120
DAYS = {"1": "10", "2": "20"}


def last_day(dekad):
    month, _, part = dekad.partition("-D")
    if part in DAYS:
        return f"{month}-{DAYS[part]}"
    year, number = map(int, month.split("-"))
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return f"{month}-{days[number - 1]:02d}"


def die_with_parent():
    """Whoever kills the test kills the service too."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


class Office:
    def __init__(self, binary, campaign):
        self.binary = str(Path(binary).resolve())
        self.campaign = str(Path(campaign).resolve())
        self.folder = Path(tempfile.mkdtemp(prefix="guatu-api-"))

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def copy(self):
        """The same office once more, in a folder of its own."""
        other = Office(self.binary, self.campaign)
        shutil.copytree(self.folder, other.folder, dirs_exist_ok=True)
        other.dekads = self.dekads
        return other

    def run(self, *words, codes=(0,), given=None):
        done = subprocess.run([self.binary, *map(str, words)], cwd=self.folder, capture_output=True, text=True, input=given,
                              stdin=None if given is not None else subprocess.DEVNULL, timeout=PATIENCE * 5, check=False)
        assert done.returncode in codes, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout

    def make(self, projects, seed, publish):
        """Imports the sample's dekads up to the last one given and publishes as many of them."""
        self.run("init", "--campaign", self.campaign, "--now", "2020-01-01T08:00:00+08:00")
        self.run("sample", "--campaign", self.campaign, "--projects", projects, "--seed", seed, "--out", "sample")
        self.dekads = sorted(path.name for path in (self.folder / "sample").iterdir() if path.is_dir())
        for dekad in self.dekads[:publish]:
            self.take(dekad)
            for step in ("lock", "publish"):
                self.run(step, "--dekad", dekad, "--now", f"{last_day(dekad)}T18:00:00+08:00")

    def files(self, dekad):
        return sorted((self.folder / "sample" / dekad).iterdir())

    def take(self, dekad):
        self.run("import", *self.files(dekad), "--dekad", dekad, "--now", f"{last_day(dekad)}T18:00:00+08:00", codes=(0, 1))


class Service:
    """`guatu serve` at a port that the kernel chose."""

    def __init__(self, office, *more, proxy=""):
        self.log = open(office.folder / "serve.log", "w", encoding="utf-8")
        words = [office.binary, "serve", "--listen", "127.0.0.1:0", *more]
        if "--web" not in more:
            words += ["--web", "none"]
        self.process = subprocess.Popen(words, cwd=office.folder, stdout=subprocess.PIPE, stderr=self.log, preexec_fn=die_with_parent,
                                        env={**os.environ, "GUATU_LOG": "warning", "GUATU_PROXY": proxy})
        line = self.process.stdout.readline().decode()
        if not line.startswith("http://127.0.0.1:"):
            self.close()
            raise RuntimeError(f"not served: {line}{(office.folder / 'serve.log').read_text(encoding='utf-8')}")
        self.port = int(line.strip().rsplit(":", 1)[1])

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.log.close()
        return self.process.returncode

    def ask(self, target, method="GET", body=None, headers=None):
        """Status, headers with lower-case names, bytes."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, target, body=body, headers=headers or {})
            reply = connection.getresponse()
            return reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read()
        finally:
            connection.close()

    def get(self, path, **query):
        target = path + (("&" if "?" in path else "?") + urllib.parse.urlencode(query) if query else "")
        status, _, body = self.ask(target)
        assert status == 200, f"{target}: {status} {body.decode(errors='replace')}"
        return json.loads(body)

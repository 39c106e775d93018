"""Drives the program through its command line."""

import json
import os
import subprocess


class Refused(Exception):
    pass


class Program:
    def __init__(self, binary, folder):
        self.binary, self.folder = binary, folder
        self.environment = {**os.environ, "GUATU_DB": f"sqlite:{folder}/store.db"}

    def run(self, *words, expect=0):
        done = subprocess.run([self.binary, *map(str, words)], env=self.environment, capture_output=True, text=True,
                              cwd=self.folder, check=False)
        if done.returncode != expect:
            raise Refused(f"{' '.join(map(str, words))}: exit {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def ask(self, *words, expect=0):
        return json.loads(self.run(*words, "--json", expect=expect))

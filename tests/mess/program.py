"""Drives the program through its command line."""

import json
import os
import subprocess


class Program:
    def __init__(self, binary, store):
        self.binary = binary
        self.environment = {**os.environ, "GUATU_DB": f"sqlite:{store}"}

    def run(self, *words, allowed=(0,)):
        done = subprocess.run([self.binary, *map(str, words)], env=self.environment, capture_output=True, text=True,
                              check=False)
        if done.returncode not in allowed:
            raise RuntimeError(f"{' '.join(map(str, words))}: exit {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def ask(self, *words, allowed=(0,)):
        return json.loads(self.run(*words, "--json", allowed=allowed))

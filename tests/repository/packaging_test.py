"""What the Debian package brings holds together: units, settings, maintainer scripts, rotation of backups."""

import os
import re
import stat
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
UNITS = sorted((PACKAGING / "systemd").iterdir())
INSTALLED = (ROOT / "cmake" / "package.cmake").read_text(encoding="utf-8")

# Without these a service could do more than it has to.
HARDENED = {"NoNewPrivileges": "yes", "ProtectSystem": "strict", "ProtectHome": "yes", "PrivateTmp": "yes",
            "PrivateDevices": "yes", "RestrictSUIDSGID": "yes", "CapabilityBoundingSet": "", "User": "guatu",
            "UMask": "0077", "SystemCallArchitectures": "native", "MemoryDenyWriteExecute": "yes"}


def read_unit(path):
    """Section -> settings in order, as (name, value)."""
    sections, current = {}, None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), [])
            continue
        name, equals, value = line.partition("=")
        assert equals and re.fullmatch("[A-Za-z]+", name), f"{path.name}:{number}: {line}"
        current.append((name, value))
    return sections


def settings():
    lines = (PACKAGING / "guatu.env").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


class Units(unittest.TestCase):
    def test_each_is_installed_and_has_its_sections(self):
        self.assertEqual({path.suffix for path in UNITS}, {".service", ".timer"})
        for path in UNITS:
            self.assertIn(f"packaging/systemd/{path.name}", INSTALLED)
            self.assertIn("Unit", read_unit(path), path.name)
            self.assertIn(path.suffix[1:].capitalize(), read_unit(path), path.name)

    def test_services_are_hardened(self):
        for path in UNITS:
            if path.suffix == ".service":
                given = dict(read_unit(path)["Service"])
                for name, value in HARDENED.items():
                    self.assertEqual(given.get(name), value, f"{path.name}: {name}")

    def test_settings_that_units_use_are_there(self):
        for path in UNITS:
            for used in re.findall(r"\$\{(\w+)\}", path.read_text(encoding="utf-8")):
                self.assertIn(used, settings(), path.name)

    def test_timers_start_a_service_that_is_there(self):
        for path in UNITS:
            if path.suffix == ".timer":
                self.assertTrue(path.with_suffix(".service").exists(), path.name)


class Scripts(unittest.TestCase):
    def test_maintainer_scripts_are_shell_and_listed(self):
        for name in ("postinst", "prerm", "postrm"):
            path = PACKAGING / "debian" / name
            self.assertTrue(path.stat().st_mode & stat.S_IXUSR, name)
            subprocess.run(["sh", "-n", path], check=True)
            self.assertIn(f"packaging/debian/{name}", INSTALLED)

    def test_conffiles_are_installed(self):
        for line in (PACKAGING / "debian" / "conffiles").read_text(encoding="utf-8").splitlines():
            self.assertIn(f"packaging/{Path(line).name} DESTINATION {Path(line).parent}", INSTALLED)


class DailyBackup(unittest.TestCase):
    """With a program in place of guatu that writes the file or fails, since only the rotation is asked here."""

    def run_it(self, folder, program, **given):
        bin_folder = Path(folder) / "bin"
        bin_folder.mkdir(exist_ok=True)
        (bin_folder / "guatu").write_text(f"#!/bin/sh\n{program}\n", encoding="utf-8")
        (bin_folder / "guatu").chmod(0o755)
        return subprocess.run([PACKAGING / "daily-backup"], check=False, stderr=subprocess.DEVNULL, env={
            "PATH": f"{bin_folder}:{os.environ['PATH']}", "GUATU_BACKUPS": f"{folder}/kept", "GUATU_BACKUPS_KEPT": "2",
            **given})

    def fill(self, kept, days=5):
        kept.mkdir()
        for day in range(1, days + 1):
            (kept / f"guatu-2020010{day}-193000.db").touch()

    def test_keeps_the_newest_and_what_is_not_its_own(self):
        with tempfile.TemporaryDirectory() as folder:
            kept = Path(folder) / "kept"
            kept.mkdir()
            for name in ("guatu-20200101-193000.db", "guatu-20200102-193000.db", "guatu-20200103-193000.db",
                         "by-hand.db", "guatu-20200104-193000.db.part"):
                (kept / name).touch()
            self.assertEqual(self.run_it(folder, 'touch "$3"').returncode, 0)
            left = sorted(path.name for path in kept.iterdir())
            self.assertEqual(left[:1] + left[1:2], ["by-hand.db", "guatu-20200103-193000.db"])
            self.assertEqual(left[2], "guatu-20200104-193000.db.part")
            self.assertEqual(len(left), 4)

    def test_deletes_nothing_when_the_new_one_did_not_come_about(self):
        with tempfile.TemporaryDirectory() as folder:
            kept = Path(folder) / "kept"
            self.fill(kept)
            self.assertNotEqual(self.run_it(folder, "exit 3").returncode, 0)
            self.assertEqual(len(list(kept.iterdir())), 5)

    def test_does_nothing_at_all_for_a_number_that_is_none(self):
        for number in ("0", "00", "-1", "abc", "2x", " 3", "1.5", "9999999999999999999999"):
            with self.subTest(number), tempfile.TemporaryDirectory() as folder:
                kept = Path(folder) / "kept"
                self.fill(kept)
                done = self.run_it(folder, 'touch "$3"', GUATU_BACKUPS_KEPT=number)
                self.assertNotEqual(done.returncode, 0)
                self.assertEqual(len(list(kept.iterdir())), 5, "neither made nor deleted")

    def test_one_is_enough_to_keep_the_one_just_made(self):
        with tempfile.TemporaryDirectory() as folder:
            kept = Path(folder) / "kept"
            self.fill(kept)
            self.assertEqual(self.run_it(folder, 'touch "$3"', GUATU_BACKUPS_KEPT="1").returncode, 0)
            left = [path.name for path in kept.iterdir()]
            self.assertEqual(len(left), 1)
            self.assertNotIn("guatu-2020", left[0])

    def test_prunes_a_folder_behind_a_link(self):
        with tempfile.TemporaryDirectory() as folder:
            self.fill(Path(folder) / "disk")
            (Path(folder) / "kept").symlink_to("disk")
            self.assertEqual(self.run_it(folder, 'touch "$3"').returncode, 0)
            self.assertEqual(len(list((Path(folder) / "disk").iterdir())), 2)

    def test_takes_the_key_along_and_prunes_it_with_its_backup(self):
        with tempfile.TemporaryDirectory() as folder:
            kept = Path(folder) / "kept"
            self.fill(kept)
            (kept / "guatu-20200101-193000.db.key").touch()
            (kept / "guatu-20200105-193000.db.key").touch()
            program = '[ "$4 $5" = "--with-key /the key.pem" ] || exit 9; touch "$3" "$3.key"'
            self.assertEqual(self.run_it(folder, program, GUATU_KEY="/the key.pem").returncode, 0)
            left = sorted(path.name for path in kept.iterdir())
            self.assertEqual(left[:2], ["guatu-20200105-193000.db", "guatu-20200105-193000.db.key"])
            self.assertEqual(len(left), 4, left)


if __name__ == "__main__":
    unittest.main()

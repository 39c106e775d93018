"""The same returns written again by other programs."""

import pathlib
import shutil
import subprocess
import tempfile


def through_openpyxl(source, target):
    """Loaded and saved. Formulas are replaced by what they showed."""
    import openpyxl
    target.parent.mkdir(parents=True, exist_ok=True)
    openpyxl.load_workbook(source, data_only=True).save(target)


def through_libreoffice(sources, folder, ending):
    """All files by one run of LibreOffice; gives the new ones in the order of the old. `sources` have different names."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="mess-office-") as profile:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", ending,
                        "--outdir", str(folder), *map(str, sources)], check=True, capture_output=True, timeout=600)
    return [folder / f"{source.stem}.{ending}" for source in sources]


def flat_copies(folder, returns, target):
    """Copies that differ in name: DEKAD_UNIT.xlsx."""
    target.mkdir(parents=True, exist_ok=True)
    copies = []
    for each in returns:
        copy = target / each.file.replace("/", "_")
        shutil.copyfile(folder / each.file, copy)
        copies.append(pathlib.Path(copy))
    return copies

#!/usr/bin/env python3
"""Files that want to use up the machine, given to the program as a return: hostile_files.py PROGRAM.

Each has to be answered within a second of the processor and 100 MB, from the start of the process to its exit code."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import zipfile

MOST_SECONDS, MOST_MEGABYTES = 1.0, 100
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
MEGABYTE = 1 << 20
CAMPAIGN = str(pathlib.Path(__file__).resolve().parent.parent / 'campaigns' / 'chifeng-2023')


def link(ident, kind, target):
    return f'<Relationship Id="{ident}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def write_zip(path, parts):
    """`parts`: name → text, or a list of pieces that may be longer than the memory."""
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            with archive.open(name, 'w', force_zip64=True) as part:
                for piece in [text] if isinstance(text, str) else text:
                    part.write(piece.encode() if isinstance(piece, str) else piece)


def workbook(sheet, shared='', root_links=None):
    return {'_rels/.rels': root_links or f'<Relationships>{link("a", "officeDocument", "xl/w.xml")}</Relationships>',
            'xl/_rels/w.xml.rels': f'<Relationships>{link("s", "worksheet", "s.xml")}{link("t", "sharedStrings", "t.xml")}</Relationships>',
            'xl/w.xml': '<workbook><sheets><sheet name="表" r:id="s"/></sheets></workbook>',
            'xl/t.xml': shared or '<sst/>',
            'xl/s.xml': sheet}


def sheet(rows, behind=''):
    head, tail = '<worksheet><sheetData>', f'</sheetData>{behind}</worksheet>'
    return [head, rows, tail] if isinstance(rows, str) else [head, *rows, tail]


def two_gigabytes():
    blanks = b' ' * MEGABYTE
    return (blanks for _ in range(2048))


ENTITIES = '<!DOCTYPE x [<!ENTITY a0 "ha">' + ''.join(
    f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)) + ']>'

FILES = {
    'zip bomb, 2 MB to 2 GB': ('bomb.xlsx', lambda: workbook(sheet(two_gigabytes()))),
    'zip bomb in an .ods': ('bomb.ods', lambda: {
        'mimetype': 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': two_gigabytes()}),
    'entity bomb': ('entities.xlsx', lambda: workbook('<worksheet/>', root_links=ENTITIES + '<Relationships>&a9;</Relationships>')),
    '2,000,000 nested elements': ('nested.xlsx', lambda: workbook(sheet('<x>' * 2_000_000))),
    '1,000,000 shared strings': ('strings.xlsx', lambda: workbook(
        sheet('<row><c t="s"><v>0</v></c></row>'), '<sst>' + ''.join(f'<si><t>{i}</t></si>' for i in range(1_000_000)) + '</sst>')),
    '… each in a cell': ('cells.xlsx', lambda: workbook(
        sheet(''.join(f'<row><c t="s"><v>{i}</v></c></row>' for i in range(1_000_000))),
        '<sst>' + ''.join(f'<si><t>{i}</t></si>' for i in range(1_000_000)) + '</sst>')),
    '500,000 merged ranges': ('merges.xlsx', lambda: workbook(
        sheet('<row><c><v>1</v></c></row>', '<mergeCells>' + '<mergeCell ref="A1:XFD1048576"/>' * 500_000 + '</mergeCells>'))),
    'web page, 16 MB of cells': ('page.xls', lambda: [b'<html><table>'] + [b'<tr>' + b'<td>a%d' % i * 50 for i in range(40_000)]),
    'web page, spans over everything': ('spans.xls', lambda: [b'<html><table>'] + [b'<tr><td colspan=16384 rowspan=99999>a'] * 50_000),
    'text, one line of 50 MB': ('line.csv', lambda: [b'x' * (50 * MEGABYTE)]),
    'text, 16 MB of cells': ('cells.csv', lambda: [b'1,' * 5000 + b'\n'] * (16 * MEGABYTE // 10_001)),
    'text, 16 MB of different cells': ('different.csv', lambda: [
        b','.join(b'a%d' % i for i in range(start, start + 1000)) + b'\n' for start in range(0, 2_000_000, 1000)]),
    'text, 16 MB in quotes': ('quotes.csv', lambda: [b'"' + b'""\n' * (16 * MEGABYTE // 3 - 1)]),
}


def write(what):
    name, content = FILES[what]
    made = content()
    if isinstance(made, dict):
        write_zip(name, made)
    else:
        most = None if name == 'line.csv' else 16 * MEGABYTE
        pathlib.Path(name).write_bytes(b''.join(made)[:most])


def measured(words):
    begin = time.monotonic()
    child = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    text = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


def main():
    program = os.path.abspath(sys.argv[1])
    script = os.path.abspath(__file__)
    kept = True
    print('| file | size | answer | processor | clock | memory | kept |\n|---|---|---|---|---|---|---|')
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        subprocess.run([program, 'init', '--campaign', CAMPAIGN], check=True, stdout=subprocess.DEVNULL)
        for what, (name, _) in FILES.items():
            # In a process of its own: what this one has used would be counted as the program's.
            subprocess.run([sys.executable, script, '--write', what], check=True)
            code, clock, seconds, megabytes, text = measured([program, 'import', '--dry-run', name])
            codes = sorted({word.strip('()') for word in text.split() if word.startswith('(') and word.endswith(')')})
            promised = name != 'cells.xlsx'  # A true workbook of a million cells is read, in its time.
            good = not promised or code in (0, 1) and seconds <= MOST_SECONDS and megabytes <= MOST_MEGABYTES
            kept = kept and good
            size = os.path.getsize(name) / MEGABYTE
            print(f'| {what} | {size:.1f} MB | {" ".join(codes)} | {seconds:.2f} s | {clock:.2f} s | {megabytes:.0f} MB | '
                  f'{("yes" if good else "NO") if promised else ""} |', flush=True)
            os.remove(name)
    return 0 if kept else 1


if __name__ == '__main__':
    sys.exit(write(sys.argv[2]) if sys.argv[1] == '--write' else main())

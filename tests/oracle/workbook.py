"""Writes plain .xlsx workbooks: sheets of text, numbers and days, nothing else."""

import datetime
import zipfile
from xml.sax.saxutils import escape

EPOCH = datetime.date(1899, 12, 30)

CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{sheets}</Types>')
SHEET_TYPE = ('<Override PartName="/xl/worksheets/sheet{n}.xml" '
              'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>')
RELATIONS = ('<?xml version="1.0" encoding="UTF-8"?>'
             '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>')
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
STYLES = ('<?xml version="1.0" encoding="UTF-8"?>'
          f'<styleSheet {MAIN}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
          '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
          '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>')


def column(index):
    """0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell(reference, value):
    if value is None or value == "":
        return ""
    if isinstance(value, datetime.date):
        return f'<c r="{reference}" s="1"><v>{(value - EPOCH).days}</v></c>'
    if isinstance(value, (int, float)):
        return f'<c r="{reference}"><v>{value}</v></c>'
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def sheet(rows):
    lines = []
    for r, row in enumerate(rows, 1):
        cells = "".join(cell(f"{column(c)}{r}", value) for c, value in enumerate(row))
        lines.append(f'<row r="{r}">{cells}</row>')
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet {MAIN}><sheetData>{"".join(lines)}</sheetData></worksheet>'


def write(path, sheets):
    """`sheets`: name to rows."""
    names = list(sheets)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES.format(
            sheets="".join(SHEET_TYPE.format(n=n + 1) for n in range(len(names)))))
        archive.writestr("_rels/.rels", RELATIONS.format(
            links=f'<Relationship Id="r1" Type="{KIND}officeDocument" Target="xl/workbook.xml"/>'))
        listed = "".join(f'<sheet name="{escape(name)}" sheetId="{n}" r:id="s{n}"/>' for n, name in enumerate(names, 1))
        archive.writestr("xl/workbook.xml", '<?xml version="1.0" encoding="UTF-8"?>'
                         f'<workbook {MAIN} xmlns:r="{KIND[:-1]}"><sheets>{listed}</sheets></workbook>')
        links = "".join(f'<Relationship Id="s{n}" Type="{KIND}worksheet" Target="worksheets/sheet{n}.xml"/>'
                        for n in range(1, len(names) + 1))
        links += f'<Relationship Id="styles" Type="{KIND}styles" Target="styles.xml"/>'
        archive.writestr("xl/_rels/workbook.xml.rels", RELATIONS.format(links=links))
        archive.writestr("xl/styles.xml", STYLES)
        for n, name in enumerate(names, 1):
            archive.writestr(f"xl/worksheets/sheet{n}.xml", sheet(sheets[name]))

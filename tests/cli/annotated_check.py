"""Is the annotated workbook the one that was sent, with exactly the doubtful cells marked? Read with openpyxl, not with us.

annotated_check.py SENT ANNOTATED IMPORT.json     ends with 1 and a line for each difference.
"""

import json
import re
import sys
import zipfile

import openpyxl

RED, AMBER = "FFFFB9B4", "FFFFD36B"


def shown_cell(sheet, name):
    """The first cell of the merged range that the cell lies in."""
    column, row = openpyxl.utils.cell.coordinate_from_string(name)
    column = openpyxl.utils.column_index_from_string(column)
    for merged in sheet.merged_cells.ranges:
        if merged.min_row <= row <= merged.max_row and merged.min_col <= column <= merged.max_col:
            return merged.coord.split(":")[0]
    return name


def wanted(report, book):
    """(sheet, cell) -> the worst severity named there; and the cells that have a comment."""
    marks, comments = {}, set()
    rank = {"note": 0, "warning": 1, "error": 2}
    first = next(name for name in book.sheetnames if book[name].sheet_state == "visible")
    for table in report["files"]:
        for message in table["messages"]:
            if message["code"] in ("example_row", "subtotal_row"):
                continue
            sheet = message["sheet"] if message["sheet"] in book.sheetnames else first
            if not message["cell"] or sheet != message["sheet"]:
                comments.add((sheet, "A1"))
                continue
            place = (sheet, shown_cell(book[sheet], message["cell"]))
            comments.add(place)
            marks[place] = max(marks.get(place, 0), rank[message["severity"]])
    return {place: mark for place, mark in marks.items() if mark > 0}, comments


def look(cell, with_fill=True):
    parts = [cell.number_format, repr(cell.font), repr(cell.border), repr(cell.alignment), repr(cell.protection)]
    return parts + ([repr(cell.fill)] if with_fill else [])


def compare_cells(name, one, two, marks):
    for row in range(1, max(one.max_row, two.max_row) + 1):
        for column in range(1, max(one.max_column, two.max_column) + 1):
            before, after = one.cell(row, column), two.cell(row, column)
            mark = marks.get((name, before.coordinate), 0)
            if before.value != after.value:
                yield f"{name}!{before.coordinate}: {before.value!r} became {after.value!r}"
            if look(before, mark == 0) != look(after, mark == 0):
                yield f"{name}!{before.coordinate}: it looks different"
            if mark and after.fill.fgColor.rgb != (RED if mark == 2 else AMBER):
                yield f"{name}!{before.coordinate}: it is not coloured"


def compare_comments(name, one, two, wanted_cells):
    theirs = {cell.coordinate: cell.comment.text for row in one.iter_rows() for cell in row if cell.comment}
    found = {cell.coordinate: cell.comment for row in two.iter_rows() for cell in row if cell.comment}
    ours = {cell for cell, comment in found.items() if "【挂图】" in comment.text}
    if ours != {cell for sheet, cell in wanted_cells if sheet == name}:
        yield f"{name}: comments at {sorted(ours)}"
    for cell, text in theirs.items():
        if cell not in found or not found[cell].text.startswith(text):
            yield f"{name}!{cell}: the comment that stood there is gone"


def compare_sheets(name, one, two, marks, comments):
    yield from compare_cells(name, one, two, marks)
    yield from compare_comments(name, one, two, comments)
    for what, value in {
        "merges": lambda s: sorted(str(r) for r in s.merged_cells.ranges),
        "widths": lambda s: {k: (v.width, v.hidden) for k, v in s.column_dimensions.items()},
        "heights": lambda s: {k: (v.height, v.hidden) for k, v in s.row_dimensions.items() if v.height or v.hidden},
        "validations": lambda s: sorted((str(v.sqref), v.formula1) for v in s.data_validations.dataValidation),
        "conditional formats": lambda s: sorted(str(r.sqref) for r in s.conditional_formatting),
        "print setup": lambda s: (s.print_area, s.print_title_rows, s.page_setup.orientation, s.page_setup.paperSize),
        "panes": lambda s: s.freeze_panes,
        "filter": lambda s: s.auto_filter.ref,
        "state": lambda s: s.sheet_state,
    }.items():
        if value(one) != value(two):
            yield f"{name}: other {what}"


def compare_parts(sent, annotated):
    """Parts that have nothing to do with cells and comments keep their bytes."""
    changeable = re.compile(r"(\[Content_Types\]\.xml|.*/styles\.xml|.*\.rels|.*comment.*|.*\.vml|xl/worksheets/.*)$")
    with zipfile.ZipFile(sent) as one, zipfile.ZipFile(annotated) as two:
        for name in one.namelist():
            if not changeable.match(name) and one.read(name) != two.read(name):
                yield f"{name}: other bytes"
        for name in two.namelist():
            if name not in one.namelist() and not changeable.match(name):
                yield f"{name}: a part that was not there"


def main():
    sent, annotated, report = sys.argv[1:4]
    one, two = openpyxl.load_workbook(sent), openpyxl.load_workbook(annotated)
    with open(report, encoding="utf-8") as file:
        marks, comments = wanted(json.load(file), one)
    faults = list(compare_parts(sent, annotated))
    if one.sheetnames != two.sheetnames:
        faults.append("other sheets")
    for name in one.sheetnames:
        faults += compare_sheets(name, one[name], two[name], marks, comments)
    for fault in faults:
        print(fault)
    print(f"{len(marks)} cells coloured, {len(comments)} comments")
    return 1 if faults else 0


sys.exit(main())

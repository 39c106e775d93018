"""Whether .docx and .xlsx files have the structure that ECMA-376 wants: ooxml_check.py FILE…

Content types, relationships, required parts, the order of elements, references from part to part. Ends with 0 when all is well,
with 1 and one line for each fault otherwise. Knows nothing of the program that wrote the files.
"""
import posixpath
import re
import sys
import zipfile
from xml.etree import ElementTree

PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R = "{" + OFFICE + "}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

# Sequences of the schema; elements that are not named may not appear.
ORDER = {
    W + "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens
        kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing
        mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    W + "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden
        color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath""",
    W + "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders
        shd tblLayout tblCellMar tblLook""",
    W + "tbl": "tblPr tblGrid tr",
    W + "tr": "tblPrEx trPr tc",
    W + "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    W + "tblBorders": "top left start bottom right end insideH insideV",
    W + "tblCellMar": "top left start bottom right end",
    W + "pBdr": "top left bottom right between bar",
    W + "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols
        formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings""",
    W + "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal
        personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr""",
    S + "worksheet": """sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
        autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks
        printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing
        legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst""",
    S + "workbook": """fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames
        calcPr oleSize customWorkbookViews pivotCaches""",
    S + "styleSheet": "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
}
# A section names its headers and footers in any order among themselves.
SAME_PLACE = {"footerReference": "headerReference"}
ORDER = {tag: words.split() for tag, words in ORDER.items()}


class Checker:
    def __init__(self, path):
        self.path, self.faults = path, []
        self.archive = zipfile.ZipFile(path)
        self.names = self.archive.namelist()
        self.trees = {}

    def fault(self, part, text):
        self.faults.append(f"{self.path}: {part}: {text}")

    def tree(self, name):
        if name not in self.names:
            return ElementTree.Element("missing")
        if name not in self.trees:
            try:
                self.trees[name] = ElementTree.fromstring(self.archive.read(name))
            except ElementTree.ParseError as error:
                self.fault(name, f"not well-formed: {error}")
                self.trees[name] = ElementTree.Element("broken")
        return self.trees[name]

    def relations(self, part):
        folder, name = posixpath.split(part)
        return posixpath.join(folder, "_rels", name + ".rels")

    def targets(self, part):
        """Id -> (kind, part) of what `part` refers to inside the package."""
        rels, found = self.relations(part), {}
        if rels not in self.names:
            return found
        for relation in self.tree(rels):
            ident = relation.get("Id")
            if ident in found:
                self.fault(rels, f"{ident} stands twice")
            if relation.get("TargetMode") == "External":
                found[ident] = (relation.get("Type"), None)
                continue
            target = relation.get("Target")
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(
                posixpath.join(posixpath.dirname(part), target))
            if full not in self.names:
                self.fault(rels, f"{ident} refers to {full}, which is not there")
            found[ident] = (relation.get("Type"), full)
        return found

    def check_package(self):
        if len(set(self.names)) != len(self.names):
            self.fault("zip", "a part stands twice")
        if self.archive.testzip() is not None:
            self.fault("zip", "a part is damaged")
        if "[Content_Types].xml" not in self.names:
            return self.fault("zip", "[Content_Types].xml is missing")
        defaults, overrides = {}, {}
        for entry in self.tree("[Content_Types].xml"):
            if entry.tag == TYPES + "Default":
                defaults[entry.get("Extension").lower()] = entry.get("ContentType")
            else:
                overrides[entry.get("PartName").lstrip("/")] = entry.get("ContentType")
        for name in overrides:
            if name not in self.names:
                self.fault("[Content_Types].xml", f"names {name}, which is not there")
        for name in self.names:
            if name == "[Content_Types].xml":
                continue
            if name not in overrides and name.rsplit(".", 1)[-1].lower() not in defaults:
                self.fault("[Content_Types].xml", f"{name} has no type")
            if name.endswith((".xml", ".rels")):
                self.check_part(name)
        main = [target for kind, target in self.targets("").values() if kind == OFFICE + "/officeDocument"]
        if len(main) != 1 or main[0] not in self.names:
            return self.fault("_rels/.rels", "one main document is wanted")
        kind = overrides.get(main[0], "")
        if kind.endswith("wordprocessingml.document.main+xml"):
            self.check_document(main[0])
        elif kind.endswith("spreadsheetml.sheet.main+xml"):
            self.check_workbook(main[0])
        else:
            self.fault("[Content_Types].xml", f"{main[0]} is of type {kind!r}")

    def check_part(self, name):
        root = self.tree(name)
        if not name.endswith(".rels"):
            known = self.targets(name)
            for element in root.iter():
                for attribute, value in element.attrib.items():
                    if attribute.startswith(R) and value not in known:
                        self.fault(name, f"{value} is no relation")
        for element in root.iter():
            order = ORDER.get(element.tag)
            if order is None:
                continue
            last = -1
            for child in element:
                word = child.tag.rsplit("}", 1)[-1]
                if not child.tag.startswith(element.tag[:element.tag.index("}") + 1]):
                    continue
                if word not in order:
                    self.fault(name, f"<{word}> may not stand in <{element.tag.rsplit('}', 1)[-1]}>")
                    continue
                place = order.index(SAME_PLACE.get(word, word))
                if place < last:
                    self.fault(name, f"<{word}> stands too late in <{element.tag.rsplit('}', 1)[-1]}>")
                last = max(last, place)

    def check_document(self, main):
        root, kinds = self.tree(main), {kind.rsplit("/", 1)[-1]: part for kind, part in self.targets(main).values()}
        body = root.find(W + "body")
        if body is None or not len(body) or body[-1].tag != W + "sectPr":
            return self.fault(main, "the body does not end with its section")
        if len(body) < 2 or body[-2].tag != W + "p":
            self.fault(main, "no paragraph before the last section")
        if "styles" not in kinds:
            return self.fault(main, "has no styles")
        styles = {style.get(W + "styleId") for style in self.tree(kinds["styles"]).iter(W + "style")}
        for name in self.names:
            if re.fullmatch(r"word/(document|header\d+|footer\d+)\.xml", name):
                self.check_text(name, styles)

    def check_text(self, name, styles):
        root = self.tree(name)
        for used in root.iter(W + "pStyle"):
            if used.get(W + "val") not in styles:
                self.fault(name, f"style {used.get(W + 'val')} is not defined")
        for cell in root.iter(W + "tc"):
            if cell[-1].tag != W + "p":
                self.fault(name, "a cell does not end with a paragraph")
        for table in root.iter(W + "tbl"):
            columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
            for row in table.findall(W + "tr"):
                spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(W + "tc")]
                wide = sum(1 if span is None else int(span.get(W + "val")) for span in spans)
                if wide != columns:
                    self.fault(name, f"a row of {wide} cells in a table of {columns} columns")
        for text in root.iter(W + "t"):
            if "{{" in (text.text or ""):
                self.fault(name, f"an unfilled field: {text.text}")

    def check_workbook(self, main):
        root, targets = self.tree(main), self.targets(main)
        kinds = {kind.rsplit("/", 1)[-1]: part for kind, part in targets.values()}
        sheets = root.findall(f"{S}sheets/{S}sheet")
        names = [sheet.get("name") for sheet in sheets]
        if not sheets or len({name.lower() for name in names}) != len(names):
            self.fault(main, "sheets are missing or have the same name")
        for name in names:
            if len(name) > 31 or re.search(r"[\[\]:*?/\\]", name):
                self.fault(main, f"a sheet may not be called {name!r}")
        for defined in root.findall(f"{S}definedNames/{S}definedName"):
            if int(defined.get("localSheetId", "0")) >= len(sheets):
                self.fault(main, f"{defined.get('name')} belongs to a sheet that is not there")
        texts = len(self.tree(kinds["sharedStrings"])) if "sharedStrings" in kinds else 0
        looks = len(self.tree(kinds["styles"]).find(S + "cellXfs")) if "styles" in kinds else 0
        for sheet in sheets:
            self.check_sheet(targets[sheet.get(R + "id")][1], texts, looks)

    def check_sheet(self, name, texts, looks):
        taken = set()
        for row in self.tree(name).iter(S + "row"):
            columns = []
            for cell in row.findall(S + "c"):
                columns.append(column_of(cell.get("r")))
                if cell.get("r").lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != row.get("r"):
                    self.fault(name, f"{cell.get('r')} stands in row {row.get('r')}")
                if int(cell.get("s", "0")) >= looks:
                    self.fault(name, f"{cell.get('r')} has a look that is not there")
                if cell.get("t") == "s" and int(cell.findtext(S + "v")) >= texts:
                    self.fault(name, f"{cell.get('r')} has a text that is not there")
            if columns != sorted(set(columns)):
                self.fault(name, f"cells of row {row.get('r')} are not in order")
        for merged in self.tree(name).iter(S + "mergeCell"):
            first, last = merged.get("ref").split(":")
            cells = {(c, r) for c in range(column_of(first), column_of(last) + 1)
                     for r in range(int(first.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")), int(last.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) + 1)}
            if cells & taken:
                self.fault(name, f"{merged.get('ref')} overlaps another merged range")
            taken |= cells


def column_of(reference):
    column = 0
    for letter in reference.rstrip("0123456789"):
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def faults_of(path):
    try:
        checker = Checker(path)
    except (OSError, zipfile.BadZipFile) as error:
        return [f"{path}: {error}"]
    checker.check_package()
    return checker.faults


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    faults = [fault for path in sys.argv[1:] for fault in faults_of(path)]
    print("\n".join(faults) if faults else f"{len(sys.argv) - 1} files are well")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()

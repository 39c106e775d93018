"""Paragraphs, tables, text boxes, sections and the package of a Word template."""
import zipfile

from .looks import COMMON, FANG, THIRD

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
NAMES = (f'xmlns:w="{MAIN}" xmlns:r="{KIND}" xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main" '
         f'xmlns:wps="{SHAPE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
EMU_PER_TWIP = 635


def text_run(text, look=""):
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(ident, text="", extra=""):
    """`text` may be runs already."""
    content = text if text.startswith("<") else text_run(text) if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{ident}"/>{extra}</w:pPr>{content}</w:p>'


def borders(top, bottom, between, sides):
    edges = [("top", top), ("left", sides), ("bottom", bottom), ("right", sides), ("insideH", between), ("insideV", sides)]
    return "".join(f'<w:{name} w:val="{"single" if size else "nil"}" w:sz="{size}" w:space="0" w:color="000000"/>' for name, size in edges)


def table(rows, edges, widths, beside=60):
    """`beside`: what a cell keeps free at either side."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{edges}</w:tblBorders>'
            '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
            f'<w:left w:w="{beside}" w:type="dxa"/><w:right w:w="{beside}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>')


def row(cells, head=False, height=0, rule="atLeast"):
    high = f'<w:trHeight w:val="{height}" w:hRule="{rule}"/>' if height else ""
    return f'<w:tr><w:trPr><w:cantSplit/>{high}{"<w:tblHeader/>" if head else ""}</w:trPr>{"".join(cells)}</w:tr>'


def cell(width, content, align="center", free_above=0):
    margin = f'<w:tcMar><w:top w:w="{free_above}" w:type="dxa"/></w:tcMar>' if free_above else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{margin}<w:vAlign w:val="{align}"/></w:tcPr>{content}</w:tc>'


def pattern_table(name, head_style, cell_style, width, beside=60):
    return table([row([cell(width, paragraph(head_style, "{{" + name + "_head}}"))], head=True),
                  row([cell(width, paragraph(cell_style, "{{" + name + "_cell}}"))])], borders(8, 8, 4, 4), [width], beside)


def text_box(number, content, width, height, horizontal, vertical, turned=False, lower=True):
    """A run with a box at a fixed place of the page, in front of nothing and in nobody's way. `horizontal` and `vertical` are
    (relative to, offset in twips or the word of an alignment). `lower`: its text stands at its lower edge."""
    def place(axis, where):
        what, offset = where
        inner = f'<wp:align>{offset}</wp:align>' if isinstance(offset, str) else f'<wp:posOffset>{offset * EMU_PER_TWIP}</wp:posOffset>'
        return f'<wp:position{axis} relativeFrom="{what}">{inner}</wp:position{axis}>'

    size = f'cx="{width * EMU_PER_TWIP}" cy="{height * EMU_PER_TWIP}"'
    return ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
            f'relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            f'{place("H", horizontal)}{place("V", vertical)}<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
            f'<wp:docPr id="{number}" name="box {number}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{SHAPE}"><wps:wsp>'
            f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            f'<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>'
            f'<wps:bodyPr {"vert=" + chr(34) + "vert" + chr(34) + " " if turned else ""}wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" '
            f'anchor="{"ctr" if turned else "b" if lower else "t"}" anchorCtr="0"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>'
            '</mc:AlternateContent></w:r>')


def page_field():
    return "".join(f"<w:r>{part}</w:r>" for part in (
        '<w:t xml:space="preserve">— </w:t>', '<w:fldChar w:fldCharType="begin"/>', '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>', '<w:t>1</w:t>', '<w:fldChar w:fldCharType="end"/>', '<w:t xml:space="preserve"> —</w:t>'))


DEFAULTS = (f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FANG}" w:hAnsi="{FANG}" w:eastAsia="{FANG}" w:cs="{FANG}"/>'
            f'<w:sz w:val="{THIRD}"/><w:szCs w:val="{THIRD}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
            '<w:pPrDefault/></w:docDefaults>'
            '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/>'
            '<w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr>'
            f'<w:rPr><w:sz w:val="{THIRD}"/><w:szCs w:val="{THIRD}"/></w:rPr></w:style>'
            '<w:style w:type="table" w:default="1" w:styleId="t"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
            '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
            '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>')
SETTINGS = ('<w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting '
            'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>')


class Package:
    """The parts of one template; each header or footer is added once and named by the id of its relation."""

    def __init__(self):
        self.parts = [("styles", "styles"), ("settings", "settings")]
        self.texts = {}
        self.made = {}

    def once(self, name, make):
        if name not in self.made:
            self.made[name] = make()
        return self.made[name]

    def add(self, kind, content):
        name = f"{kind}{1 + sum(1 for known, _ in self.parts if known == kind)}"
        tag = {"header": "hdr", "footer": "ftr"}[kind]
        self.parts.append((kind, name))
        self.texts[f"word/{name}.xml"] = HEAD + f"<w:{tag} {NAMES}>{content}</w:{tag}>"
        return f"rId{len(self.parts)}"

    def relations(self, targets):
        items = "".join(f'<Relationship Id="rId{i}" Type="{KIND}/{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(targets, 1))
        return HEAD + f'<Relationships xmlns="{RELATIONS}">{items}</Relationships>'

    def write(self, path, body, styles, common=COMMON):
        overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}{kind}+xml"/>'
                            for kind, name in [("document.main", "document")] + self.parts)
        texts = {
            "[Content_Types].xml": HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
            "_rels/.rels": self.relations([("officeDocument", "word/document.xml")]),
            "word/_rels/document.xml.rels": self.relations([(kind, f"{name}.xml") for kind, name in self.parts]),
            "word/document.xml": HEAD + f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": HEAD + f'<w:styles {NAMES}>{DEFAULTS}{"".join(styles + common)}</w:styles>',
            "word/settings.xml": HEAD + f"<w:settings {NAMES}>{SETTINGS}</w:settings>",
        }
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in {**texts, **self.texts}.items():
                archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)

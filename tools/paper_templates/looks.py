"""Measures, fonts and paragraph styles of GB/T 9704-2012. Lengths are twips, sizes half points, borders eighths of a point."""

SONG, FANG, KAI, HEI = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体"
RED = "FF0000"
TWIPS_PER_MM = 56.6929
# 28 characters of 16 pt on 156 mm stand a quarter of a point closer. A grid of characters would say the same, but readers that
# give a character as many cells as it needs would give each of them two.
CLOSER = -5  # twentieths of a point
CHARACTER = 315  # 三号 on its place in a line
LINE = 579  # 225 mm hold 22 of them; 580 would be a fifth of a millimetre too many
HEAD, SECOND, THIRD, FOURTH, SMALL_FOURTH, FIFTH, SMALL_FIFTH = 60, 44, 32, 28, 24, 21, 18
OFF_GRID = '<w:snapToGrid w:val="0"/>'
# Digits and letters stand on the grid as characters do, without a gap beside them.
NO_GAPS = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'


def twips(millimetres):
    return round(millimetres * TWIPS_PER_MM)


TEXT_WIDTH, TEXT_HEIGHT = twips(156), twips(225)


def run_look(font, size, color="", closer=None):
    closer = CLOSER if closer is None and size == THIRD else closer or 0
    colour = f'<w:color w:val="{color}"/>' if color else ""
    spacing = f'<w:spacing w:val="{closer}"/>' if closer else ""
    return (f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>{colour}{spacing}'
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>')


def style(ident, name, font, size, *, align="both", indent="", before=0, after=0, line=LINE, rule="exact", color="", border="",
          keep=False, off_grid=False, tabs=""):
    space_after = f' w:after="{after}"' if after else ""
    return (f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{ident}"><w:name w:val="{name}"/><w:basedOn w:val="a"/>'
            f'<w:qFormat/><w:pPr>{"<w:keepNext/>" if keep else ""}{border}{tabs}{NO_GAPS}{OFF_GRID if off_grid else ""}'
            f'<w:spacing w:before="{before}"{space_after} w:line="{line}" w:lineRule="{rule}"/>{indent}<w:jc w:val="{align}"/>'
            f'</w:pPr>{run_look(font, size, color)}</w:style>')


def indent(first=0, left=0, right=0, hanging=0):
    """In characters of 三号; the twips are for readers that do not count in characters."""
    parts = [f' w:{name}Chars="{100 * count}" w:{name}="{CHARACTER * count}"'
             for name, count in (("left", left), ("right", right), ("hanging", hanging), ("firstLine", first)) if count]
    return f'<w:ind{"".join(parts)}/>'


def rule_below(kind="single", size=16, space=7):
    return f'<w:pBdr><w:bottom w:val="{kind}" w:sz="{size}" w:space="{space}" w:color="{RED}"/></w:pBdr>'


def rule_above(kind, size, space=1):
    return f'<w:pBdr><w:top w:val="{kind}" w:sz="{size}" w:space="{space}" w:color="{RED}"/></w:pBdr>'


# Of every paper. A title stands in the middle of its first line, as text on the grid does.
TITLE_LINE = 640
TITLE_LIFT = 54
COMMON = [
    style("BulletinTitle", "通报标题", SONG, SECOND, align="center", before=2 * LINE - TITLE_LIFT, after=LINE, line=TITLE_LINE,
          off_grid=True),
    style("Addressees", "主送机关", FANG, THIRD),
    style("Level1", "一级标题", HEI, THIRD, indent=indent(2), keep=True),
    style("Level2", "二级标题", KAI, THIRD, indent=indent(2), keep=True),
    style("Level3", "三级条目", FANG, THIRD, indent=indent(2)),
    style("Text", "通报正文", FANG, THIRD, indent=indent(2)),
    style("Caption", "表题", HEI, FOURTH, align="center", before=120, line=480, keep=True, off_grid=True),
    style("TableHead", "表头", HEI, SMALL_FOURTH, align="center", line=300, rule="atLeast", before=20, off_grid=True),
    style("TableCell", "表格文字", FANG, SMALL_FOURTH, align="center", line=300, rule="atLeast", before=20, off_grid=True),
    style("FactCell", "基本情况", FANG, SMALL_FOURTH, align="left", line=300, rule="atLeast", before=20, off_grid=True),
    style("AnnexMark", "附件标记", HEI, THIRD, align="left"),
    style("AnnexTitle", "附件标题", SONG, SECOND, align="center", before=LINE - TITLE_LIFT, after=LINE // 2, line=TITLE_LINE,
          off_grid=True),
    style("AnnexHead", "附件表头", HEI, SMALL_FIFTH, align="center", line=240, rule="atLeast", off_grid=True),
    style("AnnexCell", "附件表格文字", FANG, SMALL_FIFTH, align="center", line=240, rule="atLeast", off_grid=True),
    style("AnnexNote", "附件说明文字", FANG, FIFTH, align="left", line=300, rule="atLeast", off_grid=True),
    style("FirstAttachment", "附件说明首行", FANG, THIRD, align="left", indent=indent(left=6, hanging=4), keep=True),
    style("Attachment", "附件说明", FANG, THIRD, align="left", indent=indent(left=6, hanging=1), keep=True),
    style("CopyNumber", "份号", FANG, THIRD, align="left", off_grid=True),
    style("Mark", "密级和紧急程度", HEI, THIRD, align="left", off_grid=True),
    style("JointIssuer", "联合署名", FANG, THIRD, align="center", keep=True),
    style("Issuer", "署名", FANG, THIRD, align="center", keep=True),
    style("Date", "成文日期", FANG, THIRD, align="center"),
    style("Note", "附注", FANG, SMALL_FOURTH, align="left", indent=indent(2), line=400, off_grid=True),
    style("Imprint", "版记", FANG, FOURTH, align="left", line=440, off_grid=True),
    style("Nothing", "占位", FANG, 2, align="left", line=20, off_grid=True),
    style("Draft", "草稿标记", HEI, THIRD, align="right", line=400, rule="atLeast", color=RED, off_grid=True),
    style("PageNumber", "页码", "宋体", FOURTH, line=400, off_grid=True),
]

# A sheet of the office's own that has to hold much: smaller letters, closer lines, the same levels.
CLOSE_TEXT = 22
CLOSE_LINE, CLOSE_TABLE_LINE = 340, 250
CLOSE_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="440"/>'
CLOSE = [
    style("Level1", "一级标题", HEI, CLOSE_TEXT, indent=CLOSE_INDENT, line=CLOSE_LINE, keep=True, off_grid=True),
    style("Level2", "二级标题", KAI, CLOSE_TEXT, indent=CLOSE_INDENT, line=CLOSE_LINE, keep=True, off_grid=True),
    style("Level3", "三级条目", FANG, CLOSE_TEXT, indent=CLOSE_INDENT, line=CLOSE_LINE, off_grid=True),
    style("Text", "正文", FANG, CLOSE_TEXT, indent=CLOSE_INDENT, line=CLOSE_LINE, off_grid=True),
    style("Caption", "表题", HEI, FIFTH, align="center", line=320, keep=True, off_grid=True),
    style("TableHead", "表头", HEI, SMALL_FIFTH, align="center", line=CLOSE_TABLE_LINE, rule="atLeast", off_grid=True),
    style("TableCell", "表格文字", FANG, SMALL_FIFTH, align="center", line=CLOSE_TABLE_LINE, rule="atLeast", off_grid=True),
    style("FactCell", "基本情况", FANG, FIFTH, align="left", line=280, rule="atLeast", off_grid=True),
    style("Issuer", "署名", FANG, CLOSE_TEXT, align="center", line=CLOSE_LINE, keep=True, off_grid=True),
    style("Date", "成文日期", FANG, CLOSE_TEXT, align="center", line=CLOSE_LINE, off_grid=True),
]
CLOSE_IDS = tuple(f'w:styleId="{ident}"' for ident in
                  ("Level1", "Level2", "Level3", "Text", "Caption", "TableHead", "TableCell", "FactCell", "Issuer", "Date"))
# Of a paper that is set close.
CLOSE_COMMON = CLOSE + [one for one in COMMON if not any(ident in one for ident in CLOSE_IDS)]

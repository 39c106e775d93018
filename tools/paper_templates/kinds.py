"""The papers, each from its own head and the parts that all share."""
from . import sections
from .looks import (CLOSE_COMMON, CLOSE_LINE, FANG, FOURTH, HEAD, KAI, LINE, RED, SECOND, SONG, TEXT_WIDTH, THIRD, indent, rule_above, rule_below, run_look, style, twips)
from .parts import Package, borders, cell, paragraph, row, table, text_box, text_run

# The head's upper edge stands 35 mm below that of the text (official) or 30 mm below that of the page (letter).
HEAD_LINE = 720
HEAD_RISE = 72  # What its line is higher than its characters above them.
FOOT_BOX = twips(5)
CORNER = 20  # What the line that holds the marks is high.
WORD_WIDTH = 2 * 10 * HEAD + 160  # 文件 beside the names of several bodies.


def head(ident, before, line=HEAD_LINE, border="", wider="", align="center"):
    name = {"JointHead": "联合发文机关", "JointWord": "联合发文“文件”"}.get(ident, "发文机关标志")
    return style(ident, name, SONG, HEAD, align=align, before=before, line=line, color=RED, border=border, indent=wider,
                 off_grid=True)


def head_run(text):
    """Narrowed when filled, so that a long name stands in one line."""
    return text_run(text, f'<w:rPr><w:w w:val="100"/><w:sz w:val="{HEAD}"/><w:szCs w:val="{HEAD}"/></w:rPr>')


def red_head(ident):
    return paragraph(ident, head_run("{{red_head}}"))


def joint_head(above):
    """Names of bodies that issue a paper together below each other, as wide as the longest, 文件 beside their middle."""
    names = TEXT_WIDTH - WORD_WIDTH
    nothing = paragraph("Nothing")
    return table([row([cell(names, nothing), cell(WORD_WIDTH, nothing)], height=above, rule="exact"),
                  row([cell(names, paragraph("JointHead", head_run("{{joint_name}}"))),
                       cell(WORD_WIDTH, paragraph("JointWord", head_run("{{joint_word}}")))])],
                 borders(0, 0, 0, 0), [names, WORD_WIDTH], 0)


NUMBER = paragraph("Text", "{{#number}}") + paragraph("Number", "{{document_number}}") + paragraph(
    "UpwardNumber", text_run("{{upward_number}}") + "<w:r><w:tab/></w:r>" + text_run("签发人：")
    + text_run("{{signer}}", run_look(KAI, THIRD))) + paragraph("Text", "{{/number}}")
TABS = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH - 315}"/></w:tabs>'
EDGE_TAB = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'


def bulletin(path):
    package = Package()
    header = package.add("header", paragraph("Draft", "{{draft_mark}}"))
    page = sections.upright(package, header)
    above = twips(35) - HEAD_RISE - CORNER
    body = "".join([
        sections.corner(),
        paragraph("Text", "{{#head}}"), red_head("RedHead"), joint_head(above), paragraph("Text", "{{/head}}"), NUMBER,
        paragraph("BulletinTitle", "{{title}}"), paragraph("Addressees", "{{addressees}}"),
        sections.text(), sections.attachments(), sections.signature(sealed=True), sections.notes(),
        sections.annexes(package, header, page), sections.imprint(), page])
    package.write(path, body, [
        head("RedHead", above), head("JointHead", 0, align="distribute"), head("JointWord", 0),
        style("Number", "发文字号", FANG, THIRD, align="center", before=2 * LINE, border=rule_below(), off_grid=True),
        style("UpwardNumber", "上行文发文字号", FANG, THIRD, align="left", before=2 * LINE, border=rule_below(), tabs=TABS,
              off_grid=True, indent=indent(left=1))])


def letter_line():
    """Below the first rule: the marks at the left, the number at the right of the same line."""
    left = TEXT_WIDTH // 2
    return table([row([cell(left, sections.marks() + paragraph("Nothing"), "top"),
                       cell(TEXT_WIDTH - left, paragraph("LetterNumber", "{{document_number}}"), "top")])],
                 borders(0, 0, 0, 0), [left, TEXT_WIDTH - left], 0)


def letter(path):
    """A rule 170 mm long below the name, another one 20 mm above the edge of the page; the first page has no number."""
    beyond = f'<w:ind w:left="{twips(20 - 28)}" w:right="{twips(20 - 26)}"/>'
    package = Package()
    mark = text_box(14, paragraph("Draft", "{{draft_mark}}"), twips(60), twips(10), ("page", twips(124)), ("page", twips(15)))
    header = package.add("header", paragraph("Nothing", mark))
    first_header = package.add("header", paragraph("LetterHead", head_run("{{red_head}}") + mark))
    line = text_box(13, paragraph("LetterFoot"), twips(170), FOOT_BOX, ("page", twips(20)), ("page", twips(297 - 20) - FOOT_BOX + 40))
    first_footer = package.add("footer", paragraph("Nothing", line))
    page = sections.upright(package, header, f'<w:headerReference w:type="first" r:id="{first_header}"/>'
                            f'<w:footerReference w:type="first" r:id="{first_footer}"/>', first_header_at=twips(30) - HEAD_RISE)
    body = "".join([
        letter_line(),
        paragraph("BulletinTitle", "{{title}}"), paragraph("Addressees", "{{addressees}}"),
        sections.text(), sections.attachments(), sections.signature(sealed=True), sections.notes(),
        sections.annexes(package, header, page), page])
    package.write(path, body, [
        head("LetterHead", 0, border=rule_below("thickThinSmallGap", 24, 9), wider=beyond),
        style("LetterFoot", "信函底线", FANG, 2, align="center", line=20, border=rule_above("thinThickSmallGap", 24), off_grid=True),
        style("LetterNumber", "信函发文字号", FANG, THIRD, align="right", off_grid=True)])


def brief(path):
    package = Package()
    header = package.add("header", paragraph("Draft", "{{draft_mark}}"))
    page = sections.upright(package, header)
    body = "".join([
        sections.corner(), paragraph("BriefHead", "工作简报"), paragraph("BriefNumber", "第　　期"),
        paragraph("BriefIssuer", text_run("{{issuer}}") + "<w:r><w:tab/></w:r>" + text_run("{{date}}")),
        paragraph("BulletinTitle", "{{title}}"), sections.text(), sections.attachments(), sections.notes(),
        sections.annexes(package, header, page), sections.imprint(), page])
    package.write(path, body, [
        head("BriefHead", twips(15) - CORNER),
        style("BriefNumber", "简报期号", FANG, THIRD, align="center", before=LINE // 2, off_grid=True),
        style("BriefIssuer", "简报编印", FANG, FOURTH, align="left", before=LINE // 2, border=rule_below(), tabs=EDGE_TAB, off_grid=True)])


def plain(path):
    package = Package()
    header = package.add("header", paragraph("Draft", "{{draft_mark}}"))
    page = sections.upright(package, header)
    body = "".join([
        sections.marks(), paragraph("PlainTitle", "{{title}}"), paragraph("Addressees", "{{addressees}}"),
        sections.text(), sections.attachments(), sections.signature(sealed=False), sections.notes(),
        sections.annexes(package, header, page), page])
    package.write(path, body, [
        style("PlainTitle", "标题", SONG, SECOND, align="center", before=LINE, after=LINE, line=640, off_grid=True)])


AT_THE_RIGHT = '<w:ind w:right="440"/><w:jc w:val="right"/>'


def page(path):
    """Everything about one project on one sheet."""
    package = Package()
    header = package.add("header", paragraph("Draft", "{{draft_mark}}"))
    section = sections.upright(package, header, top=25, bottom=25)
    body = "".join([
        sections.marks(), paragraph("PageTitle", "{{title}}"),
        sections.text(), sections.attachments(), sections.signature(sealed=False, line=CLOSE_LINE, placed=AT_THE_RIGHT), sections.notes(),
        sections.annexes(package, header, section), section])
    package.write(path, body, [
        style("PageTitle", "标题", SONG, THIRD + 4, align="center", after=120, line=460, off_grid=True)], CLOSE_COMMON)


KINDS = {"bulletin": bulletin, "brief": brief, "letter": letter, "plain": plain, "page": page}

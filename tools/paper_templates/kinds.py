"""The four papers, each from its own head and the parts that all share."""
from . import sections
from .looks import (FANG, FOURTH, HEAD, KAI, LINE, RED, SECOND, SONG, TEXT_WIDTH, THIRD, indent, rule_above, rule_below, run_look, style, twips)
from .parts import Package, paragraph, text_box, text_run

# The head's upper edge stands 35 mm below that of the text (official) or 30 mm below that of the page (letter).
HEAD_LINE = 720
HEAD_RISE = 72  # What its line is higher than its characters above them.
FOOT_BOX = twips(5)


def head(ident, before, line=HEAD_LINE, border="", wider=""):
    return style(ident, "发文机关标志", SONG, HEAD, align="center", before=before, line=line, color=RED, border=border, indent=wider,
                 off_grid=True)


def red_head(ident):
    """Narrowed when filled, so that a long name stands in one line."""
    return paragraph(ident, text_run("{{red_head}}", f'<w:rPr><w:w w:val="100"/><w:sz w:val="{HEAD}"/><w:szCs w:val="{HEAD}"/></w:rPr>'))


NUMBER = paragraph("Text", "{{#number}}") + paragraph("Number", "{{document_number}}") + paragraph(
    "UpwardNumber", text_run("{{upward_number}}") + "<w:r><w:tab/></w:r>" + text_run("签发人：")
    + text_run("{{signer}}", run_look(KAI, THIRD))) + paragraph("Text", "{{/number}}")
TABS = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH - 315}"/></w:tabs>'
EDGE_TAB = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'


def bulletin(path):
    package = Package()
    header = package.add("header", paragraph("Draft", "{{draft_mark}}"))
    page = sections.upright(package, header)
    body = "".join([
        red_head("RedHead"), NUMBER,
        paragraph("BulletinTitle", "{{title}}"), paragraph("Addressees", "{{addressees}}"),
        sections.text(), sections.attachments(), sections.signature(sealed=True), sections.notes(),
        sections.annexes(package, header, page), sections.imprint(), page])
    package.write(path, body, [
        head("RedHead", twips(35) - HEAD_RISE),
        style("Number", "发文字号", FANG, THIRD, align="center", before=2 * LINE, border=rule_below(), off_grid=True),
        style("UpwardNumber", "上行文发文字号", FANG, THIRD, align="left", before=2 * LINE, border=rule_below(), tabs=TABS,
              off_grid=True, indent=indent(left=1))])


def letter(path):
    """A rule 170 mm long below the name, another one 20 mm above the edge of the page; the first page has no number."""
    beyond = f'<w:ind w:left="{twips(20 - 28)}" w:right="{twips(20 - 26)}"/>'
    package = Package()
    mark = text_box(14, paragraph("Draft", "{{draft_mark}}"), twips(60), twips(10), ("page", twips(124)), ("page", twips(15)))
    header = package.add("header", paragraph("Nothing", mark))
    first_header = package.add("header", red_head("LetterHead"))
    line = text_box(13, paragraph("LetterFoot"), twips(170), FOOT_BOX, ("page", twips(20)), ("page", twips(297 - 20) - FOOT_BOX + 40))
    first_footer = package.add("footer", paragraph("Nothing", line))
    page = sections.upright(package, header, f'<w:headerReference w:type="first" r:id="{first_header}"/>'
                            f'<w:footerReference w:type="first" r:id="{first_footer}"/>', first_header_at=twips(30) - HEAD_RISE)
    body = "".join([
        paragraph("LetterNumber", "{{document_number}}"), paragraph("FirstDraft", "{{draft_mark}}"),
        paragraph("BulletinTitle", "{{title}}"), paragraph("Addressees", "{{addressees}}"),
        sections.text(), sections.attachments(), sections.signature(sealed=True), sections.notes(),
        sections.annexes(package, header, page), page])
    package.write(path, body, [
        head("LetterHead", 0, border=rule_below("thickThinSmallGap", 24, 9), wider=beyond),
        style("LetterFoot", "信函底线", FANG, 2, align="center", line=20, border=rule_above("thinThickSmallGap", 24), off_grid=True),
        style("LetterNumber", "信函发文字号", FANG, THIRD, align="right", before=LINE // 2, off_grid=True),
        style("FirstDraft", "首页草稿标记", SONG, THIRD, align="left", line=LINE, color=RED, off_grid=True)])


def brief(path):
    package = Package()
    header = package.add("header", paragraph("Draft", "{{draft_mark}}"))
    page = sections.upright(package, header)
    body = "".join([
        paragraph("BriefHead", "工作简报"), paragraph("BriefNumber", "第　　期"),
        paragraph("BriefIssuer", text_run("{{issuer}}") + "<w:r><w:tab/></w:r>" + text_run("{{date}}")),
        paragraph("BulletinTitle", "{{title}}"), sections.text(), sections.attachments(), sections.notes(),
        sections.annexes(package, header, page), sections.imprint(), page])
    package.write(path, body, [
        head("BriefHead", twips(15)),
        style("BriefNumber", "简报期号", FANG, THIRD, align="center", before=LINE // 2, off_grid=True),
        style("BriefIssuer", "简报编印", FANG, FOURTH, align="left", before=LINE // 2, border=rule_below(), tabs=EDGE_TAB, off_grid=True)])


def plain(path):
    package = Package()
    header = package.add("header", paragraph("Draft", "{{draft_mark}}"))
    page = sections.upright(package, header)
    body = "".join([
        paragraph("PlainTitle", "{{title}}"), paragraph("Addressees", "{{addressees}}"),
        sections.text(), sections.attachments(), sections.signature(sealed=False), sections.notes(),
        sections.annexes(package, header, page), page])
    package.write(path, body, [
        style("PlainTitle", "标题", SONG, SECOND, align="center", before=LINE, after=LINE, line=640, off_grid=True)])


KINDS = {"bulletin": bulletin, "brief": brief, "letter": letter, "plain": plain}

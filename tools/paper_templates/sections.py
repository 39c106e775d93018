"""What the papers share: pages upright and lying, page numbers, text, attachments, signature, imprint."""
from .looks import FOURTH, LINE, TEXT_HEIGHT, TEXT_WIDTH, twips
from .parts import borders, cell, page_field, paragraph, pattern_table, row, table, text_box, text_run

FOOTER_LINE = 400
NUMBER_BELOW = 7  # mm from the text to the dashes of an upright page's number.
NUMBER_BOX = twips(12)
FOURTH_CHARACTER = 10 * FOURTH  # twips


def upright_number(side):
    return paragraph("PageNumber", page_field(), f'<w:ind w:{side}="{FOURTH_CHARACTER}"/><w:jc w:val="{side}"/>')


def lying_number(number, odd):
    """On the sheet held upright it stands where every other number stands: left of the text as it lies, turned."""
    side = "right" if odd else "left"
    box = text_box(number, paragraph("PageNumber", page_field(), f'<w:ind w:{side}="{FOURTH_CHARACTER}"/><w:jc w:val="{side}"/>'),
                   NUMBER_BOX, TEXT_WIDTH, ("page", twips(28) - NUMBER_BOX // 2), ("page", twips(28)), turned=True)
    return paragraph("Nothing", box)


def document_grid():
    return f'<w:docGrid w:type="lines" w:linePitch="{LINE}"/>'


def upright(package, header, first="", first_header_at=851, top=37, bottom=35):
    """Section properties of A4 upright with numbers outside; `first`: references of a first page of its own."""
    odd, even = package.once("upright", lambda: (package.add("footer", upright_number("right")),
                                                  package.add("footer", upright_number("left"))))
    return (f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/><w:headerReference w:type="even" r:id="{header}"/>'
            f'<w:footerReference w:type="default" r:id="{odd}"/><w:footerReference w:type="even" r:id="{even}"/>{first}'
            '<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>'
            f'<w:pgMar w:top="{twips(top)}" w:right="{twips(26)}" w:bottom="{twips(bottom)}" w:left="{twips(28)}" w:header="{first_header_at}" '
            f'w:footer="{twips(bottom - NUMBER_BELOW) - 160}" w:gutter="0"/>{"<w:titlePg/>" if first else ""}{document_grid()}</w:sectPr>')


def lying(package, header):
    """A4 on its side: the head of a table lies at the left edge of the sheet, which binds an odd page and cuts an even one."""
    odd = package.add("footer", lying_number(11, odd=True))
    even = package.add("footer", lying_number(12, odd=False))
    return (f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/><w:headerReference w:type="even" r:id="{header}"/>'
            f'<w:footerReference w:type="default" r:id="{odd}"/><w:footerReference w:type="even" r:id="{even}"/>'
            '<w:type w:val="nextPage"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
            f'<w:pgMar w:top="{twips(28)}" w:right="{twips(37)}" w:bottom="{twips(26)}" w:left="{twips(35)}" w:header="600" '
            f'w:footer="600" w:gutter="0"/>{document_grid()}</w:sectPr>')


def text():
    return "".join([
        paragraph("Text", "{{#text}}"),
        paragraph("Level1", "{{heading1}}"),
        paragraph("Level2", "{{heading2}}"),
        paragraph("Level3", "{{item}}"),
        paragraph("Text", "{{body}}"),
        paragraph("Caption", "{{caption}}"),
        pattern_table("table", "TableHead", "TableCell", TEXT_WIDTH),
        table([row([cell(TEXT_WIDTH, paragraph("FactCell", "{{fact}}"))])], borders(8, 8, 4, 4), [TEXT_WIDTH]),
        paragraph("Text", "{{/text}}"),
    ])


def attachments():
    """附件说明: a blank line, then the names below each other."""
    return "".join([
        paragraph("Text", "{{#attachments}}"),
        paragraph("FirstAttachment", "附件：{{first_attachment}}", f'<w:spacing w:before="{LINE}" w:line="{LINE}" w:lineRule="exact"/>'),
        paragraph("Attachment", "{{attachment}}"),
        paragraph("Text", "{{/attachments}}"),
    ])


def notes():
    return paragraph("Text", "{{#notes}}") + paragraph("Note", "{{note}}") + paragraph("Text", "{{/notes}}")


# A seal is 42 mm wide; those of two rows do not touch, and the first ones begin within a line of the text.
SEAL_ROW = twips(45)


def signature(sealed, line=LINE, placed=""):
    """With a seal two lines stay free above, into which it reaches; without one a single line. Bodies that issue a paper together
    stand in rows, one seal each, the day below the last. `placed`: where both stand, if not by the standard."""
    prefix = "" if sealed else "unsealed_"
    free = (2 if sealed else 1) * line
    joint = table([row([cell(TEXT_WIDTH, paragraph("JointIssuer", "{{joint_issuer}}"), "top", 3 * LINE // 2)], height=SEAL_ROW)],
                  borders(0, 0, 0, 0), [TEXT_WIDTH], 0)
    return (paragraph("Text", "{{#signature}}")
            + paragraph("Issuer", "{{" + prefix + "issuer}}", f'<w:spacing w:before="{free}" w:line="{line}" w:lineRule="exact"/>{placed}')
            + paragraph("Date", "{{" + prefix + "date}}", placed) + (joint if sealed else "") + paragraph("Text", "{{/signature}}"))


def marks():
    """份号, 密级, 紧急程度: below each other at the upper left, those that a paper has."""
    return (paragraph("Mark", "{{#marks}}") + paragraph("CopyNumber", "{{copy_number}}") + paragraph("Mark", "{{secrecy}}")
            + paragraph("Mark", "{{urgency}}") + paragraph("Mark", "{{/marks}}"))


def corner():
    """The marks beside everything else, so that the head stands where it always stands."""
    box = text_box(20, marks() + paragraph("Nothing"), twips(75), 3 * LINE + 40, ("margin", 0), ("margin", 0), lower=False)
    return paragraph("Nothing", box)


def annexes(package, header, upright_section):
    """附件, each on a page of its own; a table that is too wide lies on its side. The patterns that end a section carry its page."""
    return "".join([
        paragraph("Text", "{{#annexes}}"),
        paragraph("Nothing", "{{upright_ends}}", upright_section),
        paragraph("AnnexMark", "{{annex_mark}}", "<w:pageBreakBefore/>"),
        paragraph("AnnexMark", "{{annex_mark_of_section}}"),
        paragraph("AnnexTitle", "{{annex_title}}"),
        paragraph("Caption", "{{annex_caption}}"),
        pattern_table("annex_table", "AnnexHead", "AnnexCell", TEXT_WIDTH, 20),
        pattern_table("wide_table", "AnnexHead", "AnnexCell", TEXT_HEIGHT, 20),
        paragraph("AnnexNote", "{{annex_note}}"),
        paragraph("Nothing", "{{lying_ends}}", lying(package, header)),
        paragraph("Text", "{{/annexes}}"),
    ])


LEFT, RIGHT = TEXT_WIDTH - 3000, 3000
SIDE = FOURTH_CHARACTER - 60  # One character, less what a cell keeps free by itself.


def imprint():
    """版记 at the foot of the last page: its last line is the lower edge of the text. The line that holds it is as high and goes with
    it, so that it never covers anything."""
    content = (table([row([cell(TEXT_WIDTH, paragraph("Imprint", "抄送：{{copy_to}}。", f'<w:ind w:left="{SIDE}" w:right="{SIDE}"/>'))])],
                     borders(8, 6, 0, 0), [TEXT_WIDTH])
               + paragraph("Nothing")
               + table([row([cell(LEFT, paragraph("Imprint", "{{issuer}}", f'<w:ind w:left="{SIDE}"/>')),
                             cell(RIGHT, paragraph("Imprint", "{{printed_on}}", f'<w:ind w:right="{SIDE}"/><w:jc w:val="right"/>'))])],
                       borders(0, 8, 0, 0), [LEFT, RIGHT])
               + paragraph("Nothing"))
    box = text_box(21, content, TEXT_WIDTH, twips(40), ("margin", 0), ("margin", "bottom"))
    return paragraph("Nothing", box + text_run("{{imprint_room}}"))

"""What the Word documents look like: fonts, styles, pages and page numbers of official documents, tables that print.

Page and type follow GB/T 9704-2012 (党政机关公文格式): A4, margins 37 mm above and 28 mm left, a type area of 156 × 225 mm with 22 lines
of 28 characters; the title in 二号小标宋, the text in 三号仿宋, headings of the first level in 黑体 and of the second in 楷体; page numbers
in 四号 between dashes below the type area. A machine without these fonts finds in the table of fonts which others may stand for them.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any

from zerentu.archives import timeless

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.styles.style import ParagraphStyle

__all__ = [
    "BODY",
    "CELL",
    "HEAD",
    "LEVEL_ONE",
    "LEVEL_TWO",
    "NOTE",
    "SIGNED",
    "STYLES",
    "TITLE",
    "add_styles",
    "landscape",
    "new_document",
    "number_pages",
    "portrait",
    "saved",
]

TITLE, BODY, LEVEL_ONE, LEVEL_TWO = "公文标题", "公文正文", "公文一级标题", "公文二级标题"
SIGNED, HEAD, CELL, NOTE = "公文落款", "表头", "表格文字", "表格说明"
_SONG, _FANG, _KAI = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312"
_HEI, _PLAIN = "黑体", "宋体"
#: Fonts that may stand for those of the standard, by name, and the family they are of where there is none of them.
_FONTS = {
    _SONG: ("方正小标宋_GBK", "roman"),
    _FANG: ("仿宋", "roman"),
    _KAI: ("楷体", "script"),
    _HEI: ("SimHei", "swiss"),
    _PLAIN: ("SimSun", "roman"),
}
_LATIN = "Times New Roman"
#: 225 mm in 22 lines, and what 28 characters of 16 points must give up to stand in 156 mm, in twentieths of a point.
_LINE, _SPACE = 579, -5
#: Style to font, size in points, alignment, indent of the first line in characters.
STYLES: dict[str, tuple[str, float, str, int]] = {
    TITLE: (_SONG, 22, "center", 0),
    BODY: (_FANG, 16, "both", 2),
    LEVEL_ONE: (_HEI, 16, "both", 2),
    LEVEL_TWO: (_KAI, 16, "both", 2),
    SIGNED: (_FANG, 16, "right", 0),
    HEAD: (_HEI, 10.5, "center", 0),
    CELL: (_FANG, 10.5, "left", 0),
    NOTE: (_FANG, 10.5, "left", 0),
}
_TEXT_SIZE = 16
_IN_TABLES = (HEAD, CELL, NOTE)
_DAY = datetime(1980, 1, 1)


def new_document() -> Document:
    """Return an empty document that says who made it, and no time."""
    from docx import Document as make

    document = make()
    known = document.core_properties
    known.author, known.comments, known.title = "zerentu", "", ""
    known.created = known.modified = _DAY
    add_styles(document)
    _set_fonts(document)
    _set_language(document)
    return document


def add_styles(document: Document) -> None:
    """Add the styles that a document has not; those of a template stay as they are."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    sides = {
        "center": WD_ALIGN_PARAGRAPH.CENTER,
        "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
        "right": WD_ALIGN_PARAGRAPH.RIGHT,
        "left": WD_ALIGN_PARAGRAPH.LEFT,
    }
    known = {style.name for style in document.styles}
    for name, (font, size, side, indent) in STYLES.items():
        if name in known:
            continue
        style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.font.name, style.font.size = _LATIN, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), font)
        # Quotation marks and dashes are those of the Chinese font.
        fonts.set(qn("w:hint"), "eastAsia")
        layout = style.paragraph_format
        layout.alignment = sides[side]
        layout.space_before = layout.space_after = Pt(0)
        if name in _IN_TABLES:
            layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(14)
        else:
            layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(_LINE / 20)
        if name == TITLE:
            layout.line_spacing = Pt(34)
            layout.keep_with_next = True
        if name in (LEVEL_ONE, LEVEL_TWO):
            layout.keep_with_next = True
        if size == _TEXT_SIZE:
            spacing = OxmlElement("w:spacing")
            spacing.set(qn("w:val"), str(_SPACE))
            style.element.rPr.insert_element_before(spacing, "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:lang")
        else:
            snap = OxmlElement("w:snapToGrid")
            snap.set(qn("w:val"), "0")
            style.element.get_or_add_pPr().insert_element_before(snap, "w:spacing", "w:ind", "w:jc", "w:rPr")
        if name == SIGNED:
            layout.right_indent = Pt(4 * size)
        if indent:
            layout.first_line_indent = Pt(indent * size)
            style.element.get_or_add_pPr().get_or_add_ind().set(qn("w:firstLineChars"), str(100 * indent))


def _set_language(document: Document) -> None:
    """Say that the text is Chinese: Word breaks its lines and sets its marks accordingly."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    lang = OxmlElement("w:lang")
    for name, value in (("val", "en-US"), ("eastAsia", "zh-CN")):
        lang.set(qn(f"w:{name}"), value)
    properties.append(lang)


def _set_fonts(document: Document) -> None:
    """Say in the table of fonts which others may stand for those of the standard."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from lxml import etree

    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    fonts = etree.Element(f"{{{space}}}fonts", nsmap={"w": space})
    for name, (other, family) in _FONTS.items():
        font = etree.SubElement(fonts, f"{{{space}}}font", {f"{{{space}}}name": name})
        for tag, value in (("altName", other), ("charset", "86"), ("family", family), ("pitch", "variable")):
            etree.SubElement(font, f"{{{space}}}{tag}", {f"{{{space}}}val": value})
    part._blob = etree.tostring(fonts, xml_declaration=True, encoding="UTF-8", standalone=True)


def portrait(section: Section) -> None:
    """Give a section the page of GB/T 9704-2012."""
    _page(section, width=210, height=297, margins=(37, 26, 35, 28), footer=23)
    _grid(section)


def landscape(section: Section) -> None:
    """Give a section an A4 page on its side, with room for a wide table."""
    _page(section, width=297, height=210, margins=(25, 20, 22, 20), footer=12)


def _page(section: Section, *, width: float, height: float, margins: tuple[float, ...], footer: float) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Mm, margins)
    section.header_distance, section.footer_distance = Mm(15), Mm(footer)


def _grid(section: Section) -> None:
    """Let a page have 22 lines."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = section._sectPr
    for old in properties.findall(qn("w:docGrid")):
        properties.remove(old)
    grid = OxmlElement("w:docGrid")
    # A grid of characters would go by the size of the style Normal, which is another one.
    for name, value in (("type", "lines"), ("linePitch", _LINE)):
        grid.set(qn(f"w:{name}"), str(value))
    properties.append(grid)


def number_pages(document: Document, section: Section, *, outside: bool) -> None:
    """Put the number of the page between dashes into the footer of a section.

    Parameters
    ----------
    document
        The document, which must tell odd pages from even ones where the number stands outside.
    section
        The section.
    outside
        At the right of odd pages and at the left of even ones, one character in, as GB/T 9704-2012 has it; else in the middle.
    """
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    document.settings.odd_and_even_pages_header_footer = True
    sides = (WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT) if outside else (WD_ALIGN_PARAGRAPH.CENTER,) * 2
    for footer, side in zip((section.footer, section.even_page_footer), sides, strict=True):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.alignment = side
        if outside:
            inset = Pt(14)
            paragraph.paragraph_format.right_indent = inset if side == WD_ALIGN_PARAGRAPH.RIGHT else None
            paragraph.paragraph_format.left_indent = inset if side == WD_ALIGN_PARAGRAPH.LEFT else None
        for kind, text in (
            ("", "— "),
            ("begin", ""),
            ("code", " PAGE "),
            ("separate", ""),
            ("", "1"),
            ("end", ""),
            ("", " —"),
        ):
            _field_part(paragraph, kind, text)


def _field_part(paragraph: Any, kind: str, text: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run = paragraph.add_run(text if not kind else "")
    run.font.name, run.font.size = _PLAIN, Pt(14)
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _PLAIN)
    if kind == "code":
        code = OxmlElement("w:instrText")
        code.set(qn("xml:space"), "preserve")
        code.text = text
        run._element.append(code)
    elif kind:
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._element.append(mark)


def saved(document: Document) -> bytes:
    """Return a document as a file; the same document gives the same bytes."""
    buffer = io.BytesIO()
    document.save(buffer)
    return timeless(buffer.getvalue())

"""What documents look like: fonts by name with others that may stand for them, the page of GB/T 9704-2012."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document as read_word
from docx.oxml.ns import qn

from zerentu.word.forms import BODY, LEVEL_ONE, LEVEL_TWO, TITLE, new_document, number_pages, portrait, saved


def test_fonts_are_those_of_official_documents() -> None:
    styles = read_word(io.BytesIO(saved(new_document()))).styles
    said = {
        name: (styles[name].element.rPr.rFonts.get(qn("w:eastAsia")), styles[name].font.size.pt)
        for name in (TITLE, BODY, LEVEL_ONE, LEVEL_TWO)
    }
    assert said == {
        TITLE: ("方正小标宋简体", 22), BODY: ("仿宋_GB2312", 16), LEVEL_ONE: ("黑体", 16), LEVEL_TWO: ("楷体_GB2312", 16)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("font", "other"), [("仿宋_GB2312", "仿宋"), ("方正小标宋简体", "方正小标宋_GBK"), ("楷体_GB2312", "楷体")]
)
def test_a_machine_without_a_font_is_told_another(font: str, other: str) -> None:
    with zipfile.ZipFile(io.BytesIO(saved(new_document()))) as archive:
        said = archive.read("word/fontTable.xml").decode()
    assert f'w:name="{font}"><w:altName w:val="{other}"/>' in said


def test_a_page_has_22_lines_of_28_characters() -> None:
    document = new_document()
    section = document.sections[0]
    portrait(section)
    number_pages(document, section, outside=True)
    again = read_word(io.BytesIO(saved(document)))
    [page] = again.sections
    margins = [round(each.mm) for each in (page.top_margin, page.right_margin, page.bottom_margin, page.left_margin)]
    assert margins == [37, 26, 35, 28]
    assert [297 - 37 - 35, 210 - 28 - 26] == [225, 156]
    grid = next(again.element.body.iter(qn("w:docGrid")))
    # 22 lines of 579 twentieths of a point are 225 mm.
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")
    assert round(22 * 579 / 20 / 72 * 25.4) == 225
    # 28 characters of 16 points less 5 twentieths, and no more, stand in 156 mm.
    assert [int(156 / 25.4 * 72 / (16 - 5 / 20)), round(again.styles[BODY].font.size.pt)] == [28, 16]
    assert [each.get(qn("w:val")) for each in again.styles[BODY].element.rPr.iter(qn("w:spacing"))] == ["-5"]
    assert (page.footer.paragraphs[0].text, page.even_page_footer.paragraphs[0].text) == ("— 1 —", "— 1 —")
    assert again.settings.odd_and_even_pages_header_footer is True

"""Pictures of words within a line: told where they stand, and nothing else is taken for one."""

from __future__ import annotations

import pytest
from pdf_writer import LEFT, PITCH, SIZE, TOP, PdfPage, read, write_pdf

from ingest.files.pdf.inline_pictures import inline_pictures
from ingest.files.pdf.page import Char, Page

LINE = "推进老旧小区改造，"


def page_of(*boxes: tuple[float, float, float, float]) -> Page:
    """Return a page with one line of nine characters from 0 to 90, twenty characters of space, and three more."""
    chars = [Char(sign, 10.0 * at, 10.0 * at + 10, 103.5, 10.0) for at, sign in enumerate(LINE)]
    chars += [Char(sign, 290.0 + 10 * at, 300.0 + 10 * at, 103.5, 10.0) for at, sign in enumerate("，完善")]
    return Page(number=1, width=600, height=800, chars=chars, pictures=list(boxes))


@pytest.mark.parametrize(
    ("box", "told"),
    [
        ((92.0, 94.0, 288.0, 106.0), [LINE]),
        ((321.0, 94.0, 400.0, 106.0), ["推进老旧小区改造，，完善"]),
        ((92.0, 94.0, 105.0, 106.0), []),  # a sign, not words
        ((92.0, 60.0, 288.0, 140.0), []),  # a photo
        ((40.0, 94.0, 288.0, 106.0), []),  # printed over
        ((92.0, 120.0, 288.0, 132.0), []),  # between the lines
        ((400.0, 94.0, 500.0, 106.0), []),  # away from the words
    ],
)
def test_a_picture_in_a_line_is_told_by_the_words_in_front_of_it(box, told) -> None:
    assert inline_pictures(page_of(box)) == told


def test_a_page_without_words_or_made_of_pictures_has_none() -> None:
    assert inline_pictures(Page(number=1, width=600, height=800, pictures=[(92.0, 94.0, 288.0, 106.0)])) == []
    assert inline_pictures(page_of(*[(92.0, 94.0, 288.0, 106.0)] * 501)) == []


def test_the_reader_tells_where_it_stands() -> None:
    page = PdfPage()
    page.text(LEFT, TOP, "一、任务")
    page.text(LEFT, TOP - PITCH, "1.改造。" + LINE)
    page.image(LEFT + 14 * SIZE, TOP - PITCH - 1, 8 * SIZE, SIZE)
    page.text(LEFT + 22 * SIZE, TOP - PITCH, "，完善。")
    content = read(write_pdf([page]))
    assert [unread.zh for unread in content.unread] == [
        "有 1 处行内图片，图片里的字没有读入（第一处在第 1 页“改造。推进老旧小区改造，”之后）；请对照原件补上"
    ]

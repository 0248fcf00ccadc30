"""A page as characters and ruling lines, upright, y from the top."""

from __future__ import annotations

import pytest
from pdf_lines import row
from pdf_writer import HEIGHT, WIDTH, PdfPage, opened

from ingest.files.pdf.page import Page, Rule, read_page


def read(made: PdfPage) -> Page:
    with opened(made) as document:
        return read_page(document, 0)


def text(page: Page) -> str:
    return "".join(char.text for char in page.chars)


def places(page: Page) -> list[tuple[str, int, int, int, int]]:
    return [
        (char.text, round(char.x0), round(char.x1), round(char.y), round(char.size))
        for char in page.chars
        if not char.text.isspace()
    ]


def rules(found: list[Rule]) -> list[tuple[int, int, int]]:
    return [(round(rule.at), round(rule.start), round(rule.end)) for rule in found]


def test_characters_stand_where_they_are_printed_with_y_from_the_top() -> None:
    made = PdfPage()
    made.text(100, 742, "任务", 16)
    page = read(made)
    assert (page.number, page.width, page.height) == (1, WIDTH, HEIGHT)
    assert places(page) == [("任", 100, 116, 100, 16), ("务", 116, 132, 100, 16)]
    assert page.chars[0].middle == pytest.approx(94.4)


def test_a_page_set_sideways_is_turned_upright_and_what_runs_another_way_is_left_out() -> None:
    made = PdfPage()
    made.text(100, 200, "推进节能改造", 16, matrix="0 1 -1 0")
    made.text(300, 300, "草案", 16)
    page = read(made)
    assert (page.width, page.height, page.turned) == (HEIGHT, WIDTH, 2)
    assert places(page)[0] == ("推", 200, 216, 100, 16)
    assert text(page) == "推进节能改造"


def test_strokes_and_thin_shapes_are_ruling_lines_and_broad_shapes_are_grounds() -> None:
    made = PdfPage()
    made.text(100, 742, "表")
    made.rule(100, 642, 300, 642)
    made.rule(100, 542, 100, 642)
    made.fill(100, 441, 200, 2)
    made.fill(100, 300, 200, 50)
    page = read(made)
    assert rules(page.across) == [(200, 100, 300), (400, 100, 300)]
    assert rules(page.down) == [(100, 200, 300)]
    assert [tuple(map(round, box)) for box in page.backs] == [(100, 399, 300, 401), (100, 492, 300, 542)]


def test_pictures_are_known_by_their_place_and_size() -> None:
    small, large = PdfPage(), PdfPage()
    small.image(100, 700, 120, 60)
    large.image(0, 421, WIDTH, 421)
    for made in (small, large):
        made.text(100, 100, "推进节能改造。" * 5, 12)
    page = read(small)
    assert (page.figure, [tuple(map(round, box)) for box in page.pictures]) == (False, [(100, 82, 220, 142)])
    page = read(large)
    assert (page.figure, page.picture, page.ink) == (True, 0.5, 0.0)


def test_a_dark_picture_without_text_is_ink_and_curves_are_counted() -> None:
    made = PdfPage()
    made.image(0, 0, WIDTH, HEIGHT)
    made.parts.append("100 100 m 120 140 160 140 200 100 c S")
    page = read(made)
    # A curve counts with its three points.
    assert (page.picture, page.ink, page.curves, page.chars) == (1.0, 1.0, 3, [])


def test_what_nobody_sees_is_kept_apart() -> None:
    made = PdfPage()
    made.text(100, 742, "任务")
    made.text(100, 700, "备注", painted="1 g")
    page = read(made)
    assert (text(page), page.unseen) == ("任务", "备注")


@pytest.mark.parametrize(
    ("high", "value", "found"),
    [
        (20, "财政", [("财", 100, 112, 136), ("政", 112, 124, 136)]),
        (60, "财政\r水利", [("财", 100, 112, 94), ("政", 112, 124, 94), ("水", 100, 112, 108), ("利", 112, 124, 108)]),
    ],
)
def test_what_was_filled_in_is_characters_in_its_box(
    high: int, value: str, found: list[tuple[str, int, int, int]]
) -> None:
    made = PdfPage()
    made.fill_in(100, 700, 200, high, value, "box")
    assert [each[:4] for each in places(read(made))] == found


@pytest.mark.parametrize(("down", "right", "vertical"), [(12.0, 0.0, True), (0.0, 10.0, False)])
def test_text_from_top_to_bottom_is_told_from_text_beside_each_other(down: float, right: float, vertical: bool) -> None:
    chars = [char for at in range(11) for char in row("节", x=300 + at * right, y=100 + at * down)]
    assert Page(number=1, width=600.0, height=800.0, chars=chars).vertical is vertical

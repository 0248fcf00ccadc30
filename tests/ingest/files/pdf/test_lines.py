"""Characters with their places become lines of text."""

from __future__ import annotations

import pytest
from pdf_lines import row

from ingest.files.pdf.lines import to_line, to_lines
from ingest.files.pdf.page import Char


@pytest.mark.parametrize(
    ("chars", "text"),
    [
        (row("2027 年底"), "2027年底"),
        (row("AI 应用"), "AI应用"),
        (row("open data"), "open data"),
        (row("市财政局 市水利局", gaps={5: 5.0}), "市财政局 市水利局"),
        (row("任务单位", gaps={2: 20.0}), "任务  单位"),
        (row("任务单位", gaps={2: 9.0}), "任务 单位"),
        (row("任务单位", gaps={2: 4.0}), "任务单位"),
        (row("专栏1 水利", gaps={4: 3.0}), "专栏1 水利"),
    ],
)
def test_blanks_stay_where_they_part_something(chars: list[Char], text: str) -> None:
    assert to_line(chars, 1).text == text


def test_a_character_drawn_twice_is_one() -> None:
    bold = [
        each
        for char in row("方案")
        for each in (char, Char(char.text, char.x0 + 0.3, char.x1 + 0.3, char.y, char.size))
    ]
    assert to_line(bold, 1).text == "方案"


def test_the_mark_of_a_footnote_is_left_out_and_a_power_stays() -> None:
    raised = Char("1", 20.0, 23.0, 95.0, 5.0)
    assert to_line([*row("任务"), raised, *row("完成", x=23.0)], 1).text == "任务完成"
    power = Char("2", 25.0, 28.0, 95.0, 5.0)
    assert to_line([*row("面积m"), power], 1).text == "面积m2"


def test_lines_come_from_top_to_bottom_whatever_the_order_of_characters() -> None:
    lines = to_lines([*row("第二行", y=120.0), *row("第一行", y=100.0), *row("尾", x=40.0, y=101.0)], 3)
    assert [(line.text, line.page) for line in lines] == [("第一行 尾", 3), ("第二行", 3)]
    assert [(line.x0, line.x1, line.size) for line in lines] == [(0.0, 50.0, 10.0), (0.0, 30.0, 10.0)]


def test_what_shows_nothing_makes_no_line() -> None:
    assert to_line(row("   "), 1) is None


@pytest.mark.parametrize(("text", "first"), [("方案", 10.0), ("方，案", 20.0), ("（方案", 20.0), ("open方", 20.0)])
def test_a_line_knows_how_wide_its_first_piece_is(text: str, first: float) -> None:
    assert to_line(row(text), 1).first == first


def test_the_widest_gap_of_a_line_and_where_a_gutter_cannot_be() -> None:
    made = to_line(row("甲乙丙", gaps={2: 30.0}), 1)
    assert made is not None
    assert made.gap == 30.0
    # A mark that hangs into the gutter is no hindrance.
    hung = to_line(row("甲，乙", gaps={2: 30.0}), 1)
    assert hung is not None
    assert [made.spans, hung.spans] == [[(-4.5, 24.5), (45.5, 64.5)], [(-4.5, 14.5), (45.5, 64.5)]]


@pytest.mark.parametrize("text", ["推进节能改造", "到2027年AI平台"])
def test_a_line_without_gaps_is_its_characters(text: str) -> None:
    made = to_line(row(text), 1)
    assert made is not None and made.text == text

"""Pages set in two columns: where the gutter is, and what is read in which order."""

from __future__ import annotations

import pytest
from pdf_lines import line, spread

from ingest.files.pdf.columns import Stretch, gutters, stretches
from ingest.files.pdf.lines import Line
from ingest.files.pdf.tables import Table

SIZE, WIDTH = (60, 80), 600.0
#: A line of one column, from 50 to 290 and from 310 to 550.
FULL = "推进各类园区循环化和低碳化改造建成示范工程完善设"
LEFT, RIGHT = 50.0, 310.0


def columns(count: int) -> list[Line]:
    return [spread({LEFT: FULL, RIGHT: FULL}, y=100.0 + 15 * at) for at in range(count)]


def table(left: float, right: float, top: float = 400.0) -> Table:
    return Table([], (left, right), top, top + 50, 1)


def found(*pages: list[Line]) -> list[float | None]:
    return gutters([(SIZE, WIDTH, lines, []) for lines in pages])


def test_the_gutter_is_in_the_middle_of_what_no_line_crosses() -> None:
    assert found(columns(8)) == [300.0]
    assert found([line("实施方案的通知", x=265.0, y=60.0), *columns(8)]) == [300.0]


@pytest.mark.parametrize(
    "lines",
    [
        columns(4),
        [line(FULL + FULL[:20], x=50.0, y=100.0 + 15 * at) for at in range(12)],
        # Rows of a table are not full.
        [spread({LEFT: "做好服务", 200.0: "市财政局", RIGHT: "2026年底"}, y=100.0 + 15 * at) for at in range(12)],
    ],
)
def test_few_lines_lines_across_and_rows_of_a_table_show_no_columns(lines: list[Line]) -> None:
    assert found(lines) == [None]


def test_a_page_with_few_lines_has_the_gutter_of_the_pages_of_its_size() -> None:
    last, short = [line(FULL, x=LEFT)], [line("附件", x=LEFT)]
    assert found(columns(8), last) == [300.0, 300.0]
    assert found(columns(8), short) == [300.0, None]
    other = gutters([(SIZE, WIDTH, columns(8), []), ((80, 60), WIDTH, last, [])])
    assert other == [300.0, None]
    beside = gutters([(SIZE, WIDTH, columns(8), []), (SIZE, WIDTH, short, [table(50.0, 290.0)])])
    assert beside == [300.0, 300.0]


def told(each: Stretch) -> tuple[int, int, list[str], list[float]]:
    """Return page, side, the texts of the lines, and where the tables begin."""
    return each.page, each.side, [line.text for line in each.lines], [table.top for table in each.tables]


def test_a_page_of_one_column_is_one_stretch() -> None:
    assert [told(each) for each in stretches(3, [line("任务"), line("单位", y=120.0)], [table(0.0, 9.0)], None)] == [
        (3, 0, ["任务", "单位"], [400.0])
    ]


def test_what_crosses_the_gutter_parts_the_columns_above_from_those_below() -> None:
    lines = [
        line("实施方案的通知要求", x=260.0, y=60.0),
        spread({LEFT: "左一", RIGHT: "右一"}, y=80.0),
        spread({LEFT: "左二"}, y=95.0),
        line("附件重点任务分工表格", x=250.0, y=200.0),
        spread({LEFT: "左三", RIGHT: "右三"}, y=220.0),
    ]
    tables = [table(50.0, 290.0, 110.0), table(310.0, 550.0, 120.0), table(50.0, 550.0, 300.0)]
    assert [told(each) for each in stretches(1, lines, tables, 300.0)] == [
        (1, 0, ["实施方案的通知要求"], []),
        (1, 1, ["左一", "左二"], [110.0]),
        (1, 2, ["右一"], [120.0]),
        (1, 0, ["附件重点任务分工表格"], []),
        (1, 1, ["左三"], []),
        (1, 2, ["右三"], []),
        (1, 0, [], [300.0]),
    ]


def test_a_mark_that_hangs_into_the_gutter_does_not_cross_it() -> None:
    [left, right] = stretches(1, [spread({LEFT: FULL + "，", RIGHT: FULL}, y=80.0)], [], 295.0)
    assert (told(left), told(right)) == ((1, 1, [FULL + "，"], []), (1, 2, [FULL], []))

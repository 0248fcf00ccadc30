"""Where the rows of a table without ruling lines begin."""

from __future__ import annotations

import pytest
from pdf_lines import line, spread

from ingest.files.pdf.blank_rows import row_at, row_starts
from ingest.files.pdf.lines import Line
from ingest.files.pdf.page import Rule

EDGES = (0.0, 40.0, 200.0, 300.0)
PLACES = (5.0, 45.0, 205.0)
#: As many characters as fit into the column of tasks.
FULL = "推进各类园区循环化和低碳化改造"


def starts(
    *rows: tuple[str, str, str], numbered: bool, ys: list[float] | None = None, rules: tuple[Rule, ...] = ()
) -> list[float] | None:
    """Return where rows begin among lines with these texts by column, 15 apart from 100 on."""
    body: list[Line] = []
    parts: list[dict[int, Line]] = []
    for y, texts in zip(ys or [100.0 + 15 * at for at in range(len(rows))], rows, strict=True):
        held = {at: text for at, text in enumerate(texts) if text}
        body.append(spread({PLACES[at]: text for at, text in held.items()}, y=y))
        parts.append({at: line(text, x=PLACES[at], y=y) for at, text in held.items()})
    return row_starts(body, parts, rules, EDGES, numbered)


def test_a_line_belongs_to_the_last_row_that_begins_above_it() -> None:
    assert [row_at([80.0, 135.0], y) for y in (60.0, 80.0, 134.0, 135.0, 900.0)] == [0, 0, 0, 1, 1]


def test_long_lines_across_part_rows_and_short_ones_do_not() -> None:
    rows = [("1", "做好服务。", "市财政局"), ("", "推进改造。", ""), ("2", "优化流程。", "市科技局")]
    rules = (Rule(90.0, 0.0, 300.0), Rule(108.0, 40.0, 120.0), Rule(121.0, 0.0, 150.0), Rule(122.0, 150.0, 300.0))
    assert starts(*rows, numbered=True, rules=rules) == [80.0, 121.5]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([("1", FULL, "市财政局"), ("", "做好服务。", ""), ("2", "优化流程。", "市科技局")], [92.5, 122.5]),
        # What stands above the first number is the rest of a row of the page before.
        ([("", "做好服务。", ""), ("1", FULL, "市财政局"), ("", "优化流程。", "")], [92.5, 107.5]),
        # Numbers in the middle of the height of their row.
        (
            [("", FULL, ""), ("1", FULL, "市财政局"), ("", "做好服务。", ""), ("2", "优化流程。", "市科技局")],
            [88.0, 133.0],
        ),
    ],
)
def test_numbers_tell_where_rows_begin(rows: list[tuple[str, str, str]], found: list[float]) -> None:
    assert starts(*rows, numbered=True) == found


def test_a_part_of_a_numbered_table_without_a_number_is_one_row() -> None:
    assert starts(("", FULL, ""), ("", "做好服务。", ""), numbered=True) == [90.0]


def test_wider_gaps_part_rows() -> None:
    rows = [("", FULL, "市财政局"), ("", "做好服务。", ""), ("", "优化流程。", "市科技局")]
    assert starts(*rows, numbered=False, ys=[100.0, 115.0, 140.0]) == [80.0, 135.0]


def test_without_numbers_and_gaps_a_row_begins_where_the_widest_column_does_not_go_on() -> None:
    rows = [("", FULL, "市财政局"), ("", "做好服务。", ""), ("", "优化流程。", "市科技局"), ("", FULL, "市水利局")]
    assert starts(*rows, numbered=False) == [95.0, 125.0, 140.0]


def test_without_numbers_a_column_with_one_line_a_row_tells_the_middles() -> None:
    row = [("", FULL, ""), ("", FULL, "市财政局"), ("", "做好服务。", "")]
    assert starts(*row, *row, numbered=False) == [88.0, 133.0]


def test_rows_that_cannot_be_told_are_none() -> None:
    # The agency stands neither beside the first line of its row nor in the middle of it.
    rows = [("", FULL, ""), ("", FULL, "市财政局"), ("", FULL, ""), ("", FULL, "")]
    assert starts(*rows, numbered=False) is None

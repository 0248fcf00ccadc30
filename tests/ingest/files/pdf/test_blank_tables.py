"""Tables without ruling lines between their columns: told by a header, taken apart by blanks."""

from __future__ import annotations

import pytest
from pdf_lines import line, spread

from ingest.files.pdf.blank_tables import blank_tables
from ingest.files.pdf.lines import Line
from ingest.files.pdf.page import Rule
from ingest.files.pdf.tables import Table

PLACES = (50.0, 100.0, 300.0, 420.0)
HEADER = ("序号", "重点任务", "牵头单位", "完成时限")
#: As many characters as fit into the column of tasks.
FULL = "推进各类园区循环化和低碳化改造完善设施"


def lines(*rows: tuple[str, ...], y: float = 100.0, page: int = 1) -> list[Line]:
    """Return lines 15 apart; a text alone stands at the left margin."""
    return [
        spread({place: text for place, text in zip(PLACES, row, strict=False) if text}, y=y + 15 * at, page=page)
        for at, row in enumerate(rows)
    ]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text if cell else "" for cell in row] for row in table.matrix]


def found(*pages: list[Line], rules: tuple[Rule, ...] = ()) -> list[tuple[list[list[list[str]]], list[str], bool]]:
    """Return for each page the texts of its tables, those of the other lines, and whether a table was not resolved."""
    made = blank_tables([(at, each, rules) for at, each in enumerate(pages, 1)])
    return [([texts(table) for table in tables], [line.text for line in rest], missed) for tables, rest, missed in made]


ROWS = [("1", FULL, "市财政局", "2026年"), ("", "做好服务。", "", ""), ("2", "优化流程。", "市科技局", "2027年")]
READ = [list(HEADER), ["1", FULL + "做好服务。", "市财政局", "2026年"], ["2", "优化流程。", "市科技局", "2027年"]]


def test_a_header_makes_a_table_of_the_lines_below_and_the_others_stay_lines() -> None:
    page = [line("附件", x=50.0, y=60.0), *lines(HEADER, *ROWS), line("二、保障措施。", x=50.0, y=300.0)]
    assert found(page) == [([READ], ["附件", "二、保障措施。"], False)]


def test_a_table_knows_where_it_is() -> None:
    [([table], _, _)] = blank_tables([(4, lines(HEADER, *ROWS), [])])
    assert (table.page, table.top, table.bottom) == (4, 90.0, 145.0)
    assert [left < place < right for left, place, right in zip(table.columns, PLACES, table.columns[1:], strict=False)] == [True] * 4  # fmt: skip


@pytest.mark.parametrize(
    "header",
    [
        ("序号", "牵头单位"),  # two columns
        ("甲方", "重点任务", "乙方", "丙方"),  # names that head no columns
        ("序号", "重点任务。", "牵头单位", "完成时限"),  # a sentence
    ],
)
def test_other_lines_with_blanks_are_no_header(header: tuple[str, ...]) -> None:
    [(tables, rest, missed)] = found(lines(header, *ROWS))
    assert (tables, len(rest), missed) == ([], 4, False)


def test_a_header_on_two_lines_is_put_together() -> None:
    page = [spread({50.0: "序号", 100.0: "重点", 300.0: "牵头", 420.0: "完成"}, y=88.0)]
    page += [spread({100.0: "任务", 300.0: "单位", 420.0: "时限"}, y=100.0), *lines(*ROWS, y=115.0)]
    assert found(page) == [([READ], [], False)]


def test_a_table_goes_on_behind_a_line_across_it_and_on_the_next_page() -> None:
    across = line("一、推进产业结构优化升级和绿色低碳发展", x=50.0, y=160.0)
    page = [*lines(HEADER, *ROWS), across, *lines(("3", "完善设施。", "市水利局", "2026年"), y=175.0)]
    second = lines(("4", "开展普查。", "市统计局", "2027年"), page=2)
    assert found(page, second) == [
        ([READ, [["3", "完善设施。", "市水利局", "2026年"]]], [across.text], False),
        ([[["4", "开展普查。", "市统计局", "2027年"]]], [], False),
    ]


def test_text_on_the_next_page_is_no_part_of_the_table() -> None:
    second = [line("二、保障措施。推进各类园区循环化和低碳化改造，完善设施。", x=70.0, y=100.0, page=2)]
    assert found(lines(HEADER, *ROWS), second) == [([READ], [], False), ([], [second[0].text], False)]


def test_ruling_lines_across_part_rows_that_have_no_numbers() -> None:
    header = ("重点任务", "牵头单位", "完成时限", "备注")
    page = lines(header, ("服务", "市财政局", "2026年", "无"), ("流程", "市科技局", "2027年", "无"))
    rules = (Rule(121.0, 50.0, 460.0),)
    assert found(page, rules=rules)[0][0][0][1:] == [
        ["服务", "市财政局", "2026年", "无"],
        ["流程", "市科技局", "2027年", "无"],
    ]


def test_a_header_alone_is_a_table_of_one_row() -> None:
    assert found(lines(HEADER)) == [([[list(HEADER)]], [], False)]

"""The rows of a table that goes on over pages."""

from __future__ import annotations

from ingest.files.grid import Cell, Matrix
from ingest.files.pdf.rows import Row, table_rows
from ingest.files.pdf.tables import Table

HEADER = ("序号", "任务", "牵头单位")


def cells(*rows: tuple[str, ...]) -> Matrix:
    return [[Cell([text] if text else []) for text in row] for row in rows]


def found(*pages: Matrix) -> list[tuple[str, int]]:
    tables = [Table(matrix, (0.0, 40.0, 200.0, 300.0), 100.0, 700.0, at) for at, matrix in enumerate(pages, 1)]
    return [(row.text, row.page) for row in table_rows(tables)]


def test_no_table_has_no_rows() -> None:
    assert list(table_rows([])) == []


def test_rows_come_with_their_page_and_a_header_that_is_printed_again_once() -> None:
    one, two = cells(HEADER, ("1", "做好服务。", "市财政局")), cells(HEADER, ("2", "优化流程。", "市科技局"))
    tables = [Table(one, (0.0, 1.0), 0.0, 1.0, 3), Table(two, (0.0, 1.0), 0.0, 1.0, 4)]
    assert list(table_rows(tables)) == [
        Row("序号\t任务\t牵头单位", 3),
        Row("1\t做好服务。\t市财政局", 3),
        Row("2\t优化流程。\t市科技局", 4),
    ]


def test_a_row_without_its_number_goes_on_with_the_row_of_the_page_before() -> None:
    one = cells(HEADER, ("1", "做好服务，", "市发展和"))
    two = cells(("", "推进改造。", "改革委"), ("2", "优化流程。", "市科技局"))
    assert found(one, two)[1:] == [("1\t做好服务，推进改造。\t市发展和改革委", 1), ("2\t优化流程。\t市科技局", 2)]


def test_without_numbers_a_sentence_that_breaks_off_goes_on() -> None:
    header = ("任务", "牵头单位", "时限")
    one = cells(header, ("做好服务，", "市财政局", "2026年"))
    assert found(one, cells(("推进改造。", "", "")))[1:] == [("做好服务，推进改造。\t市财政局\t2026年", 1)]
    ended = cells(header, ("做好服务。", "市财政局；", "2026年；"))
    assert found(ended, cells(("推进改造。", "", "")))[1:] == [
        ("做好服务。\t市财政局；\t2026年；", 1),
        ("推进改造。\t\t", 2),
    ]


def test_a_merged_cell_goes_on_into_the_next_page_and_an_empty_one_stays_empty() -> None:
    one = cells(("1", "做好服务。", "市财政局"), ("2", "推进改造。", ""))
    one[1][2] = one[0][2]
    two = cells(("3", "优化流程。", ""), ("4", "完善设施。", "市水利局"))
    assert [text for text, _ in found(one, two)][2:] == ["3\t优化流程。\t市财政局", "4\t完善设施。\t市水利局"]
    apart = cells(("1", "做好服务。", "市财政局"), ("2", "推进改造。", "市商务局"))
    two = cells(("3", "优化流程。", ""), ("4", "完善设施。", "市水利局"))
    assert [text for text, _ in found(apart, two)][2:] == ["3\t优化流程。\t", "4\t完善设施。\t市水利局"]


def test_a_cell_cut_by_the_page_keeps_covering_the_rows_below() -> None:
    one = cells(("1", "做好服务，", "市发展和"))
    two = cells(("", "推进改造。", "改革委"), ("2", "优化流程。", ""))
    two[1][2] = two[0][2]
    assert found(one, two) == [("1\t做好服务，推进改造。\t市发展和改革委", 1), ("2\t优化流程。\t市发展和改革委", 2)]

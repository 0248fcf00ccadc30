"""Layout of sheets: widths, heights, paper, cells that stay text."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from zerentu.sheet_layout import SheetColumn, SheetTable, fill_cell, fitting_width, set_up_page, write_table


def test_a_wide_table_prints_on_a3_and_a_narrow_one_on_a4() -> None:
    for width, paper in ((100, 8), (30, 9)):
        sheet = Workbook().active
        columns = [SheetColumn(caption=name, width=width) for name in "甲乙"]
        write_table(sheet, SheetTable(name="表", title="题", columns=columns, rows=[]))
        assert sheet.page_setup.paperSize == paper


def test_a_row_is_as_high_as_its_fullest_cell_that_is_shown() -> None:
    sheet = Workbook().active
    columns = [SheetColumn(caption="甲", width=12), SheetColumn(caption="id", width=4, hidden=True)]
    rows = [["字" * 11, "x" * 900], ["一\n二", ""], [None, None], ["字" * 900, ""]]
    write_table(sheet, SheetTable(name="表", title=None, columns=columns, rows=rows))
    assert [sheet.row_dimensions[line].height for line in range(2, 6)] == [45, 30, None, 400]
    assert sheet.freeze_panes == "A2"


def test_widths_count_chinese_twice_within_limits() -> None:
    assert [fitting_width(values) for values in (["责任单位"], [None], ["长" * 99], ["a\nabcdef"])] == [11, 6, 60, 9]


def test_a_page_repeats_its_header_and_counts_itself() -> None:
    sheet = Workbook().active
    set_up_page(sheet, paper="A4", header=(2, 3))
    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$2:$3", "landscape")
    assert sheet.page_margins.footer < sheet.page_margins.bottom


@pytest.mark.parametrize("text", ["=1", "＋1", "@a"])
def test_no_text_is_a_formula(text: str) -> None:
    cell = Workbook().active["A1"]
    fill_cell(cell, text)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_a_title_that_is_wider_than_its_table_has_room_for_all_its_lines() -> None:
    heights = []
    for title in ("题", "长" * 40):
        sheet = Workbook().active
        write_table(sheet, SheetTable(name="表", title=title, columns=[SheetColumn(caption="甲", width=50)], rows=[]))
        heights.append(sheet.row_dimensions[1].height)
    assert heights == [32, 3 * 24 + 8]

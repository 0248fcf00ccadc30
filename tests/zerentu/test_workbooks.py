"""Workbooks: what a spreadsheet program finds in them."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from graph.errors import SettingsError
from graph.visible import visible
from zerentu.output import emit, save
from zerentu.workbooks import workbook


def sheet(rows: list[dict[str, Any]], *names: str) -> Worksheet:
    found = load_workbook(io.BytesIO(workbook(rows, names, "zh"))).active
    assert found is not None
    return found


def test_captions_stand_in_a_frozen_row_with_a_filter() -> None:
    found = sheet([{"region": "云泽市", "due": 2025}, {"region": None, "due": None}], "region", "due")
    assert [[cell.value for cell in row] for row in found.rows] == [["地区", "年份"], ["云泽市", 2025], [None, None]]
    assert (found.freeze_panes, found.auto_filter.ref) == ("A2", "A1:B3")


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-5", "@SUM(A1)", '=HYPERLINK("x")', "=cmd|' /C calc'!A0", "＝1+1", "＋1", "－1", "＠甲"]
)
def test_no_text_is_a_formula(text: str) -> None:
    cell = sheet([{"text": text}], "text")["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_a_chinese_character_takes_two_columns_and_long_texts_wrap() -> None:
    found = sheet([{"a": "责任单位名称", "b": "abcdef", "c": "长" * 200}], "a", "b", "c")
    assert [found.column_dimensions[name].width for name in "ABC"] == [15, 9, 60]
    assert found["C2"].alignment.wrap_text
    assert [found.row_dimensions[line].height for line in (1, 2)] == [None, 7 * 15]


def test_a_sheet_prints_on_pages_as_wide_as_it_is_with_its_captions() -> None:
    found = sheet([{"a": "甲"}], "a")
    assert (found.page_setup.orientation, found.page_setup.fitToWidth, found.page_setup.fitToHeight) == (
        "landscape",
        1,
        0,
    )
    assert (found.sheet_properties.pageSetUpPr.fitToPage, found.print_title_rows) == (True, "$1:$1")


def test_a_text_too_long_for_a_cell_is_cut_with_a_sign() -> None:
    value = sheet([{"text": "𠮷" * 40000}], "text")["A2"].value
    assert value.endswith("…") and len(value.encode("utf-16-le")) <= 2 * 32767


@settings(max_examples=50, deadline=None)  # the first one also imports openpyxl
@given(st.text(st.characters(codec=None), max_size=30))
def test_any_text_can_be_stored(text: str) -> None:
    value = sheet([{"text": text}], "text")["A2"].value
    # An empty cell has no value.
    assert (value or "") == visible(text, lines=True)


def test_the_same_rows_give_the_same_bytes() -> None:
    rows = [{"text": "甲", "due": 2025}]
    assert workbook(rows, ["text", "due"], "zh") == workbook(rows, ["text", "due"], "zh")
    assert b"1980-01-01" not in workbook([], [], "zh") and sheet([]).max_row == 1


def test_lists_names_and_truth_values_are_words(tmp_path, capsys) -> None:
    path = tmp_path / "目标.xlsx"
    emit(
        [{"owners": [{"name": "市财政局"}, {"name": "市教育局"}], "inherited": True, "value": 2.5}], "xlsx", output=path
    )
    assert [cell.value for cell in list(load_workbook(path).active.rows)[1]] == ["市财政局、市教育局", "是", 2.5]
    assert capsys.readouterr().err == f"已写入：{path}\n"
    assert [entry.name for entry in tmp_path.iterdir()] == ["目标.xlsx"]


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path) -> None:
    (tmp_path / "文件").write_bytes(b"")
    with pytest.raises(SettingsError, match="cannot be written") as caught:
        save(tmp_path / "文件" / "目标.xlsx", b"")
    assert "请关闭打开它的程序" in caught.value.zh

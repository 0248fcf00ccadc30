"""Rows that came back: known by their identity wherever they stand; each kind of damage named in one sentence."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from returned_forms import HEADER, Change, Returned, as_csv, of_cells, read, told
from sheet_plans import loaded

from ingest.files.limits import OverLimit, using
from ingest.files.read import read_cells
from zerentu.issued_sheets import sheets
from zerentu.returned_rows import read_file

BODY = "市财政局"
HERE = f"a.xlsx 工作表“{BODY}”"
GONE = "；这一行没有收入"


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("rows")
    with loaded(folder / "a.lbug") as store:
        return sheets(store, folder / "a.xlsx", quarters=["2026Q1"]).path.read_bytes()


@pytest.fixture
def book(sent: bytes) -> Returned:
    found = Returned(sent)
    found.fill(BODY, 1, said="已改造5台", state="推进中", share=0.5, person="王强", phone="010-01", updated="2026/3/1")
    found.fill(BODY, 1, **{"2026Q1": "完成招标"})
    return found


FILLED = {
    "said": "已改造5台", "state": "under_way", "share": 50.0, "person": "王强", "phone": "010-01", "updated": "2026-03-01",
    "2026Q1": "完成招标",
}  # fmt: skip


def filled(path: Path) -> list[object]:
    """Return what was filled in, of the rows that are not blank."""
    rows, problems = read(path)
    assert problems == []
    return [row.filled for row in rows if not row.blank]


def test_what_is_filled_in_is_read(book: Returned, tmp_path: Path) -> None:
    path = book.save(tmp_path / "a.xlsx")
    rows, problems = read(path)
    assert ([row.filled for row in rows if not row.blank], problems) == ([FILLED], [])
    assert len(rows) == 6
    assert [(row.place.sheet, row.place.row) for row in rows if not row.blank] == [(BODY, 4)]


def test_rows_are_known_sorted_moved_and_without_style(book: Returned, tmp_path: Path) -> None:
    header, first, second = book.cells(BODY)
    assert filled(of_cells(tmp_path / "a.xlsx", 表=[["收到"], [], header, second, [], first])) == [FILLED]


def test_columns_may_have_been_moved(book: Returned, tmp_path: Path) -> None:
    rows = [list(reversed(row)) for row in book.cells(BODY)]
    assert filled(of_cells(tmp_path / "a.xlsx", 表=rows)) == [FILLED]


def test_sheets_of_several_bodies_may_stand_in_one_with_a_header_each_or_one_for_all(
    book: Returned, tmp_path: Path
) -> None:
    other = book.cells("市水利局")
    assert filled(of_cells(tmp_path / "a.xlsx", 汇总=[*other, [], ["市财政局报送"], *book.cells(BODY)])) == [FILLED]
    assert filled(of_cells(tmp_path / "b.xlsx", 汇总=[*book.cells(BODY), *other[1:]])) == [FILLED]


def test_hidden_rows_and_sheets_are_read(book: Returned, tmp_path: Path) -> None:
    book.sheet(BODY).row_dimensions[4].hidden = True
    book.sheet(BODY).sheet_state = "hidden"
    assert filled(book.save(tmp_path / "a.xlsx")) == [FILLED]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-8", "gbk"])
def test_csv_in_the_code_page_of_windows_or_in_utf_8(book: Returned, tmp_path: Path, codec: str) -> None:
    assert filled(as_csv(tmp_path / "a.csv", book.cells(BODY), codec)) == [FILLED]


def test_a_formula_says_what_it_comes_to(book: Returned, tmp_path: Path) -> None:
    rows = book.cells(BODY)
    path = of_cells(tmp_path / "a.xlsx", 表=rows)
    at = rows[0].index("完成比例")
    letter = chr(65 + at)
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert f'<c r="{letter}2" t="n"><v>0.5</v></c>'.encode() in sheet
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(
        f'<c r="{letter}2" t="n"><v>0.5</v></c>'.encode(), f'<c r="{letter}2"><f>1/2</f><v>0.5</v></c>'.encode()
    )
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    assert filled(path) == [FILLED]


def put(key: str, value: object, row: int = 1) -> Change:
    return lambda book: book.fill(BODY, row, **{key: value})


def head(key: str, caption: object) -> Change:
    def change(book: Returned) -> None:
        book.sheet(BODY).cell(HEADER, book.columns(BODY)[key]).value = caption

    return change


def merge(first: str, last: str) -> Change:
    def change(book: Returned) -> None:
        columns = book.columns(BODY)
        book.sheet(BODY).merge_cells(
            start_row=4, start_column=columns[first], end_row=5 if first == last else 4, end_column=columns[last]
        )

    return change


def beside(book: Returned) -> None:
    column = book.sheet(BODY).max_column + 1
    book.sheet(BODY).cell(HEADER, column).value = "备注"
    book.sheet(BODY).cell(4, column).value = "请协调"
    book.sheet(BODY).cell(5, column + 1).value = "急"


def without_identity(book: Returned) -> None:
    book.fill(BODY, 1, identity=None)


def twice(book: Returned) -> None:
    sheet = book.sheet(BODY)
    sheet.cell(4, sheet.max_column + 1).value = sheet.cell(5, book.columns(BODY)["identity"]).value


def broken(book: Returned) -> None:
    cell = book.sheet(BODY).cell(4, book.columns(BODY)["identity"])
    cell.value = str(cell.value).replace("|1/2|", "|2/2|")


def headless(book: Returned) -> None:
    book.sheet(BODY).delete_rows(1, HEADER)


def second_caption(book: Returned) -> None:
    book.sheet(BODY).cell(HEADER, book.sheet(BODY).max_column + 1).value = "责任人"


def struck(book: Returned) -> None:
    text = CellRichText(TextBlock(InlineFont(strike=True), "已完成"), TextBlock(InlineFont(), "推进中"))
    book.sheet(BODY).cell(4, book.columns(BODY)["said"]).value = text


def other_sheet(book: Returned) -> None:
    book.book.create_sheet("说明")["A1"] = "另附说明"


@pytest.mark.parametrize(
    ("change", "says", "refuses"),
    [
        (put("text", "改写的原文"), f"{HERE}第 4 行：锁定的“原文”被改动过；请从下发的原表恢复，意见写在“进展情况”里{GONE}", False),
        (
            lambda book: (put("lead", "市水利局")(book), put("support", None)(book)),
            f"{HERE}第 4 行：锁定的“牵头单位、配合”被改动过；请从下发的原表恢复，意见写在“进展情况”里{GONE}",
            False,
        ),
        (put("state", "差不多了"), f"{HERE}第 4 行：“完成状态”填的是“差不多了”，看不出是哪一种状态；请从列表中选未开展、推进中、已完成或受阻{GONE}", False),
        (put("share", "大部分"), f"{HERE}第 4 行：“完成比例”填的是“大部分”，不是百分数；请填 0% 到 100%，如 80%{GONE}", False),
        (put("updated", "3月1日"), f"{HERE}第 4 行：“更新日期”填的是“3月1日”，没有年份；请写成 2026-03-31 这样{GONE}", False),
        (put("share", "=B4/C4"), f"{HERE}第 4 行：“完成比例”是公式，文件里没有存下计算结果；请用 Excel 或 WPS 打开并保存，或直接填数{GONE}", False),
        (put("said", "#REF!"), f"{HERE}第 4 行：“进展情况”是公式错误 #REF!；请改正公式，或直接填写{GONE}", False),
        (struck, f"{HERE}第 4 行：“进展情况”里有划掉的文字“已完成”；请删去或取消删除线{GONE}", False),
        (merge("said", "state"), f"{HERE}第 4 行：“进展情况、完成状态”是合并单元格，分不清各行各列填的是什么；请取消合并，逐格填写{GONE}", False),
        (without_identity, f"{HERE}第 4 行：填了“进展情况、完成状态、完成比例、责任人、联系电话、更新日期、2026年第1季度”，但没有任务标识，认不出是哪项任务；请从原表整行复制（连同隐藏的“标识”列）", False),
        (twice, f"{HERE}第 4 行：有两个任务标识；请一行只留一项任务", False),
        (broken, f"{HERE}第 4 行：任务标识被改动过，认不出是哪项任务；请从下发的原表复制这一行的“标识”", False),
        (head("said", "工作进展"), f"{HERE}第 3 行：表头缺少“进展情况”；请把表头恢复成下发时的文字，再交回", True),
        (second_caption, f"{HERE}第 3 行：表头有两列“责任人”；请删去多出的一列，再交回", True),
        (headless, f"{HERE}：没有表头，认不出各列；请把原表的表头一起复制到任务上方", True),
        (head("text", None), f"{HERE}：表头缺少“原文”，这些锁定的内容无法核对；任务按标识认出，填写的内容已收入，请下次保留原表头", False),
        (other_sheet, "a.xlsx 工作表“说明”：没有任务标识，没有读入；若有要报的内容，请填进下发的表", False),
    ],
)  # fmt: skip
def test_each_kind_of_damage_is_named(book: Returned, tmp_path: Path, change: Change, says: str, refuses: bool) -> None:
    change(book)
    assert (says, refuses) in told(book.save(tmp_path / "a.xlsx"))


def test_of_several_rows_in_a_merged_cell_each_is_named(book: Returned, tmp_path: Path) -> None:
    merge("said", "said")(book)
    rows, problems = read(book.save(tmp_path / "a.xlsx"))
    says = f"“进展情况”是合并单元格，分不清各行各列填的是什么；请取消合并，逐格填写{GONE}"
    assert [problem.sentence.zh for problem in problems] == [f"{HERE}第 {row} 行：{says}" for row in (4, 5)]
    assert [row.filled for row in rows if row.place.sheet == BODY] == [None, None]


def test_columns_beside_the_table_are_named_with_their_rows(book: Returned, tmp_path: Path) -> None:
    beside(book)
    path = book.save(tmp_path / "a.xlsx")
    assert told(path) == [
        (f"{HERE}：“备注”不是下发的列，其中第 4 行的内容没有收入；请把要报的内容写进下发的列", False),
        (f"{HERE}：“W”不是下发的列，其中第 5 行的内容没有收入；请把要报的内容写进下发的列", False),
    ]
    assert [row.filled for row in read(path)[0] if not row.blank] == [FILLED]


def test_every_fault_of_a_row_is_named_at_once(book: Returned, tmp_path: Path) -> None:
    book.fill(BODY, 1, state="差不多", share="大半", task="改写")
    assert [sentence for sentence, _refuses in told(book.save(tmp_path / "a.xlsx"))] == [
        f"{HERE}第 4 行：锁定的“任务”被改动过；请从下发的原表恢复，意见写在“进展情况”里{GONE}",
        f"{HERE}第 4 行：“完成状态”填的是“差不多”，看不出是哪一种状态；请从列表中选未开展、推进中、已完成或受阻{GONE}",
        f"{HERE}第 4 行：“完成比例”填的是“大半”，不是百分数；请填 0% 到 100%，如 80%{GONE}",
    ]


def test_a_sheet_without_identities_and_a_file_of_another_program(book: Returned, tmp_path: Path) -> None:
    column = book.columns(BODY)["identity"] - 1
    bare = [[cell for at, cell in enumerate(row) if at != column] for row in book.cells(BODY)]
    assert told(of_cells(tmp_path / "a.xlsx", 表=bare)) == [
        (
            "a.xlsx 工作表“表”：表里没有“标识”列，认不出是哪些任务；请在原来下发的表里填写，或从原表整行复制（连同隐藏的列）后再交回",
            True,
        )
    ]
    assert told(of_cells(tmp_path / "b.xlsx", 台账=[["任务", "责任单位"], ["改造锅炉", "市财政局"]])) == [
        ("b.xlsx：不是 zerentu sheets 下发的填报表；请在下发的表里填写后交回", True)
    ]


def test_a_cover_saved_as_csv_is_told_apart(book: Returned, tmp_path: Path) -> None:
    cover = [[cell.value for cell in row] for row in book.sheet("封面").iter_rows()]
    assert told(as_csv(tmp_path / "a.csv", cover, "gbk")) == [
        ("a.csv：这是封面或总览，没有任务；另存为 csv 时请先切换到任务那张工作表", False)
    ]


def test_a_place_in_csv_has_no_sheet(book: Returned, tmp_path: Path) -> None:
    book.fill(BODY, 1, share="大半")
    assert told(as_csv(tmp_path / "a.csv", book.cells(BODY), "utf-8")) == [
        (f"a.csv 第 2 行：“完成比例”填的是“大半”，不是百分数；请填 0% 到 100%，如 80%{GONE}", False)
    ]


def test_merged_areas_are_walked_up_to_the_limit(book: Returned, tmp_path: Path) -> None:
    merge("said", "said")(book)
    path = book.save(tmp_path / "a.xlsx")
    cells = read_cells(path)
    with using({"cells": 1}), pytest.raises(OverLimit):
        read_file("a.xlsx", cells)

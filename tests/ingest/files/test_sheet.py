import datetime
import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from graph.errors import ReadError
from ingest.files.content import Content
from ingest.files.sheet import read_csv, read_xlsx
from ingest.parse import parse_file
from ingest.to_json import to_json

HEADER = ["序号", "类别", "重点任务", "牵头单位", "配合单位", "完成时限"]
ROWS: list[list[Any]] = [
    [1, "产业升级", "编制项目清单并公开更新规则。", "市发展改革委", "市财政局、市科技局", datetime.date(2026, 9, 30)],
    [2, None, "建设中试平台5个，\n服务企业。", "市工业和信息化局", None, "2026年底"],
    [3, "民生", "优化办事流程。", "市政务服务局", "各县（市、区）人民政府", "长期坚持"],
]


def book(title: str = "云泽市2026年重点工作任务分工方案") -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.append([title])
    sheet.merge_cells("A1:F1")
    for row in (HEADER, *ROWS):
        sheet.append(row)
    sheet.merge_cells("B3:B4")
    return made


def data(made: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read(made: openpyxl.Workbook) -> Content:
    return read_xlsx(data(made), Path("台账.xlsx"))


def test_a_ledger_is_a_title_and_a_table_with_merged_cells_filled() -> None:
    assert read(book()).text.split("\n") == [
        "云泽市2026年重点工作任务分工方案",
        "\t".join(HEADER),
        "1\t产业升级\t编制项目清单并公开更新规则。\t市发展改革委\t市财政局、市科技局\t2026年9月30日",
        "2\t产业升级\t建设中试平台5个，服务企业。\t市工业和信息化局\t\t2026年底",
        "3\t民生\t优化办事流程。\t市政务服务局\t各县（市、区）人民政府\t长期坚持",
    ]


@pytest.mark.parametrize("name", ["台账.xlsx", "台账.csv"])
def test_its_tasks_are_those_of_the_table(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if path.suffix == ".xlsx":
        path.write_bytes(data(book()))
    else:
        rows = [["云泽市2026年重点工作任务分工方案"], HEADER, *([str(cell or "") for cell in row] for row in ROWS)]
        path.write_bytes("\r\n".join(",".join(f'"{cell}"' for cell in row) for row in rows).encode("gb18030"))
    tasks = to_json(parse_file(path))["tasks"]
    assert [task["title"] for task in tasks] == [
        "编制项目清单并公开更新规则",
        "建设中试平台5个，服务企业",
        "优化办事流程",
    ]
    assert [[(owner["name"], owner["role"]) for owner in task["owners"]] for task in tasks] == [
        [("市发展改革委", "lead"), ("市财政局", "support"), ("市科技局", "support")],
        [("市工业和信息化局", "lead")],
        [("市政务服务局", "lead"), ("各县（市、区）人民政府", "support")],
    ]
    assert [task["deadline"] for task in tasks][1:] == ["2026年底", "长期坚持"]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (0.125, "0.0%", "12.5%"),
        (0.8, "0%", "80%"),
        (1200, "#,##0", "1200"),
        (3.5, "General", "3.5"),
        (3.456, "0.00", "3.46"),
        (datetime.datetime(2026, 6, 1), 'yyyy"年"m"月"', "2026年6月"),
        (datetime.datetime(2026, 6, 1), "yyyy-mm-dd", "2026年6月1日"),
        (True, "General", "是"),
    ],
)
def test_values_are_written_as_they_are_shown(value: Any, form: str, shown: str) -> None:
    made = openpyxl.Workbook()
    made.active.append(["目标", value])
    made.active["B1"].number_format = form
    assert read(made).text == f"目标\t{shown}"


def test_sheets_follow_each_other_and_hidden_ones_are_told() -> None:
    made = book()
    second = made.create_sheet("附件2 指标表")
    second.append(["指标", "目标值"])
    second.append(["绿化率", "40%"])
    lists = made.create_sheet("选项")
    lists.append(["已完成"])
    lists.append(["未完成"])
    lists.sheet_state = "hidden"
    made.create_sheet("空表")
    made["Sheet"].row_dimensions[4].hidden = True
    content = read(made)
    assert content.text.split("\n")[5:] == ["附件2 指标表", "指标\t目标值", "绿化率\t40%"]
    assert len(content.text.split("\n")) == 8
    unread, rows = content.unread
    assert rows.zh == "工作表“Sheet”有隐藏的行 1 处、隐藏的列 0 处，已一并读入，请核对"
    assert "选项" in unread.zh and "空表" not in unread.zh


def test_refused() -> None:
    with pytest.raises(ReadError, match="no text"):
        read(openpyxl.Workbook())
    with pytest.raises(ReadError, match="damaged"):
        read_xlsx(data(book())[:-40], Path("a.xlsx"))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data(book()))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name)[: 300 if name.endswith("sheet1.xml") else None])
    with pytest.raises(ReadError, match="damaged"):
        read_xlsx(out.getvalue(), Path("a.xlsx"))
    with pytest.raises(ReadError, match="a quotation mark of the table is not closed"):
        read_csv('序号,"任务\n1,"做好'.encode(), Path("a.csv"))
    own = book()
    own.properties.creator = "zerentu"
    with pytest.raises(ReadError, match="zerentu wrote"):
        read(own)
    made = openpyxl.Workbook()
    made.active["A60000"] = "x"
    with pytest.raises(ReadError, match="rows of a sheet: at least 60,000, over the limit of 50,000"):
        read(made)


def test_struck_out_text_is_left_out_and_told() -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.append(["序号", "任务", "牵头单位"])
    sheet.append([1, "建站", CellRichText(TextBlock(InlineFont(strike=True), "市民政局"), "市财政局")])
    sheet.append([2, "设点", "市商务局"])
    for at in "ABC":
        sheet[f"{at}3"].font = Font(strike=True)
    content = read(made)
    assert content.text.split("\n") == ["序号\t任务\t牵头单位", "1\t建站\t市财政局"]
    assert [unread.zh for unread in content.unread] == ["有 4 处已划掉（删除线）的文字没有读入（第一处：“市民政局”）"]


def test_formulas_without_a_stored_value_are_told() -> None:
    made = openpyxl.Workbook()
    made.active.append(["序号", "任务", "牵头单位"])
    made.active.append(["=ROW()-1", "建站", "市财政局"])
    content = read(made)
    assert content.text.split("\n")[1] == "\t建站\t市财政局"
    assert [unread.zh for unread in content.unread] == [
        "有 1 个公式单元格没有存下计算结果，没有读入；请用 Excel 或 WPS 打开并保存后再读取"
    ]


def test_only_cells_that_hold_something_are_walked() -> None:
    made = openpyxl.Workbook()
    made.active.append(["序号", "任务"])
    made.active["GR40000"].font = Font(bold=True)
    assert read(made).text == "序号\t任务"


def test_areas_end_where_the_sheet_ends() -> None:
    """Two kilobytes can merge seventeen billion cells."""
    made = openpyxl.Workbook()
    for row in [["序号", "重点任务", "责任单位"], [1, "推进改造", "市财政局"], [2, "建设平台", None]]:
        made.active.append(row)
    made.active.merged_cells.add("C2:C1048576")
    made.active.merged_cells.add("D1:XFD1048576")
    lines = read_xlsx(data(made), Path("a.xlsx")).text.split("\n")
    assert lines == ["序号\t重点任务\t责任单位", "1\t推进改造\t市财政局", "2\t建设平台\t市财政局"]

"""Small workbooks of the kinds that offices send; the right answer was written down first."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from office_forms import Read, owners, parse


def workbook(*sheets: tuple[str, Sequence[Sequence[str]], Sequence[str]]) -> bytes:
    """Return a workbook; a sheet is its name, its rows and its merged ranges."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, lines, merged in sheets:
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append([text or None for text in line])
        for extent in merged:
            sheet.merge_cells(extent)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


WORKBOOKS: dict[str, tuple[bytes, Read]] = {
    "blank owners in a workbook are nobody": (
        workbook(
            ("清单", [["序号", "工作内容", "责任单位"], ["1", "改造泵站", "市水务局"], ["2", "清淤河道", ""]], [])
        ),
        [("表/1", "市水务局:lead"), ("表/2", "")],
    ),
    "merged owners in a workbook hold for both": (
        workbook(
            (
                "清单",
                [
                    ["序号", "工作内容", "责任单位"],
                    ["1", "改造泵站", "市水务局"],
                    ["2", "清淤河道", ""],
                    ["3", "植树", ""],
                ],
                ["C2:C3"],
            )
        ),
        [("表/1", "市水务局:lead"), ("表/2", "市水务局:lead"), ("表/3", "")],
    ),
    "group rows by merged cells in a workbook": (
        workbook(
            (
                "Sheet1",
                [
                    ["序号", "任务", "主责单位"],
                    ["一、城市更新", "", ""],
                    ["1", "改造老旧小区", "市住建局"],
                    ["二、交通畅通", "", ""],
                    ["1", "打通断头路", "市交通运输局"],
                    ["合计", "2项", ""],
                ],
                ["A2:C2", "A4:C4"],
            )
        ),
        [("表/一/1", "市住建局:lead"), ("表/二/1", "市交通运输局:lead")],
    ),
    "a matrix under a merged header in a workbook": (
        workbook(
            (
                "矩阵",
                [
                    ["序号", "任务", "责任部门", "", ""],
                    ["", "", "区发改局", "区教育局", "区卫健局"],
                    ["1", "建设托位", "配合", "牵头", "配合"],
                    ["2", "医养结合", "", "", "牵头"],
                ],
                ["A1:A2", "B1:B2", "C1:E1"],
            )
        ),
        [("表/1", "区卫健局:support 区发改局:support 区教育局:lead"), ("表/2", "区卫健局:lead")],
    ),
    "one unit a line in a cell of a workbook": (
        workbook(
            (
                "表",
                [["序号", "任务", "责任单位"], ["1", "整治噪声", "市生态环境局\n市公安局\n市文化广电\n和旅游局"]],
                [],
            )
        ),
        [("表/1", "市公安局:co_own 市文化广电和旅游局:co_own 市生态环境局:co_own")],
    ),
    "落实单位 and 验收单位": (
        workbook(
            (
                "实事",
                [
                    ["编号", "项目名称", "落实单位", "验收单位"],
                    ["1", "新建健身步道", "区文体局", "区住建局"],
                    ["2", "更新公交站台", "区交通局", ""],
                ],
                [],
            )
        ),
        [("表/1", "区住建局:guide 区文体局:lead"), ("表/2", "区交通局:lead")],
    ),
    "two sheets with ledgers and one of contacts": (
        workbook(
            ("农业", [["序号", "任务", "责任单位"], ["1", "建设高标准农田", "县农业农村局"]], []),
            ("工业", [["序号", "任务", "责任单位"], ["1", "技改升级", "县工信局"]], []),
            ("通讯录", [["姓名", "单位", "电话"], ["李明", "县工信局", "13800000000"]], []),
        ),
        [("农业/1", "县农业农村局:lead"), ("工业/1", "县工信局:lead")],
    ),
}


@pytest.mark.parametrize("name", WORKBOOKS)
def test_workbooks(name: str, tmp_path: Path) -> None:
    content, wanted = WORKBOOKS[name]
    assert owners(parse(tmp_path, ".xlsx", content)) == wanted

"""The cover of forms: what is asked of whom by when; the list of all sheets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from sheet_plans import loaded

from graph.stores.store import Store
from zerentu.form_cover import Request, due_words, overview_table, write_cover
from zerentu.sheet_identity import COVER
from zerentu.task_forms import Form, Forms
from zerentu.task_sheets import Issue, issue

ASKED = Request(return_by=date(2026, 7, 10), as_of=date(2026, 7, 1))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with loaded(tmp_path_factory.mktemp("cover") / "a.lbug") as found:
        yield found


def forms(store: Store) -> tuple[Issue, dict[str, Form]]:
    issued = issue(store)
    made = Forms(store, issued)
    assert issued.unassigned is not None
    return issued, {body.name: made.form(body) for body in (*issued.bodies, issued.unassigned)}


def cover(issued: Issue, some: list[Form], request: Request = ASKED) -> tuple[Worksheet, list[tuple[object, object]]]:
    sheet = Workbook().active
    assert isinstance(sheet, Worksheet)
    write_cover(sheet, issued, some, request)
    lines = [(sheet.cell(line, 1).value, sheet.cell(line, 2).value) for line in range(1, sheet.max_row + 1)]
    return sheet, [line for line in lines if any(line)]


def test_a_cover_says_what_is_asked_of_a_body_by_when(store: Store) -> None:
    issued, made = forms(store)
    sheet, lines = cover(issued, [made["市财政局"]])
    assert lines == [
        ("市财政局进展填报：封面", None),
        ("填报单位", "市财政局"),
        ("依据方案", "《洛阳市绿色园区实施方案》"),
        ("任务", "共 2 项（共同负责 1、配合 1）"),
        ("时限", "截至 2026-07-01：已过时限 1 项，30 天内到期 0 项，以后到期 0 项，未写明时限 1 项"),
        ("谁牵头", "市工业和信息化局 1 项、未写明牵头的 1 项"),
        ("交回", "请于 2026-07-10 前填好交回"),
        ("进展情况", "做了什么、到哪一步、有什么困难，如实写"),
        ("完成状态", "从列表中选：未开展、推进中、已完成、受阻"),
        ("完成比例", "0% 到 100%；没有量化进度可以不填"),
        ("责任人", "具体办理人姓名"),
        ("联系电话", "办公电话或手机"),
        ("更新日期", "填表当天，如 2026-03-31"),
        (
            "注意",
            "浅黄色各列由你单位填写，其余各列已锁定；锁定内容如有错误，请写在“进展情况”里，不要改动原文。\n"
            "表格可以筛选、调整列宽；要排序时先“撤销工作表保护”（没有密码），排好后再填。不要合并单元格，不要删行删列。\n"
            "汇总到一张表时请整行复制，隐藏的“标识”列要一起带上；可以存成 .xlsx 或 .csv 交回。\n"
            "时限一列：红色为已过时限，黄色为 30 天内到期；选“已完成”后颜色消失。",
        ),
    ]
    assert (sheet["C1"].value, sheet.column_dimensions["C"].hidden, sheet.protection.sheet) == (COVER, True, True)
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("portrait", 1)


def test_a_cover_of_several_names_the_overview_and_a_day_may_be_open(store: Store) -> None:
    issued, made = forms(store)
    _sheet, lines = cover(issued, list(made.values()), Request(return_by=None, as_of=date(2026, 6, 1)))
    assert lines[:2] == [("任务进展填报：封面", None), ("填报单位", "5 个单位，各填一张工作表，见下一张“总览”")]
    assert lines[3:7] == [
        ("任务", "共 4 项"),
        ("时限", "截至 2026-06-01：已过时限 0 项，30 天内到期 1 项，以后到期 1 项，未写明时限 2 项"),
        ("谁牵头", "市工业和信息化局 1 项、市统计局 1 项、未写明牵头的 2 项"),
        ("交回", "报送日期另行通知"),
    ]


def test_a_task_of_two_bodies_is_counted_once(store: Store) -> None:
    _issued, made = forms(store)
    both = [made["市财政局"], made["市水利局"]]
    assert due_words(both, date(2026, 7, 1)) == (
        "截至 2026-07-01：已过时限 1 项，30 天内到期 0 项，以后到期 0 项，未写明时限 1 项"
    )


def test_the_overview_lists_every_sheet(store: Store) -> None:
    _issued, made = forms(store)
    table = overview_table(list(made.values()), [f"表{at}" for at in range(5)], ASKED)
    assert [column.caption for column in table.columns] == [
        "序号", "填报单位", "所属地区", "工作表", "任务数", "角色与项数", "已过时限", "临近时限", COVER,
    ]  # fmt: skip
    assert [row[1:] for row in table.rows] == [
        ["市工业和信息化局", "洛阳市", "表0", 1, "牵头 1", 1, 0, None],
        ["市财政局", "洛阳市", "表1", 2, "共同负责 1、配合 1", 1, 0, None],
        ["市统计局", "洛阳市", "表2", 1, "牵头 1", 0, 0, None],
        ["市水利局", "洛阳市", "表3", 1, "共同负责 1", 0, 0, None],
        ["无责任单位的任务", None, "表4", 1, None, 0, 0, None],
    ]

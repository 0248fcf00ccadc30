"""Answers as tables: whole headers, whole first rows, what is hidden, how they print."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import queries
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.store import Store
from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_graph import build_graphs
from zerentu import settings
from zerentu.answer_tables import audit_list, audit_tables, emit_tables, plain_table, target_table, task_table
from zerentu.sheet_layout import SheetTable

PLAN = """云泽市绿色园区实施方案
一、重点任务
（一）节能改造
1.改造锅炉。到2027年改造锅炉10台。（市工业和信息化局牵头，市财政局负责，市生态环境局等配合，省工业和信息化厅指导，各县（市、区）人民政府落实）
2.=公布名录。2026年底前公布名录。（市统计局负责）
3.开展宣传。持续开展宣传。
"""
TASK = ["序号", "任务", "牵头单位", "共同负责", "配合", "指导", "落实", "时限（明示/推定）", "目标", "原文", "出处"]
BOILER = "1.改造锅炉。到2027年改造锅炉10台。（市工业和信息化局牵头，市财政局负责，市生态环境局等配合，省工业和信息化厅指导，各县（市、区）人民政府落实）"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with EmbeddedStore(tmp_path_factory.mktemp("tables") / "a.lbug") as found:
        found.load(build_graphs(parse_document(Document("方案.txt", PLAN, "utf-8", "0"))))
        yield found


def sheets(tmp_path: Path, *tables: SheetTable) -> list[Worksheet]:
    emit_tables(tables, "xlsx", tmp_path / "a.xlsx")
    return load_workbook(tmp_path / "a.xlsx").worksheets


def shown(sheet: Worksheet, line: int) -> list[object]:
    """Return the cells of a line that stand in columns which are not hidden."""
    return [
        cell.value for cell in sheet[line] if cell.value is not None or cell.column_letter in sheet.column_dimensions
        if not sheet.column_dimensions[cell.column_letter].hidden
    ]  # fmt: skip


def agency(store: Store) -> SheetTable:
    found = queries.agency_tasks.answer(store, "市财政局")
    return task_table(store, found.records, found.columns, "市财政局责任清单")


def test_an_agency_sees_its_role_and_everybody_elses(store: Store, tmp_path: Path) -> None:
    [sheet] = sheets(tmp_path, agency(store))
    assert sheet["A1"].value == "市财政局责任清单"
    assert shown(sheet, 2) == [*TASK[:2], "我方角色", *TASK[2:]]
    assert shown(sheet, 3) == [
        1,
        "改造锅炉",
        "共同负责·并列",
        "市工业和信息化局",
        "市财政局",
        "市生态环境局［未列尽］",
        "省工业和信息化厅",
        "各县（市、区）人民政府",
        "2027（明示）",
        "锅炉 10台（2027）",
        BOILER,
        "方案.txt 第4行",
    ]


def test_a_sheet_is_fixed_filtered_and_ready_to_print(store: Store, tmp_path: Path) -> None:
    [sheet] = sheets(tmp_path, agency(store))
    page = sheet.page_setup
    assert (page.orientation, page.paperSize, page.fitToWidth, page.fitToHeight) == ("landscape", 8, 1, 0)
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A3", "$1:$2")
    assert sheet.auto_filter.ref.startswith("A2:") and sheet.auto_filter.ref.endswith("3")
    assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"
    assert [str(each) for each in sheet.merged_cells.ranges] == ["A1:L1"]
    assert sheet["K3"].alignment.wrap_text and sheet.row_dimensions[3].height == 45


def test_columns_for_programs_stand_behind_and_are_hidden(store: Store, tmp_path: Path) -> None:
    found = queries.agency_tasks.answer(store, "市财政局")
    [sheet] = sheets(tmp_path, agency(store))
    hidden = [cell.value for cell in sheet[2] if sheet.column_dimensions[cell.column_letter].hidden]
    assert hidden == found.columns
    assert [cell.value for cell in sheet[3]][12 + hidden.index("role")] == "co_own"
    assert [cell.value for cell in sheet[3]][12 + hidden.index("task_id")] == found.records[0]["task_id"]


def test_csv_says_the_same_words_and_runs_nothing(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    found = queries.tasks.answer(store)
    emit_tables([task_table(store, found.records, found.columns, "任务清单")], "csv", None)
    header, *rows = csv.reader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff")))
    assert header == [*TASK, *found.columns]
    assert rows[1][:11] == [
        "2", "'=公布名录", "市统计局", "", "", "", "", "2026（明示）", "2026年底前公布名录", "2.=公布名录。2026年底前公布名录。（市统计局负责）",
        "方案.txt 第5行",
    ]  # fmt: skip
    assert [row[1] for row in rows] == ["改造锅炉", "'=公布名录", "开展宣传"]


def test_targets_name_their_owners_by_role(store: Store, tmp_path: Path) -> None:
    found = queries.targets.answer(store)
    [sheet] = sheets(tmp_path, target_table(found.records, found.columns, "目标清单"))
    assert shown(sheet, 2) == [
        "序号", "指标", "数值", "时限（明示/推定）", "牵头单位", "共同负责", "配合", "指导", "落实", "原文", "出处",
    ]  # fmt: skip
    assert shown(sheet, 3)[:9] == [
        1, "锅炉", "10台", "2027（明示）", "市工业和信息化局", "市财政局", "市生态环境局", "省工业和信息化厅", "各县（市、区）人民政府",
    ]  # fmt: skip


def test_an_audit_is_a_summary_and_a_sheet_for_each_rule_that_found_something(store: Store, tmp_path: Path) -> None:
    wanted = ["no_owner", "several_leads", "open_ended"]
    found = queries.audit.answer(store, rules=wanted)
    tables = audit_tables(found.records, found.columns, [queries.RULES[name] for name in wanted], "检查结果")
    first, *others = sheets(tmp_path, *tables)
    assert [each.title for each in (first, *others)] == ["汇总", "无责任单位", "责任单位未列尽"]
    assert shown(first, 2) == ["序号", "问题", "程度", "条数", "说明"]
    assert [shown(first, line)[1:4] for line in (3, 4, 5)] == [
        ["无责任单位", "错误", 1], ["多头牵头", "警告", 0], ["责任单位未列尽", "提示", 1],
    ]  # fmt: skip
    assert shown(others[0], 2) == ["序号", "方案", "编号", "任务", "责任单位", "词", "语境或对照", "原文", "出处"]
    assert shown(others[0], 3) == [
        1, "云泽市绿色园区实施方案", "一/（一）/3", "开展宣传", None, None, None, "持续开展宣传。", "方案.txt 第6行",
    ]  # fmt: skip
    assert first.page_setup.paperSize == 9


def test_an_audit_in_csv_names_the_rule_of_each_finding(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = ["no_owner", "several_leads"]
    found = queries.audit.answer(store, rules=wanted)
    for rules in (wanted, wanted[1:]):
        rows = [row for row in found.records if row["rule"] in rules]
        emit_tables([audit_list(rows, found.columns, [queries.RULES[name] for name in rules], "检查")], "csv", None)
        header, *lines = csv.reader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff")))
        assert header[:4] == ["序号", "问题", "方案", "编号"]
        assert [line[:5] for line in lines] == [
            ["1", "无责任单位", "云泽市绿色园区实施方案", "一/（一）/3", "开展宣传"] for _row in rows
        ]


def test_other_answers_are_said_in_words(tmp_path: Path) -> None:
    rows = [{"agency": "市财政局", "role": "co_own", "basis": "listed", "inherited": True, "agency_id": "a1"}]
    [sheet] = sheets(tmp_path, plain_table(rows, list(rows[0]), "单位"))
    assert shown(sheet, 2) == ["序号", "单位", "角色", "依据", "继承"]
    assert shown(sheet, 3) == [1, "市财政局", "共同负责", "并列", "是"]


def test_the_english_twin(store: Store, tmp_path: Path) -> None:
    before = settings.language()
    settings.set_language("en")
    try:
        [sheet] = sheets(tmp_path, agency(store))
    finally:
        settings.set_language(before)
    assert shown(sheet, 2) == [
        "No.", "Task", "Own role", "Lead", "Shared", "Supports", "Guides", "Implements", "Deadline (written/derived)",
        "Targets", "Source text", "Place",
    ]  # fmt: skip
    assert shown(sheet, 3)[2:4] == ["co-owns / listed", "市工业和信息化局"]
    assert shown(sheet, 3)[8:10] == ["2027 (written)", "锅炉 10台 (2027)"]

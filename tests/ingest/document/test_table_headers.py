"""What columns are called."""

from __future__ import annotations

import pytest

from ingest.document.table_headers import is_other_header, owner_label, read_header


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("整改责任单位", "整改责任单位"),
        ("建议责任单位(市级部门)", "责任单位"),
        ("负责验收部门", "责任单位"),
        ("指导推进责任单位", "责任单位"),
        ("协同推进部门", "配合单位"),
        ("验收单位", "验收单位"),
        ("牵头单位及配合单位", "责任单位"),
        ("具体实施部门", "责任单位"),
        ("市直部门", "责任部门"),
        ("省级部门", "国家部委"),
        ("对口省直部门", "国家部委"),
        ("主体责任", "责任单位"),
        ("协同推进", "配合单位"),
        ("牵头负责", "牵头单位"),
        ("项目业主", ""),
        ("单位名称", ""),
        ("建设内容", ""),
        ("完成时限", ""),
    ],
)
def test_a_header_says_who_answers_in_its_own_words(name: str, label: str) -> None:
    assert owner_label(name) == label


def test_numbers_deadlines_and_offices_have_columns_of_their_own() -> None:
    columns = read_header(["序号", "任务类别", "重点事项", "责任科室", "责任单位", "办结时限", "备注"])
    assert columns is not None
    assert (columns.number, columns.tasks, columns.owners, columns.deadline) == (0, (2,), {4: "责任单位"}, 5)


@pytest.mark.parametrize(
    "cells",
    [
        ["序号", "指标名称", "目标值", "责任单位"],
        ["姓名", "单位", "电话"],
        ["序号", "企业名称", "地址"],
        ["重点任务", "完成时限"],
    ],
)
def test_other_tables_have_no_header_of_tasks(cells: list[str]) -> None:
    assert read_header(cells) is None


def test_a_list_of_persons_ends_a_table_wherever_it_begins() -> None:
    assert is_other_header(["姓名", "单位", "电话"], fresh=False)
    assert [is_other_header(["编号", "名称", "地址"], fresh=fresh) for fresh in (True, False)] == [True, False]


def test_a_cell_of_a_header_names_a_column_and_no_agency() -> None:
    assert read_header(["序号", "事项", "建议责任单位（省级部门）"]) is not None
    assert read_header(["项目名称", "东站枢纽", "责任单位", "市交通运输局"]) is None

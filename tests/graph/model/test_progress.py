"""A report is known by what it says, and says nothing that no report may say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import SchemaError
from graph.model.progress import STATES, ProgressReport

REPORT = ProgressReport(
    task_id="task-1",
    plan_id="plan-1",
    agency_id="agency-1",
    agency="云泽市水利局",
    said="已完成选址。",
    state="under_way",
    share=40.0,
    person="王强",
    phone="0371-1234",
    updated="2026-03-31",
    quarters=("2026Q1 完成选址", "2026Q2 开工"),
    file="水利局.xlsx",
    sheet="任务",
    row=4,
)
EMPTY = replace(REPORT, said="", state="", share=None, person="", phone="", updated="", quarters=())


def test_where_a_report_was_read_does_not_change_what_it_is() -> None:
    assert replace(REPORT, file="汇总.csv", sheet="", row=90).id == REPORT.id
    assert replace(REPORT, share=40).id == REPORT.id


@pytest.mark.parametrize(
    "change",
    [
        {"task_id": "task-2"},
        {"agency_id": "agency-2"},
        {"agency": "云泽市财政局"},
        {"said": "已开工。"},
        {"state": "done"},
        {"share": 41.0},
        {"share": None},
        {"person": "李梅"},
        {"phone": "0371-5678"},
        {"updated": "2026-04-01"},
        {"quarters": ("2026Q1 完成选址",)},
    ],
    ids=str,
)
def test_what_a_report_says_makes_it_what_it_is(change: dict[str, object]) -> None:
    assert replace(REPORT, **change).id != REPORT.id


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"share": 0.0},
        {"share": 100.0},
        {"state": "", "share": None, "said": "", "person": "王强"},
        {"agency_id": "", "agency": ""},
        {"agency_id": "", "agency": "某单位"},
        {"updated": "", "quarters": ()},
        {"updated": "2028-02-29"},
        *({"state": state} for state in STATES),
    ],
    ids=str,
)
def test_what_may_be_reported(change: dict[str, object]) -> None:
    replace(REPORT, **change).check()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"task_id": ""}, "没有任务标识或方案标识，无法对应到任务；请用 zerentu sheets 下发的表格填报"),
        ({"plan_id": ""}, "没有任务标识或方案标识，无法对应到任务；请用 zerentu sheets 下发的表格填报"),
        ({"agency": ""}, "有单位标识却没有单位名称"),
        ({"state": "快好了"}, "完成状态 '快好了' 不在可选项中；请选 未开展、推进中、已完成、受阻"),
        ({"share": -0.1}, "完成比例是 -0.1；请填 0 到 100 之间的百分数"),
        ({"share": 100.5}, "完成比例是 100.5；请填 0 到 100 之间的百分数"),
        ({"share": float("nan")}, "完成比例是 nan；请填 0 到 100 之间的百分数"),
        ({"share": float("inf")}, "完成比例是 inf；请填 0 到 100 之间的百分数"),
        ({"updated": "2026-02-30"}, "更新日期 '2026-02-30' 不是日期；请写成 2026-03-31"),
        ({"updated": "20260331"}, "更新日期 '20260331' 不是日期；请写成 2026-03-31"),
        ({"quarters": ("2026Q5 开工",)}, "季度进展 '2026Q5 开工' 没有写明季度或内容；应如 2026Q1 已完成选址"),
        ({"quarters": ("2026Q1 ",)}, "季度进展 '2026Q1 ' 没有写明季度或内容；应如 2026Q1 已完成选址"),
        ({"said": "\ud800"}, "said 中有不成对的代理字符，不是文本"),
        ({"quarters": ("2026Q1 \ud800",)}, "quarters 中有不成对的代理字符，不是文本"),
    ],
    ids=str,
)
def test_what_no_report_may_say(change: dict[str, object], said: str) -> None:
    with pytest.raises(SchemaError) as refused:
        replace(REPORT, **change).check()
    assert refused.value.zh == said


def test_a_line_that_nobody_filled_in_is_no_report() -> None:
    assert EMPTY.says_nothing
    assert replace(EMPTY, said=" \n").says_nothing
    with pytest.raises(SchemaError, match="nothing was reported"):
        EMPTY.check()


@settings(max_examples=50)
@given(said=st.text(), person=st.text(), quarter=st.text())
def test_texts_of_neighbouring_cells_do_not_run_together(said: str, person: str, quarter: str) -> None:
    shifted = replace(REPORT, said=said + "甲", person=person, quarters=(quarter,))
    assert shifted.id != replace(REPORT, said=said, person="甲" + person, quarters=(quarter,)).id

"""Which report is new, and where it goes when its plan gives way; stores are tried in tests/behaviour/test_progress_contract.py."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import pytest

from graph.errors import SchemaError
from graph.model.progress import ProgressReport
from graph.model.reports import Known, carry, new_reports

REPORT = ProgressReport(
    task_id="task-1", plan_id="plan-1", agency_id="agency-1", agency="市水利局", said="已选址。", state="under_way",
    share=40, person="", phone="", updated="2026-03-31", quarters=("2026Q1 已选址",), file="水利局.xlsx", sheet="任务", row=4,
)  # fmt: skip
KNOWN = Known(
    tasks={"task-1": ("plan-1", "一/1", "修渠"), "task-2": ("plan-1", "一/2", "清淤")},
    agencies={"agency-1"},
    reports=set(),
    last={"plan-1": 7},
)


def test_new_reports_are_numbered_behind_those_that_are_there() -> None:
    second = replace(REPORT, task_id="task-2", agency_id="", agency="")
    added, nodes, reported, about = new_reports([REPORT, second, REPORT], KNOWN, "2026-04-02")
    assert (added.added, added.known) == ([REPORT.id, second.id], [REPORT.id])
    assert [(node["order"], node["title"], node["agency"], node["share"]) for node in nodes] == [
        (8, "修渠", "市水利局", 40.0),
        (9, "清淤", None, 40.0),
    ]
    assert reported == [("agency-1", REPORT.id)]
    assert about == [(REPORT.id, "task-1"), (second.id, "task-2")]


def test_a_report_that_is_there_is_not_written_again() -> None:
    added, nodes, reported, about = new_reports([REPORT], replace(KNOWN, reports={REPORT.id}), "2026-04-02")
    assert (added.added, added.known, nodes, reported, about) == ([], [REPORT.id], [], [], [])


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (replace(REPORT, task_id="task-3"), "图库里没有任务 task-3；请先载入它的方案，或重新下发表格"),
        (replace(REPORT, plan_id="plan-2"), "任务 task-1 不属于方案 plan-2"),
        (replace(REPORT, state="快了"), "完成状态 '快了' 不在可选项中；请选 未开展、推进中、已完成、受阻"),
    ],
    ids=["task", "plan", "state"],
)
def test_a_report_that_fits_nothing_is_refused_with_its_place(report: ProgressReport, said: str) -> None:
    with pytest.raises(SchemaError) as refused:
        new_reports([REPORT, report], KNOWN, "2026-04-02")
    assert refused.value.zh == f"水利局.xlsx 任务 第 4 行：{said}"
    with pytest.raises(SchemaError) as refused:
        new_reports([replace(report, file="")], KNOWN, "2026-04-02")
    assert refused.value.zh == said


def plan(name: str, *tasks: tuple[str, str]) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    graph.add_node(name, label="Plan", id=name)
    for key, title in tasks:
        graph.add_node(key, label="Task", id=key, plan_id=name, kind="item", title=title, part=1)
    return graph


def held(*reports: tuple[str, str, bool]) -> nx.MultiDiGraph:
    """Return the reports of an old version: id, task, whether the task was still there."""
    graph = plan("plan-1", ("task-1", "修渠"), ("task-2", "清淤"))
    graph.add_node("agency-1", label="Agency", id="agency-1")
    graph.add_node("region-1", label="Region", id="region-1")
    graph.add_edge("agency-1", "region-1", key="IN")
    for key, task, there in reports:
        graph.add_node(key, label="Progress", id=key, plan_id="plan-1", task_id=task)
        graph.add_edge("agency-1", key, key="REPORTED")
        if there:
            graph.add_edge(key, task, key="REPORTS_ON")
    return graph


def edges(graph: nx.MultiDiGraph) -> set[tuple[str, str, str]]:
    return set(graph.edges(keys=True))


def test_a_version_without_reports_is_left_as_it_is() -> None:
    new = plan("plan-1", ("task-1", "修渠"))
    assert carry(new, held()) == (new, [])


def test_a_report_follows_its_task_by_id_whatever_its_words() -> None:
    new, lost = carry(plan("plan-1", ("task-1", "整修渠道")), held(("report-1", "task-1", True)))
    assert lost == []
    assert edges(new) == {
        ("report-1", "task-1", "REPORTS_ON"), ("agency-1", "report-1", "REPORTED"), ("agency-1", "region-1", "IN")
    }  # fmt: skip


def test_a_report_follows_its_task_by_words_into_a_plan_of_another_id() -> None:
    new, lost = carry(plan("plan-2", ("task-8", "修 渠"), ("task-9", "清淤")), held(("report-1", "task-1", True)))
    assert lost == []
    assert ("report-1", "task-8", "REPORTS_ON") in edges(new)
    assert (new.nodes["report-1"]["plan_id"], new.nodes["report-1"]["task_id"]) == ("plan-2", "task-8")


def test_of_two_tasks_that_say_the_same_none_is_guessed() -> None:
    new, lost = carry(plan("plan-2", ("task-8", "修渠"), ("task-9", "修渠")), held(("report-1", "task-1", True)))
    assert lost == ["report-1"]
    assert edges(new) == {("agency-1", "report-1", "REPORTED"), ("agency-1", "region-1", "IN")}
    assert new.nodes["report-1"]["task_id"] == "task-1"


def test_a_report_is_told_to_be_lost_once_and_finds_its_task_again() -> None:
    without, with_task = plan("plan-1", ("task-2", "清淤")), plan("plan-1", ("task-1", "修渠"))
    assert carry(without, held(("report-1", "task-1", True)))[1] == ["report-1"]
    assert carry(without, held(("report-1", "task-1", False)))[1] == []
    new, lost = carry(with_task, held(("report-1", "task-1", False)))
    assert lost == []
    assert ("report-1", "task-1", "REPORTS_ON") in edges(new)


def test_what_a_copy_brings_along_is_not_added_again() -> None:
    copy = held(("report-1", "task-1", True))
    new, lost = carry(copy, held(("report-1", "task-1", True)))
    assert lost == []
    assert edges(new) == edges(copy)

"""What the network answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.stores.store import Store
from queries.network import Findings, cooperation, findings
from zerentu.library import load, open_store


@pytest.fixture(scope="module")
def found(rivers: Store) -> Findings:
    return findings(cooperation(rivers))


def test_the_bottleneck_is_who_leads_alone(found: Findings) -> None:
    assert [
        (each.agency, each.tasks, each.share, each.leads, [task.title for task in each.stops], each.stop_share)
        for each in found.bottlenecks
    ] == [
        ("市林业局", 3, 0.429, 2, ["补种苗木", "巡护队伍"], 0.286),
        ("市水利局", 3, 0.429, 2, ["修缮灌渠", "清淤疏浚"], 0.286),
    ]
    assert [dict(each.quarters) for each in found.bottlenecks] == [{}, {"2026Q2": 1}]


def test_pairs_that_share_more_than_one_task_come_by_what_one_of_them_leads(found: Findings) -> None:
    assert [(each.one, each.other, len(each.tasks), each.led, each.share_of_one, each.share_of_other) for each in found.pairs] == [
        ("市林业局", "市公安局", 2, 2, 0.667, 1.0),
        ("市水利局", "市财政局", 2, 2, 0.667, 0.667),
    ]  # fmt: skip


def test_a_task_that_a_collective_answers_for_hangs_on_it(found: Findings) -> None:
    assert [(each.task.title, each.collectives, each.alone) for each in found.hanging] == [
        ("巡查河道", ("各县（市、区）人民政府",), True)
    ]


def test_bridges_are_who_alone_joins_others_and_who_joins_groups(found: Findings) -> None:
    assert [(each.agency, each.joined, [task.title for task in each.tasks], each.only) for each in found.bridges] == [
        ("市财政局", ("市公安局", "市林业局"), ["防火道路"], True),
        ("市林业局", ("市公安局",), ["补种苗木", "巡护队伍"], True),
        ("市水利局", ("市生态环境局",), ["监测水质"], True),
    ]
    assert found.groups == [("市农业农村局", "市水利局", "市生态环境局", "市财政局"), ("市公安局", "市林业局")]


def test_plain_values_name_every_task_once(found: Findings) -> None:
    told = found.to_json()
    ids = [task["task_id"] for task in told["tasks"]]
    assert len(set(ids)) == len(ids) == 7
    assert [ids.index(task) for each in told["pairs"] for task in each["tasks"]] == [4, 5, 0, 2]
    assert [[ids.index(task) for task in each["stops"]] for each in told["bottlenecks"]] == [[4, 5], [0, 2]]
    assert told["hanging"] == [{"task": ids[3], "collectives": ["各县（市、区）人民政府"], "alone": True}]


def test_where_nobody_is_said_to_lead_the_share_of_tasks_tells(tmp_path: Path) -> None:
    text = "安庆市养护行动方案\n一、任务\n" + "".join(
        f"{at}.养护道路{at}。养护第{at}段道路。（市交通运输局、{other}按职责分工负责）\n"
        for at, other in enumerate(("市财政局", "市公安局", "市审计局", "市林业局"), 1)
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    load([tmp_path / "a.txt"], db=tmp_path / "a.lbug")
    with open_store(tmp_path / "a.lbug") as store:
        found = findings(cooperation(store))
    assert [(each.agency, each.share, each.leads, list(each.stops)) for each in found.bottlenecks] == [
        ("市交通运输局", 1.0, 0, [])
    ]
    assert found.groups == []
    assert [(each.agency, each.only) for each in found.bridges] == [("市交通运输局", True)] * 3

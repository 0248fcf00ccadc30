"""Who gets which tasks: by owner, by lead, for one body; and what nobody gets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sheet_plans import loaded

from graph.errors import SettingsError, UnknownNameError
from graph.stores.store import Store
from zerentu.task_sheets import Body, issue

SUPPORTED = """临江市河道保洁工作方案
一、主要任务
1.清理漂浮物。（市城市管理局牵头，市水利局配合）
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with loaded(tmp_path_factory.mktemp("sheets") / "a.lbug") as found:
        yield found


def titles(body: Body | None) -> list[tuple[str, list[str]]]:
    assert body is not None
    return [(duty.roles[0]["title"] if duty.roles else "", [row["role"] for row in duty.roles]) for duty in body.duties]


def test_every_owner_gets_its_tasks_and_nobodys_have_a_sheet(store: Store) -> None:
    issued = issue(store)
    assert {body.name: titles(body) for body in issued.bodies} == {
        "市工业和信息化局": [("改造锅炉", ["lead"])],
        "市财政局": [("改造锅炉", ["support"]), ("铺设管网", ["co_own"])],
        "市统计局": [("=公布名录", ["lead"])],
        "市水利局": [("铺设管网", ["co_own"])],
    }
    assert [duty.leads for body in issued.bodies if body.name == "市财政局" for duty in body.duties] == [
        ("市工业和信息化局",),
        (),
    ]
    assert issued.unassigned is not None
    assert (issued.unassigned.name, issued.unassigned.agency_id) == ("无责任单位的任务", "")
    assert titles(issued.unassigned) == [("", [])]
    assert (issued.tasks, issued.left_out) == (4, 0)


def test_by_lead_those_who_share_get_what_nobody_leads(store: Store) -> None:
    issued = issue(store, by="lead")
    assert {body.name: titles(body) for body in issued.bodies} == {
        "市工业和信息化局": [("改造锅炉", ["lead"])],
        "市统计局": [("=公布名录", ["lead"])],
        "市财政局": [("铺设管网", ["co_own"])],
        "市水利局": [("铺设管网", ["co_own"])],
    }
    assert issued.unassigned is not None
    assert (issued.unassigned.name, len(issued.unassigned.duties)) == ("无牵头单位、也无共同负责单位的任务", 1)


def test_one_body_alone_and_how_many_tasks_that_leaves_out(store: Store) -> None:
    issued = issue(store, agency="财政局")
    assert ([body.name for body in issued.bodies], issued.unassigned) == (["市财政局"], None)
    assert (issued.tasks, issued.left_out) == (4, 2)


def test_what_is_not_there_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError):
        issue(store, plan="冷链运输")
    with loaded(tmp_path / "a.lbug", SUPPORTED) as other, pytest.raises(SettingsError) as error:
        issue(other, by="lead", agency="市水利局")
    assert error.value.zh == "没有符合这些条件的任务；请放宽 --plan、--region 或 --agency"

"""What changes mean, and that loading with the file that is written makes it so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from graph.overrides.write import to_toml
from graph.stores.store import Store
from queries import ask, tasks
from queries.owners import owners_of, owners_of_targets
from queries.targets import targets
from queries.whatif import Abolish, Act, Merge, Move, WhatIf, whatif
from zerentu.library import load, open_store

PLAN = """安庆市河湖管护行动方案
一、重点任务
（一）治水
1.修缮灌渠。修缮灌渠和提水泵站。到2026年，新打机井80眼。（市水利局牵头，市财政局、市林业局配合）
2.监测水质。监测河湖水质，按月公布。（市生态环境局、市水利局按职责分工负责）
3.清理河道。拆除违章建筑。（市城市管理局牵头，市水利局、市公安局配合）
（二）护林
4.补种苗木。沿岸补种耐水苗木。（市林业局牵头，市水利局、市财政局配合）
5.巡护队伍。组建巡护队伍。（市林业局负责）
"""
OTHER = """安庆市防汛行动方案
一、重点任务
（一）堤防
1.加固堤防。加固堤防并清理淤积。（市水利局负责）
2.排涝泵站。新建排涝泵站。（市城市管理局负责）
"""


Owners = dict[str, set[tuple[str, str, str]]]

#: Changes, one list a question.
ACTS: dict[str, list[Act]] = {
    "merge": [Merge(("市水利局", "市林业局"), "市水利和湖泊局")],
    "take in": [Merge(("市水利局", "市林业局"), "市林业局")],
    "abolish": [Abolish("市水利局")],
    "rename": [Merge(("市城市管理局",), "市水务局")],
    "move": [Move("修缮灌渠", "市财政局")],
    "several": [Merge(("市水利局",), "市水务局"), Abolish("市财政局"), Move("巡护队伍", "市公安局")],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("河湖")
    (folder / "a.txt").write_text(PLAN, encoding="utf-8")
    (folder / "b.txt").write_text(OTHER, encoding="utf-8")
    load([folder / "a.txt", folder / "b.txt"], db=folder / "a.lbug")
    return folder


@pytest.fixture(scope="module")
def store(folder: Path) -> Iterator[Store]:
    with open_store(folder / "a.lbug") as opened:
        yield opened


def owners(store: Store) -> Owners:
    """Who answers for every task and target of a store, in which role."""
    ids = [row["task_id"] for row in tasks.answer(store).records]
    own = [row["target_id"] for row in targets.answer(store).records]
    found = {**{key: [] for key in (*ids, *own)}, **owners_of(store, ids), **owners_of_targets(store, own)}
    names = {row["id"]: row["name"] for row in ask.answer(store, "agencies").records}
    return {
        key: {(each["agency_id"], names[each["agency_id"]], each["role"]) for each in some}
        for key, some in found.items()
    }


def told(found: WhatIf, side: str) -> Owners:
    held = [*found.tasks, *(each for each in found.targets if each.task_id is None)]
    return {each.id: {(one.agency_id, one.agency, one.role) for one in getattr(each, side)} for each in held}


def check(folder: Path, old: Path, acts: Sequence[Act], there: str = "") -> WhatIf:
    """Hold what is told against the store before, and against one that is loaded with the file after."""
    with open_store(old) as store:
        before = owners(store)
        found = whatif(store, acts)
        assert owners(store) == before
    file, new = folder / "new.toml", folder / "b.lbug"
    file.write_text(there + to_toml(found.overrides), encoding="utf-8")
    load([folder / "a.txt", folder / "b.txt"], db=new, overrides=file)
    with open_store(new) as store:
        after = owners(store)
    assert {key: before[key] for key in told(found, "before")} == told(found, "before"), acts
    assert after == {**before, **told(found, "after")}, acts
    return found


def test_loading_with_the_file_gives_what_was_told(folder: Path) -> None:
    for acts in (ACTS["merge"], ACTS["several"]):
        check(folder, folder / "a.lbug", acts)


def test_what_the_file_in_force_says_stays_in_force(folder: Path, store: Store, tmp_path: Path) -> None:
    (task,) = [row["task_id"] for row in tasks.answer(store, "排涝泵站").records]
    there = f'[[owner]]\ntask = "{task}"\nadd = "市水利局"\nrole = "support"\n\n'
    (tmp_path / "zerentu.overrides.toml").write_text(there, encoding="utf-8")
    load([folder / "a.txt", folder / "b.txt"], db=tmp_path / "a.lbug")
    found = check(folder, tmp_path / "a.lbug", [Merge(("市水利局",), "市水务局")], there)
    assert ("一/（一）/2", "support", "市水利局", "市水务局") in moved(found)


def moved(found: WhatIf) -> list[Any]:
    return [(each.number, one.role, one.old, one.new) for each in found.tasks for one in each.moved]


def test_bodies_become_one_in_every_plan(store: Store) -> None:
    found = whatif(store, ACTS["merge"])
    new = "市水利和湖泊局"
    assert moved(found) == [
        ("一/（一）/1", "lead", "市水利局", new),
        ("一/（一）/1", "support", "市林业局", new),
        ("一/（一）/2", "co_own", "市水利局", new),
        ("一/（一）/3", "support", "市水利局", new),
        ("一/（二）/4", "lead", "市林业局", new),
        ("一/（二）/4", "support", "市水利局", new),
        ("一/（二）/5", "lead", "市林业局", new),
        ("一/（一）/1", "lead", "市水利局", new),
    ]
    assert [(each.number, each.double) for each in found.tasks if each.double] == [
        ("一/（一）/1", {new: ["lead", "support"]}),
        ("一/（二）/4", {new: ["lead", "support"]}),
    ]
    assert [(each.title, each.text, each.moved[0].new) for each in found.targets] == [
        ("新打机井", "到2026年，新打机井80眼", new)
    ]
    assert not any(each.without_lead for each in found.tasks)


def test_one_body_takes_the_other_in(store: Store) -> None:
    found = whatif(store, ACTS["take in"])
    assert ("一/（二）/5", "lead", "市林业局", "市林业局") not in moved(found)
    assert moved(found)[0] == ("一/（一）/1", "lead", "市水利局", "市林业局")
    assert found.tasks[0].double == {"市林业局": ["lead", "support"]}


def test_without_a_body_tasks_have_no_lead_or_nobody(store: Store) -> None:
    found = whatif(store, ACTS["abolish"])
    assert [(each.plan, each.number) for each in found.tasks if each.without_lead] == [
        ("安庆市河湖管护行动方案", "一/（一）/1"),
        ("安庆市防汛行动方案", "一/（一）/1"),
    ]
    assert [each.number for each in found.tasks if each.without_owner] == ["一/（一）/1"]
    assert {one.new for each in found.tasks for one in each.moved} == {None}


def test_a_new_name_changes_nothing_else(store: Store) -> None:
    found = whatif(store, ACTS["rename"])
    assert [(step.kind, step.into) for step in found.steps] == [("rename", "市水务局")]
    assert [(number, role, old) for number, role, old, _ in moved(found)] == [
        ("一/（一）/3", "lead", "市城市管理局"),
        ("一/（一）/2", "lead", "市城市管理局"),
    ]


def test_a_task_moves_and_its_new_lead_has_one_role(store: Store) -> None:
    found = whatif(store, ACTS["move"])
    assert moved(found) == [
        ("一/（一）/1", "lead", "市水利局", "市财政局"),
        ("一/（一）/1", "support", "市财政局", None),
    ]
    assert [each.title for each in found.targets] == ["新打机井"]
    nobody_led = whatif(store, [Move("监测水质", "市水利局")])
    assert moved(nobody_led) == [("一/（一）/2", "co_own", "市水利局", None), ("一/（一）/2", "lead", None, "市水利局")]


def test_several_changes_hold_one_after_the_other(store: Store) -> None:
    found = whatif(store, ACTS["several"])
    assert [each.number for each in found.tasks] == [
        "一/（一）/1", "一/（一）/2", "一/（一）/3", "一/（二）/4", "一/（二）/5", "一/（一）/1"
    ]  # fmt: skip
    assert [each["kind"] for each in found.to_json()["overrides"]] == ["rename", *["owner"] * 4]


def test_a_task_that_is_moved_to_who_leads_it_stays_as_it_is(store: Store) -> None:
    found = whatif(store, [Move("补种苗木", "市林业局")])
    assert (found.tasks, found.overrides) == ([], [])

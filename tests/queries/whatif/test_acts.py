"""Changes as they are understood: names through the grammar of names, one body and one task each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.errors import UnknownNameError
from graph.stores.store import Store
from queries.whatif import Abolish, Merge, Move
from queries.whatif.acts import step_of
from zerentu.library import load, open_store

PLAN = """{city}河湖管护行动方案
一、重点任务
（一）治水
1.修缮灌渠。修缮灌渠和提水泵站。（市水利局牵头，市财政局配合）
2.监测水质。监测河湖水质。（市生态环境局、市水利局按职责分工负责）
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("河湖")
    for city in ("洛阳市", "安庆市"):
        (folder / f"{city}.txt").write_text(PLAN.format(city=city), encoding="utf-8")
    load([folder], db=folder / "a.lbug")
    with open_store(folder / "a.lbug") as opened:
        yield opened


def test_short_names_mean_official_bodies_and_so_does_the_new_one(store: Store) -> None:
    step, entries = step_of(store, Merge(("水利局", "生态环境局"), "市水务局"), region="洛阳")
    assert (step.kind, step.region, step.subjects) == ("merge", "洛阳市", ("市水利局", "市生态环境局"))
    assert step.into == "市水务局"
    assert [(kind, values["name"]) for kind, values in entries] == [("rename", "市水务局")] * 2


def test_a_body_that_takes_others_in_is_not_renamed(store: Store) -> None:
    step, entries = step_of(store, Merge(("市水利局", "市财政局"), "水利局"), region="安庆市")
    assert (step.kind, step.into, len(entries), entries[0][1]["agency"]) == ("merge", "市水利局", 1, step.bodies[1])
    step, entries = step_of(store, Merge(("市财政局",), "市财政金融局"), region="安庆市")
    assert (step.kind, len(entries)) == ("rename", 1)


def test_a_name_that_two_regions_have_is_refused_with_both(store: Store) -> None:
    with pytest.raises(UnknownNameError, match="安庆市 市财政局, 洛阳市 市财政局"):
        step_of(store, Abolish("市财政局"))
    step, _ = step_of(store, Abolish("市财政局"), plan="洛阳市河湖管护行动方案")
    assert step.bodies == step_of(store, Abolish("市财政局"), region="洛阳")[0].bodies
    with pytest.raises(UnknownNameError, match="市林业局"):
        step_of(store, Abolish("市林业局"), region="安庆市")
    with pytest.raises(UnknownNameError, match="are not of one region"):
        step_of(store, Merge(("洛阳市财政局", "安庆市水利局"), "市水务局"))


def test_a_task_is_one_task(store: Store) -> None:
    step, entries = step_of(store, Move("监测水质", "水利局"), region="洛阳市")
    assert (step.kind, step.subjects, step.into, entries) == ("move", ("一/（一）/2 监测水质",), "市水利局", [])
    with pytest.raises(UnknownNameError, match="fits 2 tasks"):
        step_of(store, Move("监测水质", "水利局"))

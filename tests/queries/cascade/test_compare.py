"""The cascade of two plans of a store: written here in small, and the judged pair of real plans."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from corpus import corpus, needs_corpus

from graph.errors import UnknownNameError
from graph.overrides.file import parse_overrides
from graph.stores.store import Store
from queries.cascade import Cascade, cascade
from zerentu.library import load, open_store

PROVINCE = """河南省农村供水实施方案
一、主要目标
到2027年，农村自来水普及率达到95%。
二、重点任务
（一）修建工程
1.修缮灌渠。修缮千亩灌渠和提水泵站，推广滴灌。到2027年，新打机井800眼。（省水利厅牵头，省财政厅配合）
2.监测水质。建立水质在线监测站网，按月公布断面数据。（省生态环境厅负责）
3.培训管水员。定向招录乡村管水员并提高津贴标准。（省人力资源社会保障厅负责）
"""
CITY = """洛阳市农村供水实施方案
一、主要目标
到2028年，农村自来水普及率达到95%。
二、重点任务
（一）修建工程
1.铺设光伏。在水厂屋顶铺设光伏板并接入电网。（市发展改革委负责）
2.修缮灌渠。修缮千亩灌渠和提水泵站，推广滴灌。到2027年，新打机井60眼。（市农业农村局牵头，市水利局配合）
3.公布水质。水质在线监测站网按月公布断面数据。（市生态环境局负责）
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("上下")
    for name, text in (("省.txt", PROVINCE), ("市.txt", CITY)):
        (folder / name).write_text(text, encoding="utf-8")
    load([folder], db=folder / "s.lbug")
    with open_store(folder / "s.lbug") as opened:
        yield opened


def titles(found: Cascade) -> list[tuple[str, str]]:
    return [(found.upper[link.up]["title"], found.lower[link.down]["title"]) for link in found.links]


def test_links_and_what_is_left_on_either_side(store: Store) -> None:
    found = cascade(store, "河南", "洛阳市")
    assert titles(found) == [("修缮灌渠", "修缮灌渠"), ("监测水质", "公布水质")]
    assert [row["title"] for row in found.without] == ["培训管水员"]
    assert [row["title"] for row in found.new] == ["铺设光伏"]


def test_owners_compare_by_line(store: Store) -> None:
    owners = cascade(store, "河南省", "洛阳市").to_json()["owners"]
    assert [(each["verdict"], each["up_agency"], each["down_agency"]) for each in owners] == [
        ("lead changed", "省水利厅", "市农业农村局"),
        ("role changed", "省水利厅", "市水利局"),
        ("owner dropped", "省财政厅", None),
        ("owner added", None, "市农业农村局"),
    ]


def test_an_owner_in_another_counterpart_of_a_split_task_was_not_dropped(tmp_path: Path) -> None:
    above = "一、任务\n（一）水务\n1.灌溉供水。修缮千亩灌渠和提水泵站，新打机井推广滴灌。（省水利厅、省财政厅按职责分工负责）\n"
    below = (
        "一、任务\n（一）水务\n1.渠系。修缮千亩灌渠和提水泵站。（市水利局负责）\n"
        "2.机井。新打机井推广滴灌。（市财政局负责）\n"
    )
    for name, title, text in (("省.txt", "河南省水务行动方案", above), ("市.txt", "洛阳市水务行动方案", below)):
        (tmp_path / name).write_text(f"{title}\n{text}", encoding="utf-8")
    load([tmp_path], db=tmp_path / "s.lbug")
    with open_store(tmp_path / "s.lbug") as opened:
        found = cascade(opened, "河南省", "洛阳市")
    assert titles(found) == [("灌溉供水", "渠系"), ("灌溉供水", "机井")]
    assert [
        change.verdict for changes in found.owners.values() for change in changes if "owner" in change.verdict
    ] == []
    assert [link.why.partition("；")[2] for link in found.links] == [
        "同章节：水务；同条线：水利",
        "同章节：水务；同条线：财政",
    ]


def test_targets_have_verdicts(store: Store) -> None:
    found = cascade(store, "河南省农村供水实施方案", "洛阳市").to_json()
    assert [(each["up"]["metric"], each["down"]["value"], each["verdict"]) for each in found["targets"]] == [
        ("农村自来水普及率", 95.0, "later"),
        ("新打机井", 60.0, "different baseline"),
    ]
    assert found["links"][0]["up"] == ["二/（一）/1", 1]
    assert (found["up_without"], found["down_new"]) == ([["二/（一）/3", 1]], [["二/（一）/1", 1]])
    assert (found["from"]["region"], found["to"]["title"]) == ("河南省", "洛阳市农村供水实施方案")


def test_pairs_settled_by_hand_are_told_as_such(store: Store) -> None:
    plain = cascade(store, "河南省", "洛阳市")
    ids = {row["title"]: row["task_id"] for row in plain.lower}
    above = {row["title"]: row["task_id"] for row in plain.upper}
    entries = parse_overrides(f"""
[[counterpart]]
up = "{above["培训管水员"]}"
down = "{ids["铺设光伏"]}"
verdict = "accept"
[[counterpart]]
up = "{above["监测水质"]}"
down = "{ids["公布水质"]}"
verdict = "reject"
note = "另有方案"
""")
    found = cascade(store, "河南省", "洛阳市", overrides=entries)
    assert titles(found) == [("修缮灌渠", "修缮灌渠"), ("培训管水员", "铺设光伏")]
    assert [link.settled for link in found.links] == [False, True]
    assert [(each.up, each.down, each.note) for each in found.rejected] == [
        (above["监测水质"], ids["公布水质"], "另有方案")
    ]


def test_a_region_without_plan_is_refused(store: Store) -> None:
    with pytest.raises(UnknownNameError, match="安庆"):
        cascade(store, "河南省", "安庆市")


@needs_corpus
def test_the_judged_pair_of_real_plans(tmp_path: Path) -> None:
    folder = corpus().parent / "cascade"
    if not folder.is_dir():
        pytest.skip("no folder cascade with judged pairs lies beside the corpus")
    load([corpus() / "seeds"], db=tmp_path / "five.lbug")
    for path in sorted(folder.glob("*__*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        with open_store(tmp_path / "five.lbug") as opened:
            found = cascade(opened, gold["up"], gold["down"]).to_json()
        said, wanted = _pairs(found["links"]), _pairs(gold["links"])
        assert len(said & wanted) >= 0.95 * max(len(said), len(wanted))
        judged = json.loads((folder / "targets.json").read_text(encoding="utf-8"))
        verdicts = {_key(each["up"]): each["verdict"] for each in found["targets"]}
        here = [each for each in judged if each["pair"] == f"{gold['up']}→{gold['down']}" and each["up"]]
        right = [each for each in here if verdicts.get(_key(each["up"])) in {each["verdict"], *each["also_ok"]}]
        assert len(right) >= 0.9 * len(here)


def _pairs(links: list[dict[str, Any]]) -> set[tuple[Any, ...]]:
    return {(*link["up"], *link["down"]) for link in links}


def _key(target: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(target[name] for name in ("section", "metric", "value", "unit", "due"))

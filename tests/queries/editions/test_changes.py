"""What changed between two editions, planted by hand and by the generator."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import pytest
from cascade_pairs import CARE
from corpus import corpus, needs_corpus
from planted_edits import plant, plant_shapes, write

from queries.editions import Comparison, Edition, compare_editions
from zerentu.library import graphs

PLAN = """云泽市河湖管护行动方案
一、总体目标
到2027年，水质优良断面比例达到90%。
二、重点任务
（一）治水
1.修缮灌渠。修缮千亩灌渠和提水泵站，推广滴灌。到2026年，新打机井80眼。（市水利局牵头，市财政局、市农业农村局、市气象局配合）
2.监测水质。建立水质在线监测站网，按月公布断面数据。（市生态环境局、市水利局、市统计局按职责分工负责）
3.清理河道。拆除违章建筑，打捞水草垃圾。（市城市管理局牵头，市公安局配合）
（二）护林
4.补种苗木。沿岸补种耐水苗木，划定禁伐区。（市林业局牵头，市财政局配合）
5.巡护队伍。组建巡护队伍，配备无人机和对讲设备。（市林业局负责）
"""


@pytest.fixture
def compare(tmp_path: Path):
    def call(*edits: tuple[str, str]) -> Comparison:
        text = PLAN
        for old, new in edits:
            assert text.count(old) == 1
            text = text.replace(old, new)
        old, new = (Edition.of(graphs(write(tmp_path, f"{at}.txt", each))[0]) for at, each in enumerate((PLAN, text)))
        return compare_editions(old, new)

    return call


def told(found: Comparison) -> list[tuple[str, str | None, str | None]]:
    return [(change.kind, change.old_number, change.new_number) for change in found.changes]


def test_punctuation_and_width_are_no_change(compare) -> None:
    assert (
        told(compare(("修缮千亩灌渠和提水泵站，推广滴灌。", "修缮千亩灌渠和提水泵站；推广滴灌。"), ("90%", "９０％")))
        == []
    )


def test_owners_change(compare) -> None:
    found = compare(
        ("市水利局牵头，市财政局、", "市农业农村局牵头，市财政局、市科技局、"),
        ("市财政局、市科技局、市农业农村局、", "市财政局、市科技局、"),
    )
    assert [(each.kind, each.old, each.new, each.agencies) for each in found.changes] == [
        ("lead changed", "市水利局", "市农业农村局", ("市水利局", "市财政局", "市农业农村局", "市气象局", "市科技局")),
        ("owner added", None, "市科技局（配合）", ("市科技局",)),
    ]


def test_who_has_to_be_told(compare) -> None:
    found = compare(
        ("市城市管理局牵头，市公安局配合", "市城市管理局牵头"),
        ("5.巡护队伍。组建巡护队伍，配备无人机和对讲设备。（市林业局负责）\n", ""),
    )
    assert {name: [each.kind for each in changes] for name, changes in found.told().items()} == {
        "市公安局": ["owner dropped"],
        "市林业局": ["dropped"],
    }
    assert found.to_json()["agencies"] == {"市公安局": [0], "市林业局": [1]}


def test_targets_change_and_their_words_are_no_rewording(compare) -> None:
    found = compare(("新打机井80眼", "新打机井60眼"), ("到2027年，水质", "到2028年，水质"))
    assert [(each.kind, each.title, each.old_number) for each in found.changes] == [
        ("target changed", "水质优良断面比例", "一"),
        ("target changed", "新打机井", "二/（一）/1"),
    ]


def test_a_reworded_task(compare) -> None:
    (change,) = compare(("打捞水草垃圾", "打捞水草垃圾和废弃渔网")).changes
    assert (change.kind, change.title, change.agencies) == ("reworded", "清理河道", ("市城市管理局", "市公安局"))


def test_a_new_task_gives_the_others_new_numbers_and_moves_none(compare) -> None:
    found = compare(
        ("3.清理", "3.安装闸门。安装智能闸门并接入平台。（市水利局负责）\n4.清理"),
        ("4.补种", "5.补种"),
        ("5.巡护", "6.巡护"),
    )
    assert told(found) == [("added", None, "二/（一）/3")]


def test_a_task_in_another_section_has_moved(compare) -> None:
    line = "3.清理河道。拆除违章建筑，打捞水草垃圾。（市城市管理局牵头，市公安局配合）\n"
    assert told(compare((line, ""), ("（二）护林\n", f"（二）护林\n{line}"))) == [
        ("moved", "二/（一）/3", "二/（二）/3")
    ]


def test_a_task_is_split_and_tasks_are_joined(compare) -> None:
    split = compare(
        (
            "，按月公布断面数据。（市生",
            "。（市生态环境局、市水利局、市统计局按职责分工负责）\n3.公布数据。按月公布断面数据。（市生",
        ),
        ("3.清理", "4.清理"),
    )
    assert told(split) == [("split", "二/（一）/2", "二/（一）/3")]
    joined = compare(
        ("5.巡护队伍。组建巡护队伍，配备无人机和对讲设备。（市林业局负责）\n", ""),
        ("划定禁伐区。", "划定禁伐区。组建巡护队伍，配备无人机和对讲设备。"),
    )
    assert told(joined) == [("joined", "二/（二）/5", "二/（二）/4")]


@pytest.mark.parametrize("seed", range(8))
def test_planted_edits_are_found_and_none_invented(tmp_path: Path, seed: int) -> None:
    (graph,) = graphs(write(tmp_path, "old.txt", PLAN))
    text, planted = plant(graph, random.Random(seed), 3)
    found = compare_editions(Edition.of(graph), Edition.of(graphs(write(tmp_path, "new.txt", text))[0]))
    assert planted
    assert Counter((each.kind, each.old_number) for each in found.changes) == planted


def sectioned(text: str) -> str:
    """Return a plan whose items count from 1 in each section and say what they say in several sentences."""
    lines, at = [], 0
    for line in text.splitlines():
        at = 0 if line.startswith("（") else at + 1
        line = re.sub(r"^[0-9]+\.", f"{at}.", line)
        lines.append(re.sub("，(?=[^，。（]*。（)", "。", line))
    return "\n".join(lines) + "\n"


def test_items_that_are_split_joined_and_moved_are_told_as_such_and_nothing_else(tmp_path: Path) -> None:
    (graph,) = graphs(write(tmp_path, "old.txt", sectioned(CARE.upper)))
    old = Edition.of(graph)
    kinds: Counter[str] = Counter()
    for seed in range(8):
        text, planted = plant_shapes(graph, random.Random(seed))
        found = compare_editions(old, Edition.of(graphs(write(tmp_path, "new.txt", text))[0]))
        assert Counter((each.kind, each.old_number) for each in found.changes) == planted, seed
        kinds.update(kind for kind, _ in planted)
    assert set(kinds) == {"split", "joined", "moved"}


@needs_corpus
def test_a_page_and_its_copy_as_text_differ_in_nothing() -> None:
    folder = corpus() / "plans"
    old, new = (Edition.of(graphs(next(folder.glob(f"01_*.{ending}")))[0]) for ending in ("html", "txt"))
    assert compare_editions(old, new).changes == []


@needs_corpus
@pytest.mark.parametrize(("plan", "seed"), [("000", 1), ("001", 0)])
def test_planted_edits_of_a_real_plan(tmp_path: Path, plan: str, seed: int) -> None:
    (graph,) = graphs(next((corpus() / "seeds").glob(f"{plan}_*.txt")))
    text, planted = plant(graph, random.Random(seed), 20)
    found = compare_editions(Edition.of(graph), Edition.of(graphs(write(tmp_path, "new.txt", text))[0]))
    assert sum(planted.values()) >= 5
    assert Counter((each.kind, each.old_number) for each in found.changes) == planted

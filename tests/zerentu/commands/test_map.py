"""``zerentu map`` says what it drew: a map of everything, or an overview and how to have the details."""

from __future__ import annotations

import pytest

from graph.stores.embedded.store import EmbeddedStore
from zerentu.cli import run


@pytest.fixture
def db(tmp_path, sample_graph, monkeypatch):
    for name in ("ZERENTU_DB", "ZERENTU_LANG", "NEO4J_URI"):
        monkeypatch.delenv(name, raising=False)
    path = tmp_path / "a.lbug"
    with EmbeddedStore(path) as store:
        store.load([sample_graph("石家庄市"), sample_graph("洛阳市")])
    return path


@pytest.mark.parametrize("arguments", [["--overview"], ["--limit", "11"]])
def test_an_overview_is_told_with_counts_and_ways_to_the_details(db, tmp_path, capsys, arguments):
    path = tmp_path / "图.html"
    assert run(["map", "-o", str(path), "--db", str(db), *arguments]) == 0
    said = capsys.readouterr()
    with EmbeddedStore(db) as store:
        kinds = [kind for _, kind in store.graph().nodes(data="label")]
    assert said.out == f"责任图：{path}\n"
    agencies, tasks, targets = (kinds.count(label) for label in ("Agency", "Task", "Target"))
    assert said.err == (
        f"注意：这是汇总图（机构 {agencies}、方案 2），任务 {tasks} 项、目标 {targets} 个在图上点开逐项列出，双击机构或方案逐项画出；"
        "要一张图画出全部任务，请提高 --detail 和 --limit\n"
    )
    assert '"ends":[[' in path.read_text("utf-8")


def test_an_overview_in_english(db, tmp_path, capsys):
    assert run(["map", "-o", str(tmp_path / "a.html"), "--db", str(db), "--overview", "--lang", "en"]) == 0
    assert capsys.readouterr().err == (
        "Note: this is an overview of 9 agencies and 2 plans; its 8 tasks and 24 targets are listed at a click, and "
        "drawn at a double click on an agency or a plan; to draw every task at once raise --detail and --limit\n"
    )


def test_a_map_of_everything_needs_no_word(db, tmp_path, capsys):
    path = tmp_path / "a.html"
    assert run(["map", "-o", str(path), "--db", str(db)]) == 0
    assert capsys.readouterr().err == ""
    assert '"ends":[[' not in path.read_text("utf-8")


def test_an_overview_of_one_plan(db, tmp_path, capsys):
    path = tmp_path / "a.html"
    assert run(["map", "-o", str(path), "--db", str(db), "--overview", "--plan", "洛阳市"]) == 0
    assert capsys.readouterr().err == (
        "注意：这是汇总图（机构 5、方案 1），任务 4 项、目标 12 个在图上点开逐项列出，双击机构或方案逐项画出；"
        "要一张图画出全部任务，请提高 --detail 和 --limit\n"
    )


def test_too_large_even_so(db, tmp_path, capsys):
    path = tmp_path / "a.html"
    assert run(["map", "-o", str(path), "--db", str(db), "--limit", "1"]) == 1
    assert capsys.readouterr().err == (
        f"错误：{path}：图中将有 11 个图形，上限是 1；请用 --agency、--plan 或 --task 缩小范围，或提高上限\n"
    )
    assert not path.exists()


@pytest.mark.parametrize(
    ("asked", "focused"),
    [
        (["--agency", "洛阳市工信局"], True),
        (["--agency", "工信局", "--region", "洛阳"], True),
        (["--agency", "工信局"], False),
        ([], False),
    ],
)
def test_a_map_of_one_agency_opens_on_it(db, tmp_path, asked, focused):
    path = tmp_path / "a.html"
    assert run(["map", "-o", str(path), "--db", str(db), *asked]) == 0
    assert ('"focus":' in path.read_text("utf-8")) is focused

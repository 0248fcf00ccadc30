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
    assert f"这是汇总图（机构 {kinds.count('Agency')}、方案 2），任务 {kinds.count('Task')} 项" in said.err
    assert "--plan、--agency、--task 或 --region" in said.err
    assert '"ends":[[' in path.read_text("utf-8")


def test_an_overview_in_english(db, tmp_path, capsys):
    assert run(["map", "-o", str(tmp_path / "a.html"), "--db", str(db), "--overview", "--lang", "en"]) == 0
    assert "an overview of" in capsys.readouterr().err


def test_a_map_of_everything_needs_no_word(db, tmp_path, capsys):
    path = tmp_path / "a.html"
    assert run(["map", "-o", str(path), "--db", str(db)]) == 0
    assert capsys.readouterr().err == ""
    assert '"ends":[[' not in path.read_text("utf-8")


def test_an_overview_of_one_plan(db, tmp_path, capsys):
    path = tmp_path / "a.html"
    assert run(["map", "-o", str(path), "--db", str(db), "--overview", "--plan", "洛阳市"]) == 0
    assert "方案 1" in capsys.readouterr().err


def test_too_large_even_so(db, tmp_path, capsys):
    path = tmp_path / "a.html"
    assert run(["map", "-o", str(path), "--db", str(db), "--limit", "1"]) == 1
    assert "上限是 1；请用 --agency、--plan 或 --task 缩小范围" in capsys.readouterr().err
    assert not path.exists()

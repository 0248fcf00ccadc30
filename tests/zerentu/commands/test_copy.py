"""``zerentu copy``."""

from __future__ import annotations

import networkx as nx
from any_plan import content

from graph.stores.embedded.store import EmbeddedStore
from zerentu.cli import run


def test_copy_loses_nothing_and_keeps_what_only_the_other_holds(db, tmp_path, sample_graph, capsys):
    target = tmp_path / "b.lbug"
    with EmbeddedStore(target) as store:
        store.load([sample_graph("安庆市"), sample_graph("洛阳市", tasks=2)])
    assert run(["copy", "--from", str(db), "--to", str(target)]) == 0
    assert capsys.readouterr().out == f"已复制 2 份方案到 {target}：新增 1，更新 1，未变 0\n"
    with EmbeddedStore(target) as store:
        graphs = [sample_graph("石家庄市"), sample_graph("洛阳市"), sample_graph("安庆市")]
        assert content(store.graph()) == content(nx.compose_all(graphs))
    assert run(["copy", "--from", str(db), "--to", str(target)]) == 0
    assert capsys.readouterr().out.endswith("新增 0，更新 0，未变 2\n")


def test_copy_from_nowhere_makes_nothing(tmp_path, capsys):
    assert run(["copy", "--from", str(tmp_path / "none.lbug"), "--to", str(tmp_path / "b.lbug")]) == 1
    assert capsys.readouterr().err.startswith("错误：")
    assert list(tmp_path.iterdir()) == []


def test_copy_to_each_engine_and_back(any_store, engine, db, tmp_path, monkeypatch):
    target = any_store.name
    if engine is not None:
        monkeypatch.setenv("NEO4J_USERNAME", engine.user)
        monkeypatch.setenv("NEO4J_PASSWORD", engine.password)
    assert run(["copy", "--from", str(db), "--to", target]) == 0
    assert run(["copy", "--from", target, "--to", str(tmp_path / "back.lbug")]) == 0
    with EmbeddedStore(db) as one, EmbeddedStore(tmp_path / "back.lbug") as two:
        assert content(two.graph()) == content(one.graph()) == content(any_store.graph())

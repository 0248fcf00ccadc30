"""``zerentu export``."""

from __future__ import annotations

import pytest
from any_plan import content

from graph.exports import FORMATS, read_jsonl
from graph.model.rows import plan_of
from graph.stores.embedded.store import EmbeddedStore
from zerentu.cli import run
from zerentu.commands import export


def test_the_command_knows_every_format():
    assert tuple(FORMATS) == export.FORMATS


@pytest.mark.parametrize("form", FORMATS)
def test_export_says_what_it_wrote(db, tmp_path, capsys, form):
    path = tmp_path / "导出"
    assert run(["export", str(path), "--format", form, "--db", str(db)]) == 0
    with EmbeddedStore(db) as store:
        graph = store.graph()
    said = capsys.readouterr()
    assert said.out == f"已导出：{path}（{len(graph)} 个节点，{graph.number_of_edges()} 条关系）\n"
    assert said.err == ""
    assert path.is_dir() == (form == "neo4j-admin")


def test_export_of_one_plan(db, tmp_path, sample_graph):
    path = tmp_path / "a.jsonl"
    assert run(["export", str(path), "--format", "jsonl", "--db", str(db), "--plan", "洛阳市"]) == 0
    assert content(read_jsonl(path)) == content(sample_graph("洛阳市"))


def test_what_was_changed_is_said(tmp_path, sample_graph, capsys):
    graph = sample_graph()
    graph.nodes[plan_of(graph)]["stored_text"] = "一\f二"
    with EmbeddedStore(tmp_path / "a.lbug") as store:
        store.load([graph])
    assert run(["export", str(tmp_path / "a"), "--format", "gexf", "--db", str(tmp_path / "a.lbug")]) == 0
    assert capsys.readouterr().err == (
        "注意：1 处文字含有 gexf 无法保存的控制字符，已换成同位的图形符号（如 ␌）；需要原样请用 jsonl\n"
    )


def test_the_store_is_not_overwritten_by_its_own_export(db, capsys):
    before = db.read_bytes()
    assert run(["export", str(db), "--format", "jsonl", "--db", str(db)]) == 1
    assert capsys.readouterr().err == f"错误：{db} 就是图库本身；请另写一个文件名\n"
    assert db.read_bytes() == before


def test_export_errors_are_sentences(db, tmp_path, capsys):
    assert run(["export", str(tmp_path / "a"), "--format", "jsonl", "--db", str(tmp_path / "none.lbug")]) == 1
    missing = f"错误：{tmp_path / 'none.lbug'} 不存在；请先载入方案：zerentu load 方案文件夹\n"
    assert capsys.readouterr().err == missing
    assert run(["export", str(tmp_path / "a"), "--format", "jsonl", "--db", str(db), "--plan", "武汉"]) == 1
    assert "武汉" in capsys.readouterr().err
    assert run(["export", str(tmp_path), "--format", "jsonl", "--db", str(db)]) == 1
    assert capsys.readouterr().err == f"错误：{tmp_path} 是文件夹；请写出要写入的文件名\n"
    assert run(["export", str(tmp_path / "a"), "--db", str(db)]) == 2
    assert capsys.readouterr().err == (
        "用法：zerentu export [OPTIONS] PATH\n用 zerentu export --help 查看说明\n\n错误：缺少选项 --format\n"
    )
    assert not (tmp_path / "a").exists()

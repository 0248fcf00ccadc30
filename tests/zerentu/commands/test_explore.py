"""``zerentu explore`` writes a page and says where, or says why not."""

from __future__ import annotations

from pathlib import Path

from graph.stores.embedded.store import EmbeddedStore
from zerentu.cli import run


def test_a_page_of_one_region(said, tmp_path: Path) -> None:
    path = tmp_path / "浏览.html"
    assert said("explore", "-o", str(path), "--region", "洛阳") == (0, [f"责任浏览：{path}"], [])
    text = path.read_text("utf-8")
    assert "<title>洛阳市绿色园区实施方案：责任浏览</title>" in text and "数字车间" not in text


def test_an_english_page(said, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    assert said("explore", "-o", str(path), "--lang", "en") == (0, [f"Explorer: {path}"], [])
    text = path.read_text("utf-8")
    assert '<html lang="en">' in text and "Who leads how much" in text and "谁牵头多少" not in text


def test_an_empty_store_is_told(db: Path, tmp_path: Path, capsys) -> None:
    path = tmp_path / "a.html"
    with EmbeddedStore(db) as store:
        for row in store.answer("MATCH (p:Plan) RETURN p.id AS id ORDER BY id").records:
            store.remove(row["id"])
    assert run(["explore", "-o", str(path), "--db", str(db)]) == 1
    assert capsys.readouterr().err == f"错误：{db} 里没有方案，没有可浏览的；请先载入：zerentu load 方案文件夹\n"
    assert not path.exists()

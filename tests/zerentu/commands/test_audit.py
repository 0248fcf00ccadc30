"""``zerentu audit`` and ``zerentu map`` of a store without plans."""

from __future__ import annotations

import pytest

from graph.stores.embedded.store import EmbeddedStore
from zerentu.cli import run


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    path = tmp_path_factory.mktemp("empty") / "a.lbug"
    with EmbeddedStore(path) as store:
        store.load([])
    return path


@pytest.mark.parametrize("style", [[], ["--format", "json"]])
def test_an_audit_of_nothing_is_no_clean_bill(empty, capsys, style):
    assert run(["audit", "--db", str(empty), *style]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"错误：{empty} 里没有方案，没有可检查的；请先载入：zerentu load 方案文件夹\n")


def test_a_map_of_nothing_says_so(empty, capsys, tmp_path):
    page = tmp_path / "a.html"
    assert run(["map", "--db", str(empty), "-o", str(page)]) == 0
    assert capsys.readouterr().err == f"注意：{empty} 里没有方案，图是空的；请先载入：zerentu load 方案文件夹\n"
    assert "<title>责任图：图库里没有方案</title>" in page.read_text(encoding="utf-8")

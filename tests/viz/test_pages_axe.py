"""Everybody can use the pages: axe-core finds nothing serious on any of them, light and dark, wide and narrow."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from explorer_content import content, reported

from viz import draw_map
from viz.explorer import write_explorer
from viz.matrix import PageCell, PageMatrix, PageRow, write_matrices
from viz.network import Line, Spot, write_network
from viz.report import Table, write_report

AXE = Path(__file__).parents[1] / "pages" / "node_modules" / "axe-core" / "axe.min.js"
#: Every view of the explorer, by its address.
VIEWS = ["overview", "agencies", "agency=agency-0", "tasks", "task=task-1&agency=agency-0", "matrix", "map", "map&plan=plan-0", "targets", "audit",
         "audit=no_owner", "relations", "progress", "cascade", "cascade=plan-1~plan-0"]  # fmt: skip
SIZES = [(1440, 900), (390, 844)]
_GO = """(address) => new Promise((done) => {
  if (decodeURIComponent(location.hash) === (address && "#" + address)) done();
  addEventListener("hashchange", () => done(), { once: true });
  location.hash = address;
})"""
#: What a page is built of is the same in the dark: only colours are looked at again there.
_FAULTS = """async (rules) => (await axe.run(document, { resultTypes: ["violations"], ...(rules && { runOnly: rules }) })).violations
  .filter((each) => each.impact === "serious" || each.impact === "critical")
  .map((each) => each.id + ": " + each.nodes.slice(0, 4).map((node) => node.target.join(" ") + " " + node.any.map((check) => check.message).join(" ")).join(" | "))"""


@pytest.fixture(scope="module")
def context(chromium: Any) -> Iterator[Any]:
    """Pages whose policy lets axe in: the only ones, for axe is a script of another."""
    if not AXE.exists():
        reason = "axe-core is not installed: npm ci --prefix tests/pages"
        (pytest.fail if os.environ.get("ZERENTU_REQUIRE_NODE") == "1" else pytest.skip)(reason)
    made = chromium.new_context(bypass_csp=True)
    yield made
    made.close()


@pytest.fixture
def faults(context: Any) -> Iterator[Callable[..., dict[str, list[str]]]]:
    """Return what axe finds on a page, and on its views, in each scheme and size."""
    page = context.new_page()

    def look(path: Path, views: list[str] | None = None, ready: str = "body") -> dict[str, list[str]]:
        found = {}
        page.goto(path.as_uri(), timeout=120_000)
        page.wait_for_selector(ready, state="attached")
        page.add_script_tag(path=AXE)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            for width, height in SIZES:
                page.set_viewport_size({"width": width, "height": height})
                for view in views or [""]:
                    page.evaluate(_GO, view)
                    told = page.evaluate(
                        _FAULTS, ["color-contrast", "link-in-text-block"] if scheme == "dark" else None
                    )
                    if told:
                        found[f"{view} {scheme} {width}".strip()] = told
        return found

    yield look
    page.close()


def test_the_explorer(faults: Any, tmp_path: Path) -> None:
    path = write_explorer(tmp_path / "a.html", reported(content(more=20)))
    assert faults(path, VIEWS, "html[data-open]") == {}


@pytest.mark.parametrize("overview", [False, True], ids=["whole", "overview"])
def test_the_map(faults: Any, plan_graph: nx.MultiDiGraph, tmp_path: Path, overview: bool) -> None:
    path = draw_map(plan_graph, tmp_path / "a.html", overview=overview)
    assert faults(path, ["all", "agency=市工业和信息化局"], "html[data-drawn]") == {}


def test_the_matrix(faults: Any, tmp_path: Path) -> None:
    words = {"plan": "方案", "title": "任务", "deadline": "时限", "count": "单位数", "search": "搜索", "legend": "图例：●牵头",
             "nobody": "无责任单位", "close": "关闭", "total": "合计"}  # fmt: skip
    row = PageRow(number="1", section="水利", title="修渠", deadline="2027年", text="修渠。", place="甲.txt 第3行",
                  cells=[PageCell(at=0, signs="●", basis="explicit", note="牵头·明示")])  # fmt: skip
    orphan = PageRow(
        number="2", section="水利", title="植树", deadline="", text="植树。", place="甲.txt 第4行", cells=[]
    )
    plan = PageMatrix(title="甲方案", banner="未写牵头", groups=[("水利", 2)], agencies=["市水利局", "市财政局"],
                      rows=[row, orphan], sums=[("●", [1, 0])])  # fmt: skip
    assert faults(write_matrices(tmp_path / "a.html", "责任矩阵", [plan, plan], words)) == {}


def test_a_report(faults: Any, tmp_path: Path) -> None:
    table = Table("目标", {"a": "原文", "b": "数值"}, [{"a": (("新建", False), ("三", True), ("座", False)), "b": 3}])
    assert faults(write_report(tmp_path / "a.html", "甲 → 乙", [table, Table("空", {"a": "原文"}, [])])) == {}


def test_a_network(faults: Any, tmp_path: Path) -> None:
    spots = [
        Spot(name=name, tasks=2, group=at, told=name) for at, name in enumerate(("市水利局", "市财政局", "市教育局"))
    ]
    lines = [Line(one=0, other=1, tasks=2, told="共 2 项")]
    assert faults(write_network(tmp_path / "a.html", "协作网络", "说明", spots, lines)) == {}

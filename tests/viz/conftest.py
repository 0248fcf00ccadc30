"""A small invented plan as a graph, and a browser to open its map in."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import networkx as nx
import pytest

from graph.model.identity import make_id


def _load(name: str) -> ModuleType:
    """Import a neighbour of this file, which is no package, once."""
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
        assert spec and spec.loader
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture
def plan_graph() -> nx.MultiDiGraph:
    """Two owners of one task, another task with none, an industry, targets, a collective, a mention, a parallel edge."""
    graph = nx.MultiDiGraph()

    def node(label: str, *key: str, **properties: Any) -> str:
        name = make_id(label, *key)
        graph.add_node(name, label=label, id=name, **properties)
        return name

    plan = node(
        "Plan", "p", title="云岭市节能实施方案", region="云岭市", level="市", number="云政办〔2023〕7号", source="p.txt"
    )
    region = node("Region", "云岭市", name="云岭市", level="市")
    chapter = node("Section", "p", "二", plan_id=plan, number="二", title="重点任务", depth=1, order=1, line=9)
    clause = "市工信局牵头，市财政局配合，各县（市、区）人民政府落实"
    task = node(
        "Task",
        "p",
        "二/（一）",
        plan_id=plan,
        number="二/（一）",
        part=1,
        of=1,
        title="改造水泥窑炉",
        kind="item",
        clause=clause,
        due=2026,
        deadline="2026年6月底前",
        order=2,
        line=11,
        text=f"改造水泥窑炉。摸清全市窑炉底数，逐台改造。（{clause}）",
    )
    orphan = node(
        "Task",
        "p",
        "二/（二）",
        plan_id=plan,
        number="二/（二）",
        part=1,
        of=1,
        title="编写年度报告",
        kind="item",
        order=3,
        line=13,
        text="编写年度报告。每年年底写成。",
    )
    lead = node(
        "Agency",
        "云岭市",
        "市工业和信息化局",
        name="市工业和信息化局",
        region="云岭市",
        level="市",
        kind="body",
        aliases=["市工信局"],
    )
    help_ = node("Agency", "云岭市", "市财政局", name="市财政局", region="云岭市", level="市", kind="body", aliases=[])
    local = node(
        "Agency",
        "云岭市",
        "各县",
        name="各县（市、区）人民政府",
        region="云岭市",
        level="市",
        kind="collective",
        aliases=[],
    )
    wide = node("Industry", "建材", name="建材", aliases=[])
    narrow = node("Industry", "水泥", name="水泥", aliases=[], code="301")
    target = node(
        "Target",
        "p",
        "t",
        plan_id=plan,
        section="二/（一）",
        metric="改造窑炉",
        kind="quantitative",
        change="level",
        comparator=">=",
        value=12.0,
        unit="台",
        due=2027,
        order=4,
        line=12,
        text="到2027年，改造窑炉12台以上。",
    )
    whole = node(
        "Target",
        "p",
        "u",
        plan_id=plan,
        section="一",
        metric="能耗",
        kind="qualitative",
        change="decrease",
        due=2030,
        order=1,
        line=5,
        text="到2030年能耗明显降低。",
    )
    mention = node(
        "UnreadTrigger",
        "p",
        "m",
        plan_id=plan,
        word="负责",
        number="二/（二）",
        reason="正文",
        order=5,
        line=13,
        text="各科室负责人按时报送。",
    )
    graph.add_edge(plan, chapter, "HAS_SECTION")
    graph.add_edge(plan, region, "APPLIES_TO")
    graph.add_edge(chapter, task, "HAS_TASK")
    graph.add_edge(chapter, orphan, "HAS_TASK")
    graph.add_edge(orphan, mention, "LEAVES_UNREAD")
    graph.add_edge(task, target, "SETS")
    graph.add_edge(plan, whole, "SETS")
    graph.add_edge(task, narrow, "CONCERNS", written="水泥", order=1)
    graph.add_edge(narrow, wide, "PART_OF")
    said = {"inherited": False, "open_ended": False, "quote": clause, "line": 11}
    graph.add_edge(
        lead,
        task,
        "LEADS",
        role="lead",
        role_word="牵头",
        basis="explicit",
        order=1,
        name="市工业和信息化局",
        written="市工信局",
        **said,
    )
    graph.add_edge(
        help_,
        task,
        "SUPPORTS",
        role="support",
        role_word="配合",
        basis="explicit",
        order=2,
        name="市财政局",
        written="市财政局",
        **said,
    )
    graph.add_edge(
        local,
        task,
        "IMPLEMENTS",
        role="implement",
        role_word="落实",
        basis="explicit",
        order=3,
        name="各县（市、区）人民政府",
        written="各县（市、区）人民政府",
        **said,
    )
    graph.add_edge(
        lead,
        task,
        "GUIDES",
        role="guide",
        role_word="指导",
        basis="explicit",
        order=4,
        name="市工业和信息化局",
        written="市工信局",
        **said,
    )
    for agency in (lead, help_, local):
        graph.add_edge(agency, region, "IN")
    return graph


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless Chromium, or a skip that says why; ZERENTU_REQUIRE_CHROMIUM=1 makes its absence a failure."""
    browser = _load("browser")
    path = browser.find()
    if path is None:
        reason = "no Chromium found: install chromium or set ZERENTU_CHROMIUM to its path"
        if os.environ.get("ZERENTU_REQUIRE_CHROMIUM") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        instance = playwright.chromium.launch(executable_path=path, args=browser.ARGUMENTS)
        yield instance
        instance.close()


@pytest.fixture
def open_map(chromium: Any, tmp_path: Path) -> Iterator[Any]:
    """Draw a graph, open it, and at the end hold the page to its promises: no request, no error, no foreign script."""
    from viz import draw_map

    opened: list[tuple[Any, list[str]]] = []

    def open_(graph: nx.MultiDiGraph, **options: Any) -> Any:
        path = draw_map(graph, tmp_path / f"map{len(opened)}.html", **options)
        page = chromium.new_page(viewport={"width": 1280, "height": 800})
        troubles: list[str] = []
        page.on(
            "console", lambda message: troubles.append(message.text) if message.type in {"error", "warning"} else None
        )
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on(
            "request",
            lambda request: None if request.url.split(":")[0] in {"file", "blob"} else troubles.append(request.url),
        )
        page.on("dialog", lambda dialog: (troubles.append(dialog.message), dialog.dismiss()))
        # A machine at work with other things may take longer than the half minute that is usual.
        page.goto(path.as_uri(), timeout=120_000)
        page.wait_for_selector("html[data-ready]", state="attached")
        opened.append((page, troubles))
        return page

    yield open_
    for page, troubles in opened:
        assert troubles == []
        assert page.evaluate("window.__pwn") is None
        page.close()

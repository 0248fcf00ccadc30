"""How long a map takes, from the graph to the picture on the screen, beside other libraries.

``python -m benchmarks map`` draws invented plans of several sizes, opens each page in a headless Chromium and prints a
row a page: writing, size of the file, navigation to picture (and how much of it the page's own thread was at work,
which says more on a busy machine), a filter, its reset, the first search. ``--peers`` draws the same graphs with pyvis
as it comes, gravis and neo4j-viz. Needs the extra ``test``; see ``--help``.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import networkx as nx

from benchmarks.map_peers import PEERS, measure_peer
from graph.model.identity import make_id
from viz.model import read

LIMIT = 5000
BUREAUS = [
    "发展和改革委员会",
    "工业和信息化局",
    "财政局",
    "自然资源局",
    "生态环境局",
    "住房和城乡建设局",
    "交通运输局",
    "水利局",
    "农业农村局",
    "商务局",
    "科学技术局",
    "教育局",
    "人力资源和社会保障局",
    "市场监督管理局",
    "统计局",
    "城市管理局",
    "卫生健康委员会",
    "文化和旅游局",
    "应急管理局",
    "行政审批局",
]
COLLECTIVES = ["各有关部门", "各县（市、区）人民政府", "领导小组成员单位"]
TRADES = [
    "钢铁",
    "水泥",
    "石化化工",
    "有色金属",
    "平板玻璃",
    "储能",
    "新能源汽车",
    "纺织",
    "造纸",
    "陶瓷",
    "数据中心",
    "食品加工",
    "装备制造",
    "再生资源",
]
VERBS = ["推进", "开展", "完善", "建立", "加快", "组织", "落实", "扩大"]
THINGS = [
    "节能技术改造",
    "绿色工厂创建",
    "能源消费统计",
    "清洁运输",
    "余热回收",
    "固废综合利用",
    "碳排放核算",
    "人才培训",
    "示范园区建设",
    "标准制定",
]
ROLES = (
    ("LEADS", "explicit", "牵头"),
    ("LEADS", "sole", "负责"),
    ("CO_OWNS", "listed", "按职责分工负责"),
    ("LEADS", "rule", "负责"),
)
CITIES = ["青州市", "沙河市", "林泽市", "安泉市", "云岭市", "白石市", "江口市", "平湖市"]


def synthetic(count: int, seed: int = 1) -> nx.MultiDiGraph:
    """Return a graph of about `count` drawn nodes that looks like real plans: chapters, lead and co-owners, targets."""
    choice = random.Random(seed)
    graph = nx.MultiDiGraph()
    per_plan = 62
    plans = max(1, round(count * 0.72 / per_plan))
    trades = {name: node(graph, "Industry", name, name=name) for name in TRADES}
    drawn = len(trades)
    for p in range(plans):
        city = CITIES[p % len(CITIES)]
        title = f"{city}第{p + 1}号工业绿色发展实施方案"
        region = node(graph, "Region", city, name=city, level="市")
        plan = node(
            graph,
            "Plan",
            title,
            title=title,
            region=city,
            level="市",
            number=f"青政办〔2023〕{p + 1}号",
            source=f"{p + 1}.txt",
        )
        graph.add_edge(plan, region, "APPLIES_TO")
        bodies = []
        for name in [*("市" + bureau for bureau in BUREAUS), *COLLECTIVES]:
            kind = "collective" if name in COLLECTIVES else "body"
            bodies.append(
                node(
                    graph,
                    "Agency",
                    city,
                    name,
                    name=name,
                    region=city,
                    level="市",
                    kind=kind,
                    aliases=[name.replace("和", "")],
                )
            )
            graph.add_edge(bodies[-1], region, "IN")
        line = 10
        for s in range(6):
            section = node(
                graph,
                "Section",
                title,
                s,
                plan_id=plan,
                number="一二三四五六"[s],
                title=choice.choice(THINGS) + "行动",
                depth=1,
                order=s + 1,
                line=line,
            )
            graph.add_edge(plan, section, "HAS_SECTION")
            home = choice.sample(bodies[:-3], 5)
            for t in range(choice.randint(5, 10)):
                if drawn >= count:
                    break
                line += 4
                number = "一二三四五六"[s] + f"/（{'一二三四五六七八九十'[t]}）"
                trade = choice.choice(TRADES)
                heading = choice.choice(VERBS) + trade + choice.choice(THINGS)
                owned = choice.random() > 0.1
                role, basis, word = choice.choice(ROLES)
                owners = [choice.choice(home)] + [
                    b for b in choice.sample(home + bodies, choice.randint(0, 4)) if b not in home[:1]
                ]
                owners = list(dict.fromkeys(owners))
                if basis == "sole":
                    owners = owners[:1]
                names = [graph.nodes[owner]["name"] for owner in owners]
                clause = "、".join(names) + word if owned else None
                text = f"{heading}。围绕{trade}企业的用能与排放，分年度列出改造清单，逐项明确时间和进度，到2027年底前基本完成。"
                task = node(
                    graph,
                    "Task",
                    title,
                    number,
                    plan_id=plan,
                    number=number,
                    part=1,
                    of=1,
                    title=heading,
                    kind="item",
                    clause=clause,
                    order=line,
                    line=line,
                    text=text + (f"（{clause}）" if clause else ""),
                    due=choice.choice([None, 2025, 2027]),
                )
                drawn += 1
                graph.add_edge(section, task, "HAS_TASK")
                graph.add_edge(task, trades[trade], "CONCERNS", written=trade, order=1)
                for o, owner in enumerate(owners if owned else []):
                    relation, basis, said = (
                        (role, basis, word) if o == 0 or role == "CO_OWNS" else ("CO_OWNS", "listed", "按职责分工负责")
                    )
                    if o and role == "LEADS" and choice.random() < 0.5:
                        relation, basis, said = "SUPPORTS", "explicit", "配合"
                    graph.add_edge(
                        owner,
                        task,
                        relation,
                        role=said,
                        basis=basis,
                        inherited=choice.random() < 0.12,
                        open_ended=choice.random() < 0.1,
                        order=o + 1,
                        name=names[o],
                        written=names[o],
                        quote=clause,
                        line=line + 1,
                    )
                if choice.random() < 0.4 and drawn < count:
                    value = choice.randint(3, 90)
                    target = node(
                        graph,
                        "Target",
                        title,
                        number,
                        plan_id=plan,
                        section=number,
                        metric=f"{trade}企业改造数量",
                        kind="quantitative",
                        change="level",
                        comparator=">=",
                        value=float(value),
                        unit="家",
                        due=2027,
                        order=line,
                        line=line + 2,
                        text=f"到2027年，{trade}企业完成改造{value}家以上。",
                    )
                    drawn += 1
                    graph.add_edge(task, target, "SETS")
    busy = [
        key
        for key, kind in graph.nodes(data="label")
        if kind == "Agency" and not any(k != "IN" for _, _, k in graph.out_edges(key, keys=True))
    ]
    graph.remove_nodes_from(busy)
    return graph


def node(graph: nx.MultiDiGraph, label: str, *key: str | int, **properties: Any) -> str:
    """Add a node under the id of its natural key and return the id."""
    name = make_id(label, *key)
    graph.add_node(name, label=label, id=name, **properties)
    return name


def measure(graph: nx.MultiDiGraph, count: int, folder: Path, detail: int, page: Any) -> list[str]:
    """Draw one size and return writing, size, navigation to picture, processor time of the page, filter, reset, search."""
    from viz import draw_map

    began = time.perf_counter()
    path = draw_map(graph, folder / f"{count}.html", limit=LIMIT, detail=detail)
    drawing = time.perf_counter() - began
    page.set_default_timeout(120_000)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    began = time.perf_counter()
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_selector("html[data-drawn]", state="attached")
    shown = time.perf_counter() - began
    spent = {item["name"]: item["value"] for item in session.send("Performance.getMetrics")["metrics"]}["TaskDuration"]
    page.wait_for_selector("html[data-ready]", state="attached")
    filtering = page.evaluate(
        """() => new Promise((done) => {
            const box = document.querySelector('#filter-plan');
            const began = performance.now();
            box.value = '0'; box.dispatchEvent(new Event('change'));
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - began), 0));
        })"""
    )
    resetting = page.evaluate(
        """() => new Promise((done) => {
            const began = performance.now();
            document.querySelector('#reset').click();
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - began), 0));
        })"""
    )
    searching = page.evaluate(
        """() => {
            const box = document.querySelector('#search');
            const began = performance.now();
            box.value = '碳排放'; box.dispatchEvent(new Event('input'));
            return performance.now() - began;
        }"""
    )
    return [
        f"{drawing:.2f}",
        f"{path.stat().st_size / 1e6:.2f}",
        f"{shown:.2f} ({spent:.2f})",
        f"{filtering:.0f}",
        f"{resetting:.0f}",
        f"{searching:.0f}",
    ]


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks map",
        description="Draw invented plans of several sizes, open each page in a headless Chromium, print how long it takes.",
    )
    parser.add_argument(
        "sizes", nargs="*", type=int, default=[250, 1000, 6400], help="shapes to invent (250 1000 6400)"
    )
    parser.add_argument(
        "--peers", action="store_true", help="also pyvis as it comes, gravis and neo4j-viz, if installed"
    )
    parser.add_argument("--patience", type=float, default=60, help="seconds to wait for the picture of a peer (60)")
    parser.add_argument("--runs", type=int, default=1, help="how often to open each page of ours (1)")
    options = parser.parse_args(arguments)

    from playwright.sync_api import sync_playwright

    from tests.viz.browser import ARGUMENTS, find

    print(
        "| nodes / relationships | drawn by | writing s | MB | picture s (of it processor) | filter ms | reset ms | search ms |"
    )
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)

        def row(size: str, name: str, act: Callable[[Any], list[str]]) -> None:
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            try:
                print("| " + " | ".join([size, name, *act(page)]) + " |", flush=True)
            finally:
                page.close()

        for count in options.sizes:
            graph = synthetic(count)
            content = read(graph)
            size = f"{len(content.nodes):,} / {len(content.edges):,}"
            for _ in range(options.runs):
                for name, detail in (("map, one by one", LIMIT), ("map as it opens", 300)):
                    row(size, name, partial(measure, graph, count, Path(folder), detail))
            for name in PEERS if options.peers else ():
                try:
                    row(size, name, partial(measure_peer, name, content, Path(folder), options.patience))
                except ImportError as missing:
                    print(f"| {size} | {name}: not installed ({missing}) | | | | | | |", flush=True)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])

"""How long the embedded store takes to load, beside a bare COPY of the same frames.

Run by hand: ``python -m benchmarks embedded_load [RELATIONSHIPS …]``.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import networkx as nx

from graph.model.check import check
from graph.model.frames import to_frames
from graph.model.rows import plan_of
from graph.model.schema import ROLES
from graph.stores.embedded.engine import Engine
from graph.stores.embedded.store import EmbeddedStore

SIZES = (1_000, 10_000, 100_000)
OWNERS = 8
RUNS = 5


def plan(relationships: int, name: str = "plan-1") -> nx.MultiDiGraph:
    """Return a plan with about so many relationships, most of them responsibilities with their quotes."""
    graph = nx.MultiDiGraph()
    graph.add_node(
        name, label="Plan", id=name, title="大方案", issuers=["市人民政府"], stored_text="文" * relationships
    )
    graph.add_node("region-1", label="Region", id="region-1", name="石家庄市", level="市")
    graph.add_edge(name, "region-1", key="APPLIES_TO")
    kinds = list(ROLES.values())
    for index in range(relationships // (OWNERS + 1)):
        task = f"{name}-task-{index}"
        text = f"第{index}项任务：推进重点行业节能改造，年底前完成。"
        place = {"line": index, "start": 40 * index, "end": 40 * index + 30}
        graph.add_node(task, label="Task", id=task, plan_id=name, title="节能改造", order=index, text=text, **place)
        graph.add_edge(name, task, key="HAS_TASK")
        for order in range(OWNERS):
            agency = f"agency-{(index * 7 + order) % 500}"
            if agency not in graph:
                graph.add_node(agency, label="Agency", id=agency, name=f"市第{agency}局", aliases=["局"])
                graph.add_edge(agency, "region-1", key="IN")
            graph.add_edge(
                agency, task, key=kinds[order % 5], role="负责", basis="listed", inherited=False, open_ended=True,
                order=order, name=agency, written=agency, quote=f"由{agency}等按职责分工负责", **place,
            )  # fmt: skip
    return graph


def seconds(action: Callable[[], object]) -> float:
    """Return how long `action` takes."""
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def processor(action: Callable[[], object]) -> float:
    """Return the processor seconds that `action` takes: what others do on the machine matters less."""
    begin = time.process_time()
    action()
    return time.process_time() - begin


def ratio(size: int, folder: Path) -> tuple[float, float]:
    """Return the processor seconds of a bare COPY and of a load, medians of several runs that take turns."""
    graph = plan(size)
    frames = to_frames(graph)
    bare, load = [], []
    for run in range(RUNS):
        with Engine.building(folder / f"bare-{run}.lbug") as engine:
            bare.append(processor(lambda engine=engine: engine.fill(frames)))
        with EmbeddedStore(folder / f"load-{run}.lbug") as store:
            load.append(processor(lambda store=store: store.load([graph])))
    return statistics.median(bare), statistics.median(load)


def bare_copy(graph: nx.MultiDiGraph, path: Path) -> float:
    """Return how long the engine takes to make a file and copy frames that are ready."""
    frames = to_frames(graph)

    def copy() -> None:
        with Engine.building(path) as engine:
            engine.fill(frames)

    return seconds(copy)


def measure(size: int, folder: Path) -> tuple[int, list[float], int]:
    """Return the number of relationships, the seconds of each step, and the size of the file in MB."""
    graph, other = plan(size), plan(size, "plan-2")
    changed = graph.copy()
    changed.nodes[plan_of(changed)]["title"] = "大方案（修订）"
    path = folder / "zerentu.lbug"
    store = EmbeddedStore(path)
    times = [
        bare_copy(graph, folder / "bare.lbug"),
        seconds(lambda: check(graph)),
        seconds(lambda: to_frames(graph)),
        seconds(lambda: store.load([graph])),
        seconds(lambda: store.load([graph])),
        seconds(lambda: store.load([changed])),
        seconds(lambda: store.load([other])),
        seconds(store.graph),
    ]
    store.close()
    reader = EmbeddedStore(path, read_only=True)
    question = "MATCH (a:Agency)-[r:LEADS]->(t:Task) WHERE a.id = $id RETURN t.title AS title LIMIT 10"
    times.append(seconds(lambda: reader.rows(question, {"id": "agency-1"})))
    reader.close()
    return graph.number_of_edges(), times, path.stat().st_size >> 20


def main(arguments: list[str]) -> None:
    sizes = [int(each) for each in arguments] or list(SIZES)
    imports = "import time; t = time.perf_counter(); import {0}; print(round(time.perf_counter() - t, 3))"
    for module in ("pandas", "networkx", "ladybug", "graph.stores.embedded.store"):
        took = subprocess.run(
            [sys.executable, "-c", imports.format(module)], capture_output=True, text=True, check=True
        )
        print(f"import {module}: {took.stdout.strip()} s")
    print("relationships  bare COPY  check  to_frames  load  load again  replace  second plan  graph()  open+query  MB")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            edges, times, megabytes = measure(size, Path(folder))
        print(f"{edges:>13}", *(f"{each:.3f}" for each in times), megabytes)
    print("relationships  processor seconds: bare COPY  load  load : COPY")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            bare, load = ratio(size, Path(folder))
        print(f"{size:>13} {bare:.3f} {load:.3f} {load / bare:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])

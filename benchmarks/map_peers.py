"""The same graph drawn by pyvis as it comes, by gravis and by neo4j-viz, for comparison with the map.

None of them is a dependency (neo4j-viz is GPL-3, gravis has not been released since 2021): whoever compares installs
``gravis``, ``neo4j-viz`` and, for gravis, ``setuptools<81``. What is not installed is left out and named. Of all three
only pyvis has menus, and these are used as a reader uses them: its own filter goes by the group of a node, and its
search knows ids only, no names.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from viz.model import Map

__all__ = ["PEERS", "measure_peer"]

#: Whether something stands on a canvas or in a drawing.
_PICTURE = """() => {
    for (const canvas of document.querySelectorAll('canvas')) {
        if (canvas.width < 200) continue;
        const context = canvas.getContext('2d');
        if (!context) continue;
        const data = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
        let marks = 0;
        for (let i = 0; i < data.length; i += 7) if (data[i] !== data[0] && (marks += 1) > 60) return true;
    }
    return document.querySelectorAll('svg circle').length > 20;
}"""


def stock_pyvis(content: Map, path: Path) -> Path:
    """Write what the README of pyvis writes, with its menus for choosing and filtering."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line", select_menu=True, filter_menu=True)
    for i, node in enumerate(content.nodes):
        network.add_node(i, label=node.name, group=node.kind)
    for edge in content.edges:
        network.add_edge(edge.source, edge.target, title=edge.kind)
    path.write_text(network.generate_html(), encoding="utf-8")
    return path


def gravis(content: Map, path: Path) -> Path:
    """Write gravis' page of vis-network."""
    import gravis as library

    graph = {
        "graph": {
            "directed": True,
            "nodes": {str(i): {"label": node.name} for i, node in enumerate(content.nodes)},
            "edges": [{"source": str(edge.source), "target": str(edge.target)} for edge in content.edges],
        }
    }
    path.write_text(library.vis(graph, node_label_data_source="label").to_html_standalone(), encoding="utf-8")
    return path


def neo4j_viz(content: Map, path: Path) -> Path:
    """Write neo4j-viz' page with its renderer for canvas."""
    from neo4j_viz import Node, Relationship, VisualizationGraph

    drawn = VisualizationGraph(
        nodes=[Node(id=str(i), caption=node.name) for i, node in enumerate(content.nodes)],
        relationships=[
            Relationship(source=str(edge.source), target=str(edge.target), caption=edge.kind) for edge in content.edges
        ],
    )
    head = "<!doctype html><meta charset=utf-8>"
    path.write_text(head + str(drawn.render(renderer="canvas", height="880px").data), encoding="utf-8")
    return path


PEERS: dict[str, Callable[[Map, Path], Path]] = {"pyvis": stock_pyvis, "gravis": gravis, "neo4j-viz": neo4j_viz}

#: How long an act takes, from the event until the browser has drawn again; the same as for our map.
_TIMED = """(act) => new Promise((done) => {
    const began = performance.now();
    act();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - began), 0));
})"""


def measure_peer(name: str, content: Map, folder: Path, patience: float, page: Any) -> list[str]:
    """Return writing (s), size (MB), navigation to the first picture (s), filter, reset and search (ms).

    – stands for what a page cannot do, and for what it did not do in time.

    Raises
    ------
    ImportError
        If the library is not installed, or lacks one that it needs.
    """
    from playwright.sync_api import TimeoutError

    began = time.perf_counter()
    path = PEERS[name](content, folder / f"{name}.html")
    writing = time.perf_counter() - began
    size = path.stat().st_size / 1e6
    page.set_default_timeout(patience * 1000)
    page.route("**/*", lambda route: route.abort() if route.request.url.startswith("http") else route.continue_())
    began = time.perf_counter()
    page.goto(path.as_uri(), wait_until="commit")
    acts = ["–", "–", "–"]
    try:
        # A page that computes a layout answers nothing meanwhile; this waits no longer than it is told to.
        page.wait_for_function(_PICTURE, polling=100)
        shown = f"{time.perf_counter() - began:.2f}"
    except TimeoutError:
        shown = f"> {patience:.0f}"
    else:
        if name == "pyvis":
            for at, act in enumerate((_filter, _reset, _search)):
                with contextlib.suppress(TimeoutError):
                    acts[at] = f"{act(page):.0f}"
    return [f"{writing:.2f}", f"{size:.2f}", shown, *acts]


def _choose(page: Any, menu: str, value: str) -> None:
    """Choose a value of one of pyvis' menus, which are drawn by Tom Select beside the hidden ``<select>``."""
    page.click(f"#{menu} + .ts-wrapper .ts-control")
    page.click(f'#{menu} + .ts-wrapper .ts-dropdown [data-value="{value}"]')


def _filter(page: Any) -> float:
    """Choose the nodes that are tasks, and return what the button for the filter takes."""
    _choose(page, "select-item", "node")
    _choose(page, "select-property", "group")
    _choose(page, "select-value", "Task")
    return _pressed(page, '#filter-menu button:text-is("Filter")')


def _reset(page: Any) -> float:
    return _pressed(page, '#filter-menu button:text-is("Reset Selection")')


def _pressed(page: Any, button: str) -> float:
    return float(page.locator(button).evaluate(f"(button) => ({_TIMED})(() => button.click())"))


def _search(page: Any) -> float:
    """Return what it takes to list what the menu of nodes finds for a sign; it looks at ids, which are all it knows."""
    page.click("#select-node + .ts-wrapper .ts-control")
    box = page.locator("#select-node + .ts-wrapper .ts-control input")
    took = box.evaluate(f"""(box) => ({_TIMED})(() => {{
        box.value = '7';
        for (const name of ['input', 'keyup']) box.dispatchEvent(new Event(name, {{ bubbles: true }}));
    }})""")
    page.wait_for_selector('#select-node + .ts-wrapper .ts-dropdown [data-value="7"]')
    return float(took)

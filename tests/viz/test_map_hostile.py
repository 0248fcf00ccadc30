"""Plan text is untrusted: whatever it holds is shown as text and nothing in it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.model.identity import make_id
from graph.model.schema import LABELS, RELATIONSHIPS
from graph.visible import visible

_PIECES = [
    "</script><script>window.__pwn=1</script>",
    "<img src=x onerror=window.__pwn=1>",
    '<a href="javascript:window.__pwn=1">href</a>',
    "{{7*7}}{% raw %}${7*7}",
    "line\u2028paragraph\u2029end",
    '=HYPERLINK("http://example.org")',
    "<!--<script>",
    "]]></style><style>*{display:none}",
    "'\"`\\\x00\x08",
    "half \ud83d surrogate",
]
#: Each piece stands before and behind every other one; a name of the language itself does harm only alone.
HOSTILE = [" ".join(_PIECES), " ".join(_PIECES[::-1]), "__proto__"]


def hostile_graph(text: str) -> nx.MultiDiGraph:
    """Every property of every label and relationship says `text`."""
    fill: dict[str, Any] = {"string": text, "integer": 2025, "float": 1.5, "boolean": True, "strings": [text, text]}
    graph = nx.MultiDiGraph()
    for label in LABELS:
        name = make_id(label.name, "x")
        properties = {item.name: fill[item.kind] for item in label.properties}
        graph.add_node(name, label=label.name, **{**properties, "id": name})
    plan = make_id("Plan", "x")
    for data in graph.nodes.values():
        if "plan_id" in data:
            data["plan_id"] = plan
    for joins in RELATIONSHIPS:
        for source, target in joins.ends:
            properties = {item.name: fill[item.kind] for item in joins.properties}
            graph.add_edge(make_id(source, "x"), make_id(target, "x"), joins.name, **properties)
    return graph


@pytest.mark.parametrize("overview", [False, True])
@pytest.mark.parametrize("text", HOSTILE, ids=["forward", "backward", "proto"])
def test_hostile_text_stays_text(open_map: Any, text: str, overview: bool) -> None:
    page = open_map(hostile_graph(text), title=text, overview=overview)
    assert page.title().split() == visible(text, lines=True).split()
    page.fill("#search", "x" if text.startswith("half") else text[:6])
    for i in range(page.locator("#panel li .go").count()):
        page.click(f"#panel li .go >> nth={i}")
        page.evaluate("() => document.querySelectorAll('#panel button.why').forEach((b) => b.click())")
    for i in range(2 if overview else 0):
        page.keyboard.press("Escape")
        page.click(f"#panel li .go >> nth={i}")
        page.evaluate("() => document.querySelectorAll('#panel details').forEach((box) => { box.open = true; })")
        assert page.locator("#panel details li .go").count() > 0
        assert page.locator("#panel img, #panel a").count() == 0
        page.click("#panel details li .go >> nth=0")
        assert page.locator("#panel img, #panel a").count() == 0
    page.fill("#search", "")  # the table follows the search
    page.click("#show-table")
    for i in range(page.locator("#table .tabs button").count()):
        page.click(f"#table .tabs button >> nth={i}")
        assert page.locator("#table tbody tr").count() > 0
    assert page.locator("#table img, #table a, #panel img, #panel a, #found img").count() == 0
    assert page.is_visible("h1")


def test_policy_stops_what_is_forced_in(chromium: Any, plan_graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    from viz import draw_map

    page = chromium.new_page()
    page.goto(draw_map(plan_graph, tmp_path / "map.html").as_uri(), timeout=120_000)
    blocked = page.evaluate(
        """() => new Promise((done) => {
            const found = new Set();
            document.addEventListener('securitypolicyviolation', (event) => {
                found.add(event.effectiveDirective);
                if (found.size === 3) done(Array.from(found).sort());
            });
            const box = document.createElement('div');
            box.innerHTML = '<img src="data:image/png;base64,x" onerror="window.__pwn=1">';
            document.body.appendChild(box);
            const script = document.createElement('script');
            script.textContent = 'window.__pwn=2';
            document.body.appendChild(script);
            fetch('file:///etc/hostname').catch(() => 0);
        })"""
    )
    assert blocked == ["connect-src", "script-src-attr", "script-src-elem"]
    assert page.evaluate("window.__pwn") is None
    page.close()

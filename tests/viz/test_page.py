"""The file itself: one, whole, UTF-8, without an address, the same every time, in any locale."""

from __future__ import annotations

import locale
import os
import re
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from graph.errors import SchemaError, SettingsError, TooLargeToDraw
from viz import draw_map

STATIC = Path(__file__).parents[2] / "viz" / "static"
PROGRAM = """
import pickle, sys
from viz import draw_map
with open(sys.argv[1], "rb") as source:
    draw_map(pickle.load(source), sys.argv[2], title="\\u8d23\\u4efb\\u56fe\\u00a9")
"""


def test_names_no_address(plan_graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    next(data for _, data in plan_graph.nodes(data=True) if data["label"] == "Task")["text"] = "见 http://example.org"
    text = draw_map(plan_graph, tmp_path / "map.html", title="HTTP https://example.org").read_text("utf-8")
    assert "http" not in text
    assert not re.search(r"<(script|link|img|iframe)[^>]*\s(src|href)=", text)
    assert "@license" in text
    assert "Permission is hereby granted" in text


def test_same_graph_same_bytes(plan_graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    first = draw_map(plan_graph, tmp_path / "1.html").read_bytes()
    shuffled = nx.MultiDiGraph()
    shuffled.add_nodes_from(reversed(list(plan_graph.nodes(data=True))))
    shuffled.add_edges_from(reversed(list(plan_graph.edges(keys=True, data=True))))
    assert draw_map(shuffled, tmp_path / "2.html").read_bytes() == first
    assert b"\r" not in first


def _locales() -> list[str]:
    found = ["C"]
    before = locale.setlocale(locale.LC_CTYPE)
    for name in ("zh_CN.GBK", "zh_CN.gbk", "zh_CN.GB18030"):
        try:
            locale.setlocale(locale.LC_CTYPE, name)
        except locale.Error:
            continue
        found.append(name)
    locale.setlocale(locale.LC_CTYPE, before)
    return found


@pytest.mark.parametrize("name", _locales())
def test_written_in_utf8_under_any_locale(name: str, plan_graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    import pickle

    source = tmp_path / "graph.pickle"
    source.write_bytes(pickle.dumps(plan_graph))
    target = tmp_path / "out.html"
    environment = {**os.environ, "LC_ALL": name, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "7"}
    subprocess.run(
        [sys.executable, "-c", PROGRAM, str(source), str(target)],
        env=environment, check=True, timeout=60, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert target.read_bytes() == draw_map(plan_graph, tmp_path / "here.html", title="责任图©").read_bytes()
    assert "改造水泥窑炉" in target.read_text("utf-8")


def test_makes_folders_and_takes_any_name(plan_graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    path = draw_map(plan_graph, str(tmp_path / "新 文件夹" / "图" / "map.HTM"))
    assert path == tmp_path / "新 文件夹" / "图" / "map.HTM"
    assert [entry.name for entry in path.parent.iterdir()] == ["map.HTM"]


def test_a_folder_in_its_place_is_a_sentence_and_leaves_nothing(plan_graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    (tmp_path / "map.html").mkdir()
    with pytest.raises(SettingsError, match=r"map\.html is a folder; name the file to write"):
        draw_map(plan_graph, tmp_path / "map.html")
    assert [entry.name for entry in tmp_path.iterdir()] == ["map.html"]


@pytest.mark.parametrize("asked", [False, True])
def test_too_large_even_as_an_overview_is_refused_with_a_way_out(
    plan_graph: nx.MultiDiGraph, tmp_path: Path, asked: bool
) -> None:
    with pytest.raises(
        TooLargeToDraw, match=r"4 nodes and the limit is 3; narrow it with --agency, --plan or --task"
    ) as caught:
        draw_map(plan_graph, tmp_path / "map.html", limit=3, overview=asked)
    assert "图中将有 4 个图形，上限是 3；请用 --agency、--plan 或 --task 缩小范围" in caught.value.zh
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("limit", "told"), [(9, []), (8, [{"Agency": 3, "Plan": 1, "Task": 2, "Industry": 2, "Target": 2}])]
)
def test_more_shapes_than_the_limit_become_an_overview_and_that_is_told(
    plan_graph: nx.MultiDiGraph, tmp_path: Path, limit: int, told: list[dict[str, int]]
) -> None:
    said: list[dict[str, int]] = []
    text = draw_map(plan_graph, tmp_path / "map.html", limit=limit, on_overview=said.append).read_text("utf-8")
    assert said == told
    assert ('"ends":[[' in text) is bool(told)


@pytest.mark.parametrize(("detail", "drawn"), [(5, True), (4, False)])
def test_more_agencies_and_tasks_than_are_drawn_one_by_one_become_an_overview(
    plan_graph: nx.MultiDiGraph, tmp_path: Path, detail: int, drawn: bool
) -> None:
    text = draw_map(plan_graph, tmp_path / "map.html", detail=detail).read_text("utf-8")
    assert ('"ends":[[' in text) is not drawn


def test_refuses_what_the_schema_does_not_know(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("a", label="Dragon", id="a")
    with pytest.raises(SchemaError, match="Dragon"):
        draw_map(graph, tmp_path / "map.html")


def test_unknown_language(plan_graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="use zh or en"):
        draw_map(plan_graph, tmp_path / "map.html", lang="fr")


def test_does_not_change_the_graph(plan_graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    before = plan_graph.copy()
    draw_map(plan_graph, tmp_path / "map.html")
    assert nx.utils.graphs_equal(before, plan_graph)


def test_drawing_is_imported_late() -> None:
    program = "import sys, viz; print(sorted({'networkx', 'numpy', 'pyvis', 'jinja2'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=STATIC.parents[1]
    )
    assert done.stdout.strip() == "[]"

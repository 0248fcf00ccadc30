"""GraphML and GEXF, read with a plain XML parser (every text as it stands in the file) and with networkx."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import networkx as nx
import pytest
from any_plan import hostile, known_only

from graph.errors import SettingsError
from graph.exports import export
from graph.model.schema import LABELS, RELATIONSHIPS

FORMATS = ("graphml", "gexf")
PICTURES = {code: 0x2400 + code for code in range(32) if code not in (9, 10, 13)} | {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}
KINDS = {item.name: {each.name: each.kind for each in item.properties} for item in (*LABELS, *RELATIONSHIPS)}


def parsed(path, form):
    """Nodes (id, label, caption, texts by column) and relationships (ends, type, texts by column) of a file."""
    root = ElementTree.parse(path).getroot()
    found = ([], [])
    if form == "graphml":
        names = {key.get("id"): key.get("attr.name") for key in root.findall(".//{*}key")}
        for item in root.findall(".//{*}node"):
            texts = {names[data.get("key")]: data.text or "" for data in item.findall(".//{*}data")}
            assert item.get("labels") == texts["labels"]
            found[0].append((item.get("id"), texts.pop("labels")[1:], texts.pop("label"), texts))
        for item in root.findall(".//{*}edge"):
            texts = {names[data.get("key")]: data.text or "" for data in item.findall(".//{*}data")}
            assert item.get("label") == texts["label"]
            found[1].append((item.get("source"), item.get("target"), texts.pop("label"), texts))
        return found
    titles = {item.get("id"): item.get("title") for item in root.findall(".//{*}attribute")}
    for item in root.findall(".//{*}node"):
        texts = {titles[value.get("for")]: value.get("value") for value in item.findall(".//{*}attvalue")}
        found[0].append((item.get("id"), texts.pop("labels"), item.get("label"), texts))
    for item in root.findall(".//{*}edge"):
        texts = {titles[value.get("for")]: value.get("value") for value in item.findall(".//{*}attvalue")}
        found[1].append((item.get("source"), item.get("target"), item.get("label"), texts))
    return found


def value(text, kind):
    if kind == "strings":
        return json.loads(text)
    return {"string": str, "integer": int, "float": float, "boolean": {"true": True, "false": False}.get}[kind](text)


def values(name, texts):
    return {column: value(text, KINDS[name][column]) for column, text in texts.items()}


def pictured(data):
    return {
        name: held.translate(PICTURES) if isinstance(held, str) else held
        for name, held in known_only(data).items()
        if name != "id"
    }


@pytest.mark.parametrize("form", FORMATS)
def test_every_property_is_in_the_file(tmp_path, sample_graph, form):
    graph = hostile(sample_graph())
    report = export(graph, tmp_path / "图", form)
    nodes, edges = parsed(tmp_path / "图", form)
    assert [(key, name, values(name, texts)) for key, name, _, texts in nodes] == [
        (key, data["label"], pictured(data)) for key, data in graph.nodes(data=True)
    ]
    assert [(a, b, kind, values(kind, texts)) for a, b, kind, texts in edges] == [
        (a, b, kind, pictured(data)) for a, b, kind, data in graph.edges(keys=True, data=True)
    ]
    assert report.changed > 0


@pytest.mark.parametrize("form", FORMATS)
def test_a_plan_without_control_characters_is_not_changed(tmp_path, sample_graph, form):
    assert export(sample_graph(), tmp_path / "图", form).changed == 0


@pytest.mark.parametrize("form", FORMATS)
def test_form_feeds_become_pictures_and_are_counted(tmp_path, sample_graph, form):
    graph = sample_graph()
    plan = next(key for key, data in graph.nodes(data=True) if data["label"] == "Plan")
    graph.nodes[plan]["stored_text"] = "第一页\f第二页"
    assert export(graph, tmp_path / "图", form).changed == 1
    nodes, _ = parsed(tmp_path / "图", form)
    assert [texts["stored_text"] for _, name, _, texts in nodes if name == "Plan"] == ["第一页␌第二页"]


@pytest.mark.parametrize("form", FORMATS)
def test_an_id_is_never_changed(tmp_path, form):
    graph = nx.MultiDiGraph()
    graph.add_node("plan-\x01", label="Plan", id="plan-\x01")
    with pytest.raises(SettingsError, match="export as jsonl"):
        export(graph, tmp_path / "图", form)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", FORMATS)
def test_networkx_reads_it_with_types(tmp_path, sample_graph, form):
    graph = sample_graph()
    export(graph, tmp_path / "图", form)
    read = getattr(nx, f"read_{form}")(tmp_path / "图")
    assert (set(read.nodes), read.number_of_edges()) == (set(graph.nodes), graph.number_of_edges())
    task = next(data for _, data in read.nodes(data=True) if data["labels"].endswith("Task"))
    assert (task["part"], task["open_ended"], task["start"], task["line"]) == (1, True, 100, 4)
    assert task["label"] == "一/（一）/1 改造第1批炉窑"
    assert {data["label"] for *_, data in read.edges(data=True)} == {item.name for item in RELATIONSHIPS}
    target = next(data for _, data in read.nodes(data=True) if data["labels"].endswith("Target"))
    assert (target["value"], type(target["value"])) == (1.5, float)


def test_graphml_keys_are_complete_and_the_graph_has_no_data(tmp_path, sample_graph):
    """Gephi ignores keys without ``for`` and refuses graphs with data of their own."""
    export(sample_graph(), tmp_path / "a.graphml", "graphml")
    root = ElementTree.parse(tmp_path / "a.graphml").getroot()
    keys = [key.attrib for key in root.findall(".//{*}key")]
    assert all({"id", "for", "attr.name", "attr.type"} <= key.keys() for key in keys)
    assert len({key["id"] for key in keys}) == len(keys)
    assert {(key["for"], key["attr.name"]) for key in keys if key.get("attr.list")} == {
        ("node", each.name) for item in LABELS for each in item.properties if each.kind == "strings"
    }
    assert [child.tag for child in root.find("{*}graph") if not child.tag.endswith(("node", "edge"))] == []


def test_gexf_has_no_times(tmp_path, sample_graph):
    """``start`` and ``end`` of ours are offsets; as attributes of a node they would make a timeline."""
    export(sample_graph(), tmp_path / "a.gexf", "gexf")
    root = ElementTree.parse(tmp_path / "a.gexf").getroot()
    assert root.find("{*}graph").get("mode") == "static"
    assert all(set(node.attrib) == {"id", "label"} for node in root.findall(".//{*}node"))
    assert not {"id", "label", "pid"} & {item.get("title") for item in root.findall(".//{*}attribute")}

from __future__ import annotations

import json

import networkx as nx
import pytest
from any_plan import hostile, plans
from hypothesis import HealthCheck, given, settings

from graph.errors import ReadError, SchemaError, SettingsError
from graph.exports import export, read_jsonl
from graph.model.check import check


def exact(graph):
    """Everything in a graph with its order and its types: 1 and 1.0 are two things here."""
    return repr((list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))))


@given(plans())
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_plan_reads_back_as_it_was(tmp_path_factory, graph):
    check(graph)
    path = tmp_path_factory.mktemp("jsonl") / "图.jsonl"
    report = export(graph, path, "jsonl")
    assert exact(read_jsonl(path)) == exact(graph)
    assert (report.nodes, report.relationships, report.changed) == (len(graph), graph.number_of_edges(), 0)


def test_one_object_a_line_for_every_reader_of_lines(tmp_path, sample_graph):
    graph = hostile(sample_graph())
    export(graph, tmp_path / "a.jsonl", "jsonl")
    text = (tmp_path / "a.jsonl").read_bytes().decode()
    kinds = [json.loads(line)["type"] for line in text.splitlines()]
    assert kinds == ["node"] * len(graph) + ["relationship"] * graph.number_of_edges()


def test_the_objects_are_those_of_apoc(tmp_path, sample_graph):
    graph = nx.MultiDiGraph()
    graph.add_node("plan-1", label="Plan", id="plan-1", title="甲")
    graph.add_node("region-1", label="Region", id="region-1", name=None)
    graph.add_edge("plan-1", "region-1", key="APPLIES_TO")
    export(graph, tmp_path / "a.jsonl", "jsonl")
    assert (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines() == [
        '{"type": "node", "id": "plan-1", "labels": ["Plan"], "properties": {"id": "plan-1", "title": "甲"}}',
        '{"type": "node", "id": "region-1", "labels": ["Region"], "properties": {"id": "region-1", "name": null}}',
        '{"type": "relationship", "label": "APPLIES_TO", "properties": {}, '
        '"start": {"id": "plan-1", "labels": ["Plan"]}, "end": {"id": "region-1", "labels": ["Region"]}}',
    ]


NODE = '{"type": "node", "id": "plan-1", "labels": ["Plan"], "properties": {"id": "plan-1"}}\n'
LOOP = (
    '{"type": "relationship", "label": "HAS_TASK", "properties": {}, "start": {"id": "plan-1"}, "end": {"id": "x"}}\n'
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (NODE[:-1], 1),
        (NODE + NODE[:40], 2),
        (NODE + NODE, 2),
        (NODE + LOOP, 2),
        (NODE + "[]\n", 2),
        (NODE + "{}\n", 2),
        (NODE + '{"type": "graph"}\n', 2),
        (NODE.replace('["Plan"]', "[]"), 1),
        ("\n", 1),
    ],
)
def test_a_bad_line_is_named(tmp_path, text, line):
    path = tmp_path / "a.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match=f"a.jsonl, line {line}:"):
        read_jsonl(path)


def test_what_is_no_utf_8_is_a_sentence(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b"\xff\n")
    with pytest.raises(ReadError, match="line 1"):
        read_jsonl(tmp_path / "a.jsonl")
    with pytest.raises(ReadError, match="cannot be opened"):
        read_jsonl(tmp_path / "none.jsonl")


def test_what_the_schema_does_not_allow_is_not_read(tmp_path):
    (tmp_path / "a.jsonl").write_text(NODE.replace("Plan", "Person"), encoding="utf-8")
    with pytest.raises(SchemaError, match="Person"):
        read_jsonl(tmp_path / "a.jsonl")


def test_a_refused_graph_leaves_the_old_file(tmp_path, sample_graph):
    path = tmp_path / "a.jsonl"
    export(sample_graph(), path, "jsonl")
    before = path.read_bytes()
    graph = sample_graph()
    graph.nodes[next(iter(graph))]["name"] = "half\ud800"
    with pytest.raises(SchemaError, match="surrogate"):
        export(graph, path, "jsonl")
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == ["a.jsonl"]


def test_places_that_cannot_be_written(tmp_path, sample_graph):
    with pytest.raises(SettingsError, match="is a folder"):
        export(sample_graph(), tmp_path, "jsonl")
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="cannot be written"):
        export(sample_graph(), tmp_path / "file" / "a.jsonl", "jsonl")
    with pytest.raises(SettingsError, match="no export format 'xml'"):
        export(sample_graph(), tmp_path / "a", "xml")
    export(sample_graph(), tmp_path / "new" / "a.jsonl", "jsonl")
    assert sorted(item.name for item in tmp_path.iterdir()) == ["file", "new"]

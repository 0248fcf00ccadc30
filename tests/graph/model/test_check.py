"""What the schema refuses, each with the sentence that names the place."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import pytest

from graph.errors import SchemaError
from graph.model.check import check


def first(graph: nx.MultiDiGraph, label: str) -> str:
    return next(key for key, found in graph.nodes(data="label") if found == label)


def edge(graph: nx.MultiDiGraph, kind: str) -> tuple[str, str]:
    return next((source, target) for source, target, found in graph.edges(keys=True) if found == kind)


def test_a_graph_of_the_schema_passes(sample_graph: Callable[..., nx.MultiDiGraph]) -> None:
    assert check(sample_graph()) is None


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"label": "Nonsense"}, "node {key}: label 'Nonsense' is not in the schema"),
        ({"label": None}, "node {key}: label None is not in the schema"),
        ({"id": "task-1"}, "Task {key}: its property id is 'task-1'"),
        ({"colour": "red"}, "Task {key}: property 'colour' is not in the schema"),
        ({"due": "2025"}, "Task {key}: due should be integer, not str"),
        ({"due": 2025.0}, "Task {key}: due should be integer, not float"),
        ({"due": True}, "Task {key}: due should be integer, not bool"),
        ({"title": 1}, "Task {key}: title should be string, not int"),
        ({"open_ended": 1}, "Task {key}: open_ended should be boolean, not int"),
    ],
)
def test_a_node_that_the_schema_does_not_allow(sample_graph, changed, said) -> None:
    graph = sample_graph()
    key = first(graph, "Task")
    graph.nodes[key].update(changed)
    with pytest.raises(SchemaError) as caught:
        check(graph)
    assert str(caught.value) == said.format(key=key)


@pytest.mark.parametrize("aliases", [["市工信局", 1], ("市工信局",), "市工信局"], ids=["a number", "a tuple", "text"])
def test_a_list_holds_texts_only(sample_graph, aliases) -> None:
    graph = sample_graph()
    key = first(graph, "Agency")
    graph.nodes[key]["aliases"] = aliases
    with pytest.raises(SchemaError) as caught:
        check(graph)
    assert str(caught.value) == f"Agency {key}: aliases should be strings, not {type(aliases).__name__}"


def test_a_whole_number_may_stand_for_a_decimal_one(sample_graph) -> None:
    graph = sample_graph()
    graph.nodes[first(graph, "Target")]["value"] = 3
    assert check(graph) is None


def test_relationships_of_an_unknown_type_between_wrong_ends_and_with_wrong_values(sample_graph) -> None:
    def refusal(source: str, target: str, kind: str, **values: object) -> str:
        graph = sample_graph()
        graph.add_edge(source, target, key=kind, **values)
        with pytest.raises(SchemaError) as caught:
            check(graph)
        return str(caught.value)

    agency, task = edge(sample_graph(), "LEADS")
    assert refusal(agency, task, "KNOWS") == f"relationship {agency} -> {task}: type 'KNOWS' is not in the schema"
    assert refusal(task, agency, "LEADS") == f"LEADS does not join Task to Agency ({task} -> {agency})"
    assert refusal(agency, task, "LEADS", line="4") == f"LEADS {agency} -> {task}: line should be integer, not str"

"""A change of a file: what comes and goes, what is left of it when it is given up, and what it costs."""

from __future__ import annotations

import pytest
from any_plan import content

from graph.errors import StoreUnavailable
from graph.model.frames import merge, to_frames
from graph.model.rows import graph_of_rows, plan_of
from graph.stores.cypher import LOOKED_UP
from graph.stores.embedded import change as change_module
from graph.stores.embedded.change import SMALL, Change
from graph.stores.embedded.ddl import fingerprint
from graph.stores.embedded.engine import Engine
from graph.stores.embedded.snapshot import seal


@pytest.fixture(autouse=True)
def of_any_size(monkeypatch):
    """Let no store be so small that it is written anew."""
    monkeypatch.setattr(change_module, "SMALL", 0)


def changed(path, *steps):
    """Apply some steps to the file as one change, and return the graph that it holds then."""
    with Change(path, make=True, name="x", wait=1) as change:
        for gone, graphs in steps:
            change.apply(gone, merge(map(to_frames, graphs)))
        change.finish()
    with Engine.reading(path) as engine:
        for label, name in LOOKED_UP:
            rows = engine.run(f"MATCH (n:{label}) RETURN n.{name}, n.id")[1]
            for value in {value for value, _ in rows if value}:
                found = engine.run(f"MATCH (n:{label}) WHERE n.{name} = $value RETURN n.{name}, n.id", {"value": value})
                assert sorted(found[1]) == sorted(row for row in rows if row[0] == value), (label, name)
        return graph_of_rows(*engine.rows())


def test_a_file_that_has_no_indexes_gets_them_with_the_next_change(tmp_path, sample_graph):
    path = tmp_path / "x.lbug"
    with Engine.building(path) as engine:
        engine.make_tables()
        engine.copy(to_frames(sample_graph()))
    seal(path, fingerprint())
    changed(path, ([], [sample_graph("洛阳市")]))
    with Engine.reading(path) as engine:
        there = engine.run("CALL show_indexes() RETURN table_name, property_names, index_type")[1]
    assert {(label, *names) for label, names, kind in there if kind == "ART"} == set(LOOKED_UP)


@pytest.mark.parametrize("small", [0, SMALL])
def test_plans_come_and_go_and_come_again(tmp_path, sample_graph, monkeypatch, small):
    monkeypatch.setattr(change_module, "SMALL", small)
    path = tmp_path / "x.lbug"
    one, two, three = sample_graph(), sample_graph("洛阳市"), sample_graph("洛阳市", tasks=5)
    both = changed(path, ([], [one]), ([], [two]))
    assert content(both) == content(graph_of_both(one, two))
    assert content(changed(path, ([plan_of(one)], []))) == content(two)
    assert content(changed(path, ([plan_of(two)], [three]))) == content(three)
    assert content(changed(path, ([plan_of(three)], [three]), ([plan_of(three)], [one]))) == content(one)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["x.lbug"]


def graph_of_both(one, two):
    import networkx as nx

    return nx.compose(one, two)


@pytest.mark.parametrize(
    "values", [{"aliases": []}, {"aliases": None, "kind": None}, {"aliases": ["甲", "乙"]}], ids=str
)
def test_a_shared_node_takes_the_values_that_come(tmp_path, sample_graph, values):
    path = tmp_path / "x.lbug"
    one, other = sample_graph(), sample_graph(tasks=1)
    changed(path, ([], [one]))
    agency = next(key for key, data in other.nodes(data=True) if data["label"] == "Agency")
    for graph in (one, other):
        graph.nodes[agency].update(values)
    assert content(changed(path, ([], [shared_of(other)]))) == content(one)


def shared_of(graph):
    return graph.subgraph(
        [key for key, data in graph.nodes(data=True) if data["label"] in ("Agency", "Region", "Industry")]
    ).copy()


def test_what_is_not_finished_leaves_the_file_as_it_was(tmp_path, sample_graph):
    path = tmp_path / "x.lbug"
    changed(path, ([], [sample_graph()]))
    before = path.read_bytes()
    with pytest.raises(KeyboardInterrupt), Change(path, make=False, name="x", wait=1) as change:
        change.apply([], to_frames(sample_graph("洛阳市")))
        raise KeyboardInterrupt
    assert (path.read_bytes(), [file.name for file in tmp_path.iterdir()]) == (before, ["x.lbug"])


def test_nothing_to_change_makes_no_file_of_its_own(tmp_path, sample_graph):
    path = tmp_path / "x.lbug"
    changed(path, ([], [sample_graph()]))
    before = path.stat()
    changed(path, ([], []))
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    with pytest.raises(StoreUnavailable), Change(tmp_path / "y.lbug", make=False, name="y", wait=1):
        pass
    assert changed(tmp_path / "y.lbug", ([], [])).number_of_nodes() == 0


def test_a_plan_more_costs_no_more_space_than_it_takes(tmp_path, sample_graph):
    """Pages that a change leaves are used by later ones: loading a plan again and again does not let the file grow."""
    path = tmp_path / "x.lbug"
    graph = sample_graph(tasks=30)
    changed(path, ([], [graph]))
    sizes = []
    for _turn in range(6):
        changed(path, ([plan_of(graph)], [graph]))
        sizes.append(path.stat().st_size)
    assert sizes[-1] == sizes[2]

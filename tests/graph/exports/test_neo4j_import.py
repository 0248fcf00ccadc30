"""The files for Neo4j in the server's own hands: its import tool, and the script statement by statement."""

from __future__ import annotations

import os
import subprocess

import neo4j_server
import pytest
from any_plan import hostile, known_only, plans
from hypothesis import HealthCheck, given, settings

from graph.exports import export
from graph.model.frames import by_plan, to_frames
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.server.store import Neo4jStore

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="import.sh is run with sh"),
    # Before the server of the line starts for the other tests.
    pytest.mark.server_turn(-1),
]
#: Each line has an import tool of its own; the script is Cypher that both take, as `tests/behaviour` shows of queries.
on_each_line = pytest.mark.parametrize("stopped", list(neo4j_server.VERSIONS), indirect=True, scope="module")
on_one_line = pytest.mark.parametrize("stopped", list(neo4j_server.VERSIONS)[:1], indirect=True, scope="module")


@pytest.fixture(scope="module")
def graph(sample_graph, tmp_path_factory):
    """Two plans with hostile texts everywhere, as the embedded store gives them back."""
    with EmbeddedStore(tmp_path_factory.mktemp("store") / "zerentu.lbug") as store:
        store.load([hostile(sample_graph("石家庄市")), sample_graph("洛阳市")])
        return store.graph()


@pytest.fixture(scope="module")
def imported(stopped, graph, tmp_path_factory):
    """The server, started on what its import tool made of an export."""
    server, folder = stopped, tmp_path_factory.mktemp("导 出")
    export(graph, folder / "a", "neo4j-admin")
    tool = folder / "neo4j-admin"
    # The launcher of a distribution gives the newer line this option too.
    opened = "--add-opens=java.base/java.nio=ALL-UNNAMED"
    command = " ".join(f"'{part}'" for part in server.command("-Xmx512m", *neo4j_server.QUICK, opened))
    tool.write_text(f'#!/bin/sh\nexec {command} org.neo4j.cli.AdminTool "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    environment = server.environment()
    # In a run that is ordered otherwise others asked the server before.
    again = ["--overwrite-destination"] if (server.home / "data" / "databases" / "neo4j").exists() else []
    done = subprocess.run(
        ["sh", folder / "a" / "import.sh", "neo4j", f"--report-file={folder / 'report'}", *again],
        env={**environment, "PATH": f"{folder}:{environment['PATH']}"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    server.start()
    server.holds = None
    run(server, (folder / "a" / "constraints.cypher").read_bytes().decode())
    yield server
    server.clear()


def run(server, script):
    """Run a script as cypher-shell does; no literal holds a line break, so a statement ends where a line ends in ;."""
    with server.driver() as driver, driver.session() as session:
        for statement in script.split(";\n"):
            if statement.strip():
                session.run(statement).consume()
        session.run("CALL db.awaitIndexes(300)").consume()


def held(server):
    """Everything in the database, by the plain driver."""
    with server.driver() as driver:
        nodes, _, _ = driver.execute_query("MATCH (n) RETURN n.id, labels(n), properties(n)")
        edges, _, _ = driver.execute_query("MATCH (a)-[r]->(b) RETURN a.id, b.id, type(r), properties(r)")
    return (
        sorted((key, sorted(labels), sorted(map(repr, properties.items()))) for key, labels, properties in nodes),
        sorted((*ends, sorted(map(repr, properties.items()))) for *ends, properties in edges),
    )


def wanted(graph):
    return (
        sorted(
            (key, sorted([data["label"], "Zerentu"]), sorted(map(repr, known_only(data).items())))
            for key, data in graph.nodes(data=True)
        ),
        sorted(
            (*ends, sorted(map(repr, known_only(data).items()))) for *ends, data in graph.edges(keys=True, data=True)
        ),
    )


@on_each_line
def test_every_node_relationship_and_property_is_imported(imported, graph):
    assert held(imported) == wanted(graph)


@on_one_line
def test_the_store_takes_over_what_was_imported(imported, graph, sample_graph):
    with Neo4jStore(imported.uri, username=imported.user, password=imported.password) as store:
        assert by_plan(to_frames(store.graph())) == by_plan(to_frames(graph))
        assert len(store.load([sample_graph("洛阳市")]).unchanged) == 1
        assert len(store.load([sample_graph("洛阳市", tasks=2)]).replaced) == 1


@on_one_line
def test_the_script_makes_the_same_graph(imported, graph, tmp_path):
    imported.clear()
    export(graph, tmp_path / "a.cypher", "cypher")
    run(imported, (tmp_path / "a.cypher").read_bytes().decode())
    assert held(imported) == wanted(graph)


@on_one_line
@given(plans())
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_script_makes_any_plan(imported, tmp_path_factory, graph):
    path = tmp_path_factory.mktemp("script") / "a.cypher"
    export(graph, path, "cypher")
    imported.clear()
    run(imported, path.read_bytes().decode())
    with Neo4jStore(imported.uri, username=imported.user, password=imported.password) as store:
        assert by_plan(to_frames(store.graph())) == by_plan(to_frames(graph))

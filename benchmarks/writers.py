"""The contestants of ``python -m benchmarks load``: each writes one plan's graph to a Neo4j server.

A writer is a function of the address, user, password and graph that prepares what is not measured
(constraints, connections, classes) and returns the function that is. Each gets the same graph in memory, and
properties that are unknown are left out where the library would stumble over them.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

import neo4j
import networkx as nx

from graph.model.schema import LABELS, RELATIONSHIPS

Writer = Callable[[str, str, str, nx.MultiDiGraph], Callable[[], None]]

BATCH = 5_000


def ours(uri: str, user: str, password: str, graph: nx.MultiDiGraph) -> Callable[[], None]:
    """Load as ``zerentu load`` does: checked, compared with what is there, one transaction."""
    from graph.stores.server.store import Neo4jStore

    store = Neo4jStore(uri, username=user, password=password)
    # Makes the constraints.
    store.load([])

    def run() -> None:
        store.load([graph])
        store.close()

    return run


def bare(uri: str, user: str, password: str, graph: nx.MultiDiGraph) -> Callable[[], None]:
    """Write by hand: UNWIND … MERGE in batches of 5,000, a constraint on the id of each label."""
    driver = constrained(uri, user, password)

    def run() -> None:
        nodes, edges = by_kind(graph)
        with driver.session() as session:
            for name, rows in nodes.items():
                send(session, f"UNWIND $rows AS row MERGE (n:{name} {{id: row.id}}) SET n += row.properties", rows)
            for (kind, start, end), rows in edges.items():
                send(
                    session,
                    f"UNWIND $rows AS row MATCH (a:{start} {{id: row.from}}) MATCH (b:{end} {{id: row.to}}) "
                    f"MERGE (a)-[r:`{kind}`]->(b) SET r += row.properties",
                    rows,
                )
        driver.close()

    return run


def constrained(uri: str, user: str, password: str) -> neo4j.Driver:
    """Return a driver of a server that has a constraint on the id of each label."""
    driver = neo4j.GraphDatabase.driver(uri, auth=(user, password))
    for item in LABELS:
        driver.execute_query(f"CREATE CONSTRAINT FOR (n:{item.name}) REQUIRE n.id IS UNIQUE")  # type: ignore[arg-type]
    driver.execute_query("CALL db.awaitIndexes(300)")
    return driver


def least(uri: str, user: str, password: str, graph: nx.MultiDiGraph) -> Callable[[], None]:
    """Write by hand what is known to be new: CREATE in one transaction, nothing merged, checked or waited for."""
    driver = constrained(uri, user, password)

    def run() -> None:
        nodes, edges = by_kind(graph)
        with driver.session() as session, session.begin_transaction() as work:
            for name, rows in nodes.items():
                for batch in batches(rows):
                    work.run(f"UNWIND $rows AS row CREATE (n:{name}) SET n = row.properties", rows=batch)  # type: ignore[arg-type]
            for (kind, start, end), rows in edges.items():
                cypher = (
                    f"UNWIND $rows AS row MATCH (a:{start} {{id: row.from}}) MATCH (b:{end} {{id: row.to}}) "
                    f"CREATE (a)-[r:`{kind}`]->(b) SET r = row.properties"
                )
                for batch in batches(rows):
                    work.run(cypher, rows=batch)  # type: ignore[arg-type]
            work.commit()
        driver.close()

    return run


def neomodel(uri: str, user: str, password: str, graph: nx.MultiDiGraph) -> Callable[[], None]:
    """Write with neomodel: nodes by create_or_update in batches, relationships by connect, 5,000 a transaction."""
    import neomodel as om

    kinds = {
        "string": om.StringProperty,
        "integer": om.IntegerProperty,
        "float": om.FloatProperty,
        "boolean": om.BooleanProperty,
        "strings": om.ArrayProperty,
    }
    models: dict[str, Any] = {}
    for item in RELATIONSHIPS:
        fields = {each.name: kinds[each.kind]() for each in item.properties}
        models[item.name] = type(f"Rel{item.name}", (om.StructuredRel,), {"__module__": __name__, **fields})
    for label in LABELS:
        fields = {each.name: kinds[each.kind]() for each in label.properties if each.name != "id"}
        # The name id is taken by neomodel itself.
        fields["uid"] = om.StringProperty(unique_index=True, required=True, db_property="id")
        for item in RELATIONSHIPS:
            for start, end in item.ends:
                if start == label.name:
                    fields[f"to_{item.name}_{end}"] = om.RelationshipTo(
                        f"{__name__}.{end}", item.name, model=models[item.name]
                    )
        models[label.name] = type(label.name, (om.StructuredNode,), {"__module__": __name__, **fields})
    globals().update(models)
    scheme, _, host = uri.partition("://")
    om.db.set_connection(f"{scheme}://{user}:{password}@{host}")
    with contextlib.redirect_stdout(io.StringIO()):
        om.db.install_all_labels()

    def run() -> None:
        rows: dict[str, list[dict[str, Any]]] = {}
        for key, data in graph.nodes(data=True):
            values = {name: value for name, value in known(data).items() if name != "id"}
            rows.setdefault(data["label"], []).append({"uid": key, **values})
        held: dict[str, Any] = {}
        for name, items in rows.items():
            for batch in batches(items):
                with om.db.transaction:
                    held.update({node.uid: node for node in models[name].create_or_update(*batch)})
        for batch in batches(graph.edges(keys=True, data=True)):
            with om.db.transaction:
                for source, target, kind, data in batch:
                    way = getattr(held[source], f"to_{kind}_{graph.nodes[target]['label']}")
                    way.connect(held[target], known(data))

    return run


def langchain(uri: str, user: str, password: str, graph: nx.MultiDiGraph) -> Callable[[], None]:
    """Write with langchain-neo4j: add_graph_documents with its indexed base label, 5,000 relationships a document."""
    from langchain_neo4j import Neo4jGraph
    from langchain_neo4j.graphs.graph_document import GraphDocument, Node, Relationship

    store = Neo4jGraph(url=uri, username=user, password=password, refresh_schema=False)
    store.add_graph_documents([], baseEntityLabel=True)

    def run() -> None:
        nodes = {key: Node(id=key, type=data["label"], properties=known(data)) for key, data in graph.nodes(data=True)}
        documents = [GraphDocument(nodes=list(batch), relationships=[]) for batch in batches(nodes.values())]
        for batch in batches(graph.edges(keys=True, data=True)):
            relationships = [
                Relationship(source=nodes[source], target=nodes[target], type=kind, properties=known(data))
                for source, target, kind, data in batch
            ]
            documents.append(GraphDocument(nodes=[], relationships=relationships))
        store.add_graph_documents(documents, baseEntityLabel=True)

    return run


def graphrag(uri: str, user: str, password: str, graph: nx.MultiDiGraph) -> Callable[[], None]:
    """Write with neo4j-graphrag: Neo4jWriter with batches of 5,000."""
    from neo4j_graphrag.components.kg_writer import Neo4jWriter
    from neo4j_graphrag.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship

    writer = Neo4jWriter(neo4j.GraphDatabase.driver(uri, auth=(user, password)), batch_size=BATCH)

    def run() -> None:
        whole = Neo4jGraph(
            nodes=[
                Neo4jNode(id=key, label=data["label"], properties=known(data)) for key, data in graph.nodes(data=True)
            ],
            relationships=[
                Neo4jRelationship(start_node_id=source, end_node_id=target, type=kind, properties=known(data))
                for source, target, kind, data in graph.edges(keys=True, data=True)
            ],
        )
        done = asyncio.run(writer.run(whole))
        assert done.status == "SUCCESS", done

    return run


#: Contestant to writer, and whether it runs with the Rust extension of the driver.
WRITERS: dict[str, tuple[Writer, bool]] = {
    "zerentu": (ours, False),
    "bare driver": (bare, False),
    "bare CREATE": (least, False),
    "zerentu[fast]": (ours, True),
    "bare driver + rust": (bare, True),
    "langchain-neo4j": (langchain, False),
    "neo4j-graphrag": (graphrag, False),
    "neomodel": (neomodel, False),
}


def by_kind(
    graph: nx.MultiDiGraph,
) -> tuple[dict[str, list[dict[str, Any]]], dict[tuple[str, str, str], list[dict[str, Any]]]]:
    """Return rows for nodes by label, and for relationships by type and the labels that they join."""
    nodes: dict[str, list[dict[str, Any]]] = {}
    for key, data in graph.nodes(data=True):
        nodes.setdefault(data["label"], []).append({"id": key, "properties": known(data)})
    edges: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for source, target, kind, data in graph.edges(keys=True, data=True):
        ends = kind, graph.nodes[source]["label"], graph.nodes[target]["label"]
        edges.setdefault(ends, []).append({"from": source, "to": target, "properties": known(data)})
    return nodes, edges


def known(data: dict[str, Any]) -> dict[str, Any]:
    """Return the properties that are not None."""
    return {name: value for name, value in data.items() if name != "label" and value is not None}


def batches(items: Iterable[Any]) -> Iterator[list[Any]]:
    """Yield `items` in lists of `BATCH`."""
    left = iter(items)
    while batch := list(islice(left, BATCH)):
        yield batch


def send(session: neo4j.Session, cypher: str, rows: list[dict[str, Any]]) -> None:
    """Run a statement for all rows, a transaction a batch."""
    for batch in batches(rows):
        session.execute_write(lambda work, batch=batch: work.run(cypher, rows=batch).consume())

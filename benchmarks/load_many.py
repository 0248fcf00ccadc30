"""How long many small plans take into Neo4j: ``python -m benchmarks load_many [--plans N] [--only NAME]``.

Ours one load a plan, ours in one load, and the writers of libraries, which get the same graphs plan by plan. One server, every run a
process of its own on an empty database; needs what ``load`` needs. Prints clock and processor time, of the server too.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
#: So many plans warm the server up before anything is measured.
WARM = 100


def ours(uri: str, user: str, password: str, plans: Sequence[Any], *, together: bool) -> Callable[[], None]:
    """Load as ``zerentu load`` does, all plans in one load or each in one of its own."""
    from graph.stores.server.store import Neo4jStore

    store = Neo4jStore(uri, username=user, password=password)
    store.load([])

    def run() -> None:
        for portion in [plans] if together else [[plan] for plan in plans]:
            store.load(portion)
        store.close()

    return run


def langchain(uri: str, user: str, password: str, plans: Sequence[Any]) -> Callable[[], None]:
    """Write with langchain-neo4j: a document a plan, which is what it makes of a text."""
    from langchain_neo4j import Neo4jGraph
    from langchain_neo4j.graphs.graph_document import GraphDocument, Node, Relationship

    from benchmarks.writers import known

    store = Neo4jGraph(url=uri, username=user, password=password, refresh_schema=False)
    store.add_graph_documents([], baseEntityLabel=True)

    def run() -> None:
        for graph in plans:
            nodes = {
                key: Node(id=key, type=data["label"], properties=known(data)) for key, data in graph.nodes(data=True)
            }
            relationships = [
                Relationship(source=nodes[source], target=nodes[target], type=kind, properties=known(data))
                for source, target, kind, data in graph.edges(keys=True, data=True)
            ]
            document = GraphDocument(nodes=list(nodes.values()), relationships=relationships)
            store.add_graph_documents([document], baseEntityLabel=True)

    return run


def graphrag(uri: str, user: str, password: str, plans: Sequence[Any]) -> Callable[[], None]:
    """Write with neo4j-graphrag: a graph a plan, which is what its pipeline hands to its writer."""
    import neo4j
    from neo4j_graphrag.components.kg_writer import Neo4jWriter
    from neo4j_graphrag.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship

    from benchmarks.writers import BATCH, known

    writer = Neo4jWriter(neo4j.GraphDatabase.driver(uri, auth=(user, password)), batch_size=BATCH)

    async def write() -> None:
        for graph in plans:
            nodes = [
                Neo4jNode(id=key, label=data["label"], properties=known(data)) for key, data in graph.nodes(data=True)
            ]
            relationships = [
                Neo4jRelationship(start_node_id=source, end_node_id=target, type=kind, properties=known(data))
                for source, target, kind, data in graph.edges(keys=True, data=True)
            ]
            done = await writer.run(Neo4jGraph(nodes=nodes, relationships=relationships))
            assert done.status == "SUCCESS", done

    return lambda: asyncio.run(write())


WRITERS: dict[str, Callable[..., Callable[[], None]]] = {
    "zerentu, one load a plan": lambda *a: ours(*a, together=False),
    "zerentu, one load": lambda *a: ours(*a, together=True),
    "langchain-neo4j": langchain,
    "neo4j-graphrag": graphrag,
}


def worker(name: str, file: Path, count: int) -> None:
    """Print the seconds that one contestant takes: clock, its processor time, that of the server; and what is there then."""
    # The driver takes its Rust extension whenever it is installed.
    sys.modules["neo4j._rust"] = None  # type: ignore[assignment]
    import neo4j

    from benchmarks.load import empty

    plans = pickle.loads(file.read_bytes())[:count]
    uri, user, password = (os.environ[f"BENCH_{part}"] for part in ("URI", "USER", "PASSWORD"))
    with neo4j.GraphDatabase.driver(uri, auth=(user, password)) as driver:
        empty(driver)
        run = WRITERS[name](uri, user, password, plans)
        clock, own, server = time.perf_counter(), time.process_time(), server_seconds(driver)
        run()
        took = time.perf_counter() - clock, time.process_time() - own, server_seconds(driver) - server
        written = driver.execute_query("MATCH ()-[r]->() RETURN count(r)").records[0][0]
    print(*took, written)


def server_seconds(driver: Any) -> float:
    """Return how many seconds of processor time a server has taken since it started."""
    found = driver.execute_query("CALL dbms.queryJmx('java.lang:type=OperatingSystem')").records[0]["attributes"]
    return float(found["ProcessCpuTime"]["value"]) / 1e9


def measure(name: str, file: Path, count: int, environment: dict[str, str]) -> list[float]:
    """Return what `worker` prints."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.load_many", "--worker", name, "--file", str(file), "--plans", str(count)],
        env=environment, cwd=ROOT, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"{name}: {done.stderr.strip()[-500:]}")
    return [float(each) for each in done.stdout.split()[-4:]]


def main(arguments: Sequence[str]) -> None:
    """Make plans, start a server, and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks load_many", description=__doc__)
    parser.add_argument("--plans", type=int, default=2_000)
    parser.add_argument("--only", action="append", choices=list(WRITERS))
    parser.add_argument("--worker")
    parser.add_argument("--file", type=Path, help="graphs that an earlier run left, or where this one leaves them")
    options = parser.parse_args(arguments)
    if options.worker:
        worker(options.worker, options.file, options.plans)
        return
    from benchmarks.load import served
    from benchmarks.scale import read_corpus

    with tempfile.TemporaryDirectory() as folder:
        file = options.file or Path(folder) / "plans.pickle"
        if not file.exists():
            file.write_bytes(pickle.dumps(read_corpus(Path(folder) / "corpus", options.plans)))
        names = options.only or list(WRITERS)
        with served() as access:
            environment = {**os.environ, **access}
            for name in names:
                measure(name, file, WARM, environment)
            print(f"{options.plans:,} plans\n")
            print("| writer | clock s | own processor s | server's s | plans a second | relationships |")
            print("| --- | ---: | ---: | ---: | ---: | ---: |")
            for name in names:
                clock, own, server, written = measure(name, file, options.plans, environment)
                rate = options.plans / clock
                print(f"| {name} | {clock:.1f} | {own:.1f} | {server:.1f} | {rate:.1f} | {written:,.0f} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

"""How long a plan takes into Neo4j: ours, the bare driver, and the writers of libraries, on one server.

Run by hand: ``python -m benchmarks load [--runs N] [--only NAME] [RELATIONSHIPS …]``; needs the extras ``bench`` and
``fast``, Maven and Java 17 or 21. Every run is a process of its own on an empty database; contestants take
turns, so that a slow minute of the machine meets all of them. Prints medians, and ratios to the bare driver.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = (1_000, 10_000, 100_000)
RUNS = 3
#: neomodel sends one query a relationship: once is enough there.
SLOW = {"neomodel": 10_000}
APOC = "5.26.19"
HEAP = "-Xmx2g"


def worker(name: str, size: int) -> None:
    """Print the seconds that one contestant takes for one plan, and how many relationships it wrote."""
    from benchmarks.writers import WRITERS

    writer, fast = WRITERS[name]
    if not fast:
        # The driver takes its Rust extension whenever it is installed.
        sys.modules["neo4j._rust"] = None  # type: ignore[assignment]
    elif __import__("importlib.util").util.find_spec("neo4j._rust") is None:
        sys.exit("neo4j-rust-ext is not installed (extra fast)")
    import neo4j

    from benchmarks.embedded_load import plan

    graph = plan(size)
    uri, user, password = (os.environ[f"BENCH_{part}"] for part in ("URI", "USER", "PASSWORD"))
    with neo4j.GraphDatabase.driver(uri, auth=(user, password)) as driver:
        empty(driver)
        run = writer(uri, user, password, graph)
        begin = time.perf_counter()
        run()
        took = time.perf_counter() - begin
        written = driver.execute_query("MATCH ()-[r]->() RETURN count(r)").records[0][0]
    if written != graph.number_of_edges():
        sys.exit(f"{name} wrote {written} of {graph.number_of_edges()} relationships")
    print(took, written)


def empty(driver) -> None:  # type: ignore[no-untyped-def]
    """Remove everything, constraints and indexes too."""
    with driver.session() as session:
        # Relationships first: one agency may have thousands.
        session.run("MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 5000 ROWS").consume()
        session.run("MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
        for kind, found in (
            ("CONSTRAINT", "CONSTRAINTS"),
            ("INDEX", "INDEXES YIELD name, type WHERE type <> 'LOOKUP'"),
        ):
            for record in session.run(f"SHOW {found}").data():
                session.run(f"DROP {kind} `{record['name']}`").consume()


def plugins(cache: Path) -> Path:
    """Return a folder with the APOC jars, fetched once."""
    folder = cache / f"apoc-{APOC}"
    maven = shutil.which("mvn")
    for name in ("apoc-core", "apoc-common"):
        if not (folder / f"{name}-{APOC}.jar").exists():
            if maven is None:
                sys.exit("the writers of libraries need APOC: install Maven")
            goal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
            artifact = f"-Dartifact=org.neo4j.procedure:{name}:{APOC}"
            subprocess.run([maven, "-q", "-B", goal, artifact, f"-DoutputDirectory={folder}"], check=True)
    return folder


def measure(name: str, size: int, environment: dict[str, str]) -> tuple[float, int]:
    """Return seconds and relationships of one run."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.load", "--worker", name, str(size)],
        env=environment, cwd=ROOT, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    if done.returncode:
        print(f"{name}, {size}: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return float("nan"), 0
    took, written = done.stdout.split()[-2:]
    return float(took), int(written)


def compare(names: list[str], sizes: list[int], runs: int, environment: dict[str, str]) -> None:
    """Print a table: medians of the seconds, spread, ratio to the bare driver."""
    print("Warming up", file=sys.stderr)
    for name in names:
        measure(name, 1_000 if name in SLOW else 10_000, environment)
    print(
        "| relationships | writer | median s | fastest–slowest | × bare driver |\n| ---: | --- | ---: | ---: | ---: |"
    )
    for size in sizes:
        times: dict[str, list[float]] = {name: [] for name in names}
        written = 0
        for turn in range(runs):
            # Forwards, then backwards: nobody always follows the same one.
            for name in names if turn % 2 == 0 else reversed(names):
                if turn == 0 or size <= SLOW.get(name, size):
                    took, count = measure(name, size, environment)
                    times[name].append(took)
                    written = max(written, count)
        base = statistics.median(times["bare driver"]) if "bare driver" in names else float("nan")
        for name in names:
            middle = statistics.median(times[name])
            spread = f"{min(times[name]):.2f}–{max(times[name]):.2f}" if len(times[name]) > 1 else "one run"
            print(f"| {written:,} | {name} | {middle:.2f} | {spread} | {middle / base:.2f} |", flush=True)


def main(arguments: list[str]) -> None:
    from benchmarks.writers import WRITERS

    parser = argparse.ArgumentParser(prog="python -m benchmarks load", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--only", action="append", choices=list(WRITERS))
    parser.add_argument("--worker")
    options = parser.parse_args(arguments)
    if options.worker:
        worker(options.worker, options.sizes[0])
        return
    with served() as access:
        compare(options.only or list(WRITERS), options.sizes, options.runs, {**os.environ, **access})


@contextmanager
def served() -> Iterator[dict[str, str]]:
    """Start a server with APOC, and yield where it is and who may log in, as the workers' environment has it."""
    sys.path.insert(0, str(ROOT / "tests"))
    import neo4j_server

    folder = plugins(neo4j_server._cache())
    server = neo4j_server.find(
        "5.26",
        f"server.directories.plugins={folder}",
        "dbms.security.procedures.unrestricted=apoc.*",
        # As a server comes, not as the tests hurry it.
        "dbms.cypher.min_replan_interval=10s",
        "internal.cypher.use_parameter_size=true",
    )
    # A plug-in is found in its folder, but its services only on the class path, where a distribution's launcher has it.
    jars = os.pathsep.join([str(server.jars / "*"), str(folder / "*")])
    # A plan is one transaction, and one of 100,000 relationships needs more than the half gigabyte of the tests.
    server.command = lambda *options: [
        str(server.java),
        *(HEAP if option.startswith("-Xmx") else option for option in options if option not in neo4j_server.QUICK),
        "-cp",
        jars,
    ]
    try:
        server.start()
        yield {"BENCH_URI": server.uri, "BENCH_USER": server.user, "BENCH_PASSWORD": server.password}
    finally:
        server.stop()


if __name__ == "__main__":
    main(sys.argv[1:])

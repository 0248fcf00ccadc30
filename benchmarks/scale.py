"""What a store of many plans costs: ``python -m benchmarks scale [--read N] [PLANS …]``, such as 1000 10000 100000.

So many made plans are read, and put into an embedded store again and again as plans of other places until there are
enough: a copy costs the store what a plan costs, and nobody waits for reading. Prints a line a size: processor seconds and megabytes, the most memory
so far, what adding one plan takes, and questions about one agency and about everything (median and 95th percentile of several runs).
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import networkx as nx

from benchmarks.corpus import make_corpus
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.store import Store

__all__ = ["main"]

RUNS = 9


def main(arguments: Sequence[str]) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks scale", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--read", type=int, default=1_000, help="plans that are made and read; the rest are copies")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000])
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        read = read_corpus(Path(folder) / "corpus", options.read)
        store = Path(folder) / "scale.lbug"
        asking = questions(read[0])
        held, took = 0, 0.0
        print("| plans | loading s | MB | memory MB | one plan more s | " + " | ".join(asking) + " |")
        print("| ---: |" + " ---: |" * (4 + len(asking)))
        for size in options.sizes:
            begin = time.process_time()
            with EmbeddedStore(store) as opened:
                opened.load(copies(read, held, size))
            took += time.process_time() - begin
            held = size
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            begin = time.process_time()
            with EmbeddedStore(store) as opened:
                opened.load(copies(read, held, held + 1))
            held, more = held + 1, time.process_time() - begin
            cells = [asked(store, question, options.runs) for question in asking.values()]
            megabytes = store.stat().st_size >> 20
            figures = " | ".join([f"{size:,}", f"{took:.0f}", f"{megabytes:,}", f"{memory:,}", f"{more:.2f}", *cells])
            print(f"| {figures} |", flush=True)


def read_corpus(folder: Path, plans: int) -> list[nx.MultiDiGraph]:
    """Return the graphs of so many made plans."""
    from zerentu.reading import processors, read_files

    make_corpus(folder, plans, 1)
    files = sorted(path for path in folder.glob("*/*") if path.is_file())
    return [graph for reading in read_files(files, None, jobs=processors()) for graph in reading.graphs]


def copies(read: Sequence[nx.MultiDiGraph], start: int, end: int) -> Iterator[nx.MultiDiGraph]:
    """Yield the plans from one place in the endless row of copies to another."""
    for at in range(start, end):
        graph = read[at % len(read)]
        yield graph if at < len(read) else _elsewhere(graph, at // len(read))


def _elsewhere(graph: nx.MultiDiGraph, turn: int) -> nx.MultiDiGraph:
    """Return a plan as one of another place: other ids, another name of each region, another file."""
    copy: nx.MultiDiGraph = nx.relabel_nodes(graph, {key: f"{key}-{turn}" for key in graph}, copy=True)
    for key, data in copy.nodes(data=True):
        data["id"] = key
        for name in ("plan_id", "task_id"):
            if data.get(name):
                data[name] = f"{data[name]}-{turn}"
        for name in ("region", "title") if data["label"] == "Plan" else ("region",):
            if data.get(name):
                data[name] = f"{data[name]}{turn}"
        if data["label"] == "Region":
            data["name"] = f"{data['name']}{turn}"
        if data["label"] == "Plan":
            data["sha256"] = f"{turn:04}{data['sha256'][4:]}"
    return copy


def questions(plan: nx.MultiDiGraph) -> dict[str, Callable[[Store], object]]:
    """Return what is asked, by what stands above its column; an agency of `plan` is the one that some ask about."""
    import queries

    agency, region = next(
        (data["name"], data["region"]) for _key, data in plan.nodes(data=True) if data["label"] == "Agency"
    )
    return {
        "tasks of one agency ms": lambda store: queries.agency_tasks.answer(store, agency, region=region),
        "partners of one agency ms": lambda store: queries.partners.answer(store, agency, region=region),
        "tasks of one region ms": lambda store: queries.tasks.answer(store, region=region),
        "without owner, one region ms": lambda store: queries.no_owner.answer(store, region=region),
        "plans ms": lambda store: queries.plans.answer(store),
        "without owner, all ms": lambda store: queries.no_owner.answer(store),
    }


def asked(path: Path, question: Callable[[Store], object], runs: int) -> str:
    """Return the median and the 95th percentile in milliseconds of a question to a store that is open."""
    with EmbeddedStore(path, read_only=True) as store:
        question(store)
        times = []
        for _run in range(runs):
            begin = time.process_time()
            question(store)
            times.append(1000 * (time.process_time() - begin))
    return f"{statistics.median(times):,.0f} ({statistics.quantiles(times, n=20)[-1] if runs > 1 else times[0]:,.0f})"


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])

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
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.corpus import make_corpus
from graph.model.columns import node_columns
from graph.model.plan_rows import PlanContent
from graph.model.rows import Rows
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


def read_corpus(folder: Path, plans: int) -> list[PlanContent]:
    """Return so many made plans."""
    from zerentu.reading import processors, read_files

    make_corpus(folder, plans, 1)
    files = sorted(path for path in folder.glob("*/*") if path.is_file())
    readings = read_files(files, None, jobs=processors(), whole=False)
    return [plan for reading in readings for plan in reading.plans if isinstance(plan, PlanContent)]


def copies(read: Sequence[PlanContent], start: int, end: int) -> Iterator[PlanContent]:
    """Yield the plans from one place in the endless row of copies to another."""
    for at in range(start, end):
        plan = read[at % len(read)]
        yield plan if at < len(read) else _elsewhere(plan, at // len(read))


#: What is called otherwise in another place, apart from ids.
_PLACES = {("Plan", "region"), ("Plan", "title"), ("Region", "name"), ("Agency", "region")}
_IDS = ("id", "plan_id", "task_id", "agency_id")


def _elsewhere(plan: PlanContent, turn: int) -> PlanContent:
    """Return a plan as one of another place: other ids, another name of each region, another file."""
    digest = f"{turn:04}{(plan.card.sha256 or '')[4:]}"
    card = replace(
        plan.card,
        id=f"{plan.card.id}-{turn}",
        title=f"{plan.card.title}{turn}",
        region=plan.card.region and f"{plan.card.region}{turn}",
        sha256=digest,
    )
    return PlanContent(card, _moved(plan.owned, turn, digest), _moved(plan.shared, turn, digest))


def _moved(rows: Rows, turn: int, digest: str) -> Rows:
    return {
        (*key[:-1], f"{key[1]}-{turn}") if len(key) == 2 else (*key[:3], *(f"{end}-{turn}" for end in key[3:])): (
            tuple(
                _value(key[0], name, value, turn, digest) for name, value in zip(node_columns(key[0]), row, strict=True)
            )
            if len(key) == 2
            else (*(f"{end}-{turn}" for end in row[:2]), *row[2:])
        )
        for key, row in rows.items()
    }


def _value(label: str, name: str, value: Any, turn: int, digest: str) -> Any:
    if value and name in _IDS:
        return f"{value}-{turn}"
    if value and (label, name) in _PLACES:
        return f"{value}{turn}"
    return digest if value and (label, name) == ("Plan", "sha256") else value


def questions(plan: PlanContent) -> dict[str, Callable[[Store], object]]:
    """Return what is asked, by what stands above its column; an agency of `plan` is the one that some ask about."""
    import queries

    columns = node_columns("Agency")
    agencies = [dict(zip(columns, row, strict=True)) for key, row in plan.shared.items() if key[0] == "Agency"]
    agency, region = next((each["name"], each["region"]) for each in agencies if each["region"])
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

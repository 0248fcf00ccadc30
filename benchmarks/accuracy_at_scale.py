"""How much of a made corpus is read rightly: ``python -m benchmarks accuracy-at-scale DIR [--show N]``.

DIR is what ``python -m benchmarks corpus`` made. Prints a Markdown table of F1 by kind of file and by fault; a plan with
two faults counts under both. Places are scored as share of the plans.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.corpus import TRUTH

__all__ = ["main", "score_corpus"]

FIELDS = ("region", "title", "number", "issued", "tasks", "owners", "deadlines", "targets")
#: Of a field: how many were right, how many were read, how many there are.
Tally = dict[str, list[int]]
_CHUNK = 200


def main(arguments: Sequence[str]) -> None:
    """Score a corpus and print the table, and the first differences."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks accuracy-at-scale", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--show", type=int, default=0, help="print so many differences")
    options = parser.parse_args(arguments)
    tallies, plans, shown = score_corpus(options.folder, jobs=options.jobs, show=options.show)
    print("| plans | files | " + " | ".join(FIELDS) + " |")
    print("| --- | ---: |" + " ---: |" * len(FIELDS))
    for name in sorted(tallies, key=lambda each: (each == "all", each)):
        print(f"| {name} | {plans[name]:,} | " + " | ".join(_f1(tallies[name][field]) for field in FIELDS) + " |")
    for line in shown:
        print(line)


def score_corpus(folder: Path, *, jobs: int = 1, show: int = 0) -> tuple[dict[str, Tally], Counter[str], list[str]]:
    """Return the tallies by group of plans, the number of plans in each, and the first differences."""
    tallies: dict[str, Tally] = {}
    plans: Counter[str] = Counter()
    shown: list[str] = []
    for scored, counts, different in _scored(folder, jobs):
        plans.update(counts)
        shown.extend(different[: show - len(shown)])
        for group, tally in scored.items():
            total = tallies.setdefault(group, _nothing())
            for name, counted in tally.items():
                total[name] = [a + b for a, b in zip(total[name], counted, strict=True)]
    return tallies, plans, shown


def _scored(folder: Path, jobs: int) -> Iterator[tuple[dict[str, Tally], Counter[str], list[str]]]:
    work = partial(_score_chunk, folder)
    with (folder / TRUTH).open(encoding="utf-8") as truth:
        chunks = _chunks(truth)
        if jobs == 1:
            yield from map(work, chunks)
            return
        with ProcessPoolExecutor(jobs) as pool:
            yield from pool.map(work, chunks)


def _chunks(lines: Iterable[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    for line in lines:
        chunk.append(line)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _score_chunk(folder: Path, lines: Sequence[str]) -> tuple[dict[str, Tally], Counter[str], list[str]]:
    from graph.errors import ZerentuError
    from ingest.parse import parse_file
    from ingest.to_json import to_json

    tallies: dict[str, Tally] = {}
    plans: Counter[str] = Counter()
    different: list[str] = []
    for line in lines:
        truth = json.loads(line)
        try:
            read: dict[str, Any] = to_json(parse_file(folder / truth["file"]))
        except ZerentuError as error:
            read = {"plan": {}, "tasks": [], "targets": []}
            different.append(f"{truth['file']}: {error}")
        for group in ("all", truth["kind"], *(truth["faults"] or ["no fault"])):
            plans[group] += 1
        expected, found = _facts_of_truth(truth), _facts_of_reading(read)
        for name in FIELDS:
            counts = _compare(expected[name], found[name])
            for group in ("all", truth["kind"], *(truth["faults"] or ["no fault"])):
                tally = tallies.setdefault(group, _nothing())
                tally[name] = [a + b for a, b in zip(tally[name], counts, strict=True)]
            if expected[name] != found[name]:
                lost, extra = expected[name] - found[name], found[name] - expected[name]
                different.append(f"{truth['file']} {truth['faults']} {name}: lost {list(lost)}, extra {list(extra)}")
    return tallies, plans, different


def _nothing() -> Tally:
    return {name: [0, 0, 0] for name in FIELDS}


def _facts_of_truth(truth: dict[str, Any]) -> dict[str, Counter[Any]]:
    keys = {(task["number"], task["part"]): task for task in truth["tasks"]}
    return {
        **{name: Counter([truth[name]] if truth[name] else []) for name in FIELDS[:4]},
        "tasks": Counter(list(keys)),
        "owners": Counter((*key, name, role) for key, task in keys.items() for name, role in task["owners"]),
        "deadlines": Counter((*key, task["deadline"]) for key, task in keys.items() if task["deadline"]),
        "targets": Counter((value, unit, due) for value, unit, due in truth["targets"]),
    }


def _facts_of_reading(read: dict[str, Any]) -> dict[str, Counter[Any]]:
    keys = {(task["number"], task["part"]): task for task in read["tasks"]}
    wanted = [each for each in read["targets"] if each["kind"] == "quantitative"]
    return {
        **{name: Counter([read["plan"][name]] if read["plan"].get(name) else []) for name in FIELDS[:4]},
        "tasks": Counter(list(keys)),
        "owners": Counter(
            (*key, owner["name"], owner["role"]) for key, task in keys.items() for owner in task["owners"]
        ),
        "deadlines": Counter((*key, task["deadline"]) for key, task in keys.items() if task.get("deadline")),
        "targets": Counter((each["value"], each["unit"], each["due"]) for each in wanted),
    }


def _compare(expected: Counter[Any], found: Counter[Any]) -> list[int]:
    return [(expected & found).total(), found.total(), expected.total()]


def _f1(counts: Sequence[int]) -> str:
    right, read, there = counts
    return f"{2 * right / (read + there):.4f}" if read + there else "–"

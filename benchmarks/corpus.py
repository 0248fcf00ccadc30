"""A made corpus of 10 to 100,000 plans whose truth is known: ``python -m benchmarks corpus --plans N --seed S --into DIR``.

Texts, ledgers and Word documents of all provinces, prefectures and counties of the gazetteer, with the faults of office files. The same seed
makes the same bytes. ``truth.jsonl`` in the folder holds a line a file, in the order of the plans; a folder a thousand plans.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from functools import partial
from pathlib import Path

from benchmarks.corpus_files import KINDS, write
from benchmarks.corpus_plans import make_plan

__all__ = ["TRUTH", "main", "make_corpus"]

TRUTH = "truth.jsonl"
_CHUNK = 1_000


def main(arguments: Sequence[str]) -> None:
    """Make a corpus and print what it holds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks corpus", description=__doc__)
    parser.add_argument("--plans", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args(arguments)
    begin = time.perf_counter()
    size = make_corpus(options.into, options.plans, options.seed, jobs=options.jobs)
    took = time.perf_counter() - begin
    print(f"{options.plans:,} plans, {size / 1e6:,.1f} MB in {took:.1f} s: {options.into}")


def make_corpus(folder: Path, plans: int, seed: int, *, jobs: int = 1) -> int:
    """Write so many plans and their truth into `folder`; return the bytes of all plans."""
    folder.mkdir(parents=True, exist_ok=True)
    chunks = [range(start, min(start + _CHUNK, plans)) for start in range(0, plans, _CHUNK)]
    work = partial(_write_chunk, folder, seed)
    size = 0
    with (folder / TRUTH).open("w", encoding="utf-8") as truth:
        for lines, written in _results(work, chunks, jobs):
            truth.writelines(lines)
            size += written
    return size


def _results(work: partial[tuple[list[str], int]], chunks: list[range], jobs: int) -> Iterator[tuple[list[str], int]]:
    if jobs == 1 or len(chunks) == 1:
        yield from map(work, chunks)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(work, chunks)


def _write_chunk(folder: Path, seed: int, plans: range) -> tuple[list[str], int]:
    lines, size = [], 0
    inside = folder / f"{plans.start // _CHUNK:03}"
    inside.mkdir(exist_ok=True)
    for index in plans:
        chance = random.Random(f"{seed} file {index}")
        [kind] = chance.choices(list(KINDS), list(KINDS.values()))
        plan = make_plan(index, seed, kind)
        ending, content = write(plan, kind, chance)
        file = inside / f"{index:06}{ending}"
        file.write_bytes(content)
        size += len(content)
        told = {"file": file.relative_to(folder).as_posix(), "kind": kind, **asdict(plan.truth)}
        lines.append(json.dumps(told, ensure_ascii=False) + "\n")
    return lines, size

"""Counterparts of two made plans: seconds for 500 tasks against 500, and how many are found.

``python -m benchmarks cascade [--tasks N]``. Every task above comes back below with a third of its clauses replaced, under
another number; all tasks share stock phrases, as plans do.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence

from queries.cascade.links import find_links
from queries.cascade.texts import TaskText
from queries.cascade.verdicts import pair_targets

_STOCK = ("按照职责分工抓好落实", "坚持因地制宜分类推进", "加强组织领导和统筹协调", "推动高质量发展取得实效")
_SIGNS = [chr(code) for code in range(0x4E00, 0x4E00 + 2000)]


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks cascade", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--tasks", type=int, default=500)
    count = parser.parse_args(arguments).tasks
    chance = random.Random(7)
    clauses = [[_words(chance, 14) for _ in range(15)] + list(_STOCK) for _ in range(count)]
    upper = [_task(at, each) for at, each in enumerate(clauses)]
    lower = [
        _task(at, [_words(chance, 14) if chance.random() < 0.33 else one for one in each])
        for at, each in enumerate(clauses)
    ]
    order = chance.sample(range(count), count)
    start = time.perf_counter()
    links = find_links(upper, [lower[at] for at in order])
    linked = time.perf_counter() - start
    right = sum(order[link.down] == link.up for link in links)
    print(f"{count} × {count} tasks: {linked:.2f} s, {len(links)} links, {right} right")
    targets = [_target(chance, at) for at in range(count)]
    start = time.perf_counter()
    pairs = pair_targets(targets, [targets[at] for at in order], [])
    paired = time.perf_counter() - start
    same = sum(pair.verdict == "same" for pair in pairs)
    print(f"{count} × {count} targets: {paired:.2f} s, {same} of {count} the same")


def _words(chance: random.Random, length: int) -> str:
    return "".join(chance.choices(_SIGNS, k=length))


def _task(at: int, clauses: Sequence[str]) -> TaskText:
    return TaskText(task_id=f"task-{at}", number=str(at), part=1, title=clauses[0][:8], words="".join(clauses))


def _target(chance: random.Random, at: int) -> dict[str, object]:
    metric = _words(chance, 8)
    return {
        "metric": metric, "text": metric, "value": float(at), "unit": "%", "due": 2027, "baseline": None, "comparator": ">=",
        "change": "level", "kind": "quantitative", "task_id": None,
    }  # fmt: skip


if __name__ == "__main__":
    main([])

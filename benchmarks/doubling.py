"""Whether time grows as the text does: every pass over texts of 100 to 800 KB that repeat what is hard.

Run by hand: ``python -m benchmarks doubling [--kb 800] [KIND …]``. For each kind of text and each pass the processor
seconds at each size, and how much longer it takes for twice the text; more than 2.3 is marked and ends with status 1.
Every pass runs twice, one of less than half a second up to five times, and the fastest counts; those below a tenth of a second are too short
to tell. What was remembered of texts is forgotten before each, and no garbage is collected during one: otherwise a text is
answered from memory as long as its lines fit into that, and one twice as long is not.
"""

from __future__ import annotations

import argparse
import functools
import gc
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

LIMIT, SHORTEST = 2.3, 0.1
TRIES, ENOUGH = 5, 0.5
#: The first try of a pass also makes what the values it is given make when they are first asked for it.
LEAST = 2
#: A cache for so many answers holds those to texts; smaller ones hold patterns and tables.
_OF_TEXTS = 1024
SMALLEST = 100

HEAD = "云泽市节能实施方案\n一、重点任务\n1.推进改造。（市财政局负责）\n"
#: What is repeated; `{}` counts.
TEXTS = {
    "plan": "{}.推进节能改造，到2025年底前建成示范园区3个以上。（市发展改革委牵头，市财政局、市商务局按职责分工负责）\n",
    "prose": "要深入推进节能改造，健全工作制度，形成工作合力，确保取得实效。",
    "numbers": "{} ",
    "number lines": "{}\n",
    "percentages": "15% ",
    "targets": "到2025年，能耗下降15%，企业达到100家以上，",
    "brackets": "（",
    "closed brackets": "（{}）",
    "agencies": "市发展改革委、",
    "unknown names": "某某{}中心、",
    "roles": "牵头配合负责",
    "clauses in a line": "做好服务；负责。（市财政局牵头；配合单位：市商务局）",
    "marks in a clause": "市财政局（{}）牵头、",
    "headings": "（一）加强领导\n",
    "articles": "第{}条 市财政局负责审核。\n",
    "blanks": " 　",
    "lines": "\n\n甲",
    "table": "{}\t推进改造\t市财政局、市商务局\t2025年\n",
    "letters": "abc ",
    "dashes": "——",
}
FORMATS = (".txt", ".md", ".html", ".csv")


def text_of(kind: str, size: int) -> str:
    """Return a text of about `size` bytes that repeats what its kind repeats."""
    unit = TEXTS[kind]
    once = unit.replace("{}", "12345").encode()
    # Of one length, since a longer number may be read another way: twice the text is twice the same.
    body = "".join(unit.replace("{}", str(at)) for at in range(10_000, 10_000 + size // len(once)))
    return HEAD + body


def passes(path: Path) -> Iterator[tuple[str, Callable[[Any], Any]]]:
    """Yield the passes over a file in order; each takes what the one before returned."""
    from graph.model.check import check
    from ingest.document.plans import find_plans
    from ingest.document.reflow import reflow
    from ingest.files.read import read_document
    from ingest.parse import parse_document
    from ingest.to_graph import build_graphs
    from ingest.to_json import to_json

    document = read_document(path)
    yield "read", lambda _: read_document(path)
    yield "reflow", lambda _: reflow(document.text, merges_known=document.merges_known)
    yield "plans", find_plans
    yield "parse", lambda _: parse_document(document)
    parsed = parse_document(document)
    yield "json", lambda _: to_json(parsed, coverage=True, explain=True)
    yield "graph", lambda _: build_graphs(parsed)
    yield "check", lambda graphs: [check(graph) for graph in graphs]


def forget() -> None:
    """Empty every cache of answers to texts."""
    from graph.agencies.lexicon import forget as forget_names

    for cache in gc.get_objects():
        if isinstance(cache, functools._lru_cache_wrapper) and (cache.cache_parameters()["maxsize"] or 0) >= _OF_TEXTS:
            cache.cache_clear()
    forget_names()


def measure(path: Path) -> dict[str, float]:
    """Return the processor seconds of each pass over a file."""
    from graph.errors import ZerentuError

    times: dict[str, float] = {}
    value: Any = None
    try:
        for name, action in passes(path):
            given, tries = value, []
            while len(tries) < LEAST or (len(tries) < TRIES and sum(tries) < ENOUGH):
                forget()
                gc.collect()
                gc.disable()
                begin = time.process_time()
                value = action(given)
                tries.append(time.process_time() - begin)
                gc.enable()
            times[name] = min(tries)
    except ZerentuError as error:
        times["refused"] = 0.0
        print(f"  {path.name}: {error}", file=sys.stderr)
    return times


def doubled(times: list[dict[str, float]], name: str) -> float:
    """Return by how much a pass takes longer when the text doubles, on the mean of all sizes that are long enough to tell; else 0."""
    found = [seconds for each in times if (seconds := each.get(name, 0.0)) >= SHORTEST]
    return (found[-1] / found[0]) ** (1 / (len(found) - 1)) if len(found) > 1 else 0.0


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="benchmarks doubling")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(TEXTS))
    parser.add_argument("--kb", type=int, default=800)
    parser.add_argument("--format", choices=FORMATS, default=".txt")
    asked = parser.parse_args(arguments)
    sizes = [SMALLEST]
    while sizes[-1] * 2 <= asked.kb:
        sizes.append(sizes[-1] * 2)
    print("kind, pass".ljust(26), *(f"{size:>5} KB" for size in sizes), "ratio")
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for kind in asked.kinds or TEXTS:
            times = []
            for size in sizes:
                path = Path(folder) / f"{kind}{asked.format}"
                path.write_text(text_of(kind, size * 1000), encoding="utf-8")
                times.append(measure(path))
            for name in times[-1]:
                ratio = doubled(times, name)
                worst = max(worst, ratio)
                shown = " ".join(f"{each.get(name, 0):8.2f}" for each in times)
                print(f"{kind}, {name}".ljust(26), shown, f"{ratio:5.2f}{' !' if ratio > LIMIT else ''}", flush=True)
    print(f"largest ratio {worst:.2f}")
    sys.exit(worst > LIMIT)

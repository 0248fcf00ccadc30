"""How much of real plans is read rightly, against annotations made by hand, and how many trigger words are left over.

Run by hand: ``ZERENTU_CORPUS=FOLDER python -m benchmarks accuracy``. The folder holds plans in folders (seeds, plans);
``gold`` and ``score.py`` lie beside it. Prints two Markdown tables: F1 by plan and field, and trigger words by plan.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
from pathlib import Path
from typing import Any

FIELDS = ("measures", "owners", "names", "number", "open", "basis", "quant", "qual", "industry")


def main(arguments: list[str]) -> None:
    """Score every annotated plan, then count the trigger words of all plans that are read."""
    argparse.ArgumentParser(prog="python -m benchmarks accuracy", description=__doc__).parse_args(arguments)
    if "ZERENTU_CORPUS" not in os.environ:
        sys.exit("set ZERENTU_CORPUS to the folder of real plans")
    folder = Path(os.environ["ZERENTU_CORPUS"])
    _scores(folder)
    print()
    _coverage(folder)


def _scores(folder: Path) -> None:
    from ingest.parse import parse_file
    from ingest.to_json import to_json

    score = _scorer(folder)
    total = score.new_tallies()
    print("| plan | " + " | ".join(FIELDS) + " |")
    print("| --- |" + " ---: |" * len(FIELDS))
    for path in sorted((folder.parent / "gold").glob("*/*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        parsed = json.loads(json.dumps(to_json(parse_file(folder / path.parent.name / gold["doc"]))))
        own = score.new_tallies()
        score.score(gold, parsed, own, [])
        score.score(gold, parsed, total, [])
        _row(gold["doc"], own)
    _row("all", total)


def _row(name: str, tallies: dict[str, Any]) -> None:
    cells = ["–" if tallies[field].f1 is None else f"{tallies[field].f1:.3f}" for field in FIELDS]
    print(f"| {name} | " + " | ".join(cells) + " |")


def _coverage(folder: Path) -> None:
    from graph.errors import ReadError
    from ingest.parse import parse_file
    from ingest.to_json import to_json

    print("| plan | seen | in clauses | explained | left over |")
    print("| --- | ---: | ---: | ---: | ---: |")
    sums = [0, 0, 0, 0]
    for path in sorted(folder.glob("*/*")):
        try:
            coverage = to_json(parse_file(path), coverage=True)["coverage"]
        except ReadError as error:
            print(f"| {path.name} | refused: {str(error).removeprefix(str(path) + ': ')} | | | |")
            continue
        counts = [coverage[name] for name in ("seen", "parsed", "explained", "left_over")]
        sums = [a + b for a, b in zip(sums, counts, strict=True)]
        print(f"| {path.name} | " + " | ".join(map(str, counts)) + " |")
    print("| all | " + " | ".join(map(str, sums)) + " |")


def _scorer(folder: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score", folder.parent / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{folder.parent}: score.py does not lie there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

"""Planted edits in real plans: how many a comparison of the editions finds, and how many it invents.

``python -m benchmarks diff [--edits N]`` changes the plans under ZERENTU_CORPUS at known places, reads them again and compares.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from graph.errors import ZerentuError
from queries.editions import Edition, compare_editions
from zerentu.library import graphs

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    sys.path.insert(0, str(ROOT / "tests"))
    from planted_edits import plant, plant_shapes, write

    parser = argparse.ArgumentParser(prog="python -m benchmarks diff", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--edits", type=int, default=1000)
    wanted = parser.parse_args(arguments).edits
    planted: Counter[str] = Counter()
    missed = invented = 0
    plans = []
    for path in sorted(Path(os.environ["ZERENTU_CORPUS"]).rglob("*.txt")):
        try:
            found = graphs(path)
        except ZerentuError as error:
            print(f"{path.name}: {error}")
            continue
        plans += [(path.name, found[0])] if len(found) == 1 else []
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(wanted):
            before = planted.total()
            for name, graph in plans:
                chance = random.Random(seed)
                # Every third edition has items split, joined and moved, which give others new numbers.
                text, edits = (
                    plant_shapes(graph, chance)
                    if seed % 3 == 2
                    else plant(graph, chance, min(12, wanted - planted.total()))
                )
                if not edits or planted.total() >= wanted:
                    continue
                new = Edition.of(graphs(write(Path(folder), name, text))[0])
                told = Counter(
                    (e.kind, e.old_number or e.new_number) for e in compare_editions(Edition.of(graph), new).changes
                )
                planted.update(kind for kind, _ in edits.elements())
                missed += (edits - told).total()
                invented += (told - edits).total()
                if edits != told:
                    print(f"{name} {seed}: {dict(edits - told)} missed, {dict(told - edits)} invented")
            if planted.total() >= wanted or (planted.total() == before and seed % 3 != 2):
                break
    print(f"{planted.total()} planted ({dict(planted)}), {missed} missed, {invented} invented")

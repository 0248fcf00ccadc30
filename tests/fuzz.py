"""Read files that were made at random, for as long as you like: ``make fuzz``, or ``python tests/fuzz.py --minutes 60``.

Whatever a file holds, it becomes a graph that obeys the schema, or is refused by an error of ours, within ten
seconds and a gigabyte. Every input has a number: ``--only N`` makes it again and shows what happens. Needs Linux or macOS.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from pathlib import Path
from random import Random

from hostile_files import hostile_file

from graph.errors import ZerentuError
from graph.model.check import check
from ingest.parse import parse_file
from ingest.to_graph import build_graphs
from ingest.to_json import to_json

SECONDS = 10.0
BYTES = 1 << 30


class Hang(Exception):
    """An input took more processor time than any may."""


def read(path: Path) -> str:
    """Read a file as ``zerentu load`` does; return what became of it."""
    try:
        parsed = parse_file(path)
    except ZerentuError as error:
        assert error.message.zh and error.message.en
        return "refused"
    to_json(parsed, coverage=True, explain=True)
    for graph in build_graphs(parsed):
        check(graph)
    return "read"


def peak() -> int:
    """Return the most memory that this process has held, in bytes."""
    import resource  # not on Windows, where tests only import this file

    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held if sys.platform == "darwin" else held * 1024


def attempt(number: int, folder: Path) -> str:
    """Make an input and read it; return what became of it, or how it failed."""
    name, data = hostile_file(Random(number))
    path = folder / name
    path.write_bytes(data)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        return read(path)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"FAILED {type(error).__name__} in {Path(last.filename).name}:{last.lineno} ({name})"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def hang(*_: object) -> None:
    """Break off what runs."""
    raise Hang


def main() -> int:
    """Run until the time or the inputs are used up; report, and end with 1 if any input failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--only", type=int, help="make this input again and show what happens")
    asked = parser.parse_args()
    warnings.simplefilter("error", ResourceWarning)
    signal.signal(signal.SIGPROF, hang)
    with tempfile.TemporaryDirectory() as folder:
        if asked.only is not None:
            name, data = hostile_file(Random(asked.only))
            (Path(folder) / name).write_bytes(data)
            Path(name).write_bytes(data)
            print(f"written to {name}", read(Path(folder) / name))
            return 0
        return run(asked.first, asked.inputs, asked.minutes * 60, Path(folder))


def run(first: int, inputs: int, seconds: float, folder: Path) -> int:
    """Read inputs one after another; print each failure as it comes, and the sums each minute and at the end."""
    outcomes: Counter[str] = Counter()
    begin = told = time.monotonic()
    slowest, number, most = (0.0, first), first, peak()
    while number < first + inputs and time.monotonic() < begin + seconds:
        used = time.process_time()
        outcome = attempt(number, folder)
        used = time.process_time() - used
        slowest = max(slowest, (used, number))
        if outcome.startswith("FAILED"):
            if not outcomes[outcome]:
                print(f"{number}: {outcome}", flush=True)
        elif peak() > BYTES > most:
            outcome = "FAILED more than 1 GB"
            print(f"{number}: {outcome}", flush=True)
        most = peak()
        outcomes[outcome] += 1
        number += 1
        if time.monotonic() > told + 60:
            told = time.monotonic()
            print(report(outcomes, slowest, begin), flush=True)
    print(report(outcomes, slowest, begin))
    return 1 if any(outcome.startswith("FAILED") for outcome in outcomes) else 0


def report(outcomes: Counter[str], slowest: tuple[float, int], begin: float) -> str:
    """Return what happened so far, in a line."""
    failed = sum(count for outcome, count in outcomes.items() if outcome.startswith("FAILED"))
    return (
        f"{sum(outcomes.values()):,} inputs in {time.monotonic() - begin:.0f} s: {outcomes['read']:,} read, "
        f"{outcomes['refused']:,} refused, {failed:,} failed; slowest {slowest[0]:.1f} s (input {slowest[1]}), peak {peak() / 1e6:.0f} MB"
    )


if __name__ == "__main__":
    sys.exit(main())

"""Read files that were made at random, for as long as you like: ``make fuzz``, or ``python tests/fuzz.py --minutes 60``.

Whatever a file holds, it becomes a graph that obeys the schema, or is refused by an error of ours, within ten
seconds and a gigabyte. Every input has a number: ``--only N`` makes it again and shows what happens. ``--tally FILE`` keeps
the sums in a file, so that the next run goes on where this one ends, however it ends. Needs Linux or macOS.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random

from hostile_files import hostile_file

from graph.errors import ReaderFault, ZerentuError
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
    except ReaderFault as fault:
        # To a user it is one file that is refused; here it is what we look for.
        raise fault.__cause__ or fault from None
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
    parser.add_argument(
        "--tally", type=Path, help="file that holds the sums of earlier runs and gets those of this one"
    )
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
        tally = Tally.of(asked.tally, asked.first)
        return run(tally, asked.first + asked.inputs, asked.minutes * 60, Path(folder))


@dataclass
class Tally:
    """What became of the inputs so far, over all runs that share a file.

    Attributes
    ----------
    file
        Where it is kept; None if it is not.
    number
        The next input.
    outcomes
        How many inputs came to what.
    seconds
        The time they took.
    slowest, slowest_number
        The most processor time of one input, and which.
    peak
        The most memory, in bytes.
    """

    file: Path | None
    number: int
    outcomes: Counter[str]
    seconds: float = 0.0
    slowest: float = 0.0
    slowest_number: int = 0
    peak: int = 0

    @classmethod
    def of(cls, file: Path | None, first: int) -> Tally:
        """Read the sums of earlier runs, or begin with input `first`."""
        if file is None or not file.exists():
            return cls(file, first, Counter())
        kept = json.loads(file.read_text(encoding="utf-8"))
        return cls(file=file, **{**kept, "outcomes": Counter(kept["outcomes"])})

    def keep(self) -> None:
        """Write the sums, all of them or none."""
        if self.file is not None:
            sums = {key: value for key, value in vars(self).items() if key != "file"}
            fresh = self.file.with_suffix(".new")
            fresh.write_text(json.dumps(sums, ensure_ascii=False, indent=1), encoding="utf-8")
            fresh.replace(self.file)

    def __str__(self) -> str:
        failed = sum(count for outcome, count in self.outcomes.items() if outcome.startswith("FAILED"))
        return (
            f"{sum(self.outcomes.values()):,} inputs in {self.seconds:.0f} s: {self.outcomes['read']:,} read, "
            f"{self.outcomes['refused']:,} refused, {failed:,} failed; slowest {self.slowest:.1f} s "
            f"(input {self.slowest_number}), peak {self.peak / 1e6:.0f} MB"
        )


def run(tally: Tally, end: int, seconds: float, folder: Path) -> int:
    """Read inputs one after another; print each failure as it comes, and the sums each minute and at the end."""
    begin = told = last = time.monotonic()
    held = peak()
    while tally.number < end and last < begin + seconds:
        used = time.process_time()
        outcome = attempt(tally.number, folder)
        used = time.process_time() - used
        if outcome.startswith("FAILED"):
            if not tally.outcomes[outcome]:
                print(f"{tally.number}: {outcome}", flush=True)
        elif peak() > BYTES > held:
            outcome = "FAILED more than 1 GB"
            print(f"{tally.number}: {outcome}", flush=True)
        held = peak()
        if used > tally.slowest:
            tally.slowest, tally.slowest_number = used, tally.number
        tally.peak = max(tally.peak, held)
        tally.outcomes[outcome] += 1
        tally.number += 1
        now = time.monotonic()
        tally.seconds += now - last
        last = now
        if now > told + 60:
            told = now
            print(tally, flush=True)
            tally.keep()
    print(tally)
    tally.keep()
    return 1 if any(outcome.startswith("FAILED") for outcome in tally.outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())

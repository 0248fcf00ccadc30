"""Where the time of a parse goes: own processor time of each module, with that of the built-in functions it calls.

``python -m benchmarks profile [--top N] [FILE …]``; without files the sample plan. The first reading, which compiles patterns
and reads tables, is not counted. A profiler makes calls dearer than they are: read shares, not seconds.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parent.parent


def own_times(files: Sequence[Path]) -> Counter[str]:
    """Return seconds by module for reading some files; modules of others are one."""
    from ingest.parse import parse_file

    def read() -> None:
        for path in files:
            parse_file(path)

    read()
    profile = cProfile.Profile(time.process_time)
    profile.runcall(read)
    found: Counter[str] = Counter()
    stats: dict[Any, Any] = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    for place, (_primitive, _calls, own, _whole, callers) in stats.items():
        module = _module(place[0])
        if module:
            found[module] += own
            continue
        # What is built in or of a library counts for whoever called it.
        for caller, (_some, _all, inside, _total) in callers.items():
            found[_module(caller[0]) or "libraries"] += inside
    return found


def _module(file: str) -> str:
    path = Path(file)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) and path.suffix == ".py" else ""


def main(arguments: Sequence[str]) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks profile", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--top", type=int, default=30, help="modules to print")
    asked = parser.parse_args(arguments)
    if not asked.files:
        from zerentu.library import sample_plan

        asked.files = [sample_plan()]
    times = own_times(asked.files)
    whole = times.total()
    print("| module | share |\n| --- | ---: |")
    for module, seconds in times.most_common(asked.top):
        print(f"| `{module}` | {100 * seconds / whole:.1f} % |")

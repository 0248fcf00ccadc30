"""Cold start: processor time of each command that reads a small store, beside importing pandas.

``python -m benchmarks start [--runs N] [--only COMMAND] [PLAN...]`` prints a table; the store holds these plans, else the sample. Each figure is a process of its own, user and system time, the median
of N runs in turns after one that leaves the bytecode in place. Processor time, because wall time on a shared machine says
more about the others.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from zerentu.library import load, sample_plan

BARS = {"python -c pass": ["-c", "pass"], "python -c 'import pandas'": ["-c", "import pandas"]}
COMMANDS = (
    "queries",
    "plans",
    "resolve 市发改委 --region 洛阳市",
    "task 园区",
    "agency 市工业和信息化局",
    "ask 市工信局牵头哪些任务",
    "targets",
    "industry",
    "audit",
    "map -o {folder}/map.html",
)
#: Commands that open no store.
_WITHOUT_STORE = ("queries", "resolve")


def main(arguments: Sequence[str]) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks start", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=7, help="runs a command")
    parser.add_argument("--only", metavar="COMMAND", help="one command, such as agency")
    parser.add_argument("plans", nargs="*", type=Path, metavar="PLAN", help="files of plans instead of the sample")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        load(asked.plans or [sample_plan()], db=folder / "a.lbug")
        lines = BARS | {
            f"zerentu {command}": _line(command, folder)
            for command in COMMANDS
            if asked.only in (None, command.split()[0])
        }
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "PYTHONDONTWRITEBYTECODE": ""}
        times: dict[str, list[float]] = {title: [] for title in lines}
        for run in range(asked.runs + 1):
            for title, line in lines.items():
                seconds = processor_seconds([sys.executable, *line], environment)
                if run:
                    times[title].append(seconds)
    print(table(times))


def _line(command: str, folder: Path) -> list[str]:
    words = command.format(folder=folder).split()
    return ["-m", "zerentu", *words, *([] if words[0] in _WITHOUT_STORE else ["--db", str(folder / "a.lbug")])]


def processor_seconds(line: Sequence[str], environment: dict[str, str]) -> float:
    """Return user and system time of a process and of those it started; a process that fails ends the benchmark."""
    before = os.times()
    subprocess.run(line, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def table(times: dict[str, list[float]]) -> str:
    """Return the figures as a table in Markdown."""
    rows = ["| process | median s | fastest–slowest | × import pandas |", "| --- | ---: | ---: | ---: |"]
    pandas = statistics.median(times["python -c 'import pandas'"])
    for title, seconds in times.items():
        middle, least, most = statistics.median(seconds), min(seconds), max(seconds)
        rows.append(f"| `{title.split(' -o ')[0]}` | {middle:.2f} | {least:.2f}–{most:.2f} | {middle / pandas:.2f} |")
    return "\n".join(rows)

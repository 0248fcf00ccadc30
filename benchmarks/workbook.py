"""How fast a ledger of many rows is read and parsed as a workbook, beside the same ledger as csv.

``python -m benchmarks workbook [--rows N]``; every run is a process of its own, for its memory. Processor seconds.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

_LEADS = ("市发展改革委", "市财政局", "市工业和信息化局", "市民政局")


def ledger(rows: int) -> Iterator[list[str | int | datetime.date]]:
    """Yield the rows of a ledger."""
    yield ["云泽市2026年重点任务台账"]
    yield ["序号", "类别", "重点任务", "牵头单位", "配合单位", "完成时限"]
    for at in range(rows):
        support = f"{_LEADS[(at + 1) % 4]}、{_LEADS[(at + 2) % 4]}"
        due = datetime.date(2026, at % 12 + 1, at % 28 + 1)
        task = f"建设第{at + 1}个示范项目，完善管理办法，服务企业{at % 97 + 3}家。"
        yield [at + 1, f"类别{at // 50}", task, _LEADS[at % 4], support, due]


def write(folder: Path, rows: int) -> list[Path]:
    """Write the ledger as csv and as a workbook; return both paths."""
    import openpyxl

    book = openpyxl.Workbook()
    paths = [folder / "ledger.csv", folder / "ledger.xlsx"]
    with paths[0].open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        for row in ledger(rows):
            book.active.append(row)
            writer.writerow(
                f"{cell.year}年{cell.month}月{cell.day}日" if isinstance(cell, datetime.date) else cell for cell in row
            )
    book.save(paths[1])
    return paths


def measure(path: Path) -> None:
    """Print seconds to read the file, seconds to read and parse it, and the most memory that took."""
    from ingest.files.read import read_document
    from ingest.parse import parse_file

    begin = time.process_time()
    read_document(path)
    read = time.process_time() - begin
    begin = time.process_time()
    parse_file(path)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(read, time.process_time() - begin, memory)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks workbook", description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.file:
        measure(options.file)
        return
    print("| format | read s | parse s | memory MB |\n| --- | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        paths = write(Path(folder), options.rows)
        runs: dict[Path, list[list[float]]] = {path: [] for path in paths}
        for _run in range(options.runs):
            for path in paths:
                command = [sys.executable, "-m", "benchmarks", "workbook", "--file", str(path)]
                out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
                runs[path].append([float(each) for each in out.split()])
    for path, found in runs.items():
        read, parse, memory = (statistics.median(each) for each in zip(*found, strict=True))
        print(f"| {path.suffix[1:]} | {read:.2f} | {parse:.2f} | {memory:.0f} |")

"""How fast a whole parse is, beside one pass of jieba and one NFKC pass over the same text.

Run by hand: ``python -m benchmarks parse [--runs N] [FILE …]``; jieba needs the extra ``bench``. Without files the
sample plan is read again and again, one chapter behind the other, up to about 1,000 pages. Prints MB/s of UTF-8 by processor
time, and of several files how many passes of jieba a parse of all of them takes: again and again, and when each is read
for the first time, behind the sample plan that compiles the patterns, so that the names in it are not known yet.
"""

from __future__ import annotations

import argparse
import logging
import statistics
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

#: Characters: 1, 10, 100 and 1,000 pages of an office document.
SIZES = (800, 8_000, 80_000, 800_000)


def long_plan(characters: int) -> str:
    """Return the sample plan with its chapters repeated until it is so long."""
    from zerentu.library import sample_plan

    text = sample_plan().read_text(encoding="utf-8")
    return text + "\n" + (text + "\n") * (characters // len(text)) if characters > len(text) else text[:characters]


def median(action: Callable[[], object], runs: int) -> float:
    """Return the median of the processor seconds that `action` takes."""
    times = []
    for _ in range(runs):
        begin = time.process_time()
        action()
        times.append(time.process_time() - begin)
    return statistics.median(times)


def jieba_pass() -> Callable[[str], object] | None:
    """Return a function that cuts a text into words, or None where jieba is not installed."""
    try:
        import jieba
    except ImportError:
        return None
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    return lambda text: list(jieba.cut(text))


def measure(path: Path, runs: int, cut: Callable[[str], object] | None) -> tuple[str, float, float, float]:
    """Return a line of the table for one file, and how long its first parse, the parse and jieba take."""
    from ingest.parse import parse_file
    from zerentu.library import graphs

    text = path.read_text(encoding="utf-8", errors="ignore") if path.suffix == ".txt" else ""
    size = path.stat().st_size / 1e6
    first = median(lambda: parse_file(path), 1)
    times = {
        "parse": median(lambda: parse_file(path), runs),
        "parse and graph": median(lambda: graphs(path), runs),
        "NFKC": median(lambda: unicodedata.normalize("NFKC", text), runs) if text else float("nan"),
        "jieba": median(lambda: cut(text), runs) if cut and text else float("nan"),
    }
    speeds = " | ".join(f"{size / times[name]:.2f}" for name in ("parse", "parse and graph", "NFKC", "jieba"))
    return f"| {path.name} | {size:.3f} | {times['parse']:.3f} | {speeds} |", first, times["parse"], times["jieba"]


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks parse", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args(arguments)
    from ingest.parse import parse_file
    from zerentu.library import sample_plan

    cut = jieba_pass()
    if cut is None:
        print("jieba is not installed (extra bench): its column stays empty", file=sys.stderr)
    print("| file | MB | parse s | parse MB/s | parse and graph MB/s | NFKC MB/s | jieba MB/s |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        made = [Path(folder) / f"{size:,} characters.txt" for size in SIZES]
        for path, size in zip(made, SIZES, strict=True):
            path.write_text(long_plan(size), encoding="utf-8")
        parse_file(sample_plan())
        first = parse = jieba = 0.0
        for path in options.files or made:
            line, once, ours, theirs = measure(path, options.runs, cut)
            first, parse, jieba = first + once, parse + ours, jieba + theirs
            print(line, flush=True)
    if jieba > 0:
        print(f"\nAll of them: {parse:.2f} s, {parse / jieba:.2f} passes of jieba ({jieba:.2f} s)")
        print(f"Read for the first time: {first:.2f} s, {first / jieba:.2f} passes")


if __name__ == "__main__":
    main(sys.argv[1:])

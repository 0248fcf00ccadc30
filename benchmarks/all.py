"""One table of ratios, each against its peer in the same run: ``python -m benchmarks all [--quick | --smallest]``.

``--quick`` takes the smaller sizes (some five minutes on two quiet cores). ``--smallest`` runs every benchmark at its smallest size and says which fail; no time
is looked at. Not among them: ``load`` and ``load_many``, which start a server, and ``accuracy`` and ``diff``, which read the folder of real plans.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import statistics
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

__all__ = ["SMALLEST", "main"]

#: The smallest size of each benchmark; `explore` and `map` start a browser. Peers of `map` that are not installed are
#: named and left out.
SMALLEST = {
    "accuracy_at_scale": ["{corpus}", "--jobs", "1"],
    "ask": ["--plans", "3", "--runs", "1", "--questions", "1"],
    "cascade": ["--tasks", "5"],
    "corpus": ["--plans", "5", "--into", "{folder}/made", "--jobs", "1"],
    "doubling": ["--kb", "100", "letters"],
    "embedded_load": ["50"],
    "explore": ["{plan}"],
    "map": ["30", "--peers"],
    "parse": ["{plan}", "--runs", "1"],
    "scale": ["--read", "5", "--runs", "1", "5", "7"],
    "start": ["--runs", "1", "--only", "plans"],
    "workbook": ["--rows", "5", "--runs", "1"],
}


def main(arguments: Sequence[str]) -> None:
    """Print the table, or run everything once."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks all", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="smaller sizes")
    parser.add_argument("--smallest", action="store_true", help="only see whether each benchmark still runs")
    options = parser.parse_args(arguments)
    if options.smallest:
        failed = list(_failures())
        sys.exit("\n".join(failed) if failed else 0)
    print("| what | ours s | peer | peer s | ours : peer |\n| --- | ---: | --- | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for what, peer, ours, theirs in _compared(Path(folder), quick=options.quick):
            print(f"| {what} | {ours:.3f} | {peer} | {theirs:.3f} | {ours / theirs:.2f} |", flush=True)


def _compared(folder: Path, *, quick: bool) -> Iterator[tuple[str, str, float, float]]:
    """Yield what is compared, with whom, and the processor seconds of both (medians of runs that take turns)."""
    from benchmarks.corpus import make_corpus
    from benchmarks.embedded_load import RUNS, ratio
    from benchmarks.parse import jieba_pass
    from ingest.parse import parse_file
    from zerentu.reading import read_file

    size, plans = (10_000, 40) if quick else (100_000, 400)
    bare, load = ratio(size, folder)
    yield f"embedded store: load of {size:,} relationships", "bare COPY", load, bare
    make_corpus(folder / "corpus", plans, 1)
    files = sorted((folder / "corpus").glob("*/*"))
    texts = [path for path in files if path.suffix == ".txt"]
    cut = jieba_pass()
    if cut is not None:
        read = [path.read_bytes().decode("gb18030" if _is_gb(path) else "utf-8-sig") for path in texts]
        yield (
            f"parse of {len(texts)} made texts",
            "jieba",
            *_turns(RUNS, lambda: [parse_file(path) for path in texts], lambda: [cut(text) for text in read]),
        )
    import docx

    words = [path for path in files if path.suffix == ".docx"]
    yield (
        f"parse of {len(words)} made Word files",
        "python-docx, paragraphs alone",
        *_turns(
            RUNS,
            lambda: [parse_file(path) for path in words],
            lambda: [[each.text for each in docx.Document(str(path)).paragraphs] for path in words],
        ),
    )
    graphs = [graph for path in files for graph in read_file(path, None).plans]
    yield from _one_more(folder, graphs)


def _one_more(folder: Path, graphs: Sequence[object]) -> Iterator[tuple[str, str, float, float]]:
    """Yield what adding the last plan to all others takes, beside loading all at once."""
    from graph.stores.embedded.store import EmbeddedStore

    times = []
    with EmbeddedStore(folder / "more.lbug") as store:
        for portion in (graphs[:-1], graphs[-1:]):
            begin = time.process_time()
            store.load(portion)  # type: ignore[arg-type]
            times.append(time.process_time() - begin)
    yield f"embedded store: one plan more than {len(graphs) - 1}", "loading these", times[1], times[0]


def _is_gb(path: Path) -> bool:
    try:
        path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _turns(runs: int, *actions: Callable[[], object]) -> list[float]:
    """Return the median of the processor seconds of some actions, which take turns."""
    times: list[list[float]] = [[] for _action in actions]
    for _run in range(runs):
        for found, action in zip(times, actions, strict=True):
            begin = time.process_time()
            action()
            found.append(time.process_time() - begin)
    return [statistics.median(each) for each in times]


def _failures() -> Iterator[str]:
    """Yield what failed of the benchmarks at their smallest size, and print what each took."""
    from benchmarks.corpus import make_corpus
    from zerentu.library import sample_plan

    with tempfile.TemporaryDirectory() as folder:
        make_corpus(Path(folder) / "corpus", 5, 1)
        places = {"corpus": f"{folder}/corpus", "folder": folder, "plan": str(sample_plan())}
        for name, words in SMALLEST.items():
            said = io.StringIO()
            begin = time.perf_counter()
            try:
                with contextlib.redirect_stdout(said):
                    import_module(f"benchmarks.{name}").main([word.format(**places) for word in words])
            except SystemExit as left:
                # `doubling` says by its status that something grew too fast, which so small a size cannot tell.
                if not said.getvalue().strip():
                    yield f"{name}: {left}"
            except Exception:
                yield f"{name}: {traceback.format_exc()}"
            else:
                if not said.getvalue().strip():
                    yield f"{name}: printed nothing"
            print(f"{name}: {time.perf_counter() - begin:.1f} s", file=sys.stderr)

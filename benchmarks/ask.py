"""Questions to a store of thousands of plans: processor seconds of each, beside the start of a process.

``python -m benchmarks ask [--plans N] [--db FILE]`` makes small plans of every city of the gazetteer, loads them, and prints a
table: what a question costs in a process of its own, less what a process costs that only starts and one that also opens the
store, and what it costs where the store is open, as in a session. FILE is kept and used again.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.start import processor_seconds
from graph.agencies.regions import NATION, Region, children
from graph.stores.embedded.store import EmbeddedStore
from ingest.parse import parse_file
from ingest.to_graph import build_graphs
from queries.answers import ask

RUNS = 3
QUESTIONS = (
    "洛阳市工信局牵头哪些任务",
    "洛阳市财政局和发改委共同负责哪些任务",
    "洛阳市哪些任务没有责任单位",
    "洛阳和开封谁的任务多",
    "石家庄到2027年的目标有哪些",
    "培训巡护员这项任务由谁负责",
    "哪些方案提到水泥行业",
    "一共有多少项任务",
    "哪些任务没人管",
    "市气象局牵头哪些任务",
    "市水利局和市气象局共同负责哪些任务",
    "省民航办负责什么",
    "水利局负责哪些任务",
    "市财政局和谁一起负责任务",
    "哪些单位牵头任务最多",
    "谁从不牵头",
    "哪些任务没有牵头单位",
    "哪些任务只有一家负责",
)
_TOPICS = ("低空物流", "河湖管护", "老旧小区改造", "冷链运输", "乡村诊所", "城市绿道", "再生水利用")
_BODIES = ("财政局", "工业和信息化局", "水利局", "交通运输局", "民政局", "商务局", "农业农村局", "住房和城乡建设局", "气象局", "教育局")  # fmt: skip
_TITLES = (
    "布局站点", "培训巡护员", "建立台账", "开展水泥行业巡检", "改造管网", "发放补助", "公开进度", "接入平台",
    "评选示范点", "修订规程",
)  # fmt: skip


def made_plans(count: int) -> Iterator[str]:
    """Yield the text of so many small plans, the same every time."""
    chance = random.Random(13)
    provinces = [region.name for region in children(NATION.name)]
    cities = [region for province in provinces for region in children(province) if region.level == "市"]
    for at in range(count):
        yield _text(cities[at % len(cities)], at // len(cities), chance)


def _text(city: Region, edition: int, chance: random.Random) -> str:
    topic = _TOPICS[edition % len(_TOPICS)]
    lines = [f"{city.name}{topic}实施方案", "", "一、总体要求"]
    lines += [f"到2027年，{topic}站点达到{chance.randint(10, 90)}个。", "", "二、重点任务"]
    for number, title in enumerate(chance.sample(_TITLES, 6), start=1):
        first, second, third = chance.sample(_BODIES, 3)
        owners = chance.choice(
            [f"（市{first}牵头，市{second}、市{third}配合）", f"（市{first}、市{second}按职责分工负责）", ""]
        )
        lines.append(f"{number}.{title}。按月{title}，逐项核对第{chance.randint(1, 99)}批清单。{owners}")
    return "\n".join(lines) + "\n"


def make_store(path: Path, count: int) -> None:
    """Parse and load so many made plans."""
    graphs = []
    with tempfile.TemporaryDirectory() as folder:
        for at, text in enumerate(made_plans(count)):
            file = Path(folder) / f"{at}.txt"
            file.write_text(text, encoding="utf-8")
            graphs += build_graphs(parse_file(file))
    with EmbeddedStore(path) as store:
        store.load(graphs)


def main(arguments: Sequence[str]) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks ask", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--plans", type=int, default=2000)
    parser.add_argument("--db", type=Path, help="file that keeps the store")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--questions", type=int, default=len(QUESTIONS), help="how many of them to ask")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = options.db or Path(folder) / "plans.lbug"
        if not path.exists():
            make_store(path, options.plans)
        opening = ["cypher", "MATCH (p:Plan) RETURN count(p) AS n", "--db", str(path)]
        seconds(["queries"], 1), seconds(opening, 1)
        start, opened = seconds(["queries"], options.runs), seconds(opening, options.runs)
        print(f"start: {start:.2f} s, with the store opened {opened:.2f} s")
        print("| question | s beside the start | s beside the opening | s in a session |\n| --- | ---: | ---: | ---: |")
        with EmbeddedStore(path, read_only=True) as store:
            ask(store, QUESTIONS[0])
            for question in QUESTIONS[: options.questions]:
                whole = seconds(["ask", question, "--db", str(path)], options.runs)
                print(
                    f"| {question} | {whole - start:.2f} | {whole - opened:.2f} | {in_session(store, question, options.runs):.2f} |"
                )


def in_session(store: EmbeddedStore, question: str, runs: int) -> float:
    """Return the median processor time of a question to a store that is open, which remembers nothing of the one before."""
    times = []
    for _ in range(runs):
        begin = time.process_time()
        ask(store, question)
        times.append(time.process_time() - begin)
    return statistics.median(times)


def seconds(words: Sequence[str], runs: int) -> float:
    """Return the median processor time of a command."""
    line = [sys.executable, "-m", "zerentu", *words]
    # With the bytecode in place, as after the first run of any installation.
    cache = Path(tempfile.gettempdir()) / "zerentu-benchmark-bytecode"
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(cache), "PYTHONDONTWRITEBYTECODE": ""}
    return statistics.median(processor_seconds(line, environment) for _ in range(runs))

"""The pictures in docs/pictures, made anew from the sample plan in a real browser.

``python -m benchmarks pictures [FOLDER]`` loads the sample plan that is part of the program, fills sheets as offices
would, sets a plan of a province above that of its city, writes every page in Chinese, opens each in a headless Chromium
and saves what is seen. Whoever changes a page makes them again and looks at each. Needs the extras ``test``, ``bench``
and ``web`` and a Chinese font.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
#: No picture may be larger: they are part of every checkout.
MOST = 150_000
AGENCY = "市工业和信息化局"
TASK = "摸清高耗能项目底数"
SHEET = {"width": 1587, "height": 1123}  # A3, 96 pixels an inch
WINDOW = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
#: The day on which the pictures are taken, for what is overdue.
TODAY = "2026-11-28"
#: What offices report: the beginning of a task's title, what was done, the state, the share.
REPORTS = (
    ("摸清高耗能项目底数", "37个项目已建档，能效普查完成八成。", "推进中", "80%"),
    ("编制高耗能项目清单", "清单已公开。", "已完成", "100%"),
    ("印发绿色工厂", "征求意见两轮，尚未印发。", "推进中", "60%"),
    ("稳妥退出落后产能", "3条生产线停产，1条等待补偿。", "受阻", "45%"),
    ("建设园区绿色微电网", "经开区一期并网。", "推进中", "50%"),
    ("推广合同能源管理", "签订合同6份。", "推进中", "40%"),
)
#: A plan of a province, to be compared with the sample as if that were the plan of a city in it.
CITY = "洛阳市"
PROVINCE = """河南省制造业绿色转型行动方案（2026—2028年）
一、重点任务
（一）摸清高耗能项目底数。对水泥、平板玻璃、电解铝项目逐个建档，2026年6月底前完成首轮能效普查。（省发展改革委牵头，省工业和信息化厅、省统计局配合）
（二）做强绿色产业链。到2028年建成中试平台30个。（省工业和信息化厅牵头，省商务厅配合）
（三）实施重点用能设备更新。到2028年，水泥熟料单位产品综合能耗下降4%。（省工业和信息化厅牵头）
（四）推行产品碳足迹管理。2027年底前发布20种产品的核算规则。（省市场监管局牵头，省生态环境厅配合）
二、保障措施
（一）强化资金保障。设立绿色转型专项资金。（省财政厅牵头）
"""
#: Views of the explorer by the name of their picture.
VIEWS = {
    name: f"#{name}" for name in ("overview", "agencies", "tasks", "matrix", "map", "targets", "audit", "relations")
}


def sample() -> Path:
    """Return the path of the sample plan."""
    [plan] = [each for each in files("zerentu").joinpath("sample").iterdir() if each.name.endswith(".txt")]
    return Path(str(plan))


def pages(folder: Path) -> None:
    """Write the pages of the sample plan into a folder."""

    def run(*words: str) -> None:
        command = [sys.executable, "-m", "zerentu", *words]
        subprocess.run(command, cwd=folder, env={**os.environ, "ZERENTU_LANG": "zh"}, check=True, capture_output=True)

    run("load", str(sample()))
    run("explore", "-o", "explorer.html", "--today", TODAY)
    run("matrix", "-o", "matrix.html")
    run("map", "-o", "map.html")
    run("map", "--agency", AGENCY, "-o", "map-agency.html")
    run("map", "--task", TASK, "-o", "map-task.html")
    run("sheets", "-o", "sheets", "--by", "lead", "--as-of", TODAY)
    for path in sorted((folder / "sheets").glob("*.xlsx")):
        reported(path)
    run("progress", "import", "sheets", "--today", TODAY)
    run("explore", "-o", "progress.html", "--today", TODAY)
    run("map", "-o", "map-progress.html")
    (folder / "province.txt").write_text(PROVINCE, "utf-8")
    (folder / "city.txt").write_text(sample().read_text("utf-8").replace("云泽市", CITY), "utf-8")
    run("load", "--db", "levels.lbug", "province.txt", "city.txt")
    run("explore", "--db", "levels.lbug", "-o", "levels.html", "--today", TODAY)


def reported(path: Path) -> None:
    """Fill a sheet as its office would."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    for sheet in book.worksheets[1:]:
        columns = {str(cell.value).split("\n")[0]: cell.column for cell in sheet[3]}
        for row in range(4, sheet.max_row + 1):
            title = str(sheet.cell(row, columns["任务"]).value)
            for begins, said, state, share in REPORTS:
                if title.startswith(begins):
                    for caption, value in (("进展情况", said), ("完成状态", state), ("完成比例", share)):
                        sheet.cell(row, columns[caption]).value = value
    book.save(path)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve an empty store and return the address of its page."""
    command = [sys.executable, "-m", "zerentu", "serve", "--no-browser", "--db", "served.lbug"]
    environment = {**os.environ, "ZERENTU_LANG": "zh", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            lines = server.stdout or ()
            yield next("http" + line.partition("http")[2].strip() for line in lines if "http" in line)
        finally:
            server.terminate()


def shots(browser: Any, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Return the pictures, by their names."""

    def opened(name: str, ready: str, size: dict[str, int], scheme: str = "light") -> Any:
        page = browser.new_page(viewport=size, color_scheme=scheme)
        page.goto((folder / f"{name}.html").as_uri(), timeout=120_000)
        page.wait_for_selector(ready, state="attached")
        return page

    for name in ("map", "map-agency", "map-task", "map-progress"):
        page = opened(name, "html[data-drawn]", WINDOW)
        yield name, page.screenshot()
        page.close()
    page = opened("map", "html[data-drawn]", SHEET)
    page.evaluate("() => { window.dispatchEvent(new Event('beforeprint')); }")
    page.emulate_media(media="print")
    yield "map-print", page.screenshot()
    page.close()
    page = opened("map", "html[data-drawn]", PHONE, "dark")
    yield "map-phone", page.screenshot()
    page.close()

    page = opened("explorer", "html[data-open]", WINDOW)
    for name, address in VIEWS.items():
        _go(page, address)
        yield f"explorer-{name}", page.screenshot()
    _go(page, VIEWS["agencies"])
    _go(page, page.get_attribute(f"tbody a:has-text('{AGENCY}')", "href"))
    yield "explorer-agency", page.screenshot()
    _go(page, page.get_attribute("a.quote", "href"))
    page.evaluate("() => window.scrollTo(0, 0)")
    yield "explorer-task", page.screenshot()
    page.close()
    page = opened("explorer", "html[data-open]", PHONE, "dark")
    yield "explorer-phone", page.screenshot()
    page.close()
    page = opened("progress", "html[data-open]", WINDOW)
    _go(page, "#progress")
    yield "explorer-progress", page.screenshot()
    page.close()
    page = opened("levels", "html[data-open]", WINDOW)
    _go(page, "#cascade")
    _go(page, page.get_attribute("a[href^='#cascade=']", "href"))
    yield "explorer-cascade", page.screenshot()
    page.close()
    page = opened("matrix", "table.head", WINDOW)
    page.click("tr.row td.cell")
    yield "matrix", page.screenshot()
    page.close()


def served_shots(browser: Any, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Return the pictures of the served page: a plan that was read, and a question that was answered."""
    with served(folder) as address:
        page = browser.new_page(viewport=WINDOW)
        page.goto(address, timeout=120_000)
        page.wait_for_selector("html[data-open]")
        page.set_input_files("#pick-plans", sample())
        page.wait_for_selector(".is-read", timeout=120_000)
        yield "serve-plans", page.screenshot()
        page.click(".is-read .main-button")
        page.wait_for_selector(".is-loaded", timeout=120_000)
        page.evaluate("() => { location.hash = 'ask'; }")
        page.fill("#question", "市生态环境局牵头哪些任务？")
        page.press("#question", "Enter")
        page.wait_for_selector("#answer table", timeout=120_000)
        yield "serve-ask", page.screenshot()
        page.close()


def small(data: bytes) -> bytes:
    """Return a picture with 256 colours: a third of the size, and nobody sees the difference."""
    from PIL import Image

    out = BytesIO()
    Image.open(BytesIO(data)).convert("RGB").quantize(256).save(out, "png", optimize=True)
    return out.getvalue()


def _go(page: Any, address: str) -> None:
    """Follow an address of the explorer; its view is there when the browser has told of it."""
    page.evaluate(
        """(address) => new Promise((done) => {
            if (location.hash === address) done();
            addEventListener('hashchange', () => done(), { once: true });
            location.hash = address;
        })""",
        address,
    )


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks pictures", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "pictures")
    target = parser.parse_args(arguments).folder
    from playwright.sync_api import sync_playwright

    from tests.viz.browser import ARGUMENTS, find

    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        pages(Path(made))
        chromium = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        for name, seen in chain(shots(chromium, Path(made)), served_shots(chromium, Path(made))):
            data = small(seen)
            path = target / f"{name}.png"
            path.write_bytes(data)
            print(f"{len(data):>8,} {path.name}")
            if len(data) > MOST:
                sys.exit(f"{path.name}: {len(data):,} bytes, more than {MOST:,}")
        chromium.close()

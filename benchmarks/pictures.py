"""The pictures in docs/pictures, made anew from the sample plan in a real browser.

``python -m benchmarks pictures [FOLDER]`` loads the sample plan that is part of the program, writes every page of it in
Chinese, opens each in a headless Chromium and saves what is seen. Whoever changes a page makes them again and looks at
each. Needs the extras ``test`` and ``bench`` and a Chinese font.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
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
#: Views of the explorer by the name of their picture.
VIEWS = {
    name: f"#{name}" for name in ("overview", "agencies", "tasks", "matrix", "map", "targets", "audit", "relations")
}


def pages(folder: Path) -> None:
    """Write the pages of the sample plan into a folder."""
    [plan] = [each for each in files("zerentu").joinpath("sample").iterdir() if each.name.endswith(".txt")]

    def run(*words: str) -> None:
        command = [sys.executable, "-m", "zerentu", *words]
        subprocess.run(command, cwd=folder, env={**os.environ, "ZERENTU_LANG": "zh"}, check=True, capture_output=True)

    run("load", str(plan))
    run("explore", "-o", "explorer.html", "--today", "2026-11-28")
    run("matrix", "-o", "matrix.html")
    run("map", "-o", "map.html")
    run("map", "--agency", AGENCY, "-o", "map-agency.html")
    run("map", "--task", TASK, "-o", "map-task.html")


def shots(browser: Any, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Return the pictures, by their names."""

    def opened(name: str, ready: str, size: dict[str, int], scheme: str = "light") -> Any:
        page = browser.new_page(viewport=size, color_scheme=scheme)
        page.goto((folder / f"{name}.html").as_uri(), timeout=120_000)
        page.wait_for_selector(ready, state="attached")
        return page

    for name in ("map", "map-agency", "map-task"):
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
    page = opened("matrix", "table.head", WINDOW)
    page.click("tr.row td.cell")
    yield "matrix", page.screenshot()
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
        for name, seen in shots(chromium, Path(made)):
            data = small(seen)
            path = target / f"{name}.png"
            path.write_bytes(data)
            print(f"{len(data):>8,} {path.name}")
            if len(data) > MOST:
                sys.exit(f"{path.name}: {len(data):,} bytes, more than {MOST:,}")
        chromium.close()

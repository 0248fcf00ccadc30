"""How large an explorer is and how long it takes, from the store to the first view.

``python -m benchmarks explore PLAN…`` loads files and folders of plans, writes the page, opens it several times in a
headless Chromium and prints: plans and tasks, writing, size, navigation to the first view (each time), the list of all
tasks, a search. Needs the extra ``test``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

RUNS = 5


def measure(plans: list[str], folder: Path, browser: Any) -> list[str]:
    """Write one page and return its row."""
    import zerentu
    from zerentu.explorer import explorer_content

    db = folder / "a.lbug"
    zerentu.load(plans, db=db)
    with zerentu.open_store(db) as store:
        held = explorer_content(store)
        began = time.perf_counter()
        path = zerentu.explore(store, folder / "a.html")
        writing = time.perf_counter() - began
    opened = []
    for _ in range(RUNS):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(120_000)
        began = time.perf_counter()
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-open]", state="attached")
        opened.append(time.perf_counter() - began)
        if len(opened) < RUNS:
            page.close()
    listing = page.evaluate(
        """() => new Promise((done) => {
            const began = performance.now();
            window.addEventListener('hashchange', () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - began), 0)));
            location.hash = 'tasks';
        })"""
    )
    searching = page.evaluate(
        """() => {
            const box = document.querySelector('#search');
            const began = performance.now();
            box.value = '工信局'; box.dispatchEvent(new Event('input'));
            return performance.now() - began;
        }"""
    )
    page.close()
    return [
        f"{len(held.plans):,}",
        f"{len(held.tasks):,}",
        f"{writing:.2f}",
        f"{path.stat().st_size / 1e6:.2f}",
        f"{min(opened):.2f}–{max(opened):.2f}",
        f"{listing:.0f}",
        f"{searching:.0f}",
    ]


def main(arguments: list[str]) -> None:
    from playwright.sync_api import sync_playwright

    from tests.viz.browser import ARGUMENTS, find

    parser = argparse.ArgumentParser(prog="python -m benchmarks explore", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("plans", nargs="+", metavar="PLAN", help="files and folders of plans")
    asked = parser.parse_args(arguments)
    print("plans | tasks | explore s | file MB | navigation to first view s | list of tasks ms | first search ms")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        print(" | ".join(measure(asked.plans, Path(folder), browser)))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])

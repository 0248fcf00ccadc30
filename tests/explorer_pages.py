"""An explorer opened in a browser, and the way to its views."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def opened(chromium: Any, path: Path, width: int, troubles: list[str]) -> Any:
    page = chromium.new_page(viewport={"width": width, "height": 844})
    page.on("console", lambda message: troubles.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith("file:") else troubles.append(request.url))
    page.on("dialog", lambda dialog: (troubles.append(dialog.message), dialog.dismiss()))
    page.goto(path.as_uri(), timeout=120_000)
    page.wait_for_selector("html[data-open]", state="attached")
    return page


def go(page: Any, address: str) -> None:
    """Follow a link of the page that leads to an address; its view is there when the browser has told of it."""
    page.evaluate(
        """(address) => new Promise((done) => {
            if (decodeURIComponent(location.hash) === '#' + address) done();
            window.addEventListener('hashchange', () => done(), { once: true });
            location.hash = address;
        })""",
        address,
    )

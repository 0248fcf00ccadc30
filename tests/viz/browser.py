"""The browser that the tests of pages use: the machine's own Chromium, never a downloaded one."""

from __future__ import annotations

import os
import shutil

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find() -> str | None:
    """Return the path of a Chromium, or None."""
    named = os.environ.get("ZERENTU_CHROMIUM")
    if named:
        return named
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome", "microsoft-edge"))
    return next((path for path in found if path), None)

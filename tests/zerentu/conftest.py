"""What all tests of the command line share."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def chinese(monkeypatch):
    """Speak Chinese, whatever ``--lang`` an earlier test has set for the process."""
    monkeypatch.setenv("ZERENTU_LANG", "zh")


@pytest.fixture(autouse=True)
def any_screen(monkeypatch):
    """Print as wide as without a screen: a runner with several processes tells each of them a width."""
    monkeypatch.delenv("COLUMNS", raising=False)

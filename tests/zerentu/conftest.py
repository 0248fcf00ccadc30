"""What all tests of the command line share."""

from __future__ import annotations

import pytest

from zerentu.config import SETTINGS


@pytest.fixture(autouse=True)
def chinese(monkeypatch):
    """Speak Chinese, whatever ``--lang`` an earlier test has set for the process."""
    monkeypatch.setenv("ZERENTU_LANG", "zh")


@pytest.fixture(autouse=True)
def any_screen(monkeypatch):
    """Print as wide as without a screen: a runner with several processes tells each of them a width."""
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture
def folder(tmp_path, monkeypatch, chinese):
    """Stand in an empty folder, with no setting from outside but the language of all these tests."""
    names = {name for names in SETTINGS.values() for name in names} - {"ZERENTU_LANG"}
    for name in ("ZERENTU_CONFIG", *names):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path

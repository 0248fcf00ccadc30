"""A server of one run: a token that nobody guesses, and an end that leaves nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.errors import SettingsError
from zerentu.web.server import Served


def test_every_run_has_a_token_of_its_own(tmp_path: Path) -> None:
    runs = [Served(str(tmp_path / "a.lbug")) for _at in range(2)]
    tokens = {re.fullmatch(r"http://127\.0\.0\.1:\d+/open\?([\w-]{43})", run.address)[1] for run in runs}  # type: ignore[index]
    assert len(tokens) == 2
    for run in runs:
        run.close()
        assert not run.folder.exists()


def test_another_address_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="only an address of this computer"):
        Served(str(tmp_path / "a.lbug"), host="0.0.0.0")

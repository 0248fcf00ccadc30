"""``zerentu mcp`` says what it needs; tests/zerentu/test_assistants.py drives it."""

from __future__ import annotations

import sys

import pytest
from click.testing import CliRunner

from zerentu.cli import cli


def test_without_the_sdk_the_command_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "zerentu.assistants", raising=False)
    for name in [name for name in sys.modules if name.split(".")[0] == "mcp"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [_Missing(), *sys.meta_path])
    done = CliRunner().invoke(cli, ["mcp"])
    assert str(done.exception) == "the command mcp needs the official SDK; run pip install 'zerentu[mcp]'"


class _Missing:
    """Finds no module of the SDK, as where it is not installed."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name.split(".")[0] == "mcp":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

"""The real plans and their gold, where ZERENTU_CORPUS names them."""

from __future__ import annotations

import importlib.util
import json
import os
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from ingest.parse import parse_file
from ingest.parsed import Parsed

#: Of these what they say of themselves is not all read yet: a region that only the agencies tell, a title outside the text.
UNTOLD = frozenset(["64", "69", "72", "82", "85", "89", "91"])

needs_corpus = pytest.mark.skipif(
    "ZERENTU_CORPUS" not in os.environ, reason="set ZERENTU_CORPUS to the folder of real plans to run this"
)


def corpus() -> Path:
    """Return the folder of real plans."""
    return Path(os.environ["ZERENTU_CORPUS"])


@cache
def parsed(path: Path) -> Parsed:
    """Return the parse of a real plan; many tests look at the same one, and it does not change."""
    return parse_file(path)


def golds(folder: str) -> list[tuple[Path, Path, dict[str, Any]]]:
    """Return gold file, plan file and gold of the annotated plans of a folder (seeds, plans)."""
    if "ZERENTU_CORPUS" not in os.environ:
        return []
    found = []
    for path in sorted((corpus().parent / "gold" / folder).glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        found.append((path, corpus() / folder / gold["doc"], gold))
    return found


def scorer() -> ModuleType:
    """Return score.py, which lies beside the folder of real plans."""
    spec = importlib.util.spec_from_file_location("score", corpus().parent / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

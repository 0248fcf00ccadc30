"""Patterns are read by people: none is longer than 200 characters, unless it is verbose, a line an alternative.

Only what is written in code counts: words that come out of a table are put in where the pattern is built. A line of a
verbose pattern is counted for itself, without its blanks and its comment.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("graph", "ingest", "queries", "viz", "zerentu")
LONGEST = 200
#: Files with patterns that are still to be taken apart; a file leaves the list when it has none.
TO_DO: frozenset[str] = frozenset()
_PATTERN = re.compile(r"\(\?[:P=!<]|\\[sdwb]|\[\^|(?:[^|\s]+\|){4}")
_COMMENT = re.compile(r"(?<![\\\[])#.*")


def modules() -> list[Path]:
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and text of each string in code that looks like a pattern, docstrings left out."""
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    spoken = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if id(node) in inside or id(node) in spoken:
            continue
        if isinstance(node, ast.JoinedStr):
            text = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        if _PATTERN.search(text):
            yield node.lineno, text


def longest(text: str) -> int:
    """Return the length of a pattern, or of the longest line of a verbose one."""
    lines = (re.sub(r"\s", "", _COMMENT.sub("", line)) for line in text.splitlines())
    return max(map(len, lines)) if "\n" in text.strip() else len(text)


def too_long(source: str) -> list[tuple[int, int]]:
    """Return line and length of the patterns of a module that are too long."""
    found = ((line, longest(text)) for line, text in literals(ast.parse(source)))
    return [(line, length) for line, length in found if length > LONGEST]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_pattern_is_too_long_to_read(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    found = too_long(path.read_text(encoding="utf-8"))
    if name in TO_DO:
        assert found, f"{name} has no long pattern any more: take it off the list"
    else:
        assert found == []


def test_the_list_names_files_that_exist() -> None:
    assert {name for name in TO_DO if not (ROOT / name).is_file()} == set()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import re\nA = re.compile(r'(?:" + "甲" * 210 + ")')", [(2, 214)]),
        ("import re\nA = re.compile(r'(?:" + "甲" * 150 + ")')", []),
        ("A = (r'(?:" + "甲" * 150 + "'\n r'" + "乙" * 60 + ")')", [(1, 214)]),
        ("A = rf'(?:{words}" + "甲" * 210 + ")'", [(1, 214)]),
        ("A = r'''\n(?:甲|乙)  # " + "注" * 300 + "\n| (?:丙)\n'''", []),
        ("A = r'''\n(?:" + "甲" * 210 + ")\n| (?:丙)\n'''", [(1, 214)]),
        ("def f():\n    '''(?:" + "甲" * 210 + ")'''", []),
        ("A = '" + "甲" * 300 + "'", []),
    ],
)
def test_what_counts_as_too_long(source: str, found: list[tuple[int, int]]) -> None:
    assert too_long(source) == found

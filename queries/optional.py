"""Conditions that hold for everything where their parameter is left empty: folded away before a query runs.

``($region = '' OR p.region = $region)`` lets one question serve for a region and for all. Neither engine looks such
a condition up in an index, so that every row is read for the few of one region. What is known before is decided before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from graph.stores.store import Parameter

__all__ = ["without_unused"]

_OPENING = re.compile(r"\((?:\$(\w+) = ''|size\(\$(\w+)\) = 0) OR\s+")
_ALWAYS = re.compile(r"(?<!NOT )\btrue\s+AND\s+|\s+AND\s+true\b")
_STEP = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|[()]")


def without_unused(text: str, values: Mapping[str, Parameter]) -> str:
    """Return a query whose optional conditions are those of the parameters that say something.

    Parameters
    ----------
    text
        Cypher. Conditions of the form ``($name = '' OR …)`` or ``(size($name) = 0 OR …)`` are optional.
    values
        Its parameters.

    Examples
    --------
    >>> text = "WHERE ($region = '' OR p.region = $region) AND (size($ids) = 0 OR p.id IN $ids)"
    >>> without_unused(text, {"region": "洛阳市", "ids": []})
    'WHERE (p.region = $region)'
    """
    return _folded(text, frozenset(name for name, value in values.items() if value in ("", [])))


@lru_cache(maxsize=512)
def _folded(text: str, empty: frozenset[str]) -> str:
    pieces, done = [], 0
    for opening in _OPENING.finditer(text):
        end = _closing(text, opening.end()) if opening.start() >= done else None
        if end is None:
            continue
        pieces.append(text[done : opening.start()])
        unused = (opening[1] or opening[2]) in empty
        # What a kept condition holds is looked at in its turn.
        pieces.append("true" if unused else "(")
        done = end if unused else opening.end()
    # The embedded engine finds no index for a condition that stands beside one that always holds.
    return _ALWAYS.sub("", "".join([*pieces, text[done:]]))


def _closing(text: str, start: int) -> int | None:
    """Return the offset behind the bracket that closes a condition; None where none does."""
    depth = 1
    for step in _STEP.finditer(text, start):
        depth += {"(": 1, ")": -1}.get(step[0], 0)
        if depth == 0:
            return step.end()
    return None

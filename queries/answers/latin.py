"""Provinces and prefectures in Latin letters, as English questions name them: orphan tasks in Anqing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from queries.answers.answer import Refusal
from queries.answers.tokens import Question

__all__ = ["latin_regions"]

_TABLE = Path(__file__).with_name("data") / "latin_names.tsv"
_LATIN = re.compile("[a-z]{3}")


@cache
def _names() -> dict[str, list[str]]:
    """Return the regions by spelling; several where they sound the same (Suzhou)."""
    found: dict[str, list[str]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, spellings = line.split("\t")
            for spelling in spellings.split(","):
                found.setdefault(spelling, []).append(name)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    spellings = "|".join(sorted(_names(), key=len, reverse=True))
    return re.compile(rf"(?<![a-z])(?P<name>{spellings})(?:\s?(?:city|province|municipality))?(?![a-z])")


def latin_regions(question: Question, loaded: Sequence[str]) -> list[str]:
    """Take the regions that a question names in Latin letters, and return them.

    Raises
    ------
    Refusal
        If one of them has no plan in the store.
    """
    if not _LATIN.search(question.free):
        return []
    found: list[str] = []
    for match in question.find_all(_pattern()):
        bearers = [name for name in _names()[match["name"]] if name in loaded]
        if not bearers:
            raise Refusal("region_not_loaded", suggest=list(loaded[:5]), detail=match["name"])
        found += bearers
    return found

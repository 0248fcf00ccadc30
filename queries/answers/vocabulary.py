"""The words of questions, from the table: which slot each of them fills."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from graph.words import Word, alternatives, of_class, read_words

__all__ = ["finder", "words"]

_TABLE = Path(__file__).with_name("data") / "questions.tsv"


def words() -> tuple[Word, ...]:
    """Return every row of the table."""
    return read_words(_TABLE)


@cache
def finder(*kinds: str) -> re.Pattern[str]:
    """Return the pattern that finds a word of some classes, the longest first; Latin words stand alone."""
    chosen = of_class(words(), *kinds)
    latin = [word for word in chosen if _is_latin(word)]
    others = [word for word in chosen if not _is_latin(word)]
    return re.compile(rf"(?<![a-z])(?:{alternatives(latin)})(?![a-z])|{alternatives(others)}")


def _is_latin(word: Word) -> bool:
    return word.text[0].isascii() and word.text[0].isalpha()

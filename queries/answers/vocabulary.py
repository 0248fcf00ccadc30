"""The words of questions, from the table: which slot each of them fills."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from graph.words import Word, alternatives, of_class, read_words

__all__ = ["finder", "finder_in", "finder_of", "spelled", "spelled_in", "words"]

_TABLE = Path(__file__).with_name("data") / "questions.tsv"


def words() -> tuple[Word, ...]:
    """Return every row of the table."""
    return read_words(_TABLE)


@cache
def finder(*kinds: str) -> re.Pattern[str]:
    """Return the pattern that finds a word of some classes, the longest first; Latin words stand alone."""
    return re.compile(spelled(*kinds))


@cache
def spelled(*kinds: str) -> str:
    """Return the pattern of `finder` as it is written, for what is a part of another one."""
    return _spelled(_of(*kinds))


def finder_of(text: str, *kinds: str) -> re.Pattern[str]:
    """Return a pattern that finds in a text what `finder` does: only words that it holds are looked for.

    A command asks one question, and patterns of all words take longer to compile than to look with.
    """
    return re.compile(spelled_in(text, *kinds))


def spelled_in(text: str, *kinds: str) -> str:
    """Return the pattern of `finder_of` as it is written, for what is a part of another one."""
    return _spelled(word for word in _of(*kinds) if word.text in text)


@cache
def _of(*kinds: str) -> tuple[Word, ...]:
    return of_class(words(), *kinds)


def finder_in(text: str) -> re.Pattern[str]:
    """Return a pattern that finds in a text what that of all classes but the small words does: only words that it holds are looked for.

    The pattern of all words takes 15 ms to compile, which a command does for one question.
    """
    return re.compile(_spelled(word for word in words() if word.text in text and word.kind != "noise"))


def _spelled(chosen: Iterable[Word]) -> str:
    chosen = tuple(chosen)
    latin = [word for word in chosen if _is_latin(word)]
    others = [word for word in chosen if not _is_latin(word)]
    return rf"(?<![a-z])(?:{alternatives(latin)})(?![a-z])|{alternatives(others)}"


def _is_latin(word: Word) -> bool:
    return word.text[0].isascii() and word.text[0].isalpha()

"""The words of this room: one pattern for all the words of some classes of its tables."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from graph.words import Word, alternatives, of_class, read_words

__all__ = ["any_of", "words_of"]

_DATA = Path(__file__).with_name("data")
_TABLES = ("verbs", "governors", "signs", "units", "metrics", "contexts")
_WORDS = tuple(chain.from_iterable(read_words(_DATA / f"{table}.tsv") for table in _TABLES))
_KINDS = frozenset(word.kind for word in _WORDS)


def words_of(kind: str) -> tuple[Word, ...]:
    """Return the words of a class of this room's tables, in their order; the class has to exist."""
    if kind not in _KINDS:
        raise KeyError(kind)
    return of_class(_WORDS, kind)


def any_of(*kinds: str) -> str:
    """Return a pattern in one group that matches any word of some classes.

    Examples
    --------
    >>> any_of("fall")
    '(?:减|降)'
    """
    return f"(?:{alternatives(chain.from_iterable(map(words_of, kinds)))})"

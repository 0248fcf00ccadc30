"""The words of this room: one pattern for all the words of some classes of its tables."""

from __future__ import annotations

from graph.words import Table

__all__ = ["any_of", "followed", "texts", "words_of"]

_WORDS = Table(__file__, "verbs", "governors", "signs", "units", "metrics", "contexts", "headers")
words_of = _WORDS.of
any_of = _WORDS.pattern
texts = _WORDS.texts


def followed(behind: str, *kinds: str) -> str:
    """Return alternatives, none of them in a group: every word of some classes with a pattern behind it."""
    return "|".join(f"{word.pattern}{behind}" for word in words_of(*kinds))

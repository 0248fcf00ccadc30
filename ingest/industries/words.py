"""The words of this room: one pattern for all the words of some classes of its table."""

from __future__ import annotations

from graph.words import Table

__all__ = ["any_of", "either", "texts"]

_WORDS = Table(__file__, "words")
any_of = _WORDS.pattern
texts = _WORDS.texts
either = _WORDS.either

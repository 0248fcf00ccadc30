"""The words of this room: one pattern for all the words of some classes of its tables."""

from __future__ import annotations

from graph.words import Table

__all__ = ["WORDS", "any_of", "words_of"]

WORDS = Table(__file__, "verbs", "governors", "signs", "units", "metrics", "contexts")
words_of = WORDS.of
any_of = WORDS.pattern

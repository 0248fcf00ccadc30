"""The words of this room: one pattern for all the words of some classes of its tables."""

from __future__ import annotations

from graph.words import Table

__all__ = ["any_of", "either", "texts", "words_of"]

_WORDS = Table(__file__, "verbs", "governors", "signs", "units", "metrics", "contexts", "headers")
words_of = _WORDS.of
any_of = _WORDS.pattern
texts = _WORDS.texts
either = _WORDS.either

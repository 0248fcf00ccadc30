"""The words of this room: one pattern for all the words of some classes of its tables of lines."""

from __future__ import annotations

from graph.words import Table

__all__ = ["any_of", "either"]

_WORDS = Table(__file__, "lines")
any_of = _WORDS.pattern
either = _WORDS.either

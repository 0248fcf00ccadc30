"""The words of this room: what is written on the pages of files, whatever their format."""

from __future__ import annotations

from graph.words import Table

__all__ = ["any_of", "texts"]

_WORDS = Table(__file__, "files")
any_of = _WORDS.pattern
texts = _WORDS.texts

"""The words of this room: one pattern for all the words of some classes of its tables of lines."""

from __future__ import annotations

from graph.words import Table

__all__ = ["any_of"]

any_of = Table(__file__, "lines").pattern

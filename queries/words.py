"""The words that several questions need, from the tables in `data/`: what titles and metrics are written with."""

from __future__ import annotations

from graph.words import Table

__all__ = ["any_of"]

any_of = Table(__file__, "titles", "metrics").pattern

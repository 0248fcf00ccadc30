"""A page of tables that opens offline: what a comparison found, with both texts side by side.

The page holds no address and runs no script but its own filter; texts are escaped, words that differ are marked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from viz.offline import write_page

__all__ = ["Marked", "Table", "plain_text", "write_report"]

#: A text in pieces, each with whether the other text has other words there.
Marked = tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Table:
    """A table of a page.

    Attributes
    ----------
    caption
        Its heading.
    columns
        Keys of the rows, in order, with their captions.
    rows
        Texts, numbers, None or `Marked` texts by key.
    """

    caption: str
    columns: Mapping[str, str]
    rows: Sequence[Mapping[str, Any]]


def plain_text(value: Any) -> Any:
    """Return a value of a row without marks."""
    return "".join(text for text, _ in value) if isinstance(value, tuple) else value


def write_report(path: str | Path, title: str, tables: Sequence[Table], *, lang: str = "zh") -> Path:
    """Write tables as one offline HTML file.

    Parameters
    ----------
    path
        The file to write.
    title
        Heading of the page.
    tables
        What it holds; a table without rows is shown as its heading with the number nought.
    lang
        ``zh`` or ``en``.

    Raises
    ------
    SettingsError
        If the file cannot be written.
    """
    return write_page(
        path, "report", lang=lang, title=title, tables=tables, filter="筛选" if lang == "zh" else "Filter"
    )

"""A page of tables that opens offline: what a comparison found, with both texts side by side.

The page holds no address and runs no script but its own filter; texts are escaped, words that differ are marked.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from graph.files import write_file
from graph.visible import visible

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


def _shown(value: Any) -> Any:
    """Return what a page shows of a value; scripts and styles are ours and stay as they are."""
    return visible(value, lines=True) if type(value) is str else value


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
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    static = files("viz").joinpath("static")
    script = static.joinpath("report.js").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    environment = Environment(
        loader=PackageLoader("viz"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    page = environment.get_template("report.html.j2").render(
        title=title,
        tables=tables,
        lang="zh-CN" if lang == "zh" else "en",
        filter="筛选" if lang == "zh" else "Filter",
        policy=f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
        script=Markup(script),
        style=Markup(static.joinpath("report.css").read_text("utf-8")),
    )
    written = Path(path)
    write_file(written, page.encode("utf-8", "replace"))
    return written

"""A matrix as a page that opens offline: a table with a fixed header and first column, and each cell's sentence on click.

Gaps between the signs of a row are one cell each, so a thousand tasks by a hundred agencies are some ten thousand cells.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any

from graph.files import write_file

__all__ = ["PageCell", "PageMatrix", "PageRow", "write_matrices"]


@dataclass(frozen=True, kw_only=True)
class PageCell:
    """A filled cell: which of the agencies it stands below, its signs, the basis that shades it, what is said of it."""

    at: int
    signs: str
    basis: str
    note: str


@dataclass(frozen=True, kw_only=True)
class PageRow:
    """A task: its number, section, title and deadline, its cells from left to right, the words and place of the source."""

    number: str
    section: str
    title: str
    deadline: str
    cells: Sequence[PageCell]
    text: str
    place: str

    def pieces(self, width: int) -> list[tuple[int, PageCell | None]]:
        """Return the row from left to right: a filled cell, or how many cells in a row are empty."""
        found: list[tuple[int, PageCell | None]] = []
        at = 0
        for cell in self.cells:
            if cell.at > at:
                found.append((cell.at - at, None))
            found.append((1, cell))
            at = cell.at + 1
        return found if at == width else [*found, (width - at, None)]


@dataclass(frozen=True, kw_only=True)
class PageMatrix:
    """The matrix of a plan: title, banner or nothing, groups of agencies with their widths, names, rows, sums by column."""

    title: str
    banner: str
    groups: Sequence[tuple[str, int]]
    agencies: Sequence[str]
    rows: Sequence[PageRow]
    sums: Sequence[tuple[str, Sequence[int]]]


def write_matrices(
    path: str | Path, title: str, found: Sequence[PageMatrix], words: dict[str, str], *, lang: str = "zh"
) -> Path:
    """Write matrices as one offline HTML file.

    Parameters
    ----------
    path
        The file to write.
    title
        Heading of the page.
    found
        One matrix a plan; the page shows one at a time.
    words
        Captions: number, title, deadline, count, search, legend, nobody.
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
    script = static.joinpath("matrix.js").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    environment = Environment(
        loader=PackageLoader("viz"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["groupby_runs"] = lambda rows: groupby(rows, key=lambda row: row.section)
    page = environment.get_template("matrix.html.j2").render(
        title=title,
        matrices=found,
        words=words,
        data=Markup(_data(found)),
        lang="zh-CN" if lang == "zh" else "en",
        policy=f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
        script=Markup(script),
        style=Markup(static.joinpath("matrix.css").read_text("utf-8")),
    )
    written = Path(path)
    write_file(written, page.encode("utf-8", "replace"))
    return written


def _data(found: Sequence[PageMatrix]) -> str:
    rows: list[list[Any]] = [
        [row.text, row.place, [[matrix.agencies[cell.at], cell.note] for cell in row.cells]]
        for matrix in found
        for row in matrix.rows
    ]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")

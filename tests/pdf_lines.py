"""Characters and lines of a PDF page, made by hand: a Chinese character is as wide as its size, others half of it."""

from __future__ import annotations

from collections.abc import Mapping

from ingest.files.pdf.lines import Line, to_line
from ingest.files.pdf.page import Char


def row(
    text: str, *, x: float = 0.0, y: float = 100.0, size: float = 10.0, gaps: dict[int, float] | None = None
) -> list[Char]:
    """Return characters side by side; `gaps` are widths in front of some of them, by position."""
    chars = []
    for at, sign in enumerate(text):
        x += (gaps or {}).get(at, 0.0)
        width = size if sign >= "⺀" else size / 2
        chars.append(Char(sign, x, x + width, y, size))
        x += width
    return chars


def line(text: str, *, x: float = 0.0, y: float = 100.0, size: float = 10.0, page: int = 1) -> Line:
    """Return a line that begins at a place."""
    return spread({x: text}, y=y, size=size, page=page)


def spread(texts: Mapping[float, str], *, y: float = 100.0, size: float = 10.0, page: int = 1) -> Line:
    """Return a line of several texts, each by where it begins, as in a table without ruling lines."""
    found = to_line([char for x, text in texts.items() for char in row(text, x=x, y=y, size=size)], page)
    assert found is not None
    return found

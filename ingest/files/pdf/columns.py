"""Pages set in two columns, as gazettes are and as two pages on one sheet: taken apart into stretches to be read in turn.

Where the gutter is, most lines have a gap or end before it or begin behind it. That alone is also
true of a table without ruling lines; but the lines of a column are full, and seldom have gaps of their own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.files.pdf.lines import Line, to_line
from ingest.files.pdf.tables import Table

__all__ = ["Stretch", "gutters", "stretches"]

#: The gutter is looked for in the middle of the page, between these shares of its width.
_FROM, _TO = 0.35, 0.65
#: In widths of a character: how near to its column's edge a full line ends, and a gap that a line of text does not have.
_RAGGED, _GAP = 1.6, 1.5
#: So many lines on each side show that there are columns, and such a share of them is full.
_LEAST, _FULL = 5, 0.4


@dataclass
class Stretch:
    """Lines and tables that are read from top to bottom: those across the page (side 0), of its left (1) or right column (2)."""

    page: int
    side: int
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


def gutters(pages: Sequence[tuple[tuple[int, int], float, Sequence[Line], Sequence[Table]]]) -> list[float | None]:
    """Return for each page where its gutter is, or None if it has one column.

    A page with too few lines to tell, as the last one, has the gutter of the other pages of its size if its lines fit it.

    Parameters
    ----------
    pages
        For each page its size, its width, its lines and its tables.
    """
    found = [_gutter(width, lines) for _, width, lines, _ in pages]
    known: dict[tuple[int, int], set[float]] = {}
    for (size, *_), gutter in zip(pages, found, strict=True):
        if gutter is not None:
            known.setdefault(size, set()).add(gutter)
    return [
        next((each for each in sorted(known.get(size, ())) if _fits(lines, tables, each)), None)
        if gutter is None
        else gutter
        for (size, _, lines, tables), gutter in zip(pages, found, strict=True)
    ]


def _gutter(width: float, lines: Sequence[Line]) -> float | None:
    if len(lines) < _LEAST:
        return None
    size = sorted(line.size for line in lines)[len(lines) // 2]
    step = size / 4
    places = [_FROM * width + at * step for at in range(int((_TO - _FROM) * width / step) + 1)]
    spans = [span for line in lines for span in line.spans if span[0] < span[1]]
    begins, ends = sorted(left for left, _ in spans), sorted(right for _, right in spans)
    crossing = [bisect_left(begins, at) - bisect_right(ends, at) for at in places]
    least = min(crossing)
    # The middle of the widest stretch that the fewest lines cross.
    runs: list[list[float]] = [[]]
    for at, count in zip(places, crossing, strict=True):
        if count == least:
            runs[-1].append(at)
        elif runs[-1]:
            runs.append([])
    widest = max(runs, key=len)
    gutter = widest[len(widest) // 2]
    sides = [part for line in lines if not _crosses(line, gutter) for part in _split(line, gutter)]
    left, right = ([part for part in sides if (part.x0 > gutter) is behind] for behind in (False, True))
    long, short = sorted((left, right), key=len, reverse=True)
    beside = len(short) >= _LEAST and _is_column(short)
    # The last page of a plan may have but a few lines beside its first column.
    enough = beside or (len(short) >= 2 and len(long) >= 2 * _LEAST and long is left and 2 * least < len(lines))
    return gutter if len(long) >= _LEAST and _is_column(long) and enough else None


def _is_column(lines: Sequence[Line]) -> bool:
    """Tell whether lines look like running text: many of them full, few with gaps."""
    edge = sorted(line.x1 for line in lines)[-max(1, len(lines) // 5)]
    full = sum(edge - line.x1 < _RAGGED * line.size for line in lines)
    gaps = sum(line.gap > _GAP * line.size for line in lines)
    long = sum(map(_is_long, lines))
    return full >= _FULL * len(lines) and gaps <= 0.2 * len(lines) and long >= _FULL * len(lines)


def _fits(lines: Sequence[Line], tables: Sequence[Table], gutter: float) -> bool:
    """Tell whether most of a page keeps off a gutter, and a line or a table in it is as wide as a column."""
    free = [line for line in lines if not _crosses(line, gutter)]
    parts = [part for line in free for part in _split(line, gutter)]
    beside = [table for table in tables if _side(table, gutter)]
    return (
        2 * len(free) >= len(lines)
        and 2 * len(beside) >= len(tables)
        and (
            bool(beside)
            or any(part.x0 < gutter and gutter - part.x1 < 2.5 * part.size and _is_long(part) for part in parts)
        )
    )


def _is_long(line: Line) -> bool:
    return line.x1 - line.x0 > 8 * line.size


def _side(table: Table, gutter: float) -> int:
    """Return the side of a table: left (1) or right (2) of a gutter, or 0 if it crosses it."""
    return 1 if table.columns[-1] <= gutter else 2 if table.columns[0] >= gutter else 0


def _crosses(line: Line, at: float) -> bool:
    """Tell whether a line has characters where a gutter would be."""
    return any(left < at < right for left, right in line.spans)


def _split(line: Line, at: float) -> Iterator[Line]:
    """Yield what a line has before and behind a gutter."""
    for side in ([char for char in line.chars if char.x0 < at], [char for char in line.chars if char.x0 >= at]):
        if len(side) == len(line.chars):
            yield line
        elif side and (part := to_line(side, line.page)) is not None:
            yield part


def stretches(page: int, lines: Sequence[Line], tables: Sequence[Table], gutter: float | None) -> list[Stretch]:
    """Return the stretches of a page in reading order; what crosses the gutter parts the columns above from those below."""
    if gutter is None:
        return [Stretch(page, 0, list(lines), list(tables))]
    found: list[Stretch] = []
    blocks: list[Line | Table] = [*lines, *tables]
    for block in sorted(blocks, key=lambda each: each.top if isinstance(each, Table) else each.y):
        if isinstance(block, Table):
            _stretch(found, page, _side(block, gutter)).tables.append(block)
        elif _crosses(block, gutter):
            _stretch(found, page, 0).lines.append(block)
        else:
            for part in _split(block, gutter):
                _stretch(found, page, 1 if part.x0 < gutter else 2).lines.append(part)
    return found


def _stretch(found: list[Stretch], page: int, side: int) -> Stretch:
    """Return the stretch that a block of a side belongs to, beginning new ones behind what crosses the gutter."""
    if side == 0:
        if not found or found[-1].side:
            found.append(Stretch(page, 0))
        return found[-1]
    if not found or not found[-1].side:
        found.extend([Stretch(page, 1), Stretch(page, 2)])
    return found[side - 3]

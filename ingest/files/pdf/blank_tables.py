"""Tables without ruling lines between their columns: told by a header line, taken apart where blanks run through all lines.

Only words that head columns (序号, 责任单位, 完成时限 …) make a table of lines, since columns of text have
blanks running through them too. A table whose rows cannot be told apart stays lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from graph.width import fold_width
from ingest.files.grid import Cell
from ingest.files.pdf.blank_rows import row_at, row_starts
from ingest.files.pdf.lines import Line, to_line
from ingest.files.pdf.page import Char, Rule
from ingest.files.pdf.tables import Table, wrapped
from ingest.files.words import any_of

__all__ = ["blank_tables"]

_HEADS = re.compile(rf"{any_of('column_head')}|20\d\d年")
#: Sentences and numbers; a year may head a column.
_NO_HEAD = re.compile(r"[。;,!?]|(?<!\d)(?!20\d\d(?:年|\Z))\d")
_HAN = re.compile(r"[一-鿿]")
_NUMBER = re.compile(r"序号|编号|[(\[]?(?:\d{1,4}|[一二三四五六七八九十]{1,3})[)\].、]?")
#: In widths of a character: what parts the headers of two columns, and what parts two columns at least.
_HEAD_GAP, _CELL_GAP = 0.7, 0.35
#: A header has up to so many lines, and a name of a column so many characters.
_HEAD_LINES, _HEAD_LENGTH = 3, 14
#: In usual distances of lines: a gap that ends a table.
_END_GAP = 2.5
#: A table goes on behind so many lines across it, which head groups of rows.
_BETWEEN = 2

_Gap = tuple[float, float]


@dataclass(frozen=True)
class _Head:
    """A header found: the lines it takes, and the blanks between its columns."""

    lines: int
    gaps: list[list[_Gap]]


@dataclass(frozen=True)
class _Known:
    """What is known of a table that may go on, behind a line across it or on the next page."""

    gaps: list[list[_Gap]]
    edges: tuple[float, ...]
    extents: dict[int, tuple[float, float]]
    numbered: bool
    size: float


@dataclass(frozen=True)
class _Found:
    """A table, the line that it ends before, and what is known for its going on."""

    table: Table
    end: int
    known: _Known


def blank_tables(
    pages: Sequence[tuple[int, Sequence[Line], Sequence[Rule]]],
) -> list[tuple[list[Table], list[Line], bool]]:
    """Return for each page the tables without ruling lines, the lines outside of them, and whether a table was not resolved.

    Parameters
    ----------
    pages
        For each page its number, its lines from top to bottom, and the ruling lines across it.
    """
    found: list[tuple[list[Table], list[Line], bool]] = []
    known: _Known | None = None
    missed = 0
    for number, lines, rules in pages:
        tables: list[Table] = []
        rest: list[Line] = []
        at = 0
        while at < len(lines):
            block = _headed(lines, at, rules, number)
            if block is None and known is not None and missed <= _BETWEEN:
                block = _resumed(lines, at, known, rules, number)
            if block is None:
                rest.append(lines[at])
                at, missed = at + 1, missed + 1
            else:
                tables.append(block.table)
                at, missed, known = block.end, 0, block.known
        found.append((tables, rest, any(_head(rest, at) for at in range(len(rest)))))
    return found


def _headed(lines: Sequence[Line], at: int, rules: Sequence[Rule], page: int) -> _Found | None:
    """Return the table whose header begins with a line; it may be followed by a line across it."""
    head = _head(lines, at)
    if head is None:
        return None
    begin = at + head.lines
    count, gaps = _body(lines, begin, head.gaps, lines[begin].size if begin < len(lines) else 0.0)
    end = begin + count
    edges = _edges(gaps, lines[at:end])
    return _table(lines[begin:end], lines[at:begin], gaps, edges, rules, page, end, None)


def _resumed(lines: Sequence[Line], at: int, known: _Known, rules: Sequence[Rule], page: int) -> _Found | None:
    """Return the part of a table that begins with a line, if its cells stand where those of the table do."""
    count, gaps = _body(lines, at, known.gaps, known.size)
    inside = lines[at : at + count]
    if not count:
        return None
    edges = _edges(gaps, inside, known.edges)
    first = next((i for i, line in enumerate(inside) if len(_parts(line, edges)) > 1), None)
    if first is None and (at or not known.extents):
        return None
    if not all(_stands(line, edges, known) for line in inside[:first]):
        return None
    if known.numbered and not _is_numbered(inside, edges, least=0):
        return None
    return _table(inside, [], gaps, edges, rules, page, at + count, known)


def _stands(line: Line, edges: Sequence[float], known: _Known) -> bool:
    """Tell whether the parts of a line begin where those of a table's columns do, or stand in the middle of them."""
    for column, part in _parts(line, edges).items():
        left, right = known.extents.get(column, (part.x0, part.x1))
        if min(abs(part.x0 - left), abs(part.x0 + part.x1 - left - right) / 2) > 0.6 * part.size:
            return False
    return True


def _pieces(line: Line) -> list[list[Char]]:
    """Return the pieces of a line that gaps part; 序　号 is one name."""
    if line.ink and line.gap < _HEAD_GAP * line.size:
        return [line.ink]
    pieces: list[list[Char]] = []
    for char in line.ink:
        if pieces and char.x0 - pieces[-1][-1].x1 < _HEAD_GAP * line.size:
            pieces[-1].append(char)
        else:
            pieces.append([char])
    for at in range(len(pieces) - 2, -1, -1):
        one, two = pieces[at : at + 2]
        if len(one) == len(two) == 1 and two[0].x0 - one[0].x1 < 3 * line.size:
            pieces[at : at + 2] = [[*one, *two]]
    return pieces


def _head(lines: Sequence[Line], at: int) -> _Head | None:
    """Return the header that begins with a line, if there is one: three names of columns at least."""
    columns: list[list[Char]] = []
    best: _Head | None = None
    most = 0
    # A title is no part of a header; but a name on two lines may begin above the others.
    if len(_pieces(lines[at])) < 2 and not _near(lines, at, 0.9):
        return None
    for count in range(1, _HEAD_LINES + 1):
        if at + count > len(lines) or (count > 1 and not _near(lines, at + count - 2, 1.9)):
            break
        columns = _joined(columns, _pieces(lines[at + count - 1]))
        names = ["".join(char.text for char in column) for column in columns]
        if any(len(name) > _HEAD_LENGTH or _NO_HEAD.search(fold_width(name)) for name in names):
            break
        known = sum(_HEADS.search(name) is not None for name in names)
        if best and known <= most:
            break
        if len(columns) >= 3 and known >= 0.6 * len(columns):
            gaps = [[(max(char.x1 for char in one), min(char.x0 for char in two))] for one, two in pairwise(columns)]
            best = _Head(count, gaps)
        most = known
    return best


def _near(lines: Sequence[Line], at: int, most: float) -> bool:
    """Tell whether the next line is as large as a line and not far below it, in sizes of a character."""
    if at + 1 >= len(lines):
        return False
    one, two = lines[at], lines[at + 1]
    return two.y - one.y < most * one.size and abs(two.size - one.size) < 0.15 * one.size


def _joined(columns: list[list[Char]], pieces: Sequence[list[Char]]) -> list[list[Char]]:
    """Return columns with the pieces of one more line, each in the column that it stands under."""
    columns = [list(column) for column in columns]
    for piece in pieces:
        left, right = piece[0].x0, piece[-1].x1
        over = next((c for c in columns if min(x.x0 for x in c) < right and max(x.x1 for x in c) > left), None)
        if over is None:
            columns.append(list(piece))
        else:
            over.extend(piece)
    return sorted(columns, key=lambda column: min(char.x0 for char in column))


def _body(lines: Sequence[Line], start: int, gaps: list[list[_Gap]], size: float) -> tuple[int, list[list[_Gap]]]:
    """Return how many lines of a size from `start` on leave the blanks between columns free, and what is free in all of them."""
    steps = [two.y - one.y for one, two in pairwise(lines[start:])]
    usual = median(steps) if steps else 0.0
    for at in range(start, len(lines)):
        line = lines[at]
        narrowed = [_free(pieces, line) for pieces in gaps]
        far = at > start and line.y - lines[at - 1].y > _END_GAP * max(usual, line.size)
        other = _HAN.search(line.text) is not None and abs(line.size - size) > 0.15 * size
        if far or other or not all(narrowed) or (at > start and _head(lines, at)):
            return at - start, gaps
        gaps = narrowed
    return len(lines) - start, gaps


def _free(gaps: Sequence[_Gap], line: Line) -> list[_Gap]:
    """Return what a line leaves free of some blanks."""
    for char in line.ink:
        pieces: list[_Gap] = []
        for left, right in gaps:
            if char.x1 <= left or char.x0 >= right:
                pieces.append((left, right))
            else:
                pieces += [(left, char.x0), (char.x1, right)]
        gaps = [(left, right) for left, right in pieces if right - left >= _CELL_GAP * line.size]
    return sorted(gaps)


def _edges(
    gaps: Sequence[Sequence[_Gap]], lines: Sequence[Line], known: Sequence[float] = (1e6, -1e6)
) -> tuple[float, ...]:
    # Text between two headers belongs to the second: it begins left of its header, which stands in the middle.
    inner = [pieces[0] for pieces in gaps]
    left, right = min(line.x0 for line in lines) - 1, max(line.x1 for line in lines) + 1
    return (min(left, known[0]), *((one + two) / 2 for one, two in inner), max(right, known[-1]))


def _parts(line: Line, edges: Sequence[float]) -> dict[int, Line]:
    """Return the parts of a line by column."""
    held: dict[int, list[Char]] = {}
    for char in line.chars:
        middle = (char.x0 + char.x1) / 2
        held.setdefault(max(0, sum(edge <= middle for edge in edges[1:-1])), []).append(char)
    made = {column: to_line(chars, line.page) for column, chars in held.items()}
    return {column: part for column, part in made.items() if part is not None}


def _is_numbered(lines: Sequence[Line], edges: Sequence[float], least: int = 1) -> bool:
    first = [part.text for line in lines if (part := _parts(line, edges).get(0))]
    return len(first) >= least and all(_NUMBER.fullmatch(fold_width(text)) for text in first)


def _table(
    body: Sequence[Line],
    head: Sequence[Line],
    gaps: list[list[_Gap]],
    edges: tuple[float, ...],
    rules: Sequence[Rule],
    page: int,
    end: int,
    known: _Known | None,
) -> _Found | None:
    parts = [_parts(line, edges) for line in body]
    numbered = known.numbered if known else _is_numbered(body or head, edges)
    starts = row_starts(body, parts, rules, edges, numbered) if body else []
    if starts is None:
        return None
    rows: list[list[list[Line]]] = [[[] for _ in edges[1:]] for _ in starts]
    extents = dict(known.extents) if known else {}
    for line, held in zip(body, parts, strict=True):
        for column, part in held.items():
            rows[row_at(starts, line.y)][column].append(part)
            left, right = extents.get(column, (part.x0, part.x1))
            extents[column] = min(left, part.x0), max(right, part.x1)
    matrix = [[Cell(wrapped(cell, *edge)) for cell, edge in zip(row, pairwise(edges), strict=True)] for row in rows]
    if head:
        named: list[list[str]] = [[] for _ in edges[1:]]
        for line in head:
            for column, part in _parts(line, edges).items():
                named[column].append(part.text)
        matrix.insert(0, [Cell(["".join(texts)]) for texts in named])
    size = known.size if known else median(line.size for line in body or head)
    top = (head or body)[0]
    table = Table(list(map(list, matrix)), edges, top.y - top.size, (body or head)[-1].y, page)
    return _Found(table, end, _Known(gaps, edges, extents, numbered, size))

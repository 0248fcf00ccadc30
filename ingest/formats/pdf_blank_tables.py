"""Tables without ruling lines between their columns: told by a header line, taken apart where blanks run through all lines.

Only words that head columns (序号, 责任单位, 完成时限 …) make a table of lines, since columns of text have
blanks running through them too. Where the rows begin is told by ruling lines across, by the numbers of the rows, or by
wider gaps; a table whose rows cannot be told apart stays lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.formats.grid import Cell
from ingest.formats.pdf_lines import Line, to_line
from ingest.formats.pdf_page import Char, Rule
from ingest.formats.pdf_tables import Table, is_full, merged, wrapped
from ingest.text import fold_width

__all__ = ["blank_tables"]

_HEADS = re.compile(
    r"序号|编号|任务|内容|措施|举措|单位|部门|时限|时间|期限|指标|目标|属性|备注|项目|事项|责任|领导|进度|要求|成果|类别|领域|基准|基期|20\d\d年"
)
_PROSE = re.compile(r"[。；，！？]")
_NUMBER = re.compile(r"[(\[]?(?:\d{1,4}|[一二三四五六七八九十]{1,3})[)\].、]?")
#: In widths of a character: what parts the headers of two columns, and what parts two columns at least.
_HEAD_GAP, _CELL_GAP = 1.2, 0.35
#: A header has up to so many lines, and a name of a column so many characters.
_HEAD_LINES, _HEAD_LENGTH = 3, 14
#: In usual distances of lines: a gap between two rows, and one that ends a table.
_ROW_GAP, _END_GAP = 1.3, 2.5

_Gap = tuple[float, float]


@dataclass(frozen=True)
class _Head:
    """A header found: the lines it takes, and the blanks between its columns."""

    lines: int
    gaps: list[list[_Gap]]


@dataclass(frozen=True)
class _Open:
    """A table that reaches the end of its page: its header and where its columns part."""

    table: Table
    numbered: bool
    page: int


def blank_tables(pages: Sequence[tuple[int, Sequence[Line], Sequence[Rule]]]) -> list[tuple[list[Table], list[Line]]]:
    """Return for each page the tables without ruling lines, and the lines that stand outside of them.

    Parameters
    ----------
    pages
        For each page its number, its lines from top to bottom, and the ruling lines across it.
    """
    found: list[tuple[list[Table], list[Line]]] = []
    going: _Open | None = None
    for number, lines, rules in pages:
        tables: list[Table] = []
        rest: list[Line] = []
        at = 0
        if going and lines and not _head(lines, 0):
            gaps = [[(edge, edge)] for edge in going.table.columns[1:-1]]
            taken = _body(lines, 0, gaps, point=True)
            if taken and any(len(_parts(line, going.table.columns)) > 1 for line in lines[:taken]):
                made = _table(lines[:taken], [], going.table.columns, rules, number, going.numbered)
                if made:
                    tables.append(made)
                    at = taken
        going = _Open(tables[-1], going.numbered, number) if going and tables and at == len(lines) else None
        while at < len(lines):
            head = _head(lines, at)
            taken = _body(lines, at + head.lines, head.gaps) if head else 0
            made = None
            if head and taken:
                begin, end = at + head.lines, at + head.lines + taken
                edges = _edges(head, lines[at:end])
                numbered = _is_numbered(lines[begin:end], edges)
                made = _table(lines[begin:end], lines[at:begin], edges, rules, number, numbered)
                if made:
                    tables.append(made)
                    at = end
                    going = _Open(made, numbered, number) if end == len(lines) else None
            if not made:
                rest.append(lines[at])
                at += 1
        found.append((tables, rest))
    return found


def _ink(line: Line) -> list[Char]:
    return [char for char in line.chars if not char.text.isspace()]


def _pieces(line: Line) -> list[list[Char]]:
    """Return the pieces of a line that wide gaps part."""
    pieces: list[list[Char]] = []
    for char in _ink(line):
        if pieces and char.x0 - pieces[-1][-1].x1 < _HEAD_GAP * line.size:
            pieces[-1].append(char)
        else:
            pieces.append([char])
    return pieces


def _head(lines: Sequence[Line], at: int) -> _Head | None:
    """Return the header that begins with a line, if there is one: three names of columns at least."""
    columns: list[list[Char]] = []
    best: _Head | None = None
    most = 0
    for count in range(1, _HEAD_LINES + 1):
        if at + count > len(lines) or (
            count > 1 and lines[at + count - 1].y - lines[at + count - 2].y > 2 * lines[at].size
        ):
            break
        columns = _joined(columns, _pieces(lines[at + count - 1]))
        names = ["".join(char.text for char in column) for column in columns]
        if any(len(name) > _HEAD_LENGTH or _PROSE.search(fold_width(name)) for name in names):
            break
        known = sum(_HEADS.search(name) is not None for name in names)
        if best and known <= most:
            break
        if len(columns) >= 3 and known >= 0.6 * len(columns):
            gaps = [[(max(char.x1 for char in one), min(char.x0 for char in two))] for one, two in pairwise(columns)]
            best = _Head(count, gaps)
        most = known
    return best


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


def _body(lines: Sequence[Line], start: int, gaps: list[list[_Gap]], *, point: bool = False) -> int:
    """Return how many lines from `start` on leave the blanks between columns free; narrows these to what is free in all of them."""
    before = lines[start - 1] if start else None
    steps = [two.y - one.y for one, two in pairwise(lines[start:])]
    usual = median(steps) if steps else 0.0
    for at in range(start, len(lines)):
        line = lines[at]
        if before is not None and at > start and line.y - before.y > _END_GAP * max(usual, line.size):
            return at - start
        narrowed = [_free(pieces, line, point) for pieces in gaps]
        if not all(narrowed):
            return at - start
        gaps[:] = narrowed
        before = line
    return len(lines) - start


def _free(gaps: Sequence[_Gap], line: Line, point: bool) -> list[_Gap]:
    """Return what a line leaves free of some blanks."""
    least = 0.0 if point else _CELL_GAP * line.size
    for char in _ink(line):
        pieces: list[_Gap] = []
        for left, right in gaps:
            if char.x1 <= left or char.x0 >= right:
                pieces.append((left, right))
            else:
                pieces += [(left, char.x0), (char.x1, right)]
        gaps = [(left, right) for left, right in pieces if right - left >= least]
    return list(gaps)


def _edges(head: _Head, lines: Sequence[Line]) -> tuple[float, ...]:
    inner = [max(pieces, key=lambda gap: gap[1] - gap[0]) for pieces in head.gaps]
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return (left - 1, *((one + two) / 2 for one, two in inner), right + 1)


def _parts(line: Line, edges: Sequence[float]) -> dict[int, Line]:
    """Return the parts of a line by column."""
    held: dict[int, list[Char]] = {}
    for char in line.chars:
        middle = (char.x0 + char.x1) / 2
        held.setdefault(max(0, sum(edge <= middle for edge in edges[1:-1])), []).append(char)
    made = {column: to_line(chars, line.page) for column, chars in held.items()}
    return {column: part for column, part in made.items() if part is not None}


def _is_numbered(lines: Sequence[Line], edges: Sequence[float]) -> bool:
    first = [part.text for line in lines if (part := _parts(line, edges).get(0))]
    return bool(first) and all(_NUMBER.fullmatch(fold_width(text)) for text in first)


def _table(
    body: Sequence[Line],
    head: Sequence[Line],
    edges: tuple[float, ...],
    rules: Sequence[Rule],
    page: int,
    numbered: bool,
) -> Table | None:
    parts = [_parts(line, edges) for line in body]
    starts = _starts(body, parts, rules, edges, numbered, head[-1] if head else None)
    if starts is None:
        return None
    rows: list[list[list[Line]]] = [[[] for _ in edges[1:]] for _ in starts]
    for line, held in zip(body, parts, strict=True):
        at = max(0, sum(start <= line.y for start in starts) - 1)
        for column, part in held.items():
            rows[at][column].append(part)
    matrix = [[Cell(wrapped(cell, *edge)) for cell, edge in zip(row, pairwise(edges), strict=True)] for row in rows]
    if head:
        named: list[list[Line]] = [[] for _ in edges[1:]]
        for line in head:
            for column, part in _parts(line, edges).items():
                named[column].append(part)
        matrix.insert(0, [Cell(["".join(part.text for part in cell)]) for cell in named])
    top = (head or body)[0]
    return Table(list(map(list, matrix)), edges, top.y - top.size, body[-1].y, page)


def _starts(
    body: Sequence[Line],
    parts: Sequence[dict[int, Line]],
    rules: Sequence[Rule],
    edges: Sequence[float],
    numbered: bool,
    head: Line | None,
) -> list[float] | None:
    """Return heights at which rows begin, the first one above the body; None if they cannot be told."""
    above = body[0].y - 2 * body[0].size
    wide = edges[-1] - edges[0]
    across = [
        rule.at for rule in merged(rules) if rule.end - rule.start > 0.6 * wide and body[0].y < rule.at < body[-1].y
    ]
    if across:
        return [above, *across]
    if numbered:
        return _by_numbers(body, parts, edges)
    steps = [two.y - one.y for one, two in pairwise(body)]
    if not steps:
        return [above]
    least = min(step for step in steps)
    gaps = [two.y - 0.5 * two.size for one, two in pairwise(body) if two.y - one.y > _ROW_GAP * least]
    if gaps:
        return [above, *gaps]
    if all(len(held) == len(edges) - 1 for held in parts):
        return [line.y - 0.5 * line.size for line in body]
    return None


def _by_numbers(body: Sequence[Line], parts: Sequence[dict[int, Line]], edges: Sequence[float]) -> list[float] | None:
    """Return where rows begin whose numbers stand beside their first line, or in the middle of their height."""
    numbers = [line.y for line, held in zip(body, parts, strict=True) if 0 in held]
    lines = [line.y for line in body]
    if not numbers:
        return [lines[0] - body[0].size]
    steps = [step for one, two in pairwise(body) if (step := two.y - one.y) > one.size]
    pitch = min(steps, default=2 * body[0].size)
    beside = [number - pitch / 2 for number in numbers] if numbers[0] - lines[0] < pitch / 2 else None
    both = [starts for starts in (beside, _by_middles(numbers, lines, pitch)) if starts]
    return min(both, key=lambda starts: _breaks(parts, starts, edges), default=None)


def _breaks(parts: Sequence[dict[int, Line]], starts: Sequence[float], edges: Sequence[float]) -> int:
    """Return how many lines a division into rows parts from the line that they go on in, or joins to one that begins anew."""
    count = 0
    for column, (left, right) in enumerate(pairwise(edges)):
        cells = [held[column] for held in parts if column in held]
        for before, line in pairwise(cells):
            together = sum(start <= before.y for start in starts) == sum(start <= line.y for start in starts)
            count += together is not is_full(before, line, left, right)
    return count


def _by_middles(numbers: Sequence[float], lines: Sequence[float], pitch: float) -> list[float] | None:
    """Return where rows begin if each ends as far below its number as it begins above; None if that does not fit the lines."""
    # A baseline lies lower in its line than the middle.
    starts = [lines[0] - 0.8 * pitch]
    for number, following in zip(numbers, [*numbers[1:], None], strict=True):
        end = 2 * (number - 0.3 * pitch) - starts[-1]
        if end < number - 0.1 * pitch:
            return None
        if following is None:
            return starts if abs(lines[-1] + 0.2 * pitch - end) < 0.8 * pitch else None
        first = min(lines, key=lambda line: abs(line - 0.8 * pitch - end))
        if abs(first - 0.8 * pitch - end) > 0.45 * pitch or first > following + 0.1 * pitch:
            return None
        starts.append(first - 0.8 * pitch)
    return starts

"""Where the rows of a table without ruling lines begin: told by lines across it, by the numbers of the rows, or by wider gaps.

Numbers stand beside the first line of their row or in the middle of its height; the second is
harder, since the other cells of a row then begin above its number.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from ingest.files.pdf.lines import Line
from ingest.files.pdf.page import Rule
from ingest.files.pdf.tables import is_full, merged

__all__ = ["row_at", "row_starts"]

#: In distances of lines: a gap between two rows.
_ROW_GAP = 1.3
#: Of so many lines it may be unclear whether they go on with the line before.
_DOUBT = 0.6


def row_at(starts: Sequence[float], y: float) -> int:
    """Return which row a line at a height belongs to."""
    return max(0, bisect_right(starts, y) - 1)


def row_starts(
    body: Sequence[Line],
    parts: Sequence[dict[int, Line]],
    rules: Sequence[Rule],
    edges: Sequence[float],
    numbered: bool,
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
    pitch = _pitch(body)
    gaps = [two.y - 0.5 * two.size for one, two in pairwise(body) if two.y - one.y > _ROW_GAP * pitch]
    if gaps:
        return [above, *gaps]
    return _by_any_column(body, parts, edges)


def _pitch(body: Sequence[Line]) -> float:
    """Return how far apart the lines of a cell are; lines of different cells may stand nearer."""
    return min((step for one, two in pairwise(body) if (step := two.y - one.y) > one.size), default=2 * body[0].size)


def _by_any_column(
    body: Sequence[Line], parts: Sequence[dict[int, Line]], edges: Sequence[float]
) -> list[float] | None:
    """Return where rows begin if some column has one line a row, set in its middle, or all cells begin with their row."""
    found = [_by_first_lines(body, parts, edges)]
    for column in range(len(edges) - 1):
        middles = [line.y for line, held in zip(body, parts, strict=True) if column in held]
        found.append(_by_middles(middles, body, parts, edges) if middles else None)
    told = {tuple(starts): _breaks(parts, starts, edges) for starts in found if starts}
    best = min(told, key=lambda starts: told[starts], default=())
    return list(best) if best and told[best] <= _DOUBT * len(body) else None


def _by_first_lines(
    body: Sequence[Line], parts: Sequence[dict[int, Line]], edges: Sequence[float]
) -> list[float] | None:
    """Return where rows begin if all cells begin with the first line of their row; None if some begin lower.

    A row begins where the widest column does not go on: its line before is not full, or ends a sentence.
    """
    widest = _widest(parts, edges)
    edge = edges[widest], edges[widest + 1]
    starts: list[float] = []
    for line, held, above in zip(body, parts, [None, *parts[:-1]], strict=True):
        here, before = held.get(widest), above.get(widest) if above else None
        ended = before is None or before.text[-1] in "。；" or (here is not None and not is_full(before, here, *edge))
        if above is None or (here is not None and len(held) > 1 and ended):
            starts.append(line.y - 0.5 * line.size)
    return starts if _from_the_top(body, parts, starts) else None


def _by_numbers(body: Sequence[Line], parts: Sequence[dict[int, Line]], edges: Sequence[float]) -> list[float] | None:
    """Return where rows begin whose numbers stand beside their first line or in the middle of their height; None if neither fits."""
    numbers = [line.y for line, held in zip(body, parts, strict=True) if 0 in held]
    lines = [line.y for line in body]
    if not numbers:
        return [lines[0] - body[0].size]
    pitch = _pitch(body)
    beside = [number - pitch / 2 for number in numbers]
    if numbers[0] - lines[0] > pitch / 2:
        # What stands above the first number belongs to a row that began on the page before.
        beside.insert(0, lines[0] - pitch / 2)
    middles = _by_middles(numbers, body, parts, edges)
    if not _from_the_top(body, parts, beside):
        return middles
    return beside if middles is None else min(beside, middles, key=lambda starts: _breaks(parts, starts, edges))


def _from_the_top(body: Sequence[Line], parts: Sequence[dict[int, Line]], starts: Sequence[float]) -> bool:
    """Tell whether all cells of the rows begin with the first line of their row, and go on line by line."""
    rows = [row_at(starts, line.y) for line in body]
    return all(
        row != before or set(held) <= set(above)
        for row, before, held, above in zip(rows[1:], rows, parts[1:], parts, strict=False)
    )


def _breaks(parts: Sequence[dict[int, Line]], starts: Sequence[float], edges: Sequence[float]) -> int:
    """Return how many lines a division into rows parts from the line that they go on in, or joins to one that begins anew."""
    count = 0
    for column, (left, right) in enumerate(pairwise(edges)):
        cells = [held[column] for held in parts if column in held]
        for before, line in pairwise(cells):
            together = row_at(starts, before.y) == row_at(starts, line.y)
            count += together is not is_full(before, line, left, right)
    return count


def _by_middles(
    numbers: Sequence[float], body: Sequence[Line], parts: Sequence[dict[int, Line]], edges: Sequence[float]
) -> list[float] | None:
    """Return where rows begin if each ends as far below its number as it begins above; None if that does not fit the lines.

    The first lines may be the rest of a row that began on the page before, and the last row may go on on the next page.
    """
    lines, pitch = [line.y for line in body], _pitch(body)
    above = lines[0] - 0.8 * pitch
    found: dict[tuple[float, ...], bool] = {}
    for line in lines:
        if line < numbers[0] + 0.1 * pitch:
            starts, closed = _chain(numbers, lines, pitch, line - 0.8 * pitch)
            if starts:
                found[tuple(starts if starts[0] - above < 0.5 * pitch else [above, *starts])] = closed
    # A row of lines too many at the top shows at the bottom, where lines are missing.
    found = {starts: closed for starts, closed in found.items() if closed} or found
    best = min(found, key=lambda starts: _breaks(parts, starts, edges), default=())
    return list(best) if best else None


def _widest(parts: Sequence[dict[int, Line]], edges: Sequence[float]) -> int:
    """Return the column with the most text."""
    amounts = [sum(len(held[column].text) for held in parts if column in held) for column in range(len(edges) - 1)]
    return amounts.index(max(amounts))


def _chain(
    numbers: Sequence[float], lines: Sequence[float], pitch: float, start: float
) -> tuple[list[float] | None, bool]:
    """Return where rows begin from the first start on, if that fits the lines, and whether the last row ends with them."""
    starts = [start]
    for number, following in zip(numbers, [*numbers[1:], None], strict=True):
        # A baseline lies lower in its line than the middle.
        end = 2 * (number - 0.3 * pitch) - starts[-1]
        if end < number - 0.1 * pitch:
            return None, False
        if following is None:
            closed = abs(lines[-1] + 0.2 * pitch - end) < 0.45 * pitch
            return (starts if closed or len(starts) > 2 else None), closed
        first = min(lines, key=lambda line: abs(line - 0.8 * pitch - end))
        if abs(first - 0.8 * pitch - end) > 0.45 * pitch or first > following + 0.1 * pitch:
            return None, False
        starts.append(first - 0.8 * pitch)
    return starts, True

"""Where the rows of a table without ruling lines begin: told by lines across it, by the numbers of the rows, or by wider gaps.

Numbers stand beside the first line of their row or in the middle of its height; the second is
harder, since the other cells of a row then begin above its number.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from ingest.formats.pdf_lines import Line
from ingest.formats.pdf_page import Rule
from ingest.formats.pdf_tables import is_full, merged

__all__ = ["row_at", "row_starts"]

#: In distances of lines: a gap between two rows.
_ROW_GAP = 1.3


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


def _by_numbers(body: Sequence[Line], parts: Sequence[dict[int, Line]], edges: Sequence[float]) -> list[float]:
    """Return where rows begin whose numbers stand beside their first line, or in the middle of their height."""
    numbers = [line.y for line, held in zip(body, parts, strict=True) if 0 in held]
    lines = [line.y for line in body]
    if not numbers:
        return [lines[0] - body[0].size]
    steps = [step for one, two in pairwise(body) if (step := two.y - one.y) > one.size]
    pitch = min(steps, default=2 * body[0].size)
    beside = [number - pitch / 2 for number in numbers]
    if numbers[0] - lines[0] > pitch / 2:
        # What stands above the first number belongs to a row that began on the page before.
        beside.insert(0, lines[0] - pitch / 2)
    middles = _by_middles(numbers, lines, pitch)
    if middles is None:
        return beside
    # Beside the first line of a row no number stands between two lines.
    between = any(
        0 in held and two.y - one.y < 0.75 * pitch for (one, two), held in zip(pairwise(body), parts[1:], strict=True)
    )
    return middles if between else min(beside, middles, key=lambda starts: _breaks(parts, starts, edges))


def _breaks(parts: Sequence[dict[int, Line]], starts: Sequence[float], edges: Sequence[float]) -> int:
    """Return how many lines a division into rows parts from the line that they go on in, or joins to one that begins anew."""
    count = 0
    for column, (left, right) in enumerate(pairwise(edges)):
        cells = [held[column] for held in parts if column in held]
        for before, line in pairwise(cells):
            together = row_at(starts, before.y) == row_at(starts, line.y)
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

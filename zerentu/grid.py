"""Rows of text as the lines of a table: columns that fit a screen, Chinese characters counted as two.

Made here and not with rich, whose import takes longer than many a command.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from zerentu.wrapping import broken, width

__all__ = ["grid"]

#: No column that may be broken is narrower while there is room, in columns of the screen.
_LEAST = 12
#: Narrower, not even a sign and a Chinese character would stand in a line.
_NARROWEST = 4
_GAP = "  "


def grid(captions: Sequence[str], rows: Sequence[Sequence[str]], whole: Collection[int], room: int) -> Iterator[str]:
    r"""Yield the lines of a table: captions, a rule, rows; no line ends in blanks.

    Parameters
    ----------
    captions
        One a column.
    rows
        A text for each caption; line breaks of its own stay.
    whole
        Columns, counted from 0, that are broken only where nothing else helps.
    room
        How many columns of a screen there are.

    Examples
    --------
    >>> print("\n".join(grid(["机构", "任务"], [["市财政局", "开展培训"], ["市审计局", ""]], {0}, 16)))
    机构      任务
    ────────────────
    市财政局  开展培
              训
    市审计局
    """
    widths = _widths(captions, rows, whole, room)
    head, *cells = [
        [broken(text, most).split("\n") for text, most in zip(row, widths, strict=True)] for row in [captions, *rows]
    ]
    taken = [max(width(line) for row in [head, *cells] for line in row[at]) for at in range(len(captions))]
    yield from _lines(head, taken)
    yield "─" * (sum(taken) + len(_GAP) * (len(taken) - 1))
    for row in cells:
        yield from _lines(row, taken)


def _lines(cells: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of one row whose cells are broken."""
    for at in range(max(map(len, cells))):
        parts = [cell[at] if at < len(cell) else "" for cell in cells]
        padded = [part + " " * (most - width(part)) for part, most in zip(parts, widths, strict=True)]
        yield _GAP.join(padded).rstrip()


def _widths(captions: Sequence[str], rows: Sequence[Sequence[str]], whole: Collection[int], room: int) -> list[int]:
    """Return how wide each column may be: short ones stay whole, the others share what is left by what they hold."""
    wanted = [
        max([width(caption), *(width(line) for row in rows for line in row[at].split("\n"))])
        for at, caption in enumerate(captions)
    ]
    least = [
        wide if at in whole else min(wide, max(_LEAST, width(caption)))
        for at, (wide, caption) in enumerate(zip(wanted, captions, strict=True))
    ]
    room -= len(_GAP) * (len(captions) - 1)
    more = [wide - small for wide, small in zip(wanted, least, strict=True)]
    left = room - sum(least)
    if left < 0:
        broken_first = [at for at in range(len(least)) if at not in whole]
        return _narrowed(_narrowed(least, broken_first, room), range(len(least)), room)
    if sum(more) <= left:
        return wanted
    return [small + left * each // sum(more) for small, each in zip(least, more, strict=True)]


def _narrowed(widths: Sequence[int], columns: Collection[int], room: int) -> list[int]:
    """Return the widths with the widest of some columns cut down, as far as it takes or can be done."""
    found = list(widths)
    while sum(found) > room:
        widest = max(columns, key=lambda at: found[at], default=None)
        if widest is None or found[widest] <= _NARROWEST:
            break
        found[widest] -= 1
    return found

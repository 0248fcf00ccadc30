"""Rows of text as the lines of a table: columns that fit a screen, Chinese characters counted as two.

Made here and not with rich, whose import takes longer than many a command.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from zerentu.wrapping import broken, width

__all__ = ["grid"]

#: No column that may be broken is narrower while there is room, in columns of the screen.
_LEAST = 12
#: Where a column would be narrower than this and its texts are not, the rows stand one below the other.
_NARROWEST = 8
_GAP = "  "


def grid(captions: Sequence[str], rows: Sequence[Sequence[str]], whole: Collection[int], room: int) -> Iterator[str]:
    r"""Yield the lines of a table: captions, a rule, rows; no line ends in blanks.

    Where the columns do not fit side by side, each row is a block of lines, a caption before each text.

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
    >>> print("\n".join(grid(["机构", "任务"], [["市财政局", "开展技能培训"], ["市审计局", ""]], {0}, 20)))
    机构      任务
    ────────────────────
    市财政局  开展技能培
              训
    市审计局
    """
    widths = _widths(captions, rows, whole, room)
    if sum(widths) + len(_GAP) * (len(widths) - 1) > room:
        yield from _blocks(captions, rows, room)
        return
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


def _blocks(captions: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> Iterator[str]:
    """Yield the lines of rows that stand one below the other; what is empty has no line."""
    most = max(map(width, captions))
    for row in rows:
        yield "─" * room
        for caption, text in zip(captions, row, strict=True):
            lines = broken(text, room - most - len(_GAP)).split("\n") if text else []
            for said, line in zip([caption, *[""] * len(lines)], lines, strict=False):
                yield f"{said}{' ' * (most - width(said))}{_GAP}{line}".rstrip()


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
        every = range(len(least))
        broken_first = [at for at in every if at not in whole]
        # Long numbers are broken before texts stand in columns of four characters.
        for columns, floor in ((every, _LEAST), (broken_first, _NARROWEST), (every, _NARROWEST)):
            least = _narrowed(least, columns, room, floor)
        return least
    if sum(more) <= left:
        return wanted
    return [small + left * each // sum(more) for small, each in zip(least, more, strict=True)]


def _narrowed(widths: Sequence[int], columns: Collection[int], room: int, floor: int) -> list[int]:
    """Return the widths with the widest of some columns cut down, as far as it takes and not below a floor."""
    found = list(widths)
    while sum(found) > room:
        widest = max(columns, key=lambda at: found[at], default=None)
        if widest is None or found[widest] <= floor:
            break
        found[widest] -= 1
    return found

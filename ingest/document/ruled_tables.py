"""Tables drawn with lines, as an old printer or a chat window shows them: what stands between two rules is one row.

┌──┬────┐
│1 │修建 │
│  │水库 │
├──┼────┤
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Line", "ruled_rows"]

_RULE = re.compile(r"\s*[┌├└╔╠╚┏┣┗+|│][─━═\-=┬┼┴╤╪╧╦╬╩┳╋┻+|│:]{2,}[┐┤┘╗╣╝┓┫┛+|│]?\s*")
_PIPE = re.compile(r"[|｜│║┃]")
#: A rule above, one below the header and one between two rows: with fewer the lines between may be rows of their own.
_FEWEST_RULES = 3


class Line(NamedTuple):
    """A line of the stored text and its offset there."""

    start: int
    text: str


def ruled_rows(lines: Sequence[Line], at: int) -> tuple[list[list[list[Line]]], int]:
    """Return the rows of a table that is drawn from a line on, as cells of lines, and how many lines it takes.

    Nothing and 0 if no such table begins there, if its lines do not have the same number of cells, or if no rule parts the rows.
    """
    if not _RULE.fullmatch(lines[at].text):
        return [], 0
    rows: list[list[list[Line]]] = []
    rules, here, width, fresh = 1, at + 1, 0, True
    while here < len(lines):
        line = lines[here]
        # What cannot become a table is left at once: each of its rules is tried as the first one.
        if not fresh and _RULE.fullmatch(line.text):
            rules += 1
            fresh = True
        elif len(cells := _cells(line)) > 1 and len(cells) == (width or len(cells)):
            width = len(cells)
            if fresh:
                rows.append([[] for _ in cells])
            for cell, piece in zip(rows[-1], cells, strict=True):
                cell += [piece] if piece.text else []
            fresh = False
        else:
            break
        here += 1
    parted = rules > _FEWEST_RULES or (rules == _FEWEST_RULES and len(rows) > 1)
    return (rows, here - at) if parted and len(rows) > 1 else ([], 0)


def _cells(line: Line) -> list[Line]:
    """Return the cells of a line, or nothing if no pipes hold it."""
    pipes = [mark.start() for mark in _PIPE.finditer(line.text)]
    if len(pipes) < 2 or line.text[: pipes[0]].strip() or line.text[pipes[-1] + 1 :].strip():
        return []
    cells = []
    for begin, end in pairwise(pipes):
        said = line.text[begin + 1 : end]
        lead = len(said) - len(said.lstrip())
        cells.append(Line(line.start + begin + 1 + lead, said.strip()))
    return cells

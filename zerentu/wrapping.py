"""Chinese lines broken where a reader expects it: no line begins with 、or ends with （."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

__all__ = ["broken", "width"]

_CLOSING = "，。、；：！？）》〉】］”’…,.;:!?)]}%％〃"
_OPENING = "（《〈【［“‘([{"


def width(text: str) -> int:
    """Return how many columns of a screen a text takes: a Chinese character takes two.

    Examples
    --------
    >>> width("二（一）1")
    9
    """
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def broken(text: str, columns: int) -> str:
    r"""Return a text with line breaks, no line wider than so many columns.

    Parameters
    ----------
    text
        May hold line breaks of its own; they stay.
    columns
        Fewer than four leave no choice where to break.

    Examples
    --------
    >>> broken("甲局、乙局、丙局", 8)
    '甲局、乙\n局、丙局'
    """
    return "\n".join(part for line in text.split("\n") for part in _lines(line, max(columns, 4)))


def _lines(text: str, columns: int) -> list[str]:
    lines: list[str] = []
    start = 0
    while start < len(text):
        end, used = start, 0
        while end < len(text) and used + width(text[end]) <= columns:
            used += width(text[end])
            end += 1
        end = max(end, start + 1)
        if end < len(text):
            end = _better(text, start, end)
        lines.append(text[start:end].rstrip())
        start = end
        while start < len(text) and text[start] == " ":
            start += 1
    return lines or [""]


def _better(text: str, start: int, end: int) -> int:
    """Return the nearest place before `end` where no line would begin or end with the wrong sign, nor cut a word."""
    for at in range(end, start, -1):
        inside = text[at - 1].isascii() and text[at].isascii() and text[at - 1].isalnum() and text[at].isalnum()
        if text[at] not in _CLOSING and text[at - 1] not in _OPENING and not inside:
            return at
    return end

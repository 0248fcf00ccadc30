"""Words that a PDF shows as a small picture within a line: some programs put a corrected phrase there as a drawing.

The text layer has a gap in their place, so that a phrase of a task would be missed and nobody told.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

from ingest.files.pdf.page import Char, Page
from ingest.files.pdf.sight import Box

__all__ = ["inline_pictures"]

#: In heights of a character: how high a picture of words is, how wide at least, how near the words beside it stand.
_LOW, _HIGH, _WIDE, _NEAR = 0.5, 1.8, 2.0, 3.0
#: What lies on a picture is printed over it; a character may reach into its edge so far.
_EDGE = 0.3
#: A page with more small pictures than this is a drawing made of them.
_MOST = 500
#: So much of the line is told.
_BEFORE = 12


def inline_pictures(page: Page) -> list[str]:
    """Return for each picture of words in a line of a page what stands in front of it on the line."""
    if not page.pictures or len(page.pictures) > _MOST:
        return []
    chars = sorted(page.chars, key=attrgetter("middle"))
    middles = [char.middle for char in chars]
    found = (_before(box, chars, middles) for box in page.pictures)
    return [before for before in found if before is not None]


def _before(box: Box, chars: list[Char], middles: list[float]) -> str | None:
    """Return the words in front of a picture; None if it stands in no line or something is printed over it."""
    left, top, right, bottom = box
    beside = sorted(_line(chars, middles, (top + bottom) / 2, bottom - top), key=attrgetter("x0"))
    if any(char.x1 > left + _EDGE * char.size and char.x0 < right - _EDGE * char.size for char in beside):
        return None
    near = [char for char in beside if max(left - char.x1, char.x0 - right) < _NEAR * char.size]
    if not any(right - left >= _WIDE * char.size for char in near):
        return None
    return "".join(char.text for char in beside if char.x1 <= left + _EDGE * char.size)[-_BEFORE:]


def _line(chars: list[Char], middles: list[float], middle: float, height: float) -> Iterator[Char]:
    """Yield the characters on the line of a picture that is about as high as they are."""
    for at in range(bisect_left(middles, middle - height), bisect_right(middles, middle + height)):
        char = chars[at]
        if _LOW * char.size < height < _HIGH * char.size and abs(char.middle - middle) < char.size / 2:
            yield char

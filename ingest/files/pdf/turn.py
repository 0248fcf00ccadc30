"""The turn that sets a page upright: by quarters, as most of its characters run, then y downwards from the top edge."""

from __future__ import annotations

import math

__all__ = ["Box", "Turn", "quarter_of"]

#: Left, top, right, bottom, with y growing downwards.
Box = tuple[float, float, float, float]
#: What x and y are made of in each quarter turn: shares of the x and the y of the page.
_TURNS = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))


def quarter_of(angle: float) -> int | None:
    """Return the quarter turn that an angle in radians is, as PDFium counts them, or None if it lies between.

    Examples
    --------
    >>> quarter_of(0.0), quarter_of(math.pi / 2), quarter_of(0.7), quarter_of(-1.0)
    (0, 3, None, None)
    """
    if angle < 0:
        return None
    # PDFium counts angles clockwise.
    turns = -angle / (math.pi / 2)
    return round(turns) % 4 if abs(turns - round(turns)) < 0.1 else None


class Turn:
    """A turn by `quarter` quarters of a page from `left`, `bottom` to `right`, `top`.

    Attributes
    ----------
    width, height
        Of the page set upright.
    x, y
        What is taken off each x of the turned page, and what each y is taken off from.
    """

    def __init__(self, quarter: int, left: float, bottom: float, right: float, top: float) -> None:
        self.quarter = quarter
        self._shares = _TURNS[quarter]
        self.x = self.y = 0.0
        x0, y0, x1, y1 = self.box(left, bottom, right, top)
        self.x, self.y = x0, -y0
        self.width, self.height = x1 - x0, y1 - y0

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return a box of the page as left, top, right, bottom of the upright one."""
        xx, xy, yx, yy = self._shares
        x0, x1 = xx * left + xy * bottom - self.x, xx * right + xy * top - self.x
        y0, y1 = self.y - (yx * left + yy * bottom), self.y - (yx * right + yy * top)
        if x0 > x1:
            x0, x1 = x1, x0
        return (x0, y0, x1, y1) if y0 <= y1 else (x0, y1, x1, y0)

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the page as x and y of the upright one."""
        xx, xy, yx, yy = self._shares
        return xx * x + xy * y - self.x, self.y - (yx * x + yy * y)

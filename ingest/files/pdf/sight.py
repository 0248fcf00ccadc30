"""Which characters of a PDF page nobody sees: off the page, outside the crop box, not painted, white on white.

What is judged is how a character is painted and where it stands. Text that is not painted over a picture
of the whole page is the text layer of a scan, which is what the page shows.
"""

from __future__ import annotations

from ctypes import c_uint, cast
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw

__all__ = ["Box", "Sight", "paints"]

#: Left, top, right, bottom, with y growing downwards.
Box = tuple[float, float, float, float]
#: From here on a colour is white, below it something to read white letters on.
_WHITE, _SHADE = 245, 235
#: A page with more filled shapes is a drawing; whether something is white on white is not asked there.
_MOST = 2000
#: Modes of painting letters that leave no mark: neither filled nor stroked, and for clipping only.
_UNPAINTED = frozenset([3, 7])
#: Where PDFium writes the parts of a colour: red, green, blue, opacity.
_Parts = tuple[c_uint, c_uint, c_uint, c_uint]


def _parts() -> _Parts:
    return c_uint(), c_uint(), c_uint(), c_uint()


def _fill(shape: Any, parts: _Parts | None = None) -> tuple[int, int, int, int] | None:
    """Return the colour that an object is filled with and its opacity, which PDFium writes into `parts`; None for a pattern."""
    red, green, blue, opacity = parts or _parts()
    if not raw.FPDFPageObj_GetFillColor(shape, red, green, blue, opacity):
        return None
    return red.value, green.value, blue.value, opacity.value


def paints(shape: Any) -> bool:
    """Return whether a filled shape is something on which white letters show."""
    colour = _fill(shape)
    return colour is None or (colour[3] > 0 and min(colour[:3]) < _SHADE)


@dataclass
class Sight:
    """Judges the characters of one page, once for each object of text.

    Parameters
    ----------
    seen
        What of the page is shown.
    backs
        Filled shapes, pictures and shadings on which white letters show.
    scan
        Whether a picture covers most of the page.
    """

    seen: Box
    backs: list[Box]
    scan: bool

    def __post_init__(self) -> None:
        self._object: int | None = None
        self._white = self._unpainted = False
        self._parts = _parts()

    def sees(self, address: int | None, x: float, y: float) -> bool:
        """Return whether a character of the object of text at an address, with its middle at a place, can be seen."""
        if not _inside(self.seen, x, y):
            return False
        if address is None:
            return True
        if address != self._object:
            self._object = address
            self._look(cast(address, raw.FPDF_PAGEOBJECT))
        return not self._unpainted and (not self._white or any(_inside(box, x, y) for box in self.backs))

    def _look(self, shape: Any) -> None:
        """Note how an object of text is painted; many a page has one for each character."""
        colour = _fill(shape, self._parts)
        mode = raw.FPDFTextObj_GetTextRenderMode(shape)
        clear = mode == 0 and colour is not None and not colour[3]
        self._unpainted = not self.scan and (mode in _UNPAINTED or clear)
        self._white = mode == 0 and colour is not None and min(colour[:3]) >= _WHITE and len(self.backs) <= _MOST


def _inside(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]

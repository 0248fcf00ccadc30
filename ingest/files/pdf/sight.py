"""Which characters of a PDF page nobody sees: off the page, outside the crop box, not painted, white on white.

What is judged is how a character is painted and where it stands. Text that is not painted over a picture
of the whole page is the text layer of a scan, which is what the page shows.
"""

from __future__ import annotations

from ctypes import Array, byref, c_uint, c_void_p
from dataclasses import dataclass
from struct import Struct
from typing import Any

from ingest.files.pdf.calls import fill_colour, pointer, render_mode
from ingest.files.pdf.turn import Box

__all__ = ["UNPAINTED", "WHITE", "Box", "Sight", "paints"]

#: From here on a colour is white, below it something to read white letters on.
_WHITE, _SHADE = 245, 235
#: A page with more filled shapes is a drawing; whether something is white on white is not asked there.
_MOST = 2000
#: Modes of painting letters that leave no mark: neither filled nor stroked, and for clipping only.
_UNPAINTED = frozenset([3, 7])
#: What `Sight.look` finds besides 0.
WHITE, UNPAINTED = 1, 2
_FOUR = Struct("4I").unpack_from


def _places(parts: Array[c_uint]) -> list[Any]:
    """Return where PDFium writes the parts of a colour: red, green, blue, opacity."""
    return [byref(parts, 4 * at) for at in range(4)]


def paints(shape: Any) -> bool:
    """Return whether a filled shape is something on which white letters show."""
    parts = (c_uint * 4)()
    if not fill_colour(pointer(shape), *_places(parts)):
        return True  # a pattern
    *colour, opacity = parts
    return opacity > 0 and min(colour) < _SHADE


@dataclass
class Sight:
    """Judges how the characters of one page are painted, once for each object of text.

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
        self._shape, self._parts = c_void_p(), (c_uint * 4)()
        self._into = (self._shape, *_places(self._parts))

    def look(self, address: int) -> int:
        """Return how the object of text at an address is painted: 0 to be seen, `WHITE` or `UNPAINTED`; many a page has one for each character."""
        self._shape.value = address
        coloured = fill_colour(*self._into)
        mode = render_mode(self._shape)
        if mode == 0 and coloured:
            red, green, blue, opacity = _FOUR(self._parts)
            if not opacity and not self.scan:
                return UNPAINTED
            if red >= _WHITE and green >= _WHITE and blue >= _WHITE and len(self.backs) <= _MOST:
                return WHITE
        elif mode in _UNPAINTED and not self.scan:
            return UNPAINTED
        return 0

    def shows(self, look: int, x: float, y: float) -> bool:
        """Return whether a character painted so, with its middle at a place, can be seen there."""
        return not look or (look == WHITE and any(_inside(box, x, y) for box in self.backs))


def _inside(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]

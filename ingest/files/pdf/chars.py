"""The characters of a PDF page: which of its objects each belongs to, how it runs, where it stands, whether it is seen."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import byref, c_double, c_float
from dataclasses import dataclass, field
from itertools import count, repeat
from struct import Struct

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.files.pdf import calls
from ingest.files.pdf.sight import Sight
from ingest.files.pdf.turn import Turn, quarter_of

__all__ = ["Char", "Printed", "printed", "quarters_of", "text_objects"]

#: The first code of what is Chinese (radicals), where there are no hyphens any more, and of the halves of rare characters.
_CHINESE, _HALVES = 0x2E80, 0xD800
#: Codes of what has no text.
_NOTHING = frozenset([0, 0xFFFD, 0xFFFE, 0xFFFF])
_FOUR = Struct("4f")


# Nothing assigns to a character; a frozen one takes twice as long to make, and each page has a thousand.
@dataclass(slots=True, eq=False)
class Char:
    """A character: its advance box from `x0` to `x1`, its baseline `y`, its `size` (height of the line it needs).

    Characters are compared by identity: a page may draw one twice in one place.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return self.y - 0.35 * self.size


@dataclass
class Printed:
    """The characters of a page in the order of its text, and what of it is none.

    Attributes
    ----------
    bad : int
        Characters whose code could not be turned into text.
    turned : int
        Characters that run at a right angle to the others and were left out.
    unseen : str
        Text that nobody sees on the page and that was left out.
    """

    chars: list[Char] = field(default_factory=list)
    bad: int = 0
    turned: int = 0
    unseen: str = ""


def text_objects(text: pdfium.PdfTextPage) -> list[int | None]:
    """Return the address of the object of text that each character belongs to; None for what PDFium adds, such as line ends."""
    return list(map(calls.text_object, repeat(calls.pointer(text.raw)), range(raw.FPDFText_CountChars(text.raw))))


def quarters_of(text: pdfium.PdfTextPage, objects: Sequence[int | None]) -> list[int | None]:
    """Return the quarter turn of each character; all characters of an object have one direction."""
    here, get = calls.pointer(text.raw), calls.char_angle
    angles: list[float] = []
    angle, last = 0.0, None
    for at, address in enumerate(objects):
        if address is None or address != last:
            angle, last = get(here, at), address
        angles.append(angle)
    known = {angle: quarter_of(angle) for angle in set(angles)}
    return [known[angle] for angle in angles]


def printed(
    text: pdfium.PdfTextPage,
    objects: Sequence[int | None],
    quarters: Sequence[int | None],
    turn: Turn,
    sight: Sight,
) -> Printed:
    """Return the characters of a page of text, set upright by a turn.

    Parameters
    ----------
    text
        The page of text.
    objects, quarters
        What `text_objects` and `quarters_of` say of it.
    turn
        How the page is turned.
    sight
        What judges whether a character is seen.
    """
    found = Printed()
    chars, unseen = found.chars, []
    box, x, y = (c_float * 4)(), c_double(), c_double()
    into, into_x, into_y = byref(box), byref(x), byref(y)
    upright, straight, left_edge, top_edge = turn.quarter, turn.quarter == 0, turn.x, turn.y
    seen_x0, seen_y0, seen_x1, seen_y1 = sight.seen
    high, begin = 0, 0.0
    looked: int | None = None
    look = 0
    # A call of PDFium costs as much as the arithmetic of a character: each is made only where it can matter.
    is_unmapped, loose_box, char_origin, four = calls.is_unmapped, calls.loose_box, calls.char_origin, _FOUR.unpack_from
    here = calls.pointer(text.raw)
    codes = map(calls.char_code, repeat(here), range(len(objects)))
    for at, address, quarter, code in zip(count(), objects, quarters, codes, strict=False):
        plain = _CHINESE <= code < _HALVES
        if quarter != upright or address is None or not plain:
            if (
                code in (10, 13)
                or (quarter != upright and code != 32)
                or ((address is None or code == 32) and raw.FPDFText_IsGenerated(text.raw, at) == 1)
            ):
                found.turned += quarter not in (None, upright) and code > 32
                continue
            if code < _CHINESE and raw.FPDFText_IsHyphen(text.raw, at) == 1:
                # PDFium takes a hyphen at the end of a line for one that parts a word.
                code = 0x2D
        if code in _NOTHING or is_unmapped(here, at) == 1:
            found.bad += 1
            code = 0xFFFD
            plain = False
        loose_box(here, at, into)
        left, top, right, bottom = four(box)
        if straight:
            x0, x1, y0, y1 = left - left_edge, right - left_edge, top_edge - top, top_edge - bottom
            if x0 > x1:
                x0, x1 = x1, x0
            if y0 > y1:
                y0, y1 = y1, y0
        else:
            x0, y0, x1, y1 = turn.box(left, bottom, right, top)
        if not plain:
            if 0xD800 <= code < 0xDC00:
                # A rare character comes in two halves.
                high, begin = code, x0
                continue
            if 0xDC00 <= code < 0xE000:
                code, x0 = (
                    (0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00), min(begin, x0)) if high else (0xFFFD, x0)
                )
            plain = _CHINESE <= code < 0xFFE6 or code > 0xFFFF
        high = 0
        # The height of the box depends on the font, the width of a Chinese character is its size.
        size = x1 - x0 if plain and x1 > x0 else 0.85 * (y1 - y0)
        if size < 1.0:
            size = 1.0
        char_origin(here, at, into_x, into_y)
        base = top_edge - y.value if straight else turn(x.value, y.value)[1]
        char = Char(chr(code), x0, x1, base, size)
        if address is not None and address != looked:
            looked, look = address, sight.look(address)
        across, down = (x0 + x1) / 2, base - 0.35 * size
        if (
            seen_x0 <= across <= seen_x1
            and seen_y0 <= down <= seen_y1
            and (not look or address is None or sight.shows(look, across, down))
        ):
            chars.append(char)
        else:
            unseen.append(char.text)
    found.unseen = "".join(unseen)
    return found

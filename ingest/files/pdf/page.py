"""A PDF page as characters and ruling lines, upright, with y growing downwards.

PDFium reads the page (it is fast, and its licence is permissive); which characters make
a line, a cell or a paragraph is decided here and not by it. Text is turned upright by
the direction that most characters run in, which covers rotated pages and tables set
sideways; characters that run another way are a watermark.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from ctypes import addressof, c_double, c_float, c_int
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.files.pdf.annotations import Filled, filled_in
from ingest.files.pdf.sight import Box, Sight, paints

__all__ = ["FEW", "Char", "Page", "Rule", "read_page"]

#: A page with pictures and fewer characters than this may be a scan.
FEW = 30
#: Cells of the grid that tells how much of a page pictures cover, and how wide a page is drawn to look for ink.
_GRID, _PIXELS = 24, 400
#: Wider and higher than a seal (in points), a picture may show a table.
_FIGURE = (150.0, 80.0)
#: So many characters below each other, and few beside each other, are a column of vertical text.
_COLUMN = 10
_DARK = bytes(value < 140 for value in range(256))

#: A filled shape thinner than this is a ruling line.
_THIN = 3.0
#: The first code of what is Chinese (radicals); there are no hyphens behind it.
_CHINESE = 0x2E80
#: Forms nest no deeper than this in any honest file.
_DEEPEST = 8


@dataclass(frozen=True, slots=True, eq=False)
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


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along an axis: at `at`, from `start` to `end`."""

    at: float
    start: float
    end: float


@dataclass
class Page:
    """What is on a page.

    Attributes
    ----------
    bad : int
        Characters whose code could not be turned into text.
    turned : int
        Characters that run at a right angle to the others and were left out.
    picture : float
        The share of the page that pictures cover.
    figure : bool
        Whether a picture is large enough to show a table or a list.
    curves : int
        Points of curved strokes, three each: letters that were turned into drawings have many.
    ink : float
        The share of the page that is printed dark, seals aside; known only of pages with pictures and hardly any text.
    unseen : str
        Text that nobody sees on the page and that was left out.
    backs : list of Box
        Filled shapes and pictures, on which white letters show.
    pictures : list of Box
        The pictures among them.
    """

    number: int
    width: float
    height: float
    chars: list[Char] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    bad: int = 0
    turned: int = 0
    picture: float = 0.0
    figure: bool = False
    curves: int = 0
    ink: float = 0.0
    unseen: str = ""
    backs: list[Box] = field(default_factory=list, repr=False)
    pictures: list[Box] = field(default_factory=list, repr=False)

    @property
    def vertical(self) -> bool:
        """Whether the text runs from top to bottom: most characters stand below the one before."""
        below = beside = 0
        for before, char in pairwise(self.chars):
            right, down, size = char.x0 - before.x0, char.y - before.y, max(char.size, before.size)
            if char.text >= "⺀" and before.text >= "⺀":
                below += abs(right) < 0.3 * size and 0.4 * size < down < 2.5 * size
                beside += abs(down) < 0.3 * size and 0.0 < right < 2.5 * size
        return below >= _COLUMN and below > 2 * beside


def read_page(document: pdfium.PdfDocument, index: int) -> Page:
    """Return the page at an index, from 0; of a document with form fields, whose forms were made ready."""
    source = document[index]
    text = source.get_textpage()
    try:
        shown = _shown(source)
        # A media box that all pages inherit is not told; what is shown of the page is known all the same.
        left, bottom, right, top = source.get_mediabox(fallback_ok=False) or shown
        objects = _objects(text)
        quarters = _quarters(text, objects)
        usual = Counter(quarter for quarter in quarters if quarter is not None).most_common(1)
        turn = _Turn(usual[0][0] if usual else 0, left, bottom, right, top)
        page = Page(index + 1, turn.width, turn.height)
        covered: set[tuple[int, int]] = set()
        for shape, matrix in _shapes(raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, source.raw, pdfium.PdfMatrix()):
            _add_shape(page, shape, matrix, turn, covered)
        page.picture = len(covered) / _GRID**2
        sight = Sight(turn.box(*shown), page.backs, scan=page.picture > 0.5)
        _add_chars(page, text, objects, quarters, turn, sight)
        for filled in filled_in(source, document.formenv):
            _add_filled(page, filled, turn.box(*filled.box))
        if page.picture > 0.25 and len(page.chars) < FEW:
            page.ink = _ink(source)
        return page
    finally:
        text.close()
        source.close()


def _shown(source: pdfium.PdfPage) -> tuple[float, float, float, float]:
    """Return left, bottom, right, top of what is shown of a page: its media box cut by its crop box, inherited or its own."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(source.raw, box)
    return box.left, box.bottom, box.right, box.top


#: What x and y are made of in each quarter turn: shares of the x and the y of the page.
_TURNS = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))


class _Turn:
    """The turn that sets text upright: by `quarter` quarters, then y downwards from the top edge."""

    def __init__(self, quarter: int, left: float, bottom: float, right: float, top: float) -> None:
        self.quarter = quarter
        self._shares = _TURNS[quarter]
        self._left = self._top = 0.0
        x0, y0, x1, y1 = self.box(left, bottom, right, top)
        self._left, self._top = x0, -y0
        self.width, self.height = x1 - x0, y1 - y0

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return a box of the page as left, top, right, bottom of the upright one."""
        xx, xy, yx, yy = self._shares
        x0, x1 = xx * left + xy * bottom - self._left, xx * right + xy * top - self._left
        y0, y1 = self._top - (yx * left + yy * bottom), self._top - (yx * right + yy * top)
        if x0 > x1:
            x0, x1 = x1, x0
        return (x0, y0, x1, y1) if y0 <= y1 else (x0, y1, x1, y0)

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        xx, xy, yx, yy = self._shares
        return xx * x + xy * y - self._left, self._top - (yx * x + yy * y)


def _objects(text: pdfium.PdfTextPage) -> list[int | None]:
    """Return the address of the object of text that each character belongs to; None for what PDFium adds, such as line ends."""
    handle, get = text.raw, raw.FPDFText_GetTextObject
    found = (get(handle, at) for at in range(raw.FPDFText_CountChars(handle)))
    return [addressof(each.contents) if each else None for each in found]


def _quarters(text: pdfium.PdfTextPage, objects: Sequence[int | None]) -> list[int | None]:
    """Return the quarter turn of each character; all characters of an object have one direction."""
    handle, get = text.raw, raw.FPDFText_GetCharAngle
    angles: list[float] = []
    last: int | None = None
    for at, address in enumerate(objects):
        angles.append(angles[-1] if address is not None and address == last else get(handle, at))
        last = address
    known = {angle: _quarter(angle) for angle in set(angles)}
    return [known[angle] for angle in angles]


def _quarter(angle: float) -> int | None:
    """Return the quarter turn that an angle in radians is, or None if it lies between."""
    if angle < 0:
        return None
    # PDFium counts angles clockwise.
    turns = -angle / (math.pi / 2)
    return round(turns) % 4 if abs(turns - round(turns)) < 0.1 else None


def _add_chars(
    page: Page,
    text: pdfium.PdfTextPage,
    objects: Sequence[int | None],
    quarters: Sequence[int | None],
    turn: _Turn,
    sight: Sight,
) -> None:
    unseen: list[str] = []
    box, x, y = raw.FS_RECTF(), c_double(), c_double()
    handle = text.raw
    high, begin = 0, 0.0
    # A call of PDFium costs more than all arithmetic: each is made only where it can matter.
    get_code, get_box, get_origin = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharOrigin
    is_unmapped = raw.FPDFText_HasUnicodeMapError
    for at, (address, quarter) in enumerate(zip(objects, quarters, strict=True)):
        code = get_code(handle, at)
        if (
            code in (10, 13)
            or (quarter != turn.quarter and code != 32)
            or ((address is None or code == 32) and raw.FPDFText_IsGenerated(handle, at) == 1)
        ):
            page.turned += quarter not in (None, turn.quarter) and code > 32
            continue
        if code < _CHINESE and raw.FPDFText_IsHyphen(handle, at) == 1:
            # PDFium takes a hyphen at the end of a line for one that parts a word.
            code = 0x2D
        if code in (0, 0xFFFD, 0xFFFE, 0xFFFF) or is_unmapped(handle, at) == 1:
            page.bad += 1
            code = 0xFFFD
        get_box(handle, at, box)
        x0, top, x1, bottom = turn.box(box.left, box.bottom, box.right, box.top)
        if 0xD800 <= code < 0xDC00:
            # A rare character comes in two halves.
            high, begin = code, x0
            continue
        if 0xDC00 <= code < 0xE000:
            code, x0 = (0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00), min(begin, x0)) if high else (0xFFFD, x0)
        high = 0
        # The height of the box depends on the font, the width of a Chinese character is its size.
        size = x1 - x0 if (_CHINESE <= code < 0xFFE6 or code > 0xFFFF) and x1 > x0 else 0.85 * (bottom - top)
        get_origin(handle, at, x, y)
        char = Char(chr(code), x0, x1, turn(x.value, y.value)[1], max(size, 1.0))
        if sight.sees(address, (x0 + x1) / 2, char.middle):
            page.chars.append(char)
        else:
            unseen.append(char.text)
    page.unseen = "".join(unseen)


def _add_filled(page: Page, filled: Filled, box: Box) -> None:
    """Add the characters of a form field or a text box: in the middle of a box of one line, else from its top."""
    left, top, right, bottom = box
    size = max(1.0, min(filled.size, 0.9 * (bottom - top)))
    single = bottom - top < 2.2 * size and "\n" not in filled.text.strip()
    lines = [filled.text] if single else filled.lines(right - left, size)
    for at, line in enumerate(lines):
        y = (top + bottom) / 2 + 0.35 * size if single else top + (1.2 * at + 1.0) * size
        x = left
        for char in line:
            wide = size * (0.5 if char.isascii() else 1.0)
            page.chars.append(Char(char, x, x + wide, y, size))
            x += wide


def _shapes(
    count: Callable[[Any], int], get: Callable[[Any, int], Any], parent: Any, matrix: pdfium.PdfMatrix, depth: int = 0
) -> Iterator[tuple[Any, pdfium.PdfMatrix]]:
    """Yield the paths and pictures of a page with the matrix that they stand under, those inside of forms too."""
    own = raw.FS_MATRIX()
    for at in range(count(parent)):
        shape = get(parent, at)
        kind = raw.FPDFPageObj_GetType(shape)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            continue
        raw.FPDFPageObj_GetMatrix(shape, own)
        under = pdfium.PdfMatrix.from_raw(own).multiply(matrix)
        if kind != raw.FPDF_PAGEOBJ_FORM:
            yield shape, under
        elif depth < _DEEPEST:
            yield from _shapes(raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, shape, under, depth + 1)


def _ink(source: pdfium.PdfPage) -> float:
    """Return the share of a page that is dark in red light, in which seals do not show."""
    scale = _PIXELS / max(source.get_width(), 1.0)
    bitmap = source.render(scale=scale, rev_byteorder=True, prefer_bgrx=False, draw_annots=False)
    try:
        step, wide, high = bitmap.n_channels, bitmap.width, bitmap.height
        data = bytes(bitmap.buffer)
    finally:
        bitmap.close()
    edge_x, edge_y = wide // 16, high // 16
    rows = [
        data[y * bitmap.stride + edge_x * step : y * bitmap.stride + (wide - edge_x) * step : step]
        for y in range(edge_y, high - edge_y)
    ]
    # The shadows that a scanner leaves are at the edges.
    total = sum(map(len, rows))
    return sum(row.translate(_DARK).count(1) for row in rows) / total if total else 0.0


def _add_shape(page: Page, shape: Any, matrix: pdfium.PdfMatrix, turn: _Turn, covered: set[tuple[int, int]]) -> None:
    if raw.FPDFPageObj_GetType(shape) == raw.FPDF_PAGEOBJ_IMAGE:
        # A picture is the unit square under its matrix.
        points = [turn(*matrix.on_point(x, y)) for x, y in ((0, 0), (1, 1), (0, 1), (1, 0))]
        width, height = _extent(points)
        page.figure = page.figure or (width > _FIGURE[0] and height > _FIGURE[1])
        left, top = min(x for x, _ in points), min(y for _, y in points)
        page.pictures.append((left, top, left + width, top + height))
        page.backs.append(page.pictures[-1])
        covered.update(
            (i, j) for i in _cells(left, left + width, page.width) for j in _cells(top, top + height, page.height)
        )
        return
    if raw.FPDFPageObj_GetType(shape) != raw.FPDF_PAGEOBJ_PATH:
        # A shading colours as far as it is not clipped.
        page.backs.append((0.0, 0.0, page.width, page.height))
        return
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(shape, fill, stroke)
    lines, curves = _polylines(shape)
    page.curves += curves
    painted = bool(fill.value) and paints(shape)
    for line in lines:
        points = [turn(*matrix.on_point(x, y)) for x, y in line]
        if painted:
            page.backs.append(_box(points))
        if stroke.value:
            for one, two in pairwise(points):
                _add_rule(page, [one, two])
        elif fill.value:
            _add_rule(page, points)


def _cells(start: float, end: float, size: float) -> range:
    """Return the cells of the grid over a page whose middle lies between two places."""
    return range(max(0, math.ceil(start / size * _GRID - 0.5)), min(_GRID, math.ceil(end / size * _GRID - 0.5)))


def _extent(points: list[tuple[float, float]]) -> tuple[float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(xs) - min(xs), max(ys) - min(ys)


def _box(points: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _polylines(path: Any) -> tuple[list[list[tuple[float, float]]], int]:
    """Return the corner points of each part of a path, of curves their points, and how many points of curves there are."""
    lines: list[list[tuple[float, float]]] = []
    curves = 0
    x, y = c_float(), c_float()
    for at in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        kind = raw.FPDFPathSegment_GetType(segment)
        curves += kind == raw.FPDF_SEGMENT_BEZIERTO
        if kind == raw.FPDF_SEGMENT_MOVETO or not lines:
            lines.append([])
        lines[-1].append((x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            lines[-1].append(lines[-1][0])
    return lines, curves


def _add_rule(page: Page, points: list[tuple[float, float]]) -> None:
    width, height = _extent(points)
    left, top = min(x for x, _ in points), min(y for _, y in points)
    if height <= _THIN and width > height:
        page.across.append(Rule(top + height / 2, left, left + width))
    elif width <= _THIN and height > width:
        page.down.append(Rule(left + width / 2, top, top + height))

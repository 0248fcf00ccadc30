"""A PDF page as characters and ruling lines, upright, with y growing downwards.

PDFium reads the page (it is fast, and its licence is permissive); which characters make
a line, a cell or a paragraph is decided here and not by it. Text is turned upright by
the direction that most characters run in, which covers rotated pages and tables set
sideways; characters that run another way are a watermark.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator
from ctypes import c_float, c_int
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.files.pdf import calls
from ingest.files.pdf.annotations import Filled, filled_in
from ingest.files.pdf.chars import Char, Printed, printed, quarters_of, text_objects
from ingest.files.pdf.sight import Box, Sight, paints
from ingest.files.pdf.turn import Turn

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
#: Forms nest no deeper than this in any honest file.
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along an axis: at `at`, from `start` to `end`."""

    at: float
    start: float
    end: float


@dataclass(kw_only=True)
class Page(Printed):
    """What is on a page.

    Attributes
    ----------
    picture : float
        The share of the page that pictures cover.
    figure : bool
        Whether a picture is large enough to show a table or a list.
    curves : int
        Points of curved strokes, three each: letters that were turned into drawings have many.
    ink : float
        The share of the page that is printed dark, seals aside; known only of pages with pictures and hardly any text.
    backs : list of Box
        Filled shapes and pictures, on which white letters show.
    pictures : list of Box
        The pictures among them.
    """

    number: int
    width: float
    height: float
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    picture: float = 0.0
    figure: bool = False
    curves: int = 0
    ink: float = 0.0
    backs: list[Box] = field(default_factory=list, repr=False)
    pictures: list[Box] = field(default_factory=list, repr=False)

    @property
    def vertical(self) -> bool:
        """Whether the text runs from top to bottom: most characters stand below the one before."""
        below = beside = 0
        most = sum([char.text >= "⺀" for char in self.chars])
        if most <= _COLUMN:
            return False
        for before, char in pairwise(self.chars):
            if char.text >= "⺀" and before.text >= "⺀":
                right, down, size = char.x0 - before.x0, char.y - before.y, max(char.size, before.size)
                if -0.3 * size < down < 0.3 * size:
                    beside += 0.0 < right < 2.5 * size
                    if 3 * beside >= most:  # what is left can no more be twice as much
                        return False
                elif 0.4 * size < down < 2.5 * size:
                    below += -0.3 * size < right < 0.3 * size
        return below >= _COLUMN and below > 2 * beside


def read_page(document: pdfium.PdfDocument, index: int) -> Page:
    """Return the page at an index, from 0; of a document with form fields, whose forms were made ready."""
    source = document[index]
    text = source.get_textpage()
    try:
        shown = _shown(source)
        # A media box that all pages inherit is not told; what is shown of the page is known all the same.
        left, bottom, right, top = source.get_mediabox(fallback_ok=False) or shown
        objects = text_objects(text)
        quarters = quarters_of(text, objects)
        usual = Counter(quarter for quarter in quarters if quarter is not None).most_common(1)
        turn = Turn(usual[0][0] if usual else 0, left, bottom, right, top)
        page = Page(number=index + 1, width=turn.width, height=turn.height)
        covered: set[tuple[int, int]] = set()
        for shape, matrix in _shapes(source.raw, pdfium.PdfMatrix(), set(objects)):
            _add_shape(page, shape, matrix, turn, covered)
        page.picture = len(covered) / _GRID**2
        sight = Sight(turn.box(*shown), page.backs, scan=page.picture > 0.5)
        found = printed(text, objects, quarters, turn, sight)
        page.chars, page.bad, page.turned, page.unseen = found.chars, found.bad, found.turned, found.unseen
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
    parent: Any, matrix: pdfium.PdfMatrix, texts: Collection[int | None], depth: int = 0
) -> Iterator[tuple[Any, pdfium.PdfMatrix]]:
    """Yield the paths and pictures of a page with the matrix that they stand under, those inside of forms too.

    `texts` are the addresses of objects that are known to be text.
    """
    own = raw.FS_MATRIX()
    count, get, quick = (
        (raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, calls.form_object)
        if depth
        else (raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, calls.page_object)
    )
    addresses = map(quick, repeat(calls.pointer(parent)), range(count(parent)))
    for at in [at for at, address in enumerate(addresses) if address not in texts]:
        shape = get(parent, at)
        kind = raw.FPDFPageObj_GetType(shape)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            continue
        raw.FPDFPageObj_GetMatrix(shape, own)
        under = pdfium.PdfMatrix.from_raw(own).multiply(matrix)
        if kind != raw.FPDF_PAGEOBJ_FORM:
            yield shape, under
        elif depth < _DEEPEST:
            yield from _shapes(shape, under, texts, depth + 1)


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


def _add_shape(page: Page, shape: Any, matrix: pdfium.PdfMatrix, turn: Turn, covered: set[tuple[int, int]]) -> None:
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

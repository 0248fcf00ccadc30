"""Writes small PDF files for the tests: text in a Chinese font that needs no font file, ruling lines, pictures.

The font is one of the predefined ones of the format (STSong-Light with UniGB-UCS2-H), so
that tests need neither a library nor an installed font.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2 as pdfium

from ingest.files.content import Content
from ingest.files.pdf.reader import read_pdf

WIDTH, HEIGHT = 595, 842
LEFT, RIGHT, TOP, SIZE, PITCH = 85, 517, 770, 16, 28

BODY = "推进节能改造。对水泥、平板玻璃、电解铝项目逐个建档，严格执行产能置换，到2026年底前完成首轮能效普查，建成AI平台3个以上。"
CLAUSE = "（市发展改革委牵头，市财政局、市生态环境局等按职责分工负责）"


def width(char: str, size: float = SIZE) -> float:
    return size * (0.5 if char.isascii() else 1.0)


@dataclass
class PdfPage:
    """One page being written; y counts from the bottom, as in the format."""

    parts: list[str] = field(default_factory=list)
    rotate: int = 0
    picture: bool = False
    crop: str = ""
    annotations: list[str] = field(default_factory=list)

    def text(
        self, x: float, y: float, text: str, size: float = SIZE, matrix: str = "1 0 0 1", painted: str = ""
    ) -> None:
        """Write a text; `painted` sets its colour or its mode (``1 g``, ``3 Tr``)."""
        code = text.encode("utf-16-be").hex()
        self.parts.append(f"q BT {painted} /F {size} Tf {matrix} {x:.2f} {y:.2f} Tm <{code}> Tj ET Q")

    def fill_in(self, x: float, y: float, wide: float, high: float, value: str, kind: str = "field") -> None:
        """Add a form ``field`` with a value, a ``box`` of text or a ``note`` of a reader."""
        written = f"<feff{value.encode('utf-16-be').hex()}>"
        rest = {
            "field": f"/Subtype /Widget /FT /Tx /T (f{len(self.annotations)}) /V {written}",
            "box": f"/Subtype /FreeText /Contents {written}",
            "note": f"/Subtype /Text /Contents {written}",
        }[kind]
        self.annotations.append(
            f"<< /Type /Annot {rest} /DA (/F 12 Tf 0 g) /F 4 /Rect [{x} {y} {x + wide} {y + high}] >>"
        )

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.parts.append(f"0.5 w {x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l S")

    def fill(self, x: float, y: float, wide: float, high: float) -> None:
        self.parts.append(f"0.9 g {x:.2f} {y:.2f} {wide:.2f} {high:.2f} re f 0 g")

    def image(self, x: float, y: float, wide: float, high: float) -> None:
        self.picture = True
        self.parts.append(f"q {wide} 0 0 {high} {x} {y} cm /I Do Q")

    def shift(self, right: float) -> None:
        """Move what is on the page."""
        self.parts = [f"q 1 0 0 1 {right:.2f} 0 cm", *self.parts, "Q"]

    def content(self) -> bytes:
        return "\n".join(self.parts).encode("ascii")


def write_pdf(
    pages: list[PdfPage], *, encoding: str = "UniGB-UCS2-H", ordering: str = "GB1", shade: str = "7f 7f 7f"
) -> bytes:
    """Return the bytes of a file with these pages; `shade` is the colour of all pictures."""
    kids = " ".join(f"{6 + 2 * at} 0 R" for at in range(len(pages)))
    first = 6 + 2 * len(pages)
    filled = [each for page in pages for each in page.annotations]
    fields = " ".join(f"{first + at} 0 R" for at, each in enumerate(filled) if "/Widget" in each)
    form = f" /AcroForm << /Fields [{fields}] /DR << /Font << /F 3 0 R >> >> >>" if fields else ""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R{form} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        f"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /{encoding} /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 [" + "500 " * 95 + "]]"
        f" /CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor"
        " /FontName /STSong-Light /Flags 4 /Ascent 880 /Descent -120 /CapHeight 700 /ItalicAngle 0 /StemV 80 /FontBBox [0 -120 1000 880] >> >>",
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /ASCIIHexDecode"
        f" /Length {len(shade) + 1} >>\nstream\n{shade}>\nendstream",
    ]  # fmt: skip
    before = 0
    for at, page in enumerate(pages):
        annotated = " ".join(f"{first + before + each} 0 R" for each in range(len(page.annotations)))
        before += len(page.annotations)
        content = page.content().decode("ascii")
        images = " /XObject << /I 5 0 R >>" if page.picture else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {page.rotate}"
            f"{f' /CropBox [{page.crop}]' if page.crop else ''} /Annots [{annotated}]"
            f" /Resources << /Font << /F 3 0 R >>{images} >> /Contents {7 + 2 * at} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects.extend(filled)
    out = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + trailer.encode("ascii")


def wrap(text: str, first: float, wide: float, size: float = SIZE, *, hang: bool = False) -> list[str]:
    """Break a paragraph as Word does: a line takes what fits, closing marks do not begin a line, words stay whole.

    With `hang` a mark behind a full line stands beyond the margin.
    """
    lines, line, room = [], "", wide - first
    pieces: list[str] = []
    for char in text:
        sticks = char in "，。、；：？！）》”" or (char.isascii() and char.isalnum() and pieces and pieces[-1][-1:].isascii() and pieces[-1][-1:].isalnum())  # fmt: skip
        if sticks and pieces:
            pieces[-1] += char
        else:
            pieces.append(char)
    for piece in pieces:
        need = sum(width(char, size) for char in piece)
        hung = size if hang and piece[-1] in "，。、；：？！" else 0.0
        if need - hung > room and line:
            lines.append(line)
            line, room = "", wide
        line, room = line + piece, room - need
    return [*lines, line]


class PdfDocument:
    """Sets paragraphs and tables on pages from top to bottom, column by column."""

    def __init__(
        self,
        *,
        bottom: float = 80,
        numbers: str | None = "－{}－",
        head: str | None = None,
        columns: int = 1,
        size: float = SIZE,
        hang: bool = False,
    ) -> None:
        self.pages: list[PdfPage] = []
        self._bottom, self._numbers, self._head = bottom, numbers, head
        self._columns, self._size, self._hang = columns, size, hang
        self._rules, self._middle = "all", False
        self._gutter = 2 * size if columns > 1 else 0.0
        self._wide = (RIGHT - LEFT + self._gutter) / columns - self._gutter
        self.turn()

    def turn(self) -> None:
        """Begin a page."""
        self.pages.append(PdfPage())
        self._y = self._top = TOP
        self._left = float(LEFT)
        if self._numbers:
            self.pages[-1].text(270, 50, self._numbers.format(len(self.pages)), 14)
        if self._head:
            self.pages[-1].text(200, 805, self._head, 9)

    def across(self, text: str) -> None:
        """Set a title over all columns; they begin below it."""
        wide = sum(map(width, text))
        self.pages[-1].text((LEFT + RIGHT - wide) / 2, self._y, text)
        self._y -= PITCH
        self._top = self._y

    def _advance(self) -> None:
        """Go on in the next column, or on the next page."""
        if self._left + self._wide + self._gutter < RIGHT:
            self._left += self._wide + self._gutter
            self._y = self._top
        else:
            self.turn()

    def paragraph(self, text: str, *, indent: float | None = None, center: bool = False) -> None:
        indent = 2 * self._size if indent is None else indent
        for at, line in enumerate(wrap(text, 0 if center else indent, self._wide, self._size, hang=self._hang)):
            if self._y < self._bottom:
                self._advance()
            wide = sum(width(char, self._size) for char in line)
            x = self._left + (self._wide - wide) / 2 if center else self._left + (indent if at == 0 else 0)
            self.pages[-1].text(x, self._y, line, self._size)
            self._y -= PITCH * self._size / SIZE

    def table(
        self,
        rows: list[list[str]],
        widths: list[float],
        *,
        down: Collection[tuple[int, int]] = (),
        header: int = 0,
        size: float = 12,
        rules: str = "all",
        middle: bool = False,
    ) -> None:
        """Draw a table; a row with one text stands across it, and `down` names the cells (row, column) that are merged with the one above.

        `rules` are ``all`` lines, only those ``across``, or ``none``; `middle` sets cells in the middle of their row.
        """
        self._rules, self._middle = rules, middle
        xs = [LEFT + sum(widths[:at]) for at in range(len(widths) + 1)]
        self._line(xs[0], xs[-1])
        for at, row in enumerate(rows):
            if len(row) == 1:
                row = [row[0], *[""] * (len(widths) - 1)]
                self._row([row[:1]] + [[]] * (len(widths) - 1), xs, size, set())
                continue
            cells = [wrap(text, 0, wide - 10, size) if text else [] for text, wide in zip(row, widths, strict=True)]
            high = max(1, *map(len, cells)) * 1.5 * size + self._slack(size)
            if self._y - high < self._bottom:
                self.turn()
                self._line(xs[0], xs[-1])
                for again in rows[:header]:
                    lines = [wrap(text, 0, wide - 10, size) for text, wide in zip(again, widths, strict=True)]
                    self._row(lines, xs, size, set())
            below = {column for column in range(len(row)) if (at + 1, column) in down}
            shown = [[] if (at, column) in down else lines for column, lines in enumerate(cells)]
            self._row(shown, xs, size, below, high)

    def _slack(self, size: float) -> float:
        return size / 2 if self._rules != "none" else 0.0

    def _row(
        self, cells: list[list[str]], xs: list[float], size: float, open_below: set[int], high: float | None = None
    ) -> None:
        high = high or max(map(len, cells)) * 1.5 * size + self._slack(size)
        page = self.pages[-1]
        for x in xs if self._rules == "all" else []:
            page.rule(x, self._y, x, self._y - high)
        for column, lines in enumerate(cells):
            free = (high - len(lines) * 1.5 * size - self._slack(size)) / 2 if self._middle else 0.0
            for at, line in enumerate(lines):
                page.text(xs[column] + 5, self._y - free - (at * 1.5 + 1.4) * size, line, size)
        self._y -= high
        for column in range(len(cells)):
            if column not in open_below:
                self._line(xs[column], xs[column + 1])

    def _line(self, x0: float, x1: float) -> None:
        if self._rules != "none":
            self.pages[-1].rule(x0, self._y, x1, self._y)

    def space(self) -> None:
        self._y -= PITCH

    def bytes(self) -> bytes:
        return write_pdf(self.pages)


def read(data: bytes) -> Content:
    """Return what the reader makes of a file."""
    return read_pdf(data, Path("方案.pdf"))


def lines(data: bytes) -> list[str]:
    """Return its text by lines."""
    return read(data).text.split("\n")


@contextmanager
def opened(*pages: PdfPage) -> Iterator[pdfium.PdfDocument]:
    """Open a file with these pages, its forms made ready as the reader does."""
    document = pdfium.PdfDocument(write_pdf(list(pages)))
    try:
        document.init_forms()
        yield document
    finally:
        document.close()

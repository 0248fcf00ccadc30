"""PDF files with a text layer: paragraphs rejoined over lines and pages, tables by cell, page furniture gone.

A scan is refused, also when only an app's mark is on it as text, and so is a text layer of
wrong characters. A single page of that kind is enough: what it says would be missed silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

import pypdfium2 as pdfium

from graph.messages import Message, _
from ingest.files.content import Content, left_out, no_text, refuse
from ingest.files.limits import check
from ingest.files.pdf.blank_tables import blank_tables
from ingest.files.pdf.columns import Stretch, gutters, stretches
from ingest.files.pdf.furniture import furniture
from ingest.files.pdf.inline_pictures import inline_pictures
from ingest.files.pdf.lines import Line, to_lines
from ingest.files.pdf.notes import without_notes
from ingest.files.pdf.page import FEW, Page, read_page
from ingest.files.pdf.paragraphs import Margins, continues, margins
from ingest.files.pdf.rows import Row, table_rows
from ingest.files.pdf.tables import Table, find_tables

__all__ = ["read_pdf"]

_HAN, _PRIVATE = re.compile(r"[㐀-鿿]"), re.compile(r"[\ue000-\uf8ff]")
#: The first bytes of the common characters in GB 2312.
_FIRST_LEVEL = bytes(range(0xB0, 0xD8))
#: More of a page is dark where anything is written on it, and letters turned into drawings have more curves.
_INK, _CURVES = 0.0008, 1000
#: So many lines tell the margins of left or right pages alone; margins that differ by less are the same.
_MANY, _APART = 12, 5.0

_Key = tuple[tuple[int, int], int, int]


@dataclass
class _Layout:
    """A page taken apart: its tables, its lines outside of them, and both in the order in which they are read.

    `notes` is True where footnotes were left out, `open_tables` where a table lacks ruling lines.
    """

    page: Page
    tables: list[Table]
    lines: list[Line]
    stretches: list[Stretch] = field(default_factory=list)
    notes: bool = False
    open_tables: bool = False


def read_pdf(data: bytes, path: Path) -> Content:
    """Return the text of a PDF file with the places where its pages begin.

    Raises
    ------
    ReadError
        If it is damaged, protected by a password, a scan, or its text layer is garbled.
    """
    layouts = [_layout(page) for page in _pages(data, path)]
    drop = furniture([(layout.page.height, layout.lines) for layout in layouts])
    for layout in layouts:
        layout.lines = [line for line in layout.lines if line not in drop]
    texts = [_text_of(layout) for layout in layouts]
    _leave_out_notes(layouts)
    _refuse_unreadable(layouts, texts, path)
    _find_order(layouts)
    # Ruling lines tell which cells are merged; where a table lacks them, gaps cannot.
    ruled = not any(layout.open_tables for layout in layouts)
    return replace(_assemble(layouts), unread=tuple(_unread(layouts, texts)), merges_known=ruled)


def _leave_out_notes(layouts: Sequence[_Layout]) -> None:
    for layout in layouts:
        page = layout.page
        lines = without_notes(page.width, page.height, layout.lines, page.across)
        layout.notes, layout.lines = len(lines) < len(layout.lines), lines


def _find_order(layouts: Sequence[_Layout]) -> None:
    """Find the tables without ruling lines and the columns of each page."""
    found = blank_tables([(layout.page.number, layout.lines, layout.page.across) for layout in layouts])
    for layout, (tables, lines, _unresolved) in zip(layouts, found, strict=True):
        layout.tables, layout.lines = [*layout.tables, *tables], lines
        layout.open_tables = bool(tables)
    places = gutters([(_size(each.page), each.page.width, each.lines, each.tables) for each in layouts])
    for layout, gutter, (*_found, unresolved) in zip(layouts, places, found, strict=True):
        # A table whose rows cannot be told is better read line by line than column by column.
        between = None if unresolved else gutter
        layout.stretches = stretches(layout.page.number, layout.lines, layout.tables, between)
    # Two pages on one sheet have their own numbers.
    columns = [(layout.page.height, each) for layout in layouts for each in layout.stretches if each.side]
    drop = furniture([(height, each.lines) for height, each in columns])
    for _at, each in columns:
        each.lines = [line for line in each.lines if line not in drop]


def _pages(data: bytes, path: Path) -> Iterator[Page]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise refuse(path, _("文件设有打开密码；请输入密码打开，另存或打印为不加密的 PDF 后再读取")) from error
        raise refuse(path, _("PDF 文件已损坏（{why}）；请用 PDF 阅读器打开并另存，或重新获取", why=error)) from error
    try:
        check("pages", len(document))
        document.init_forms()
        characters = 0
        for index in range(len(document)):
            try:
                page = read_page(document, index)
                characters += len(page.chars)
                check("characters", characters)
                yield page
            except pdfium.PdfiumError as error:
                raise refuse(
                    path,
                    _("第 {page} 页无法读取（{why}）；请用 PDF 阅读器打开并另存后再读取", page=index + 1, why=error),
                ) from error
    finally:
        document.close()


def _layout(page: Page) -> _Layout:
    tables, rest = find_tables(page)
    return _Layout(page, tables, to_lines(rest, page.number))


def _refuse_unreadable(layouts: Sequence[_Layout], texts: Sequence[str], path: Path) -> None:
    read = [(layout.page, text) for layout, text in zip(layouts, texts, strict=True)]
    scans = [page.number for page, text in read if _is_scan(page, text)]
    drawn = [page.number for page, text in read if _is_drawn(page, text)]
    for found, what in (
        (scans, _("是图片（扫描件），没有文字层")),
        (drawn, _("的文字已转成曲线，没有文字层")),
    ):
        if found:
            raise refuse(
                path,
                _(
                    "第 {page} 页{what}{others}；请先用 OCR 软件识别成文字并校对，再读取识别后的文件；如果该页没有要读的文字（如封面、照片），删去该页即可",
                    page=found[0],
                    what=what,
                    others=_("（第 {pages} 页也是）", pages=_ranges(found[1:])) if found[1:] else "",
                ),
            )
    for layout in layouts:
        page = layout.page
        if page.vertical:
            raise refuse(
                path,
                _(
                    "第 {page} 页是竖排文字，无法按行读取；请改用横排版本，或先用支持竖排的 OCR 软件识别成文字并校对，再读取识别后的文件",
                    page=page.number,
                ),
            )
    for page, text in read:
        if _is_garbled(text, page.bad):
            raise no_text(path, _("第 {page} 页的文字层是乱码，与页面显示的文字不符", page=page.number))
    if not _HAN.search("".join(texts)):
        raise no_text(path, _("从第 1 页起都没有中文文字，可能是扫描件，或文字层是乱码"))


def _is_scan(page: Page, text: str) -> bool:
    """Tell whether a page is a picture with something written in it; a blank sheet or a seal is nothing to read."""
    covered = (page.picture > 0.5 and not text) or (page.picture > 0.75 and len(text) < FEW)
    return covered and page.ink > _INK


def _is_drawn(page: Page, text: str) -> bool:
    return len(text) < FEW and page.curves > _CURVES


def _unread(layouts: Sequence[_Layout], texts: Sequence[str]) -> Iterator[Message]:
    """Yield what the pages show besides their text; a picture below all of a text is the scan that it was read from."""
    pages = [
        layout.page
        for layout, text in zip(layouts, texts, strict=True)
        if len(text) < FEW or layout.page.picture < 0.75
    ]
    shown = [
        page.number
        for page in pages
        if page.figure and (page.ink > _INK or page.picture <= 0.25 or len(page.chars) >= FEW)
    ]
    if shown:
        yield _("第 {pages} 页有图片，图片里的文字（如表格截图）没有读入", pages=_ranges(shown))
    drawn = [(page.number, before) for page in pages for before in inline_pictures(page)]
    if drawn:
        yield _(
            "有 {count} 处行内图片，图片里的字没有读入（第一处在第 {page} 页“{before}”之后）；请对照原件补上",
            count=len(drawn),
            page=drawn[0][0],
            before=drawn[0][1],
        )
    unseen = [layout.page.unseen for layout in layouts if any(map(str.isalnum, layout.page.unseen))]
    yield from left_out(unseen, _("页面上看不到（白色、不显示或在页面之外）"))
    noted = [layout.page.number for layout in layouts if layout.notes]
    if noted:
        yield _("第 {pages} 页有脚注，没有读入", pages=_ranges(noted))
    turned = [layout.page.number for layout in layouts if layout.page.turned >= FEW]
    if turned:
        yield _("第 {pages} 页有与其他文字方向不同（横竖混排）的文字，没有读入", pages=_ranges(turned))


def _ranges(numbers: Sequence[int]) -> list[str]:
    """Return page numbers, those that follow each other as a range.

    Examples
    --------
    >>> _ranges([1, 3, 4, 5, 9])
    ['1', '3-5', '9']
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]


def _text_of(layout: _Layout) -> str:
    cells = dict.fromkeys(cell for table in layout.tables for row in table.matrix for cell in row if cell)
    return "".join([*(line.text for line in layout.lines), *(line for cell in cells for line in cell.lines)])


def _is_garbled(text: str, bad: int) -> bool:
    """Tell whether a text is no Chinese: unmapped or private characters, ``(cid:…)``, or mostly characters nobody uses."""
    plain = "".join(text.split())
    if len(plain) < FEW:
        return False
    private = bad + len(_PRIVATE.findall(plain)) + 7 * plain.count("(cid:")
    if private > 0.1 * len(plain):
        return True
    han = "".join(_HAN.findall(plain))
    return len(han) >= 50 and _common(han) < 0.5 * len(han)


def _common(han: str) -> int:
    """Return how many characters are of the 3,755 of the first level of GB 2312, which make up 95 % of any plan."""
    leads = han.encode("gb2312", errors="ignore")[::2]
    return len(leads) - len(leads.translate(None, _FIRST_LEVEL))


def _assemble(layouts: Sequence[_Layout]) -> Content:
    """Put paragraphs and rows together, noting where each page begins."""
    text = _Text(len(layouts))
    known = _margins(layouts)
    for block, side in _blocks(layouts):
        if isinstance(block, Line):
            text.add_line(block, side, known[_size(layouts[block.page - 1].page), side, block.page % 2])
        else:
            text.add_row(block)
    return text.content()


def _margins(layouts: Sequence[_Layout]) -> dict[_Key, Margins | None]:
    """Return the margins of each kind of stretch; left and right pages have their own where they differ."""
    lines: dict[_Key, list[Line]] = {}
    widths: dict[_Key, float] = {}
    for layout in layouts:
        for stretch in layout.stretches:
            key = (_size(layout.page), stretch.side, layout.page.number % 2)
            lines.setdefault(key, []).extend(stretch.lines)
            widths[key] = layout.page.width / (2 if stretch.side else 1)
    found: dict[_Key, Margins | None] = {}
    for size, side, parity in lines:
        both = [lines.get((size, side, each), []) for each in (parity, 1 - parity)]
        width = widths[size, side, parity]
        own, other = (margins(each, width) if len(each) >= _MANY else None for each in both)
        apart = own and other and abs(own.left - other.left) > _APART
        found[size, side, parity] = own if apart else margins([*both[0], *both[1]], width)
    return found


def _size(page: Page) -> tuple[int, int]:
    return round(page.width / 10), round(page.height / 10)


def _blocks(layouts: Sequence[_Layout]) -> Iterator[tuple[Line | Row, int]]:
    """Yield lines and table rows in reading order with their side; tables that go on over pages or columns become one."""
    run: list[Table] = []
    last: Stretch | None = None
    for stretch in chain.from_iterable(layout.stretches for layout in layouts):
        blocks: list[Table | Line] = [*stretch.tables, *stretch.lines]
        for block in sorted(blocks, key=lambda each: each.top if isinstance(each, Table) else each.y):
            goes_on = (
                run and isinstance(block, Table) and last is not stretch and len(run[-1].columns) == len(block.columns)
            )
            if not goes_on:
                yield from ((row, 0) for row in table_rows(run))
                run = []
            if isinstance(block, Table):
                run.append(block)
                last = stretch
            else:
                yield block, stretch.side
    yield from ((row, 0) for row in table_rows(run))


class _Text:
    """The text being put together."""

    def __init__(self, pages: int) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._before: tuple[Line | None, int, Margins | None] = None, 0, None
        self._starts: list[int | None] = [None] * pages

    def add_line(self, line: Line, side: int, page: Margins | None) -> None:
        before, beside, over = self._before
        # What stands across the page does not go on in a column.
        if before and over and page and (side == 0) is (beside == 0) and continues(before, line, over, page):
            word = (
                before.text[-1].isascii()
                and before.text[-1].isalnum()
                and line.text[0].isascii()
                and line.text[0].isalpha()
            )
            self._add(line.page, " " if word else "", line.text)
        else:
            self._add(line.page, "\n", line.text)
        self._before = line, side, page

    def add_row(self, row: Row) -> None:
        self._before = None, 0, None
        self._add(row.page, "\n", row.text)

    def _add(self, page: int, between: str, text: str) -> None:
        if self._parts:
            self._parts.append(between)
            self._length += len(between)
        if self._starts[page - 1] is None:
            self._starts[page - 1] = self._length
        self._parts.append(text)
        self._length += len(text)

    def content(self) -> Content:
        starts: list[int] = []
        later = self._length
        for start in reversed(self._starts):
            # A page without text begins where the next one does.
            later = later if start is None else start
            starts.append(later)
        return Content("".join(self._parts), "pdf", tuple(reversed(starts)))

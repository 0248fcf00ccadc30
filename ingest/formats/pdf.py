"""PDF files with a text layer: paragraphs rejoined over lines and pages, tables by cell, page furniture gone.

A scan is refused, also when only an app's mark is on it as text, and so is a text layer of
wrong characters. A single page of that kind is enough: what it says would be missed silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

from ingest.formats.content import Content, no_text, refuse
from ingest.formats.pdf_furniture import furniture
from ingest.formats.pdf_lines import Line, to_lines
from ingest.formats.pdf_page import Page, read_page
from ingest.formats.pdf_paragraphs import Margins, continues, margins
from ingest.formats.pdf_rows import Row, table_rows
from ingest.formats.pdf_tables import Table, find_tables

__all__ = ["read_pdf"]

_HAN = re.compile(r"[㐀-鿿]")
#: A page with a picture over most of it and fewer characters than this is a scan.
_FEW = 30


@dataclass
class _Layout:
    """A page taken apart: its tables, and its lines outside of them."""

    page: Page
    tables: list[Table]
    lines: list[Line]


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
        layout.lines = [line for line in layout.lines if id(line) not in drop]
    _refuse_unreadable(layouts, path)
    return _assemble(layouts)


def _pages(data: bytes, path: Path) -> Iterator[Page]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise refuse(
                path, "the file is protected by a password; open it, print it into a new PDF or save it without one, and load that",
                "文件设有打开密码；请输入密码打开，另存或打印为不加密的 PDF 后再读取",
            ) from error  # fmt: skip
        raise refuse(
            path, f"the file is no sound PDF ({error}); open it in a PDF reader and save it again, or ask for it anew",
            f"PDF 文件已损坏（{error}）；请用 PDF 阅读器打开并另存，或重新获取",
        ) from error  # fmt: skip
    try:
        for index in range(len(document)):
            try:
                yield read_page(document, index)
            except pdfium.PdfiumError as error:
                raise refuse(
                    path, f"page {index + 1} cannot be read ({error}); open the file in a PDF reader and save it again",
                    f"第 {index + 1} 页无法读取（{error}）；请用 PDF 阅读器打开并另存后再读取",
                ) from error  # fmt: skip
    finally:
        document.close()


def _layout(page: Page) -> _Layout:
    tables, rest = find_tables(page)
    return _Layout(page, tables, to_lines(rest, page.number))


def _refuse_unreadable(layouts: Sequence[_Layout], path: Path) -> None:
    texts = [_text_of(layout) for layout in layouts]
    for layout, text in zip(layouts, texts, strict=True):
        number = layout.page.number
        if (layout.page.picture > 0.5 and not text) or (layout.page.picture > 0.75 and len(text) < _FEW):
            raise no_text(
                path, f"page {number} is a picture (a scan) without a text layer", f"第 {number} 页是图片（扫描件），没有文字层"
            )  # fmt: skip
        if _is_garbled(text, layout.page.bad):
            raise no_text(
                path,
                f"the text layer of page {number} is garbled: its characters stand for something else than what is printed",
                f"第 {number} 页的文字层是乱码，与页面显示的文字不符",
            )
    whole = "".join(texts)
    if not _HAN.search(whole):
        raise no_text(
            path, "page 1 and those behind it hold no Chinese text; the file is a scan, or its text layer is garbled",
            "从第 1 页起都没有中文文字，可能是扫描件，或文字层是乱码",
        )  # fmt: skip


def _text_of(layout: _Layout) -> str:
    cells = {id(cell): cell for table in layout.tables for row in table.matrix for cell in row if cell}
    return "".join([*(line.text for line in layout.lines), *(line for cell in cells.values() for line in cell.lines)])


def _is_garbled(text: str, bad: int) -> bool:
    """Tell whether a text is no Chinese: unmapped or private characters, ``(cid:…)``, or mostly characters nobody uses."""
    plain = re.sub(r"\s", "", text)
    if len(plain) < _FEW:
        return False
    private = bad + sum(1 for char in plain if "\ue000" <= char <= "\uf8ff") + 7 * plain.count("(cid:")
    if private > 0.1 * len(plain):
        return True
    han = _HAN.findall(plain)
    return len(han) >= 50 and sum(map(_is_common, han)) < 0.5 * len(han)


def _is_common(char: str) -> bool:
    """Tell whether a character is one of the 3,755 of the first level of GB 2312, which make up 95 % of any plan."""
    try:
        return 0xB0 <= char.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False


def _assemble(layouts: Sequence[_Layout]) -> Content:
    """Put paragraphs and rows together, noting where each page begins."""
    sizes: dict[tuple[int, int], list[Line]] = {}
    for layout in layouts:
        sizes.setdefault(_size(layout.page), []).extend(layout.lines)
    known = {size: margins(lines, 10.0 * size[0]) for size, lines in sizes.items()}
    text = _Text(len(layouts))
    for block in _blocks(layouts):
        if isinstance(block, Line):
            text.add_line(block, known[_size(layouts[block.page - 1].page)])
        else:
            text.add_row(block)
    return text.content()


def _size(page: Page) -> tuple[int, int]:
    return round(page.width / 10), round(page.height / 10)


def _blocks(layouts: Sequence[_Layout]) -> Iterator[Line | Row]:
    """Yield lines and table rows in reading order; tables that go on over pages become one."""
    run: list[Table] = []
    for layout in layouts:
        blocks: list[Table | Line] = [*layout.tables, *layout.lines]
        for block in sorted(blocks, key=lambda each: each.top if isinstance(each, Table) else each.y):
            if isinstance(block, Table):
                if run and not _same_columns(run[-1], block):
                    yield from table_rows(run)
                    run = []
                run.append(block)
            else:
                yield from table_rows(run)
                run = []
                yield block
    yield from table_rows(run)


def _same_columns(one: Table, two: Table) -> bool:
    return len(one.columns) == len(two.columns) and one.page != two.page


class _Text:
    """The text being put together."""

    def __init__(self, pages: int) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._before: Line | None = None
        self._starts: list[int | None] = [None] * pages

    def add_line(self, line: Line, page: Margins | None) -> None:
        before = self._before
        if before is not None and page is not None and continues(before, line, page):
            word = (
                before.text[-1].isascii()
                and before.text[-1].isalnum()
                and line.text[0].isascii()
                and line.text[0].isalpha()
            )
            self._add(line.page, " " if word else "", line.text)
        else:
            self._add(line.page, "\n", line.text)
        self._before = line

    def add_row(self, row: Row) -> None:
        self._before = None
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

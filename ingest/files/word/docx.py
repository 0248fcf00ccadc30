"""Word documents, as Word would print their body with all changes accepted.

Read from the XML itself, since the libraries around it drop what matters here: automatic
numbers, merged cells, content controls, tracked changes. Headers, footers, footnotes
and comments live in parts of their own and are left out; what stands in the body stays,
whatever its style is called. A text box comes behind the paragraph that it is anchored in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.messages import _
from ingest.files.content import Content, clean, footnotes, left_out, no_text, pictures, refuse
from ingest.files.grid import MOST_COLUMNS, Cell, Matrix, table_lines
from ingest.files.package import Package
from ingest.files.stray_marks import strip_stray_marks
from ingest.files.word.figures import is_figure
from ingest.files.word.numbering import Element, Numbering, W, child, is_on, value
from ingest.language.characters import LINE_ENDS

__all__ = ["read_docx"]

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_TEXT = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_SKIPPED = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "rubyPr", "tblPr", "tblGrid", "trPr", "tcPr"))  # fmt: skip
#: The characters of the font Symbol that limits and units are written with.
_SYMBOLS = {
    0xA3: "≤",
    0xB3: "≥",
    0xB0: "°",
    0xB1: "±",
    0xB4: "×",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0x25: "%",
    0x2D: "-",
}
_SHAPES = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))


def read_docx(data: bytes, path: Path) -> Content:
    """Return the text of a Word document.

    Raises
    ------
    ReadError
        If the archive or its XML is damaged, or if there is no text in it.
    """
    package = Package(data, path)
    name = package.document()
    if name is None:
        raise refuse(path, _("这是压缩包，不是 Word 文件；请解压后读取其中的文件"))
    body = child(package.xml(name), "body")
    parts = package.related(name, "numbering"), package.related(name, "styles")
    reader = _Body(Numbering(*parts), path)
    lines = list(reader.blocks(body)) if body is not None else []
    if body is not None and reader.in_code:
        # A field that never ends would swallow the rest of the document; then what looks like its code is text.
        lines = list(_Body(Numbering(*parts), path, fields=False).blocks(body))
    lines = [line for line in strip_stray_marks(lines) if line]
    if not lines:
        raise no_text(path, _("文档里没有文字，可能只有图片"))
    notes = [note for note in package.notes(name) if note.get(f"{W}type") in (None, "normal")]
    unread = (
        *pictures(reader.figures),
        *footnotes(len(notes)),
        *left_out(reader.hidden, _("隐藏")),
        *left_out(reader.struck, _("已划掉（删除线）")),
    )
    return Content("\n".join(lines), "docx", unread=unread, merges_known=True)


@dataclass
class _Field:
    """A field that is open: its code while that is being read, and whether its result has begun."""

    code: str = ""
    result: bool = False


@dataclass
class _Text:
    """A paragraph being read: its text, and the text boxes anchored in it."""

    parts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


class _Body:
    """Reads blocks in order; fields may stretch over several of them."""

    def __init__(self, numbering: Numbering, path: Path, *, fields: bool = True) -> None:
        self._numbering = numbering
        self._path = path
        self._reads_fields = fields
        self._fields: list[_Field] = []
        self._pending: list[str] = []
        self._line = ""
        #: For each picture, diagram or embedded object the line that it stands behind.
        self.figures: list[str] = []
        #: For each paragraph its text that Word would not print, and its text that is printed struck out.
        self.hidden: list[str] = []
        self.struck: list[str] = []
        self._style: str | None = None

    @property
    def in_code(self) -> bool:
        """Whether what comes next would not be printed, because a field is open."""
        return not self._printed()

    def blocks(self, parent: Element, *, in_cell: bool = False) -> Iterator[str]:
        """Yield the lines of the paragraphs and tables below an element."""
        for block in _children(parent):
            if block.tag == f"{W}p":
                yield from self._paragraph(block, in_cell)
            elif block.tag == f"{W}tbl":
                yield from self._flush()
                yield from table_lines(self._matrix(block))
            elif block.tag == f"{W}altChunk":
                raise refuse(self._path, _("部分正文是嵌入的外部文件（altChunk）；请用 Word 打开并另存后再读取"))
        yield from self._flush()

    def _flush(self) -> Iterator[str]:
        """Yield what waits for a paragraph to go on in."""
        line = clean("".join(self._pending))
        self._pending.clear()
        if line:
            yield line

    def _paragraph(self, paragraph: Element, in_cell: bool) -> Iterator[str]:
        text = _Text()
        mark = child(paragraph, "pPr", "rPr")
        self._style = value(paragraph, "pPr", "pStyle")
        self.hidden.append("")
        self.struck.append("")
        self._collect(paragraph, text)
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            # The paragraph mark is deleted: the text goes on in the next paragraph, which gives the number.
            self._pending.append("".join(text.parts))
        else:
            gone = not "".join(text.parts).strip() and self._is_on("vanish", mark)
            # A paragraph that is hidden with its mark does not count in its list.
            number = "" if gone else self._numbering.number(paragraph)
            joined = "".join([*self._pending, *text.parts])
            self._pending.clear()
            for line in _lines(number, joined, in_cell):
                self._line = line
                yield line
        for box in text.boxes:
            if box.tag == f"{W}txbxContent":
                yield from self.blocks(box)
            else:
                yield from _lines("", box.get("string", ""), in_cell)

    def _collect(self, element: Element, into: _Text) -> None:
        """Add what an element below a paragraph prints."""
        for node in _children(element):
            tag = node.tag
            if tag == f"{W}fldChar":
                self._turn(node.get(f"{W}fldCharType"))
            elif tag == f"{W}instrText":
                if self._fields:
                    self._fields[-1].code += node.text or ""
            elif tag in _SHAPES:
                boxes = list(_text_boxes(node))
                into.boxes.extend(boxes)
                if not boxes and is_figure(node):
                    self.figures.append(self._line)
            elif tag in (f"{W}t", _MATH_TEXT):
                if self._printed():
                    into.parts.append(node.text or "")
            elif tag in _TEXT or tag == f"{W}sym":
                if self._printed():
                    into.parts.append(_TEXT[tag] if tag in _TEXT else _symbol(node))
            elif tag != f"{W}r" or self._shown(node):
                self._collect(node, into)

    def _turn(self, kind: str | None) -> None:
        """Take in the beginning, the middle or the end of a field."""
        if kind == "begin" and self._reads_fields:
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _printed(self) -> bool:
        """Tell whether text counts here: not in a field's code, and not in a table of contents."""
        return all(each.result and not each.code.lstrip().upper().startswith("TOC") for each in self._fields)

    def _shown(self, run: Element) -> bool:
        """Return whether a run is printed and not struck out; the text of others is kept to be told."""
        properties = child(run, "rPr")
        for names, told in ((("vanish",), self.hidden), (("strike", "dstrike"), self.struck)):
            if any(self._is_on(name, properties) for name in names):
                told[-1] += _typed(run) if self._printed() else ""
                return False
        return True

    def _is_on(self, name: str, properties: Element | None) -> bool:
        """Return whether a property of text is on: set there, or by the styles of the text and of the paragraph."""
        own = is_on(properties, name)
        return self._numbering.switched_on(name, self._style, value(properties, "rStyle")) if own is None else own

    def _matrix(self, table: Element) -> Matrix:
        matrix: Matrix = []
        for row in _children(table):
            if row.tag != f"{W}tr" or child(row, "trPr", "del") is not None:
                continue
            if is_on(row, "trPr", "hidden"):
                self.hidden.append(_typed(row))
                continue
            line: list[Cell | None] = [None] * _columns(value(row, "trPr", "gridBefore"), 0)
            above = matrix[-1] if matrix else []
            for cell in _children(row):
                if cell.tag == f"{W}tc" and child(cell, "tcPr", "cellDel") is None:
                    line.extend([self._cell(cell, line, above)] * _columns(value(cell, "tcPr", "gridSpan"), 1))
            matrix.append(line)
        return matrix

    def _cell(self, cell: Element, line: list[Cell | None], above: list[Cell | None]) -> Cell:
        """Return the cell, or the one above or before it that it is merged with."""
        if _goes_on(cell, "hMerge") and line and line[-1]:
            return line[-1]
        if _goes_on(cell, "vMerge") and len(line) < len(above):
            over = above[len(line)]
            if over is not None:
                return over
        return Cell(list(self.blocks(cell, in_cell=True)))


def _children(element: Element) -> Iterator[Element]:
    """Yield the children that count; of content controls and alternatives what is inside, of deletions nothing."""
    for node in element:
        if not isinstance(node.tag, str) or node.tag in _SKIPPED:
            continue
        if node.tag == f"{W}sdt":
            properties, inside = child(node, "sdtPr"), child(node, "sdtContent")
            gallery = value(properties, "docPartObj", "docPartGallery")
            if inside is not None and child(properties, "showingPlcHdr") is None and gallery != "Table of Contents":
                yield from _children(inside)
        elif node.tag == f"{_MC}AlternateContent":
            chosen = next((each for each in node if each.tag == f"{_MC}Choice"), None)
            chosen = node.find(f"{_MC}Fallback") if chosen is None else chosen
            if chosen is not None:
                yield from _children(chosen)
        elif node.tag in _WRAPPERS:
            yield from _children(node)
        else:
            yield node


_WRAPPERS = frozenset(f"{W}{name}" for name in ("ins", "moveTo", "customXml", "smartTag"))


def _typed(element: Element) -> str:
    """Return the text below an element, whether it is shown or not."""
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def _symbol(node: Element) -> str:
    """Return a character that was put in from a symbol font; pictures among them, such as ticks, say nothing."""
    written = node.get(f"{W}char", "")
    code = int(written, 16) if re.fullmatch(r"[0-9A-Fa-f]{4}", written) else 0xF000
    if 0xE000 <= code < 0xF900:
        return _SYMBOLS.get(code & 0xFF, "") if node.get(f"{W}font") == "Symbol" else ""
    return chr(code) if not 0xD800 <= code < 0xE000 else ""


def _columns(text: str | None, default: int) -> int:
    return min(int(text), MOST_COLUMNS) if text and re.fullmatch(r"\d{1,9}", text) else default


def _goes_on(cell: Element, name: str) -> bool:
    merge = child(cell, "tcPr", name)
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _text_boxes(shape: Element) -> Iterator[Element]:
    """Yield the outermost text boxes and the word art of a drawing; of a drawing kept in two versions those of the first."""
    for node in _children(shape):
        if node.tag in (f"{W}txbxContent", _WORD_ART):
            yield node
        else:
            yield from _text_boxes(node)


def _lines(number: str, text: str, in_cell: bool) -> Iterator[str]:
    lines = [line for line in map(clean, LINE_ENDS.sub("\n", text).split("\n")) if line]
    if not lines:
        if in_cell and number:
            yield clean(number).rstrip(".．、")
        return
    yield _with_number(number, lines[0])
    yield from lines[1:]


def _with_number(number: str, line: str) -> str:
    """Put a number before a line; the gap that Word leaves is a blank only where the two would run together."""
    plain = number.rstrip()
    apart = plain and plain != number and ((plain[-1].isalnum() and plain[-1].isascii()) or (line[0].isascii() and line[0].isalnum()))  # fmt: skip
    return f"{plain} {line}" if apart else plain + line

"""Tables of a Word document, written row by row: python-docx looks for each cell anew, which takes minutes for a long table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.visible import visible

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["Cell", "Table"]

_SMALL = 18  # half points
_MARGIN = 57  # of a cell, in twentieths of a point: one millimetre


@dataclass(frozen=True)
class Cell:
    """A cell: its text, the words behind it that are never bold, how it looks, over how many columns it goes."""

    text: str
    style: str
    shade: str | None = None
    bold: bool = False
    centred: bool = False
    small: bool = False
    more: str = ""
    across: int = 1


class Table:
    """Adds a table to the end of a document, row by row."""

    def __init__(self, document: Document, widths: Sequence[float]) -> None:
        """Begin a table with columns of these widths in millimetres."""
        self._styles = {style.name: style.style_id for style in document.styles}
        self._widths = [round(width * 1440 / 25.4) for width in widths]
        self._table = _element("w:tbl")
        properties = _element("w:tblPr")
        properties.append(_element("w:tblW", w=sum(self._widths), type="dxa"))
        properties.append(_element("w:jc", val="center"))
        borders = _element("w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            borders.append(_element(f"w:{side}", val="single", sz=4, space=0, color="000000"))
        properties.append(borders)
        properties.append(_element("w:tblLayout", type="fixed"))
        margins = _element("w:tblCellMar")
        for side in ("left", "right"):
            margins.append(_element(f"w:{side}", w=_MARGIN, type="dxa"))
        properties.append(margins)
        grid = _element("w:tblGrid")
        for width in self._widths:
            grid.append(_element("w:gridCol", w=width))
        self._table.append(properties)
        self._table.append(grid)
        document.element.body._insert_tbl(self._table)

    @property
    def element(self) -> Any:
        """The table as an element of the document."""
        return self._table

    def row(self, cells: Sequence[Cell], *, head: bool = False, keep: bool = False, whole: bool = True) -> None:
        """Add a row.

        Parameters
        ----------
        cells
            From the left on.
        head
            Repeat it at the top of every page.
        keep
            Keep it on the page of the row below.
        whole
            Keep it on one page.
        """
        row = _element("w:tr")
        properties = _element("w:trPr")
        if whole:
            properties.append(_element("w:cantSplit"))
        if head:
            properties.append(_element("w:tblHeader"))
        row.append(properties)
        at = 0
        for cell in cells:
            row.append(self._cell(cell, sum(self._widths[at : at + cell.across]), keep=keep or head))
            at += cell.across
        self._table.append(row)

    def _cell(self, cell: Cell, width: int, *, keep: bool) -> Any:
        element = _element("w:tc")
        properties = _element("w:tcPr")
        properties.append(_element("w:tcW", w=width, type="dxa"))
        if cell.across > 1:
            properties.append(_element("w:gridSpan", val=cell.across))
        if cell.shade:
            properties.append(_element("w:shd", val="clear", color="auto", fill=cell.shade))
        properties.append(_element("w:vAlign", val="center"))
        element.append(properties)
        paragraph = _element("w:p")
        layout = _element("w:pPr")
        layout.append(_element("w:pStyle", val=self._styles[cell.style]))
        if keep:
            layout.append(_element("w:keepNext"))
        if cell.centred:
            layout.append(_element("w:jc", val="center"))
        paragraph.append(layout)
        paragraph.append(_run(cell.text, bold=cell.bold, small=cell.small))
        if cell.more:
            paragraph.append(_run(cell.more, bold=False, small=cell.small))
        element.append(paragraph)
        return element


def _run(text: str, *, bold: bool, small: bool) -> Any:
    run = _element("w:r")
    if bold or small:
        properties = _element("w:rPr")
        if bold:
            properties.append(_element("w:b"))
        if small:
            properties.append(_element("w:sz", val=_SMALL))
        run.append(properties)
    for at, line in enumerate(text.split("\n")):
        if at:
            run.append(_element("w:br"))
        said = _element("w:t")
        said.text = visible(line)
        said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(said)
    return run


def _element(tag: str, **values: Any) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(f"w:{name}"), str(value))
    return element

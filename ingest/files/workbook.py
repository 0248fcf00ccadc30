"""A workbook as its archive holds it: its sheets in order, the cells of a sheet that exist, what is hidden and merged.

A sheet is read row by row and no object is made for a cell that holds nothing, so a ledger of ten thousand rows costs
little more than its text; openpyxl takes three times as long for the same.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from ingest.files.cell_values import shown_day, shown_number
from ingest.files.limits import check
from ingest.files.package import Package

__all__ = ["Sheet", "SheetCells", "Text", "Workbook"]

_SPACES = (
    "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}",
    "{http://purl.oclc.org/ooxml/spreadsheetml/main}",
)
_IDENTITIES = ("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", "{http://purl.oclc.org/ooxml/officeDocument/relationships}id")  # fmt: skip
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
#: How XML writes a character that it does not allow: _x000D_.
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
#: Formats by number that a workbook need not spell out; 27 to 58 as a Chinese Excel shows them.
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    27: "yyyy年m月", 28: "m月d日", 29: "m月d日", 30: "m-d-yy", 31: "yyyy年m月d日", 32: "h时mm分", 33: "h时mm分ss秒", 34: "h时mm分", 35: "h时mm分ss秒",
    36: "yyyy年m月", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 50: "yyyy年m月", 51: "m月d日", 52: "yyyy年m月", 53: "m月d日", 54: "m月d日",
    55: "h时mm分", 56: "h时mm分ss秒", 57: "yyyy年m月", 58: "m月d日",
}  # fmt: skip


#: Pieces of text, each with whether it is struck out; None where the style of the cell says.
_Runs = tuple[tuple[str, bool | None], ...]


@dataclass(frozen=True)
class _Style:
    """How a cell is shown: its number format, and whether it is struck out."""

    form: str = "General"
    crossed: bool = False


class Text(NamedTuple):
    """What a cell shows, and its text that is struck out; there are as many as cells, so it is a bare tuple."""

    shown: str
    struck: str = ""


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, whether it is shown, its part of the archive."""

    name: str
    visible: bool
    part: str


@dataclass
class SheetCells:
    """The cells of a sheet.

    Attributes
    ----------
    rows : dict
        For each row that holds something its cells by column, both counted from 1.
    hidden_rows, hidden_columns : list of (int, int)
        First and last of each hidden stretch.
    merged : list of (int, int, int, int)
        First row, first column, last row and last column of each merged area.
    uncounted : list of (int, int)
        Row and column of each formula that has no value stored.
    from_1904 : bool
        Whether days count from 1904.
    """

    rows: dict[int, dict[int, Text]] = field(default_factory=dict)
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    uncounted: list[tuple[int, int]] = field(default_factory=list)
    from_1904: bool = False


class Workbook:
    """An open workbook.

    Raises
    ------
    ReadError
        If it is damaged or too large.
    """

    def __init__(self, data: bytes, path: Path) -> None:
        self._package = Package(data, path, "Excel")
        main = next(
            (target for type_, target in self._package.relations("").values() if type_.endswith("/officeDocument")),
            "xl/workbook.xml",
        )
        root = self._package.xml(main)
        relations = self._package.relations(main)
        properties = root.find("{*}workbookPr")
        self._from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        self.sheets = tuple(_sheets(root, relations))
        parts = {type_.rpartition("/")[2]: target for type_, target in relations.values()}
        self._styles = list(self._read_styles(parts.get("styles", ""))) or [_Style()]
        self._runs: list[_Runs] = []
        for element in self._elements(parts.get("sharedStrings", ""), "si"):
            self._runs.append(_runs(element))
            check("strings", len(self._runs))
        self._strings = [_text(runs, False) for runs in self._runs]

    @property
    def creator(self) -> str:
        """Who made the workbook, as its properties say."""
        if "docProps/core.xml" not in self._package.names:
            return ""
        creator = self._package.xml("docProps/core.xml").find("{*}creator")
        return "" if creator is None else creator.text or ""

    @property
    def figures(self) -> int:
        """How many pictures and charts it holds."""
        return sum(name.startswith(("xl/media/", "xl/charts/chart")) for name in self._package.names)

    def cells(self, sheet: Sheet) -> SheetCells:
        """Return the cells of a sheet that hold something."""
        found = SheetCells(from_1904=self._from_1904)
        last = filled = 0
        for element in self._elements(sheet.part, "col", "row", "mergeCell"):
            space, _brace, tag = element.tag.rpartition("}")
            if tag == "row":
                at = int(element.get("r") or last + 1)
                if _is_set(element.get("hidden")):
                    found.hidden_rows.append((at, at))
                cells, uncounted = self._row(element, space + "}", at)
                if cells:
                    found.rows.setdefault(at, {}).update(cells)
                    filled += len(cells)
                    check("cells", filled)
                found.uncounted += [(at, column) for column in uncounted]
                last = at
            elif tag == "col" and _is_set(element.get("hidden")):
                found.hidden_columns.append((int(element.get("min", "1")), int(element.get("max", "1"))))
            elif tag == "mergeCell" and (area := _AREA.fullmatch(element.get("ref", ""))):
                left, top, right, bottom = area.groups()
                found.merged.append((int(top), _column(left), int(bottom or top), _column(right or left)))
                check("merged", len(found.merged))
        return found

    def _elements(self, part: str, *tags: str) -> Iterator[etree._Element]:
        if part in self._package.names:
            yield from self._package.elements(part, *(space + tag for tag in tags for space in _SPACES))

    def _row(self, row: etree._Element, space: str, at: int) -> tuple[dict[int, Text], list[int]]:
        """Return the cells of a row by column, and the columns of its formulas that have no value."""
        value_tag, formula_tag, inline_tag, suffix = space + "v", space + "f", space + "is", str(at)
        cells: dict[int, Text] = {}
        uncounted: list[int] = []
        column = 0
        for cell in row.iterchildren(space + "c"):
            where = cell.get("r")
            column = _column(where.removesuffix(suffix)) if where else column + 1
            value = inline = None
            formula = False
            for child in cell:  # findtext and iterchildren take longer than the few children there are
                tag = child.tag
                if tag == value_tag:
                    value = child.text
                elif tag == inline_tag:
                    inline = child
                elif tag == formula_tag:
                    formula = True
            at_style = int(cell.get("s", "0"))
            style = self._styles[at_style] if at_style < len(self._styles) else self._styles[0]
            if value:
                text = self._text(cell.get("t", "n"), value, style)
            elif inline is not None:
                text = _text(_runs(inline), style.crossed)
            else:
                uncounted += [column] * formula
                continue
            if text.shown or text.struck:
                cells[column] = text
        return cells, uncounted

    def _text(self, kind: str, value: str, style: _Style) -> Text:
        if kind == "s":
            at = int(value)
            if style.crossed:
                return _text(self._runs[at], True)
            return self._strings[at]
        if kind == "n":
            shown = shown_number(value, style.form, self._from_1904)
        elif kind == "b":
            shown = "是" if value in ("1", "true") else "否"
        elif kind == "d":
            shown = shown_day(datetime.datetime.fromisoformat(value), style.form)
        else:
            shown = _unescaped(value)
        return Text("", shown) if style.crossed else Text(shown)

    def _read_styles(self, part: str) -> Iterator[_Style]:
        if part not in self._package.names:
            return
        root = self._package.xml(part)
        forms = _BUILT_IN | {
            int(each.get("numFmtId", "0")): each.get("formatCode", "General")
            for each in root.iterfind("{*}numFmts/{*}numFmt")
        }
        fonts = [_is_struck(font) for font in root.iterfind("{*}fonts/{*}font")]
        for each in root.iterfind("{*}cellXfs/{*}xf"):
            font = int(each.get("fontId", "0"))
            yield _Style(forms.get(int(each.get("numFmtId", "0")), "General"), font < len(fonts) and fonts[font])


def _sheets(root: etree._Element, relations: dict[str, tuple[str, str]]) -> Iterator[Sheet]:
    """Yield the sheets that hold cells, in the order of their tabs."""
    for each in root.iterfind("{*}sheets/{*}sheet"):
        identity = next(filter(None, map(each.get, _IDENTITIES)), "")
        type_, part = relations.get(identity, ("", ""))
        if type_.endswith("/worksheet"):
            yield Sheet(each.get("name", ""), each.get("state", "visible") == "visible", part)


def _runs(text: etree._Element) -> _Runs:
    """Return the pieces of a string; how a word is pronounced is none of them."""
    if len(text) == 1 and text[0].tag.endswith("}t"):
        return ((_unescaped(text[0].text or ""), None),)
    found: list[tuple[str, bool | None]] = []
    for child in text:
        tag = etree.QName(child).localname
        if tag == "t":
            found.append((_unescaped(child.text or ""), None))
        elif tag == "r":
            said = _unescaped(child.findtext("{*}t") or "")
            form = child.find("{*}rPr")
            found.append((said, None if form is None else _is_struck(form)))
    return tuple(found)


def _text(runs: _Runs, crossed: bool) -> Text:
    if len(runs) == 1 and not crossed and not runs[0][1]:
        return Text(runs[0][0])
    parted: tuple[list[str], list[str]] = [], []
    for text, struck in runs:
        parted[crossed if struck is None else struck].append(text)
    return Text("".join(parted[False]), "".join(parted[True]))


def _is_struck(font: etree._Element) -> bool:
    strike = font.find("{*}strike")
    return strike is not None and _is_set(strike.get("val", "1"))


def _is_set(value: str | None) -> bool:
    return value in ("1", "true", "on")


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


@cache
def _column(letters: str) -> int:
    at = 0
    for letter in letters:
        at = at * 26 + ord(letter) - 64
    return at

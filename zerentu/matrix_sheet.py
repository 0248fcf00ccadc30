"""A matrix as a sheet of a workbook: signs shaded by basis, sums as formulas, the clause in a comment, ready to print on A3."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from zerentu.matrix_words import (
    BANNER,
    SHADES,
    SIGNS,
    groups_of,
    legend_words,
    matrix_title,
    note_words,
    place_words,
    progress_words,
    row_number,
    signs_of,
    source_words,
)
from zerentu.progress_tables import COLOURS
from zerentu.settings import language, tell
from zerentu.sheet_layout import fill_cell, set_up_page
from zerentu.workbooks import book_bytes, new_book, sheet_name

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from queries.matrix import Matrix

__all__ = ["matrix_workbook"]

#: Columns before the agencies, with their widths.
_BEFORE = (13, 18, 34, 12)
_AFTER = (8, 70, 24)
_PROGRESS = 26
_WIDTH = 4.2
_RED, _GROUND, _PALE = "F8CBAD", "D9E2EC", "EEF2F6"


def matrix_workbook(found: Sequence[Matrix]) -> bytes:
    """Return a workbook with a sheet for each matrix."""
    book = new_book()
    # Other exports are refused as plans by their creator; a matrix may come back.
    book.properties.creator = "zerentu matrix"
    names: set[str] = set()
    values: list[dict[str, int]] = []
    for matrix in found:
        name = sheet_name(matrix.plan["region"] or matrix.plan["title"] or matrix.plan["source"], names)
        values.append(_MatrixSheet(book.create_sheet(name), matrix).write())
    return book_bytes(book, values)


class _MatrixSheet:
    """Writes one sheet from top to bottom."""

    def __init__(self, sheet: Worksheet, matrix: Matrix) -> None:
        from openpyxl.styles import Alignment, Border, Font, Side
        from openpyxl.utils import get_column_letter

        self.sheet = sheet
        self.matrix = matrix
        self.letter = get_column_letter
        self.first = len(_BEFORE) + 1
        self.last = len(_BEFORE) + max(len(matrix.columns), 1)
        self.after = (*_AFTER, *([_PROGRESS] if matrix.has_progress else []))
        self.width = self.last + len(self.after)
        self.values: dict[str, int] = {}
        side = Side(style="thin", color="BFC8D2")
        self.border = Border(left=side, right=side, top=side, bottom=side)
        thick = Side(style="medium", color="5B6875")
        self.section_border = Border(left=side, right=side, top=thick, bottom=side)
        self.centred = Alignment(horizontal="center", vertical="center", wrap_text=True)
        self.stacked = Alignment(horizontal="center", vertical="top", text_rotation=255, wrap_text=True)
        self.wrapped = Alignment(vertical="center", wrap_text=True)
        self.bold = Font(bold=True)
        self.font_of = Font

    def write(self) -> dict[str, int]:
        """Write everything; return the results of the formulas by their cells."""
        head = self._head()
        self._header(head)
        self._tasks(head + 2)
        self._sums(head + 2)
        self._set_up(head)
        return self.values

    def _put(self, line: int, at: int, value: Any, **style: Any) -> None:
        cell = self.sheet.cell(line, at)
        fill_cell(cell, value)
        for name, what in style.items():
            setattr(cell, name, what)

    def _fill(self, colour: str) -> Any:
        from openpyxl.styles import PatternFill

        return PatternFill("solid", start_color=colour)

    def _head(self) -> int:
        """Write title, legend and banner; return the line below them."""
        from openpyxl.styles import Font

        signs = "　".join(f"{sign}{said}" for sign, said in legend_words())
        grades = tell("底色由深到浅：明示、文件规定、唯一单位、并列；黄色为人工更正；红色为无责任单位")
        lines = [
            (matrix_title(self.matrix), {"font": Font(bold=True, size=16), "alignment": self.centred}, 30),
            (tell("图例：{signs}；{grades}", signs=signs, grades=grades), {"alignment": self.wrapped}, 20),
        ]
        if not self.matrix.lead_written:
            style = {"alignment": self.wrapped, "font": Font(bold=True, color="9C2A10"), "fill": self._fill(_RED)}
            lines.append((BANNER.told(language()), style, 22))
        for line, (text, style, height) in enumerate(lines, 1):
            self._put(line, 1, text, **style)
            self.sheet.merge_cells(start_row=line, start_column=1, end_row=line, end_column=self.width)
            self.sheet.row_dimensions[line].height = height
        return len(lines) + 1

    def _header(self, line: int) -> None:
        """Write the functional lines, and below them the captions and the names of the agencies."""
        style = {"fill": self._fill(_GROUND), "border": self.border}
        for at in range(1, self.width + 1):
            self._put(line, at, None, **style)
        at = self.first
        for word, count in groups_of(self.matrix.columns):
            self._put(line, at, word, alignment=self.centred if count > 1 else self.stacked)
            if count > 1:
                self.sheet.merge_cells(start_row=line, start_column=at, end_row=line, end_column=at + count - 1)
            at += count
        self.sheet.row_dimensions[line].height = 80
        before = (tell("编号"), tell("章节"), tell("任务"), tell("时限"))
        after = (tell("单位数"), tell("原文"), tell("出处"), *([tell("进展")] if self.matrix.has_progress else []))
        for at, text in enumerate(before, 1):
            self._put(line + 1, at, text, alignment=self.centred, font=self.bold, **style)
        for at, text in enumerate(after, self.last + 1):
            self._put(line + 1, at, text, alignment=self.centred, font=self.bold, **style)
        longest = 0
        for at, column in enumerate(self.matrix.columns, self.first):
            self._put(line + 1, at, column.name, alignment=self.stacked, font=self.bold, **style)
            longest = max(longest, len(column.name))
        self.sheet.row_dimensions[line + 1].height = min(max(60, 14 * longest + 8), 240)

    def _tasks(self, top: int) -> None:
        place_of = {column.id: at for at, column in enumerate(self.matrix.columns, self.first)}
        shades = {basis: self._fill(colour) for basis, colour in SHADES.items()}
        red, above = self._fill(_RED), None
        grey = self.font_of(color="8A96A3")
        for line, row in enumerate(self.matrix.rows, top):
            fresh = row.section != above
            above = row.section
            border = self.section_border if fresh else self.border
            fill = {} if row.owners else {"fill": red}
            style = {"border": border, "alignment": self.wrapped, **fill}
            due = row.deadline or (str(row.deadline_year) if row.deadline_year else None)
            for at, value in enumerate((row_number(row), row.section, row.title, due), 1):
                self._put(line, at, value, **style)
            if not fresh:
                self.sheet.cell(line, 2).font = grey
            for at in range(self.first, self.last + 1):
                self._put(line, at, None, border=border, **fill)
            for agency, owners in row.owners.items():
                at = place_of[agency]
                self._put(line, at, signs_of(owners), alignment=self.centred, fill=shades[owners[0].basis])
                self._comment(line, at, "\n".join(map(note_words, owners)))
            counted = f"=COUNTA({self._cell(line, self.first)}:{self._cell(line, self.last)})"
            self._formula(line, self.last + 1, counted, len(row.owners), border=border, alignment=self.centred, **fill)
            self._put(line, self.last + 2, source_words(row), **style)
            self._put(line, self.last + 3, place_words(row, self.matrix.plan["source"]), **style)
            if row.progress:
                coloured = {**style, "fill": self._fill(COLOURS[row.progress["light"]])}
                self._put(line, self.last + 4, progress_words(row), **coloured)
            lines = max(-(-len(row.text) // 34), -(-len(row.title) // 16), -(-len(row.section) // 8), 1)
            self.sheet.row_dimensions[line].height = min(15 * lines + 4, 400)

    def _sums(self, top: int) -> None:
        """Write a line for each role and one for all, below a gap of none: the filter ends above them."""
        end = top + len(self.matrix.rows) - 1
        counts = {
            name: [
                sum(
                    SIGNS[name] in signs_of(row.owners[column.id])
                    for row in self.matrix.rows
                    if column.id in row.owners
                )
                for column in self.matrix.columns
            ]
            for name in SIGNS
        }
        style = {"fill": self._fill(_PALE), "border": self.border, "alignment": self.centred, "font": self.bold}
        line = end + 1
        for (sign, said), name in zip(legend_words(), SIGNS, strict=True):
            self._sum_line(line, f"{sign}{said}", f'=COUNTIF({{area}},"*{sign}*")', counts[name], (top, end), style)
            line += 1
        tasks = [sum(column.id in row.owners for row in self.matrix.rows) for column in self.matrix.columns]
        self._sum_line(line, tell("承担任务数"), "=COUNTA({area})", tasks, (top, end), style)

    def _sum_line(
        self, line: int, caption: str, formula: str, counts: list[int], rows: tuple[int, int], style: dict[str, Any]
    ) -> None:
        for at in range(1, self.width + 1):
            self._put(line, at, None, **style)
        self._put(line, 1, tell("合计"))
        self._put(line, 3, caption)
        for at, count in enumerate(counts, self.first):
            area = f"{self._cell(rows[0], at)}:{self._cell(rows[1], at)}"
            self._formula(line, at, formula.format(area=area), count)
        across = f"=SUM({self._cell(line, self.first)}:{self._cell(line, self.last)})"
        self._formula(line, self.last + 1, across, sum(counts))

    def _formula(self, line: int, at: int, formula: str, result: int, **style: Any) -> None:
        cell = self.sheet.cell(line, at, formula)
        for name, what in style.items():
            setattr(cell, name, what)
        self.values[cell.coordinate] = result

    def _comment(self, line: int, at: int, text: str) -> None:
        from openpyxl.comments import Comment

        comment = Comment(text, "zerentu")
        comment.width, comment.height = 320, 40 + 18 * (1 + len(text) // 24)
        self.sheet.cell(line, at).comment = comment

    def _cell(self, line: int, at: int) -> str:
        return f"{self.letter(at)}{line}"

    def _set_up(self, head: int) -> None:
        """Fix the panes, set the filter, the widths and the page."""
        widths = [*_BEFORE, *[_WIDTH] * (self.last - self.first + 1), *self.after]
        for at, width in enumerate(widths, 1):
            self.sheet.column_dimensions[self.letter(at)].width = width
        self.sheet.freeze_panes = self._cell(head + 2, self.first)
        end = head + 1 + len(self.matrix.rows)
        self.sheet.auto_filter.ref = f"A{head + 1}:{self._cell(end, self.width)}"
        set_up_page(self.sheet, paper="A3", header=(head, head + 1))

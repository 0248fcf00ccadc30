"""Tables written row by row."""

from __future__ import annotations

from docx.oxml.ns import qn

from zerentu.word.forms import CELL, HEAD, new_document
from zerentu.word.tables import Cell, Table


def test_rows_are_merged_shaded_repeated_and_kept() -> None:
    document = new_document()
    table = Table(document, [20, 30, 40])
    table.row([Cell(name, style=HEAD) for name in ("甲", "乙\n丙", "丁")], head=True)
    table.row([Cell("组", style=CELL, across=3, bold=True, shade="EEF2F6")], keep=True)
    table.row(
        [Cell("题。", style=CELL, bold=True, more="文"), Cell("", style=CELL), Cell("小", style=CELL)], whole=False
    )
    document.add_paragraph("后")
    [found] = document.tables
    assert [[cell.text for cell in row.cells] for row in found.rows] == [
        ["甲", "乙\n丙", "丁"],
        ["组"] * 3,
        ["题。文", "", "小"],
    ]
    assert [next(row.iter(qn("w:cantSplit")), None) is not None for row in document.element.body.iter(qn("w:tr"))] == [
        True,
        True,
        False,
    ]
    assert [run.bold for run in found.rows[2].cells[0].paragraphs[0].runs] == [True, None]
    assert [round(cell.width.mm) for cell in found.rows[0].cells] == [20, 30, 40]
    assert round(found.rows[1].cells[0].width.mm) == 90
    assert [block.tag for block in document.element.body][:2] == [qn("w:tbl"), qn("w:p")]

"""A matrix as `viz.matrix` draws it: signs, notes and sums in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from zerentu.matrix_words import (
    BANNER,
    groups_of,
    legend_words,
    matrix_title,
    note_words,
    place_words,
    row_number,
    signs_of,
    source_words,
)
from zerentu.progress_tables import light_word
from zerentu.settings import language, tell

if TYPE_CHECKING:
    from queries.matrix import Matrix, MatrixRow
    from viz.matrix import PageMatrix

__all__ = ["write_matrix_page"]


def write_matrix_page(path: Path, found: Sequence[Matrix]) -> Path:
    """Write matrices as one offline page; see `viz.matrix.write_matrices`."""
    from viz.matrix import write_matrices

    title = matrix_title(found[0]) if len(found) == 1 else tell("责任矩阵：{count} 份方案", count=len(found))
    signs = "　".join(f"{sign}{said}" for sign, said in legend_words())
    grades = tell("底色由深到浅：明示、文件规定、唯一单位、并列；黄色为人工更正；红色为无责任单位")
    words = {
        "plan": tell("方案"),
        "title": tell("任务"),
        "deadline": tell("时限"),
        "count": tell("单位数"),
        "search": tell("搜索任务、原文、单位"),
        "nobody": tell("无责任单位"),
        "close": tell("关闭"),
        "total": tell("合计"),
        "legend": tell("图例：{signs}；{grades}", signs=signs, grades=grades),
    }
    return write_matrices(path, title, [_page(matrix) for matrix in found], words, lang=language())


def _deadline(row: MatrixRow) -> str:
    """Return when a task is due, and its light where anything was reported on its plan."""
    due = row.deadline or (str(row.deadline_year) if row.deadline_year else "")
    return f"{due} {light_word(row.progress['light'])}".strip() if row.progress else due


def _page(matrix: Matrix) -> PageMatrix:
    from viz.matrix import PageCell, PageMatrix, PageRow

    place_of = {column.id: at for at, column in enumerate(matrix.columns)}
    rows = [
        PageRow(
            number=row_number(row),
            section=row.section,
            title=row.title,
            deadline=_deadline(row),
            cells=[
                PageCell(
                    at=place_of[agency],
                    signs=signs_of(row.owners[agency]),
                    basis=row.owners[agency][0].basis,
                    note="\n".join(map(note_words, row.owners[agency])),
                )
                for agency in sorted(row.owners, key=lambda agency: place_of[agency])
            ],
            text=source_words(row),
            place=place_words(row, matrix.plan["source"]),
        )
        for row in matrix.rows
    ]
    held = Counter((sign, cell.at) for row in rows for cell in row.cells for sign in set(cell.signs))
    sums = [(f"{sign}{said}", [held[sign, at] for at in range(len(matrix.columns))]) for sign, said in legend_words()]
    return PageMatrix(
        title=matrix_title(matrix),
        banner="" if matrix.lead_written else BANNER.told(language()),
        groups=groups_of(matrix.columns),
        agencies=[column.name for column in matrix.columns],
        rows=rows,
        sums=sums,
    )

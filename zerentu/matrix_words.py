"""What a matrix says in signs and words, the same in a workbook, on a page and in CSV."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from graph.messages import Message, _
from zerentu.captions import basis_word, kind_word, role_word
from zerentu.cells import number_cell, place_cell
from zerentu.progress_tables import light_word
from zerentu.settings import language, tell

if TYPE_CHECKING:
    from queries.matrix import Matrix, MatrixColumn, MatrixOwner, MatrixRow

__all__ = [
    "BANNER",
    "SHADES",
    "SIGNS",
    "csv_rows",
    "groups_of",
    "legend_words",
    "matrix_title",
    "note_words",
    "place_words",
    "progress_words",
    "row_number",
    "signs_of",
    "source_words",
]

#: The sign of each role; a sole unit leads because nobody else is named, and has a sign of its own.
SIGNS = {"lead": "●", "sole": "○", "co_own": "◐", "support": "△", "guide": "☆", "implement": "▲"}
#: The colour of a cell by basis: the surer, the darker; what was added by hand is of another colour.
SHADES = {"explicit": "9CC3E6", "rule": "BDD7EE", "sole": "DDEBF7", "listed": "F1F6FB", "manual": "FFE699"}
#: What stands above a matrix whose plan leaves open who leads.
BANNER = _(
    "注意：本方案没有一处写明“牵头”单位，列首位者不等于牵头；○ 是条款只写了一个单位，◐ 是几个单位并列。请与发文机关核实后再督办。"
)
_SAID: dict[str, Message] = {
    "lead": _("牵头"),
    "sole": _("唯一单位"),
    "co_own": _("共同负责"),
    "support": _("配合"),
    "guide": _("指导"),
    "implement": _("落实"),
}


def signs_of(owners: Sequence[MatrixOwner]) -> str:
    """Return what a cell shows: a sign for each role of an agency."""
    return "".join(SIGNS[_sign(owner)] for owner in owners)


def _sign(owner: MatrixOwner) -> str:
    return "sole" if owner.role == "lead" and owner.basis == "sole" else owner.role


def legend_words() -> list[tuple[str, str]]:
    """Return each sign with what it means."""
    return [(sign, _SAID[name].told(language())) for name, sign in SIGNS.items()]


def matrix_title(matrix: Matrix) -> str:
    """Return the title of a matrix."""
    return tell("{plan}责任矩阵", plan=matrix.plan["title"] or matrix.plan["source"])


def row_number(row: MatrixRow) -> str:
    """Return the number of a task, with that of its part where the item holds several."""
    return number_cell({"number": row.number, "part": row.part, "of": row.of})


def source_words(row: MatrixRow) -> str:
    """Return the words of the source on one line: those of a table row with bars between the cells."""
    return " ".join(row.text.replace("\t", "｜").split())


def place_words(row: MatrixRow, source: str) -> str:
    """Return where a task stands in its source: file, page if there are pages, line."""
    return place_cell(source, row.page, row.line)


def progress_words(row: MatrixRow) -> str | None:
    """Return the light of a task and why it has it, None where nothing was reported on its plan."""
    if row.progress is None:
        return None
    why = row.progress["why_en" if language() == "en" else "why"]
    return tell("{light}：{why}", light=light_word(row.progress["light"]), why=why)


def note_words(owner: MatrixOwner) -> str:
    """Return role and basis of an owner in words, and the clause that says so."""
    lang = language()
    grade = tell("{role}·{basis}", role=role_word(owner.role, lang), basis=basis_word(owner.basis, lang))
    inherited = tell("（承自上级条款）") if owner.inherited else ""
    return f"{grade}{inherited}\n{owner.quote or ''}".rstrip()


def groups_of(columns: Iterable[MatrixColumn]) -> list[tuple[str, int]]:
    """Return the words above the agencies, each with how many stand below: their functional line, else their kind."""
    lang = language()
    words = [column.functional_line or kind_word(column.kind, lang) for column in columns]
    return [(word, len(list(same))) for word, same in groupby(words)]


def csv_rows(found: Sequence[Matrix]) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the rows of several matrices as one table, and its captions; an agency is a column for all plans."""
    names: Mapping[str, None] = dict.fromkeys(column.name for matrix in found for column in matrix.columns)
    plan, number, section, title = tell("方案"), tell("编号"), tell("章节"), tell("任务")
    progress = tell("进展")
    deadline, count, text, place, key = tell("时限"), tell("单位数"), tell("原文"), tell("出处"), tell("任务标识")
    rows = []
    for matrix in found:
        named = {column.id: column.name for column in matrix.columns}
        for row in matrix.rows:
            cells = {named[agency]: signs_of(owners) for agency, owners in row.owners.items()}
            rows.append(
                {
                    plan: matrix.plan["title"],
                    number: row_number(row),
                    section: row.section,
                    title: row.title,
                    deadline: row.deadline or row.deadline_year,
                    **{name: cells.get(name) for name in names},
                    count: len(row.owners),
                    text: source_words(row),
                    place: place_words(row, matrix.plan["source"]),
                    progress: progress_words(row),
                    key: row.id,
                }
            )
    # Only where anything was reported: an empty column would look like nothing done.
    reported = [progress] if any(matrix.has_progress for matrix in found) else []
    return rows, [plan, number, section, title, deadline, *names, count, text, place, *reported, key]

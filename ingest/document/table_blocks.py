"""Where the tables of tasks begin and end among the lines of a passage: one block below each header.

A header row is repeated on each page; a header of another kind ends the block, and so does another sheet. Rows that a page
cut in two are one again, and rows that lack the cells of a merged one are put in their columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from graph.records import record
from ingest.clauses.clause import parse_clause
from ingest.document.cards import Card, read_card
from ingest.document.matrices import read_matrix
from ingest.document.table_headers import (
    Columns,
    cells_of,
    column_name,
    is_indicator_header,
    is_other_header,
    names_columns,
    names_deadline,
    names_number,
    read_header,
)
from ingest.language.agency_lists import lists_bodies
from ingest.language.item_numbers import read_marker
from ingest.language.labels import names_person
from ingest.language.paragraphs import Paragraph

__all__ = [
    "PlacedCard",
    "TableBlock",
    "TableLine",
    "heads_rows",
    "is_task_header",
    "names_agencies",
    "read_blocks",
    "rejoined",
]

#: A column whose cells are this long on average says what is done.
_WORDY = 12
_LONGEST_GROUP = 60
#: Groups of rows stand in each other over so many levels at most.
_MOST_NESTED = 3
#: No card has more lines.
_LONGEST_CARD = 30


@record
class TableLine:
    """A line below a header: which of the paragraphs it is, and its cells in their columns."""

    at: int
    paragraph: Paragraph
    cells: list[str]
    fresh: bool  # a page or a line of text stands between it and the line before
    lines: int = 1
    heads: bool = False  # one cell over the whole width, which heads the rows below it


@dataclass
class TableBlock:
    """A table: its columns, the lines below its header, the lines of text around it."""

    columns: Columns
    header: list[str]
    number: int
    sheet: str
    lines: list[TableLine] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class PlacedCard:
    """A card, which of the tables of a passage it is, from 1, and on which of the paragraphs it begins."""

    card: Card
    number: int
    at: int
    sheet: str


def is_task_header(paragraph: Paragraph) -> bool:
    """Return whether a table line is the header of a task table or its second row; an indicator table (指标表) has none."""
    cells = cells_of(paragraph) if paragraph.table else []
    return paragraph.table and (read_header(cells) is not None or names_columns(cells))


def read_blocks(paragraphs: Sequence[Paragraph], title: str) -> Iterator[TableBlock | PlacedCard]:
    """Yield the tables among some paragraphs; a card is yielded as the task that it is."""
    block: TableBlock | None = None
    texts: list[str] = [title]
    count = 0
    fresh = True
    headed = any(is_task_header(paragraph) for paragraph in paragraphs)
    columns = None if headed else _unheaded([paragraph for paragraph in paragraphs if paragraph.table])
    at = 0
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        if not paragraph.table:
            texts.append(paragraph.text)
            if block:
                block.texts.append(paragraph.text)
                above = block.lines[-1] if block.lines else None
                nested = above is not None and above.heads and above.at == at - 1
                if (nested or paragraphs[at - 1].table) and heads_rows(paragraphs, at):
                    block.lines.append(TableLine(at, paragraph, [paragraph.text.strip()], fresh=False, heads=True))
            fresh = True
            at += 1
            continue
        cells = cells_of(paragraph)
        header = _header(paragraphs, at, texts)
        sheet = paragraph.sheet
        again = header and block and header[0].names == block.columns.names and sheet == block.sheet
        if (
            header
            and again
            and not (fresh and block and block.lines and _starts_anew(paragraphs, at + header[1], header[0]))
        ):
            fresh, at = True, at + header[1]
            continue
        if header or (columns and block is None):
            if block:
                yield block
            found, lines = header or (columns, 0)
            assert found is not None
            block = TableBlock(found, cells, count, sheet, texts=[*texts[-4:], *cells])
            if header and lines > 1:
                lowest = cells_of(paragraphs[at + lines - 1])
                pairs = zip_longest(found.names, lowest[: len(found.names)], fillvalue="")
                block.header = [cell if column_name(cell) == name else name for name, cell in pairs]
            count, texts, fresh, at = count + 1, [], True, at + lines
            continue
        card = read_card(paragraphs[at : at + _LONGEST_CARD]) if block is None or fresh else None
        if card:
            if block:
                yield block
            yield PlacedCard(card=card, number=count + 1, at=at, sheet=sheet)
            block, count, at = None, count + 1, at + card.lines
            continue
        if is_indicator_header(cells) or is_other_header(cells, fresh=fresh):
            if block:
                yield block
            block = None
        elif block:
            block.lines.append(TableLine(at, paragraph, _aligned(cells, block.columns), fresh))
            fresh = False
        at += 1
    if block:
        yield block


def heads_rows(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Return whether a line of text between the rows of a table heads those below it, alone or with others: 一、城市更新."""
    for line in paragraphs[at : at + _MOST_NESTED + 1]:
        if line.table:
            return not is_task_header(line)
        if not _is_group(line):
            return False
    return False


def _is_group(line: Paragraph) -> bool:
    """Return whether a line of text is a short heading with a Chinese number."""
    short = len(line.text) <= _LONGEST_GROUP and "。" not in line.text
    marker = read_marker(line.folded)
    return short and marker is not None and marker.kind in ("han", "han_in") and marker.end < len(line.folded)


def _starts_anew(paragraphs: Sequence[Paragraph], at: int, columns: Columns) -> bool:
    """Return whether the numbers of the rows below a header that stood before begin at 1 again: another table of its kind."""
    if columns.number is None or at >= len(paragraphs) or not paragraphs[at].table:
        return False
    cells = cells_of(paragraphs[at])
    return columns.number < len(cells) and cells[columns.number].strip("、.．") == "1"


def _header(paragraphs: Sequence[Paragraph], at: int, texts: Sequence[str]) -> tuple[Columns, int] | None:
    """Return the columns of a header that begins on a line, and how many lines it takes; None if none begins there."""
    cells = cells_of(paragraphs[at])
    below = [cells_of(line) for line in paragraphs[at + 1 : at + 12] if line.table]
    matrix = _matrix_header(cells, below, texts)
    if matrix:
        return matrix
    columns = read_header(cells)
    if columns is None:
        return None
    names = list(columns.names)
    lines = 1
    while lines <= len(below) and at + lines < len(paragraphs) and paragraphs[at + lines].table:
        merged = _two_rows(names, below[lines - 1])
        if merged is None:
            break
        names, columns, lines = list(merged.names), merged, lines + 1
    return columns, lines


def _two_rows(names: Sequence[str], cells: Sequence[str]) -> Columns | None:
    """Return the columns of a header of two rows: 责任分工 above, 牵头单位 and 配合单位 below it."""
    folded = [column_name(cell) for cell in cells]
    repeats = len(folded) == len(names) and any(one == other for one, other in zip(names, folded, strict=True) if one)
    if not names_columns(cells) and not (repeats and read_header(cells)):
        return None
    return read_header([below or above for above, below in zip_longest(names, cells, fillvalue="")])


def _matrix_header(
    cells: Sequence[str], below: Sequence[Sequence[str]], texts: Sequence[str]
) -> tuple[Columns, int] | None:
    """Return the columns of a matrix whose header is this row, or this and the next, and how many rows that are."""
    for lines, header in ((1, cells), (2, below[0] if below else [])):
        matrix = read_matrix(header, below[lines - 1 :], texts) if header else None
        if matrix:
            names = tuple(column_name(cell) for cell in header)
            free = [at for at, name in enumerate(names) if name and at not in matrix.agencies]
            number = next((at for at in free if names_number(names[at])), None)
            tasks = tuple(at for at in free if at != number)
            # A column 进度安排 that stands alone beside the number is what is to be done.
            deadline = next((at for at in tasks if len(tasks) > 1 and names_deadline(names[at])), None)
            if tasks:
                return Columns(
                    number=number,
                    tasks=tuple(at for at in tasks if at != deadline),
                    owners={},
                    deadline=deadline,
                    names=names,
                    first_leads=False,
                ), lines
    return None


def _unheaded(tables: Sequence[Paragraph]) -> Columns | None:
    """Return the columns of a table without header: one names bodies in every row, another says what they do."""
    rows = [cells_of(paragraph) for paragraph in tables]
    width = max((len(row) for row in rows), default=0)
    if len(rows) < 2 or width > 6 or is_indicator_header(rows[0]) or any("指标" in cell for cell in rows[0]):
        return None
    filled = [[row[at] for row in rows if at < len(row) and row[at]] for at in range(width)]
    owners = [at for at, cells in enumerate(filled) if cells and all(lists_bodies(cell) for cell in cells)]
    wordy = [at for at, cells in enumerate(filled) if cells and sum(map(len, cells)) >= _WORDY * len(cells)]
    if len(owners) != 1 or not wordy or owners[0] in wordy:
        return None
    number = next((at for at, cells in enumerate(filled) if cells and all(cell.isdigit() for cell in cells)), None)
    task = max(wordy, key=lambda at: sum(map(len, filled[at])))
    return Columns(
        number=number, tasks=(task,), owners={owners[0]: "责任单位"}, deadline=None, names=(), first_leads=False
    )


def rejoined(lines: Sequence[TableLine], columns: Columns) -> Iterator[TableLine]:
    """Yield the lines of a table, those that a page cut in two as one: the rest has neither number nor task."""
    last: TableLine | None = None
    for line in lines:
        if last and not last.heads and line.fresh and columns.number is not None and _is_rest(line.cells, columns):
            cells = [(one + other) for one, other in zip_longest(last.cells, line.cells, fillvalue="")]
            last = replace(last, cells=cells, lines=line.at - last.at + 1)
            continue
        if last:
            yield last
        last = line
    if last:
        yield last


def _is_rest(cells: Sequence[str], columns: Columns) -> bool:
    blank = [columns.number, columns.tasks[0]]
    return any(cells) and not any(cells[at] for at in blank if at is not None and at < len(cells))


def _aligned(cells: list[str], columns: Columns) -> list[str]:
    """Return the cells of a row in their columns: copied from a page, a row lacks the cells that a merged one covers."""
    missing = len(columns.names) - len(cells)
    clauses: dict[str, bool] = {}
    if missing > 0 and columns.owners:
        for at in (len(cells), 0, 1, *range(len(cells) - 1, 1, -1)):
            moved = [*cells[:at], *[""] * missing, *cells[at:]]
            if names_agencies(moved, columns, clauses):
                return moved
    return cells


def names_agencies(cells: Sequence[str], columns: Columns, known: dict[str, bool] | None = None) -> bool:
    """Return whether the columns of responsibility name agencies, and the column of tasks does not.

    `known` keeps which cells do, for one that is asked about the same cells in other columns again.
    """
    owners = [cells[at] for at, label in columns.owners.items() if cells[at] and not names_person(label)]
    known = {} if known is None else known
    for cell in owners:
        if cell not in known:
            clause = parse_clause(cell)
            known[cell] = bool(clause and not clause.skipped)
        if not known[cell]:
            return False
    return bool(owners) and not lists_bodies(cells[columns.task])

"""Tables whose rows are tasks, told apart from groups, sums and remarks.

Which column holds the title, the rows decide: its cells differ from row to row. Where a format does not tell its merged
cells, an empty cell of a responsibility column belongs to the cell above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.document.cell_clauses import Beside, clauses_beside
from ingest.document.cell_duties import read_cell_duties
from ingest.document.matrices import Matrix, read_legend, read_matrix
from ingest.document.owner_cells import CellOwners, OwnerCell, bracketed_cells, read_owner_cells
from ingest.document.table_blocks import PlacedCard, TableBlock, TableLine, read_blocks, rejoined
from ingest.document.table_headers import ROW_NUMBER, column_name, is_sum
from ingest.document.words import any_of
from ingest.language.agency_lists import lists_bodies
from ingest.language.labels import label_role
from ingest.language.paragraphs import Paragraph

__all__ = ["TaskRow", "read_task_rows"]

_MOST = 40
#: What stands for the cell above.
_DITTO = re.compile(r"同上|[〃″]|\"|“|”")
_NOTHING = re.compile(r"[-—–－/／\\无\s]*")
_REMARK = re.compile(rf"{any_of('remark')}[:：]|注\d?[:：.]")
_OPENING = ("(", "（")
_HAN_NUMBER = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?")


@dataclass(frozen=True, kw_only=True)
class TaskRow:
    """One task of a table.

    Attributes
    ----------
    number : str
        Its 序号 as written behind those of the groups it stands in, or its position from 1 where the table has none.
    title : str
        The task cell without blanks, to its first 。, at most 40 characters.
    cells : tuple of OwnerCell
        What the row says of who answers.
    deadline : str or None
        The cell of the deadline column.
    paragraph : Paragraph
        The line it stands on.
    at : int
        Which of the paragraphs it is, from 0.
    lines : int
        How many lines it takes.
    first_leads : bool
        True where the header declares that the first agency of a cell leads.
    sheet : str
        Name of the sheet that the table stands on, where the workbook has several.
    block : int
        Which table of the passage it stands in, from 0.
    card : bool
        True for a table of labels that says all of one task.
    unread : tuple of str
        Words of it that name somebody and are no clause.
    """

    number: str
    title: str
    cells: tuple[OwnerCell, ...]
    deadline: str | None
    paragraph: Paragraph
    at: int
    lines: int = 1
    first_leads: bool = False
    sheet: str = ""
    block: int = 0
    card: bool = False
    unread: tuple[str, ...] = ()

    def read_owners(self, *, first_leads: bool) -> CellOwners:
        """Return what the row's cells say; `first_leads` means that an earlier clause declared that rule."""
        return read_owner_cells(self.cells, self.paragraph, first_leads=first_leads or self.first_leads)


def read_task_rows(paragraphs: Sequence[Paragraph], title: str = "") -> Iterator[TaskRow]:
    """Yield the tasks of the tables among some paragraphs, in their order; a legend may stand in the `title` above."""
    if not any(paragraph.table for paragraph in paragraphs):
        return
    for block in read_blocks(paragraphs, title):
        if isinstance(block, PlacedCard):
            yield _of_card(block, paragraphs[block.at])
        else:
            yield from _BlockReader(block).rows()


def _of_card(placed: PlacedCard, paragraph: Paragraph) -> TaskRow:
    return TaskRow(
        number=str(placed.number),
        title=_title(placed.card.title),
        cells=placed.card.cells,
        deadline=placed.card.deadline,
        paragraph=paragraph,
        at=placed.at,
        lines=placed.card.lines,
        sheet=placed.sheet,
        block=placed.number - 1,
        card=True,
    )


class _BlockReader:
    """Reads the rows of one table, from top to bottom."""

    def __init__(self, block: TableBlock) -> None:
        self.block = block
        self.columns = block.columns
        self.matrix: Matrix | None = None
        if not self.columns.owners:
            self.matrix = read_matrix(block.header, [line.cells for line in block.lines], block.texts)
        notes = (line.cells[0] for line in block.lines if line.cells and _REMARK.match(line.cells[0]))
        self.legend = {} if self.matrix else read_legend([*block.texts, *notes])
        block.lines = list(rejoined(self._with_groups(block.lines), self.columns))
        self.named = [at for at in range(len(block.header)) if at not in self.columns.owners]
        self.arabic = any(ROW_NUMBER.fullmatch(self._number(line)) for line in block.lines)
        self.task = self._title_column()

    def _with_groups(self, lines: Sequence[TableLine]) -> list[TableLine]:
        """Return the lines of the table; in a copy or on pages a line of text heads a group only where numbers begin anew."""
        rows = [line for line in lines if not line.heads]
        first = sum(self._number(line).strip("、.．") == "1" for line in rows)
        return list(lines) if first > 1 or all(line.paragraph.merges_known for line in lines) else rows

    def rows(self) -> Iterator[TaskRow]:
        """Yield the tasks of the table."""
        above: dict[int, OwnerCell] = {}
        group = number = task = ""
        count = 0
        for line in self.block.lines:
            if line.fresh:
                above = {at: cell for at, cell in above.items() if not line.paragraph.merges_known}
            if self._is_aside(line):
                continue
            owners = self._owners(line)
            written = self._number(line)
            if self._heads_group(line, owners):
                group, task, above, count = self._group(line, group), "", {}, 0 if not self.arabic else count
                continue
            own = {at: cell for at, cell in owners.items() if cell.text}
            own |= {at: above[at] for at, cell in own.items() if _DITTO.fullmatch(cell.text) and at in above}
            here = self._cell(line, self.task)
            if not here and not own and not written:
                continue
            title = here or (task if not line.paragraph.merges_known or own else "") or self._other_words(line)
            if not title:
                continue
            task = title
            filled = {} if line.paragraph.merges_known or self.matrix else above
            above = {
                at: cell for at in self._owner_columns() if (cell := own.get(at) or self._merged(at, line, filled, own))
            }
            if _HAN_NUMBER.fullmatch(written) and self.arabic:
                # A group that has work and owners of its own is a task, and heads those below it.
                group, written = self._group(line, group), ""
                path, number = group, ""
            else:
                count += 1
                number = written or (number if self.columns.number is not None and number else str(count))
                path = f"{group}/{number}" if group else number
            # What a matrix quotes of its plan in another column says the same again.
            beside = Beside() if self.matrix else self._beside(line)
            cells = tuple(self.matrix.owner_cells(line.cells, line.paragraph)) if self.matrix else beside.cells
            row = TaskRow(
                number=path,
                title=_title(title),
                cells=(*cells, *above.values()),
                deadline=self._deadline(line),
                paragraph=line.paragraph,
                at=line.at,
                lines=line.lines,
                first_leads=self.columns.first_leads,
                sheet=self.block.sheet,
                block=self.block.number,
                unread=beside.unread,
            )
            yield from self._parts(row, line) or [row]

    def _beside(self, line: TableLine) -> Beside:
        """Return what the cells of other columns say of who answers; numbered duties of the task are read as its parts."""
        others = [at for at in self.named if at != self.task]
        bracketed = tuple(bracketed_cells(line.cells, others, line.paragraph))
        texts = [text for at in self.named if (text := self._cell(line, at)) and not read_cell_duties(text)]
        said = clauses_beside(texts, line.paragraph)
        known = "".join(cell.text for cell in bracketed)
        return Beside(
            (*bracketed, *(cell for cell in said.cells if not (known and cell.text.endswith(known)))), said.unread
        )

    def _parts(self, row: TaskRow, line: TableLine) -> list[TaskRow]:
        """Return the duties of a row that have owners of their own, as parts of it; its owner column adds who is in none."""
        for at in self.columns.tasks if not self.matrix else ():
            duties = read_cell_duties(self._cell(line, at))
            if not duties:
                continue
            named = "".join(duty.clause for duty in duties)
            rest = [
                owner.agency for owner in row.read_owners(first_leads=False).owners if owner.agency.written not in named
            ]
            more = OwnerCell(
                label="责任单位", name="责任单位", text="、".join(agency.name for agency in rest), place=row.paragraph
            )
            return [
                replace(
                    row,
                    title=_title(duty.title),
                    cells=(
                        OwnerCell(label="责任单位", name="责任单位", text=duty.clause, place=row.paragraph),
                        *([more] if rest else []),
                    ),
                )
                for duty in duties
            ]
        return []

    def _cell(self, line: TableLine, at: int | None) -> str:
        return line.cells[at] if at is not None and at < len(line.cells) else ""

    def _number(self, line: TableLine) -> str:
        """Return the number of a row; below a group it may stand one column further in."""
        written = self._cell(line, self.columns.number)
        if written or self.columns.number is None:
            return written.strip("、.． ") if _HAN_NUMBER.fullmatch(written) else written
        beside = self._cell(line, self.columns.number + 1)
        return beside if ROW_NUMBER.fullmatch(beside) else ""

    def _owner_columns(self) -> dict[int, str]:
        return self.columns.owners

    def _owners(self, line: TableLine) -> dict[int, OwnerCell]:
        """Return the owner cells of a row that say something; a dash or 无 says that there is nobody."""
        names = self.block.header
        return {
            at: OwnerCell(
                label=label,
                name=names[at] if at < len(names) else label,
                text=text,
                place=line.paragraph,
                legend=self.legend,
            )
            for at, label in self.columns.owners.items()
            if (text := self._cell(line, at)) and not _NOTHING.fullmatch(text)
        }

    def _deadline(self, line: TableLine) -> str | None:
        said = self._cell(line, self.columns.deadline)
        return None if _NOTHING.fullmatch(said) else said

    def _is_aside(self, line: TableLine) -> bool:
        """Return whether a row is a sum, a remark or the header again."""
        if tuple(map(column_name, line.cells)) == self.columns.names:
            return True
        said = [cell for cell in line.cells if cell]
        return not said or is_sum(line.cells) or _REMARK.match(said[0]) is not None

    def _heads_group(self, line: TableLine, owners: dict[int, OwnerCell]) -> bool:
        """Return whether a row heads those below it: one cell merged across, or a 一 with a heading and nobody."""
        if line.heads:
            return True
        written = self._number(line)
        texts = [cell for at, cell in enumerate(line.cells) if cell and at != self.columns.number]
        across = len(texts) > 1 and len(set(texts)) == 1 and len(texts) >= len(line.cells) - 1
        if across and not (owners and lists_bodies(texts[0])):
            return True
        if owners or self.matrix:
            return False
        han = _HAN_NUMBER.fullmatch(written) is not None
        return han and self.arabic and len(texts) <= 3

    def _group(self, line: TableLine, above: str) -> str:
        """Return the number of a group; （一） below 一、 stands in that."""
        written = "" if line.heads else self._number(line).strip("、.． ")
        if not written:
            text = next((cell for cell in line.cells if cell), "")
            marked = _HAN_NUMBER.match(text)
            written = marked[0].strip("、.．") if marked and marked[0] != text else ""
        chapter = above.partition("/")[0]
        nested = written[:1] in _OPENING and chapter and chapter[0] not in _OPENING
        return f"{chapter}/{written}" if nested else written

    def _other_words(self, line: TableLine) -> str:
        return next(
            (text for at in self.columns.tasks if (text := self._cell(line, at)) and not _NOTHING.fullmatch(text)), ""
        )

    def _title_column(self) -> int:
        """Return the column that tells the rows apart: the first whose cells differ from row to row."""
        rows = [
            line for line in self.block.lines
            if not self._is_aside(line) and not self._heads_group(line, owners := self._owners(line))
            and not (line.fresh and not owners and not self._number(line))
        ]  # fmt: skip
        for at in self.columns.tasks:
            cells = [self._cell(line, at) for line in rows]
            numbers = sum(ROW_NUMBER.fullmatch(cell) is not None for cell in cells)
            if cells and len({cell for cell in cells if cell}) >= 0.9 * len(cells) and numbers < len(cells) / 2:
                return at
        said = {at: {self._cell(line, at) for line in rows} - {""} for at in self.columns.tasks}
        return max(self.columns.tasks, key=lambda at: (len(said[at]), sum(map(len, said[at]))))

    def _merged(
        self, at: int, line: TableLine, above: dict[int, OwnerCell], own: dict[int, OwnerCell]
    ) -> OwnerCell | None:
        """Return the cell above an empty one, if they are one merged cell as far as a text can tell.

        Somebody answers for every task, so an empty 牵头单位 or 责任单位 is merged; nobody need support it, so an empty
        配合单位 of a row with a lead of its own is empty, and so is a 责任单位 beside a 牵头单位. A dash is not empty.
        """
        if self._cell(line, at):
            return None
        role = label_role(self.columns.owners[at])
        led = any(label_role(self.columns.owners[other]) == "lead" for other in own)
        if at not in above or ((role in ("support", "guide") or (role == "co_own" and led)) and own):
            return None
        return replace(above[at], inherited=True)


def _title(cell: str) -> str:
    return re.sub(r"\s", "", cell).split("。")[0][:_MOST]

"""Rows of tables in plain text, as copying and scraping leave them: cells broken over lines, pipes or blanks for tabs.

Only below the header of a task table: elsewhere a line with blanks is a line. A row is
put together when its lines come to exactly as many cells as the header has and each
break lies inside a cell, agencies in a column of agencies, other words in any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.width import fold_width
from ingest.document.ruled_tables import Line, ruled_rows
from ingest.document.table_blocks import names_agencies
from ingest.document.table_headers import Columns, read_header
from ingest.document.words import any_of
from ingest.language.agency_list_patterns import MEMBER_END
from ingest.language.agency_lists import can_name_agency, lists_bodies
from ingest.language.item_numbers import read_marker
from ingest.language.paragraphs import Paragraph, Piece

__all__ = ["Line", "stacked", "table_rows"]


_RULE = re.compile(r"[|+\-=:：\s─┼│]*[\-─=]{2,}[|+\-=:：\s─┼│]*")
_PIPE = re.compile(r"[|｜│]")
_GAP = re.compile(r"[ \xa0　]{2,}")
#: What a line with cells holds: a tab, a pipe, or two blanks.
_PARTED = re.compile(r"[\t|｜│ \xa0　](?:(?<=[\t|｜│])|[ \xa0　])")
_NUMBER = re.compile(r"[（(]?\d{1,3}[)）.．、]?")
_WHEN = re.compile(rf"\d[年月日]|[前底末]$|{any_of('act')}")
_FIRST_NAME = re.compile(r"序\s?号|编\s?号")
_MOST_COLUMNS = 9
#: More lines do not make one row.
_MOST_LINES = 40
#: A row of one cell that heads a group is shorter.
_LONGEST_GROUP = 60


def table_rows(lines: Sequence[Line], *, whole: bool = False) -> Iterator[Line | Paragraph]:
    """Yield the lines of a text, those of a task table with tabs and the broken rows of one as paragraphs.

    `whole` means that the format keeps every row on a line: what stands below one is no part of it.
    """
    columns: Columns | None = None
    gaps = False
    at = 0
    while at < len(lines):
        raw = lines[at].text
        stack = stacked(lines, at)
        if stack:
            yield from (row[0][0] if len(row) == 1 else _row_of(row) for row in stack)
            at += sum(len(cell) for row in stack for cell in row)
            continue
        drawn, count = ruled_rows(lines, at)
        if drawn:
            yield from map(_row_of, drawn)
            at += count
            continue
        if columns is None and not _PARTED.search(raw):
            yield lines[at]  # nearly every line of nearly every text
            at += 1
            continue
        if columns and _RULE.fullmatch(raw):
            at += 1
            continue
        line = _tabbed(lines[at], gaps)
        header = read_header(line.text.split("\t")) if "\t" in line.text else None
        if header is None and "\t" not in raw and _GAP.search(raw):
            line = _tabbed(lines[at], True)
            header = read_header(line.text.split("\t"))
        if header:
            columns, gaps = header, "\t" not in raw and not _PIPE.search(raw)
        taken = 0 if whole or header or not columns else _row(lines, at, columns, gaps)
        if taken:
            yield _joined([_tabbed(each, gaps) for each in lines[at : at + taken]])
            at += taken
            continue
        # A line without cells ends a table whose cells are told by blanks alone, and a sentence ends any table.
        ends = "\t" not in line.text and (gaps or len(raw) > _LONGEST_GROUP or raw.endswith("。"))
        columns = None if ends else columns
        yield line if header or columns else lines[at]
        at += 1


def stacked(lines: Sequence[Line], at: int) -> list[list[list[Line]]]:
    """Return the rows of a table with each cell on a line of its own, as cells of lines, the header first.

    Only the numbers of the rows, which may leave some out, tell where each begins; a heading between them is a row of one
    cell. In a row with too many lines one cell has several; a row with too few is left to `ingest.document.task_tables`,
    which finds the columns of its agencies. Empty if no such table begins at `at`.
    """
    if not (_FIRST_NAME.match(lines[at].text) and _FIRST_NAME.fullmatch(_bare(lines[at]).text)):
        return []
    for width in range(min(_MOST_COLUMNS, len(lines) - at - 1), 2, -1):
        names = list(map(_bare, lines[at : at + width]))
        if any(_row_number(name) or _heads_group(name.text) for name in names):
            continue
        header = read_header([name.text for name in names])
        if header and _begins_row(lines, at + width, 0):
            break
    else:
        return []
    rows = [[[name] for name in names]]
    here, last = at + width, 0
    while here < len(lines):
        if _heads_group(lines[here].text):
            rows.append([[lines[here]]])
            here += 1
            continue
        if not _begins_row(lines, here, last):
            break
        last = _row_number(lines[here])
        end = _row_end(lines, here, width, last)
        rows.append(_in_cells(list(map(_bare, lines[here:end])), header))
        here = end
    while len(rows[-1]) == 1:
        rows.pop()  # A heading behind the last row begins the next chapter.
    return rows


def _begins_row(lines: Sequence[Line], at: int, last: int) -> bool:
    """Return whether a line, or the first one below headings of groups, is a number behind the last one."""
    while at < len(lines) and _heads_group(lines[at].text):
        at += 1
    return at < len(lines) and _row_number(lines[at]) > last


def _row_end(lines: Sequence[Line], at: int, width: int, number: int) -> int:
    """Return where the row that begins at a line ends: at the next number, else at the first later one behind a full row."""
    most = min(len(lines), at + _MOST_LINES)
    following = next((stop for stop in range(at + 2, most) if _row_number(lines[stop]) == number + 1), most)
    for stop in range(at + 2, following):
        if _heads_group(lines[stop].text) or (stop >= at + width and _row_number(lines[stop]) > number):
            return stop
    return following if following < most else min(at + width, len(lines))


def _bare(line: Line) -> Line:
    """Return a line without the pipe that ends the cell it is."""
    text = line.text.rstrip(" |｜│\xa0")
    return Line(line.start, text) if text and not _PIPE.search(text) else line


def _row_number(line: Line) -> int:
    text = _bare(line).text
    return int(text) if len(text) <= 3 and text.isascii() and text.isdigit() else 0


def _heads_group(text: str) -> bool:
    """Return whether a line is a short heading with a Chinese number: 一、城市更新."""
    marker = read_marker(fold_width(text)) if len(text) <= _LONGEST_GROUP and not text.endswith("。") else None
    return marker is not None and marker.kind in ("han", "han_in")


def _in_cells(lines: Sequence[Line], columns: Columns) -> list[list[Line]]:
    """Return the lines of a row as cells: one line each, but for one cell that takes up what is too much."""
    more = len(lines) - len(columns.names)
    single = [[line] for line in lines]
    if more <= 0:
        return single
    others = [at for at in range(1, len(columns.names)) if at not in columns.owners]
    # A supporter's cell is likelier to hold several lines than that of the lead before it.
    for at in [*others, *sorted(columns.owners, reverse=True)]:
        cells = [*single[:at], list(lines[at : at + more + 1]), *single[at + more + 1 :]]
        if at in others and any(lists_bodies(text) for _, text in cells[at][at == columns.task :]):
            continue
        if names_agencies(["".join(text for _, text in cell) for cell in cells], columns):
            return cells
    return single


def _row_of(cells: Sequence[Sequence[Line]]) -> Paragraph:
    text, pieces = "", []
    for cell in cells:
        joined = _joined(cell)
        text += "\t" if text else ""
        pieces += [Piece(len(text) + ours, theirs) for ours, theirs in joined.pieces]
        text += joined.text
    return Paragraph(text, tuple(pieces), True)


def _tabbed(line: Line, gaps: bool) -> Line:
    """Return a line with a tab for each pipe, or for each wide gap; every character stays at its offset."""
    start, text = line
    if "\t" in text:
        return line
    if len(_PIPE.findall(text)) > 1:
        inner = text.strip(" |｜│") if text[0] in "|｜│" else text
        return Line(start + text.index(inner), _PIPE.sub("\t", inner))
    return Line(start, _GAP.sub(lambda gap: "\t" + " " * (len(gap[0]) - 1), text)) if gaps else line


def _row(lines: Sequence[Line], at: int, columns: Columns, gaps: bool) -> int:
    """Return how many lines from `at` make one row; 0 if the line begins none that comes out even."""
    width = len(columns.names)
    cells = _cells(lines[at], gaps)
    if columns.number == 0 and not _NUMBER.fullmatch(cells[0]):
        return 0
    count, last = len(cells), cells[-1]
    whole = 1 if count == width > 1 else 0
    for taken, line in enumerate(lines[at + 1 : at + _MOST_LINES], 2):
        cells = _cells(line, gaps)
        if count + len(cells) - 1 > width or not _inside_cell(last, cells[0], columns, count - 1):
            break
        if len(cells) == width or (columns.number == 0 and len(cells) > 1 and _NUMBER.fullmatch(cells[0])):
            break
        if count == width and not _goes_on(last, cells[0], columns, count - 1):
            break
        count += len(cells) - 1
        last = cells[-1] if len(cells) > 1 else last + cells[0]
        whole = taken if count == width else whole
    return whole


def _cells(line: Line, gaps: bool) -> list[str]:
    return [cell.strip() for cell in _tabbed(line, gaps).text.split("\t")]


def _goes_on(last: str, text: str, columns: Columns, column: int) -> bool:
    """Return whether a line goes on with the last cell of a row: nothing else tells it from what stands below the table."""
    if column in columns.owners:
        return lists_bodies(text)
    if column == columns.task:
        return last.endswith(("，", "；", "、", ",", ";")) and read_marker(fold_width(text)) is None
    return column == columns.deadline and _WHEN.search(text) is not None


def _inside_cell(before: str, behind: str, columns: Columns, column: int) -> bool:
    """Return whether a line break can lie inside a cell of a column."""
    if column in columns.owners:
        return lists_bodies(before + behind) or lists_bodies(before + "、" + behind)
    return column == columns.deadline or not lists_bodies(before)


def _joined(lines: Sequence[Line]) -> Paragraph:
    """Put the lines of one row together; two agencies on two lines stay two."""
    text, pieces = "", []
    for start, line in lines:
        if text:
            before, behind = re.split(r"\t", text)[-1], line.split("\t")[0]
            two = can_name_agency(MEMBER_END.split(before.strip())[-1]) and can_name_agency(
                MEMBER_END.split(behind.strip())[0]
            )
            text += "  " if two else ""
        pieces.append(Piece(len(text), start))
        text += line
    return Paragraph(text, tuple(pieces), True)

"""What every character, paragraph, table row and cell of a document ended in, as `parse --coverage` counts it.

The kinds are painted over the stored text, the widest first, so that each character has exactly one.
What nothing was painted over is unread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.document.table_blocks import is_task_header
from ingest.language.paragraphs import Paragraph
from ingest.parsed import Parsed, ParsedPlan, ParsedSection
from ingest.tasks.by_name import BY_NAME

__all__ = ["KINDS", "Amount", "count_kinds"]

#: Unread stands first: it is what is there before anything is painted.
KINDS = ("unread", "heading", "task", "target_table", "scope_note", "prose")
_AT = {name: at for at, name in enumerate(KINDS)}


@dataclass(frozen=True)
class Amount:
    """How much is of one kind: characters, blanks left out, paragraphs outside of tables, rows of tables, cells that say something."""

    characters: int = 0
    paragraphs: int = 0
    rows: int = 0
    cells: int = 0


def count_kinds(parsed: Parsed) -> dict[str, Amount]:
    """Return how much of a document is of each of the `KINDS`; the sum is the whole stored text.

    A paragraph, a row and a cell count for the kind of their first character that is no blank. A line that is part of no
    paragraph, such as a page number, counts by its characters only.
    """
    text = parsed.document.text
    kinds = _Painter(parsed).kinds
    characters: Counter[int] = Counter()
    rows: Counter[int] = Counter()
    cells: Counter[int] = Counter()
    at = 0
    for line in text.split("\n"):
        here = [kind for kind, char in zip(kinds[at : at + len(line)], line, strict=True) if not char.isspace()]
        characters.update(here)
        if here and "\t" in line:
            rows[here[0]] += 1
            cells.update(_first_kinds(line, at, kinds))
        at += len(line) + 1
    paragraphs = Counter(kinds[paragraph.source(0)] for paragraph in parsed.paragraphs if not paragraph.table)
    return {
        name: Amount(characters=characters[at], paragraphs=paragraphs[at], rows=rows[at], cells=cells[at])
        for name, at in _AT.items()
    }


def _first_kinds(line: str, begin: int, kinds: bytearray) -> Iterator[int]:
    """Yield the kind of the first character of each cell of a line that says something."""
    for cell in line.split("\t"):
        if cell.strip():
            yield kinds[begin + len(cell) - len(cell.lstrip())]
        begin += len(cell) + 1


class _Painter:
    """Paints the kinds of one document; a kind painted later covers those before."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self.kinds = bytearray(len(parsed.document.text))
        for paragraph in parsed.paragraphs:
            if not paragraph.table:
                self._paint("prose", paragraph)
        for plan in parsed.plans:
            self._plan(plan)

    def _plan(self, plan: ParsedPlan) -> None:
        for line in plan.title_lines:
            self._paint("heading", line)
        for section in plan.root.walk():
            self._section(section)
        for placed in plan.notes:
            self._paint("scope_note", placed.place)
        for place in plan.unread:
            if not place.trigger.reason:
                self._paint("unread", place.passage, place.trigger.start, place.trigger.end)

    def _section(self, read: ParsedSection) -> None:
        section = read.section
        if section.marker and section.body:
            end = section.body[0].folded.find("。", section.marker.end)
            self._paint("heading", section.body[0], 0, end + 1 if end >= 0 else None)
        for line in section.body:
            if line.table and is_task_header(line):
                self._paint("heading", line)
        for task in read.tasks:
            self._paint("task", task.passage)
            for owner in task.owners:
                if owner.rule == BY_NAME:
                    self._paint("task", owner.quote.place)
        for target in read.targets:
            if target.passage.table and target.task is None:
                self._paint("target_table", target.passage)

    def _paint(self, kind: str, passage: Paragraph, start: int = 0, end: int | None = None) -> None:
        span = self._parsed.span(passage, start, end)
        self.kinds[span.start : span.end] = bytes([_AT[kind]]) * (span.end - span.start)

"""What every character and every table row of a document ended in, as `parse --coverage` counts it.

The kinds are painted over the stored text, the widest first, so that each character has exactly one.
What nothing was painted over is unread.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ingest.document.table_blocks import is_task_header
from ingest.language.paragraphs import Paragraph
from ingest.parsed import Parsed, ParsedPlan, ParsedSection

__all__ = ["KINDS", "Amount", "count_kinds"]

#: Unread stands first: it is what is there before anything is painted.
KINDS = ("unread", "heading", "task", "target_table", "scope_note", "prose")
_AT = {name: at for at, name in enumerate(KINDS)}


@dataclass(frozen=True)
class Amount:
    """How many characters, blanks left out, and how many table rows are of one kind."""

    characters: int
    rows: int


def count_kinds(parsed: Parsed) -> dict[str, Amount]:
    """Return how much of a document is of each of the `KINDS`; the sum is the whole stored text.

    A row counts for the kind of its first character that is no blank.
    """
    text = parsed.document.text
    painter = _Painter(parsed)
    kinds = painter.kinds
    characters: Counter[int] = Counter()
    rows: Counter[int] = Counter()
    at = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            begin = at + line.index(stripped[0])
            characters.update(
                kind for kind, char in zip(kinds[at : at + len(line)], line, strict=True) if not char.isspace()
            )
            rows[kinds[begin]] += "\t" in line
        at += len(line) + 1
    return {name: Amount(characters[at], rows[at]) for name, at in _AT.items()}


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
        for target in read.targets:
            if target.passage.table and target.task is None:
                self._paint("target_table", target.passage)

    def _paint(self, kind: str, passage: Paragraph, start: int = 0, end: int | None = None) -> None:
        span = self._parsed.span(passage, start, end)
        self.kinds[span.start : span.end] = bytes([_AT[kind]]) * (span.end - span.start)

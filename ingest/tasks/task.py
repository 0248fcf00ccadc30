"""A task, and a section with its tasks."""

from __future__ import annotations

from collections.abc import Iterator

from graph.records import record
from ingest.clauses.quotes import QuotedOwner
from ingest.clauses.unread import UnreadTrigger
from ingest.document.outline import Section
from ingest.industries.mentions import IndustryMention
from ingest.language.paragraphs import Paragraph
from ingest.targets.dates import deadline_day

__all__ = ["SectionTasks", "Task"]


@record(kw_only=True)
class Task:
    """One task with where it stands; its names are those of the schema.

    Attributes
    ----------
    number : str
        Number path.
    part, of : int
        Which task of its numbered item, and how many there are.
    kind : str
        item, section, box, row or duty.
    clause : str or None
        Verbatim, without outer brackets.
    owners : tuple of QuotedOwner
        Own ones in the order written, then inherited ones.
    deadline : str or None
        As written.
    due : int or None
        The year that the deadline names.
    order : int
        Position in the plan, from 1.
    passage : Paragraph
        The text that the clause governs, clause included.
    industries : tuple of IndustryMention
        Those that the passage names outside its clauses.
    """

    number: str
    title: str
    part: int
    of: int
    kind: str
    clause: str | None
    owners: tuple[QuotedOwner, ...]
    open_ended: bool
    industries: tuple[IndustryMention, ...]
    deadline: str | None
    due: int | None
    order: int
    passage: Paragraph

    @property
    def due_by(self) -> str | None:
        """The last day that meets the deadline, YYYY-MM-DD, or None where it names no year."""
        return deadline_day(self.deadline) if self.deadline else None


@record(kw_only=True)
class SectionTasks:
    """A section with what was read of its own text, and the same of the sections below it.

    Attributes
    ----------
    taken : tuple of (int, int)
        Offsets in the section's passage of what clauses, declared rules and rows of task tables take up.
    skipped : tuple of UnreadTrigger
        Words of its clauses that named nobody.
    """

    section: Section
    tasks: tuple[Task, ...]
    taken: tuple[tuple[int, int], ...]
    skipped: tuple[UnreadTrigger, ...]
    children: tuple[SectionTasks, ...]

    def walk(self) -> Iterator[SectionTasks]:
        """Yield the section and all below it in document order."""
        yield self
        for child in self.children:
            yield from child.walk()

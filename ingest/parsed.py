"""What a document becomes: its plans, each a tree of sections that hold their tasks, targets and unread trigger words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from graph.agencies.own_names import own_names
from graph.records import record
from ingest.clauses.quotes import PlacedNote, QuotedOwner
from ingest.clauses.unread import Coverage, UnreadTrigger
from ingest.document.metadata import Metadata
from ingest.document.outline import Section
from ingest.files.read import Document
from ingest.language.paragraphs import Lines, Paragraph, Span
from ingest.targets.sentences import Target
from ingest.tasks.task import Task

__all__ = ["Parsed", "ParsedPlan", "ParsedSection", "PlacedTarget", "UnreadPlace"]


@record(kw_only=True)
class PlacedTarget:
    """A target with where it stands: number path, the passage it was found in, the task if it stands in one.

    A row of an indicator table has its own owners, with the words that name each.
    """

    path: str
    said: Target
    passage: Paragraph
    task: Task | None
    owners: tuple[QuotedOwner, ...] = ()
    open_ended: bool = False

    @property
    def part(self) -> int | None:
        """Which task of a numbered item it stands in."""
        return self.task.part if self.task else None


@record(kw_only=True)
class UnreadPlace:
    """A sentence with a trigger word that no clause took, with where it stands."""

    number: str
    trigger: UnreadTrigger
    passage: Paragraph
    task: Task | None

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.passage.text[self.trigger.start : self.trigger.end]


@record(kw_only=True)
class ParsedSection:
    """A section with all that was read of its own text; what stands below a deeper number belongs to `children`."""

    section: Section
    tasks: tuple[Task, ...]
    targets: tuple[PlacedTarget, ...]
    unread: tuple[UnreadPlace, ...]
    children: tuple[ParsedSection, ...]

    def walk(self) -> Iterator[ParsedSection]:
        """Yield the section and all below it in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, kw_only=True)
class ParsedPlan:
    """One plan of a document; `index` counts from 1."""

    index: int
    metadata: Metadata
    root: ParsedSection
    notes: tuple[PlacedNote, ...]
    coverage: Coverage
    title_lines: tuple[Paragraph, ...] = ()

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """Tasks in document order."""
        return tuple(task for section in self.root.walk() for task in section.tasks)

    @cached_property
    def targets(self) -> tuple[PlacedTarget, ...]:
        """Targets, section by section."""
        return tuple(target for section in self.root.walk() for target in section.targets)

    @cached_property
    def own_names(self) -> dict[str, str]:
        """Short names of agencies that the plan's own full names decide (`graph.agencies.own_names`)."""
        return own_names(owner.agency.name for task in self.tasks for owner in task.owners)

    @cached_property
    def unread(self) -> tuple[UnreadPlace, ...]:
        """Unread trigger words, section by section."""
        return tuple(place for section in self.root.walk() for place in section.unread)


@dataclass(frozen=True)
class Parsed:
    """A document and its plans; `notice` is what a covering notice over several plans says, else the one plan's metadata.

    `paragraphs` are all that the document holds, those outside of its plans as well.
    """

    document: Document
    plans: tuple[ParsedPlan, ...]
    notice: Metadata
    paragraphs: tuple[Paragraph, ...]

    def span(self, passage: Paragraph, start: int = 0, end: int | None = None) -> Span:
        """Return where a stretch of a passage stands in the stored text."""
        end = len(passage.text) if end is None else end
        first = passage.source(start)
        last = passage.source(end - 1) + 1 if end > start else first
        pages = self.document.pages
        return Span(first, last, self.lines.number(first), bisect_right(pages, first) if pages else None)

    @cached_property
    def lines(self) -> Lines:
        """Line numbers of the stored text."""
        return Lines(self.document.text)

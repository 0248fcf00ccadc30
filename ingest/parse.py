"""One document, parsed: its plans with tasks, targets, scope notes and what was left over.

`parse_file` reads, `parse_document` does the rest; `ingest.to_json` turns the result
into JSON and `ingest.to_graph` into a property graph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain
from pathlib import Path

from graph.errors import ParseError
from ingest.clauses.clause import Owner, ScopeNote
from ingest.clauses.unread import Coverage, UnreadTrigger, find_unread, skipped_words
from ingest.document.metadata import Metadata, read_metadata
from ingest.document.outline import Plan as PlanText
from ingest.document.outline import Section, find_plans, outline
from ingest.document.reflow import reflow
from ingest.files.read import Document, read_document
from ingest.industries.mentions import IndustryMention, find_industries
from ingest.language.paragraphs import Lines, Paragraph, Span, join
from ingest.targets.dates import Moment
from ingest.targets.indicator_tables import Indicator, read_indicators
from ingest.targets.sentences import Target, find_targets, handed_on
from ingest.tasks.tasks import Task, read_tasks

__all__ = ["Parsed", "ParsedPlan", "PlacedTarget", "UnreadPlace", "parse_document", "parse_file"]

_ANY_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_ANNUAL = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年(?!前|以前|以来|期|底|末|版)")
_NUMBERED = re.compile(r"[〔\[（(【［]((?:19|20)[0-9]{2})[〕\])）】］]")
_RANGE = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年?[-—–－~～至到]{1,2}(?:19|20)[0-9]{2}(?![0-9])")


@dataclass(frozen=True)
class PlacedTarget:
    """A target with where it stands: number path, the passage it was found in, the task if it stands in one.

    A row of an indicator table has its own owners, with the words that name each.
    """

    path: str
    said: Target
    passage: Paragraph
    task: Task | None
    part: Section
    owners: tuple[Owner, ...] = ()
    quotes: tuple[tuple[str, Paragraph], ...] = ()
    open_ended: bool = False


@dataclass(frozen=True)
class UnreadPlace:
    """A sentence with a trigger word that no clause took, with where it stands."""

    path: str
    mention: UnreadTrigger
    passage: Paragraph
    task: Task | None
    part: Section


@dataclass(frozen=True)
class ParsedPlan:
    """One plan of a document.

    Attributes
    ----------
    index : int
        From 1.
    industries : list of list of IndustryMention
        For each task, in order.
    """

    index: int
    metadata: Metadata
    root: Section
    tasks: list[Task]
    industries: list[list[IndustryMention]]
    notes: list[tuple[ScopeNote, Paragraph]]
    targets: list[PlacedTarget]
    unread: list[UnreadPlace]
    coverage: Coverage


@dataclass(frozen=True)
class Parsed:
    """A document and its plans; `notice` is what a covering notice over several plans says, else the one plan's metadata."""

    document: Document
    plans: list[ParsedPlan]
    notice: Metadata

    def span(self, passage: Paragraph, start: int = 0, end: int | None = None) -> Span:
        """Return where a stretch of a passage stands in the stored text."""
        end = len(passage.text) if end is None else end
        first = passage.source(start)
        last = passage.source(end - 1) + 1 if end > start else first
        pages = self.document.pages
        return Span(first, last, self.lines.number(first), bisect_right(pages, first) if pages else None)

    @property
    def lines(self) -> Lines:
        """Line numbers of the stored text."""
        if not hasattr(self, "_lines"):
            object.__setattr__(self, "_lines", Lines(self.document.text))
        return self._lines  # type: ignore[attr-defined, no-any-return]


def parse_file(path: str | Path, *, region: str | None = None) -> Parsed:
    """Read and parse one file.

    Parameters
    ----------
    path
        A plan as text.
    region
        Name of the region the plan is for, where the document does not tell or tells it wrong.

    Raises
    ------
    ReadError
        If the file cannot be opened or decoded.
    ParseError
        If it holds neither a numbered item nor a responsibility clause.
    """
    document = read_document(path)
    try:
        return parse_document(document, region=region)
    except ParseError as error:
        raise ParseError(f"{path}: {error}", zh=f"{path}：{error.zh}") from error


def parse_document(document: Document, *, region: str | None = None) -> Parsed:
    """Parse a decoded document; see `parse_file`."""
    head, texts = find_plans(reflow(document.text))
    several = len(texts) > 1
    plans = [_parse_plan(index, text, head, texts[-1].body, region, several) for index, text in enumerate(texts, 1)]
    if not any(plan.tasks for plan in plans):
        raise ParseError(
            "no numbered item (一、 （一） 1.) and no responsibility clause (X牵头, 责任单位：X) was found, so this is no plan that can be read; "
            "check that the file holds the plan's text",
            zh="既没有编号条目（一、 （一） 1.），也没有责任条款（X牵头、责任单位：X），不像可以读取的方案；请检查文件是否为方案正文",
        )
    if not several:
        return Parsed(document, plans, plans[0].metadata)
    owners = [owner.agency.name for plan in plans for task in plan.tasks for owner in task.owners]
    return Parsed(
        document,
        plans,
        read_metadata(texts[0].head, head, texts[-1].body, owners, region=region, names_all=True),
    )


def _parse_plan(
    index: int, text: PlanText, head: Sequence[Paragraph], end: Sequence[Paragraph], region: str | None, several: bool
) -> ParsedPlan:
    root = outline(text)
    read = read_tasks(root, head)
    owners = [owner.agency.name for task in read.tasks for owner in task.owners]
    metadata = read_metadata(text.head, head, end if several else text.body, owners, region=region)
    by_part: dict[int, list[Task]] = {}
    for task in read.tasks:
        by_part.setdefault(id(task.part), []).append(task)
    targets: list[PlacedTarget] = []
    unread: list[UnreadPlace] = []
    coverage = Coverage()
    written = _written(metadata)
    annual = _annual(metadata.title)
    handed_down: dict[int, Moment | None] = {}
    declared = any(note.rule for note, _ in read.notes)
    for part in root.walk():
        if not part.body:
            continue
        passage = join(part.body)
        here = by_part.get(id(part), [])
        indicators, lines = _indicators(part, here, first_leads=declared)
        spans = sorted({*read.spans.get(id(part), []), *lines})
        above = part.parent if part.parent and part.parent.marker and part.parent.body else None
        if above and id(above) not in handed_down:
            handed_down[id(above)] = handed_on(join(above.body).text, since=written)
        handed = handed_down.get(id(above)) or annual
        for target in find_targets(passage.text, [*spans, *_tables(part)], since=written, handed=handed):
            holder = _holding(here, passage, target.start)
            targets.append(PlacedTarget(holder.path if holder else part.path, target, passage, holder, part))
        rows = (task for task in here if task.kind == "row")
        targets.extend(chain.from_iterable(_of_row(task, part, written, annual) for task in rows))
        targets.extend(indicators)
        skipped = [skipped_words(passage, *clause) for clause in read.skipped.get(id(part), [])]
        for mention in chain(find_unread(passage, spans, coverage), *skipped):
            holder = _holding(here, passage, mention.start)
            unread.append(UnreadPlace(holder.path if holder else part.path, mention, passage, holder, part))
    industries = [find_industries(_without(task.passage.text, task.skip)) for task in read.tasks]
    return ParsedPlan(index, metadata, root, read.tasks, industries, read.notes, targets, unread, coverage)


def _written(metadata: Metadata) -> int:
    """Return the year a plan was written: of its date, else of its number or of the first year in its title's range, else 0."""
    if metadata.issued:
        return int(metadata.issued[:4])
    found = _NUMBERED.search(metadata.number or "") or _RANGE.search(metadata.title)
    return int(found[1]) if found else 0


def _annual(title: str) -> Moment | None:
    """Return the year of a plan for one year (2026年工作要点), in which its numbers without a date are derived to be due."""
    years = set(_ANY_YEAR.findall(title))
    found = _ANNUAL.search(title)
    return Moment(0, 0, "period", None, int(found[1]), firm=False) if found and len(years) == 1 else None


def _indicators(
    part: Section, tasks: Sequence[Task], *, first_leads: bool
) -> tuple[list[PlacedTarget], list[tuple[int, int]]]:
    """Return the targets of a part's indicator tables, and where the lines that were read stand in its joined text."""
    lines = dict(zip(map(id, part.body), _lines(part), strict=True))
    targets: list[PlacedTarget] = []
    spans: list[tuple[int, int]] = []
    for item in read_indicators(part.body, part.title):
        if not isinstance(item, Indicator):
            spans.append(lines[id(item)])
            continue
        clause, quotes = item.clause(first_leads=first_leads)
        holder = _holding(tasks, item.paragraph, 0)
        path = f"{holder.path if holder else part.path or '表'}/{item.number}"
        owners, open_ended = (clause.owners, clause.open_ended) if clause else ((), False)
        targets.append(PlacedTarget(path, item.said, item.paragraph, holder, part, owners, quotes, open_ended))
    return targets, spans


def _of_row(task: Task, part: Section, since: int, annual: Moment | None) -> Iterator[PlacedTarget]:
    """Yield the targets in the cells of a task table's row that say what is done."""
    passage, start = task.passage, 0
    for cell in passage.text.split("\t"):
        if cell.strip() and cell.strip() != task.deadline and cell.strip() not in (task.clause or ""):
            for said in find_targets(cell, since=since, handed=annual):
                target = replace(said, start=said.start + start, end=said.end + start)
                yield PlacedTarget(task.path, target, passage, task, part)
        start += len(cell) + 1


def _tables(part: Section) -> list[tuple[int, int]]:
    """Return where the table lines of a part stand in its joined text: what is wanted there, task rows and indicators tell."""
    return [span for paragraph, span in zip(part.body, _lines(part), strict=True) if paragraph.table]


def _lines(part: Section) -> list[tuple[int, int]]:
    """Return where the paragraphs of a part stand in its joined text."""
    ends = accumulate(len(paragraph.text) + 1 for paragraph in part.body)
    return [(end - len(paragraph.text) - 1, end - 1) for paragraph, end in zip(part.body, ends, strict=True)]


def _holding(tasks: Sequence[Task], passage: Paragraph, offset: int) -> Task | None:
    """Return the task of a part in whose passage an offset of the part's text lies."""
    source = passage.source(offset)
    at = bisect_right(tasks, source, key=lambda task: task.passage.source(0)) - 1
    if at < 0 or not tasks[at].passage.text:
        return None
    return tasks[at] if source <= tasks[at].passage.source(len(tasks[at].passage.text) - 1) else None


def _without(text: str, skip: Sequence[tuple[int, int]]) -> str:
    """Return a text with some stretches, which do not overlap, blanked out; offsets unchanged."""
    pieces, at = [], 0
    for start, end in sorted(skip):
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])

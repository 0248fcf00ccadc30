"""One document, parsed: its plans with tasks, targets, scope notes and what was left unread.

`parse_file` reads, `parse_document` does the rest; `ingest.to_json` turns the result
into JSON and `ingest.to_graph` into a property graph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, chain, groupby
from pathlib import Path

from graph.errors import ParseError
from graph.messages import _
from ingest.clauses.unread import Coverage, find_unread
from ingest.document.metadata import Metadata, read_metadata
from ingest.document.outline import Section, outline
from ingest.document.owner_like import find_owner_like, owner_column
from ingest.document.plans import PlanText, find_plans
from ingest.document.reflow import reflow
from ingest.document.table_headers import cells_of, is_indicator_header
from ingest.files.read import Document, read_document
from ingest.language.paragraphs import Lines, Paragraph, join
from ingest.parsed import Parsed, ParsedPlan, ParsedSection, PlacedTarget, UnreadPlace
from ingest.targets.dates import Moment
from ingest.targets.indicator_tables import Indicator, read_indicators
from ingest.targets.ledgers import Heading, read_headings, read_row
from ingest.targets.sentences import find_targets, handed_on
from ingest.tasks.task import SectionTasks, Task
from ingest.tasks.tasks import read_tasks

__all__ = ["parse_document", "parse_file"]

_ANY_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_ANNUAL = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年(?!前|以[前来]|期|[底末]|版)")
_NUMBERED = re.compile(r"[〔\[（(【［]((?:19|20)[0-9]{2})[〕\])）】］]")
_RANGE = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年?[-—–－~～至到]{1,2}(?:19|20)[0-9]{2}(?![0-9])")


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
        raise ParseError(_("{path}：{why}", path=path, why=error.message)) from error
    except (MemoryError, RecursionError) as error:
        raise ParseError(_("{path}：文件太大或嵌套太深，内存不够读完；请拆分后再读", path=path)) from error


def parse_document(document: Document, *, region: str | None = None) -> Parsed:
    """Parse a decoded document; see `parse_file`."""
    paragraphs = reflow(
        document.text, merges_known=document.merges_known, paged=bool(document.pages), sheets=document.sheets
    )
    head, texts = find_plans(paragraphs)
    several = len(texts) > 1
    plans = tuple(
        _parse_plan(index, text, head, texts[-1].body if several else text.body, region)
        for index, text in enumerate(texts, 1)
    )
    if not any(plan.tasks for plan in plans):
        raise _nothing_read(document, paragraphs)
    if not several:
        return Parsed(document, plans, plans[0].metadata, tuple(paragraphs))
    owners = _owner_names(task for plan in plans for task in plan.tasks)
    notice = read_metadata(texts[0].head, head, texts[-1].body, owners, region=region, names_all=True)
    return Parsed(document, plans, notice, tuple(paragraphs))


def _nothing_read(document: Document, paragraphs: Sequence[Paragraph]) -> ParseError:
    """Return the error of a file without tasks: a table with a column of owners is named with what it lacks."""
    for is_table, lines in groupby(paragraphs, key=lambda paragraph: paragraph.table):
        table = list(lines)
        headed = owner_column(table) if is_table else None
        if not headed:
            continue
        header, column = headed
        cells = cells_of(header)
        where = {"line": Lines(document.text).number(header.source(0)), "column": column}
        if is_indicator_header(cells):
            return ParseError(_("第 {line} 行的表有“{column}”一栏，但它是指标表，各行是目标；文件里没有任务", **where))
        if header is table[-1]:
            return ParseError(_("第 {line} 行的表有“{column}”一栏，但表头之下没有内容；请检查文件是否完整", **where))
        return ParseError(
            _(
                "第 {line} 行的表有“{column}”一栏，但认不出哪一栏写任务；请在表头写明任务一栏（重点任务、工作内容等）",
                **where,
            )
        )
    return ParseError(
        _(
            "既没有编号条目（一、 （一） 1.），也没有责任条款（X牵头、责任单位：X），不像可以读取的方案；请检查文件是否为方案正文"
        )
    )


def _parse_plan(
    index: int, text: PlanText, head: Sequence[Paragraph], end: Sequence[Paragraph], region: str | None
) -> ParsedPlan:
    """Parse one plan; `end` is what the signature of the file stands in."""
    read = read_tasks(outline(text), [*head, *text.head])
    owners = _owner_names(task for section in read.root.walk() for task in section.tasks)
    metadata = read_metadata(text.head, head, end, owners, region=region)
    reader = _SectionReader(metadata, first_leads=any(placed.note.rule for placed in read.notes))
    root = reader.read(read.root, reader.annual)
    if index == 1 and head:
        root = reader.add_notice(root, head)
    return ParsedPlan(
        index=index, metadata=metadata, root=root, notes=read.notes, coverage=reader.coverage, title_lines=text.head
    )


def _owner_names(tasks: Iterable[Task]) -> list[str]:
    return [owner.agency.name for task in tasks for owner in task.owners]


#: Markers whose numbers could be taken for a part of what a number counts: 2.1 建设公路80公里, 任务2 建设公路80公里.
_NUMBERS_WITH_DIGITS = ("decimal", "named")


class _SectionReader:
    """Reads the targets and the unread trigger words of the sections of one plan."""

    def __init__(self, metadata: Metadata, *, first_leads: bool) -> None:
        self.coverage = Coverage()
        self.annual = _annual(metadata.title)
        self._written = _written(metadata)
        self._first_leads = first_leads

    def read(self, read: SectionTasks, handed: Moment | None) -> ParsedSection:
        """Return a section with all that it holds; `handed` is the date that the section above hands down to it."""
        section = read.section
        targets: list[PlacedTarget] = []
        unread: list[UnreadPlace] = []
        handed_down = self.annual
        if section.body:
            indicators, lines = self._indicators(section, read.tasks)
            taken = sorted({*read.taken, *lines})
            targets += self._of_text(read, [*taken, *_tables(section)], handed)
            headed = read_headings(section.body)
            rows = (task for task in read.tasks if task.kind == "row")
            targets += chain.from_iterable(self._of_row(task, headed) for task in rows)
            targets += indicators
            start = section.marker.end if section.marker else 0
            owner_like = find_owner_like(section.body, section.stretches, taken, start)
            for trigger in chain(find_unread(section.passage, taken, self.coverage), read.skipped, owner_like):
                task = _holder(read.tasks, section.passage, trigger.start)
                number = task.number if task else section.path
                unread.append(UnreadPlace(number=number, trigger=trigger, passage=section.passage, task=task))
            if section.marker and section.children:
                handed_down = handed_on(section.passage.text, since=self._written) or self.annual
        return ParsedSection(
            section=section,
            tasks=read.tasks,
            targets=tuple(targets),
            unread=tuple(unread),
            children=tuple(self.read(child, handed_down) for child in read.children),
        )

    def add_notice(self, root: ParsedSection, head: Sequence[Paragraph]) -> ParsedSection:
        """Return the root of a plan with what its covering notice wants and what in it looks like responsibility.

        A notice holds no tasks, so whoever it names is told.
        """
        passage = join(head)
        ends = list(accumulate(len(paragraph.text) + 1 for paragraph in head))
        stretches = [(end - len(line.text) - 1, end - 1) for line, end in zip(head, ends, strict=True)]
        told = chain(find_unread(passage, (), self.coverage), find_owner_like(head, stretches, ()))
        unread = [UnreadPlace(number="", trigger=trigger, passage=passage, task=None) for trigger in told]
        titles = [stretch for line, stretch in zip(head, stretches, strict=True) if "。" not in line.folded]
        said = find_targets(passage.text, titles, since=self._written)
        targets = [PlacedTarget(path="", said=each, passage=passage, task=None) for each in said]
        return replace(root, targets=(*targets, *root.targets), unread=(*unread, *root.unread))

    def _of_text(
        self, read: SectionTasks, spans: Sequence[tuple[int, int]], handed: Moment | None
    ) -> Iterator[PlacedTarget]:
        """Yield the targets in the running text of a section, outside of some spans."""
        passage, marker = read.section.passage, read.section.marker
        if marker and marker.kind in _NUMBERS_WITH_DIGITS:
            spans = [(0, marker.end), *spans]
        for said in find_targets(passage.text, spans, since=self._written, handed=handed):
            task = _holder(read.tasks, passage, said.start)
            yield PlacedTarget(path=task.number if task else read.section.path, said=said, passage=passage, task=task)

    def _of_row(self, task: Task, headed: Mapping[int, Sequence[Heading | None]]) -> Iterator[PlacedTarget]:
        """Yield the targets in the cells of a task table's row that say what is done."""
        columns = headed.get(task.passage.source(0), ())
        besides = {task.deadline or "", task.clause or ""}
        for said in read_row(task.passage, columns, task.title, besides, since=self._written, handed=self.annual):
            yield PlacedTarget(path=task.number, said=said, passage=task.passage, task=task)

    def _indicators(self, section: Section, tasks: Sequence[Task]) -> tuple[list[PlacedTarget], list[tuple[int, int]]]:
        """Return the targets of a section's indicator tables, and where the lines that were read stand in its passage."""
        targets: list[PlacedTarget] = []
        lines: list[tuple[int, int]] = []
        for found in read_indicators(section.body, section.title):
            if not isinstance(found, Indicator):
                lines.append(section.stretches[found.at])
                continue
            answers = found.read_owners(first_leads=self._first_leads)
            task = _holder(tasks, found.paragraph, 0)
            above = task.number if task else section.path or "表"
            targets.append(
                PlacedTarget(
                    path=f"{above}/{found.number}",
                    said=found.said,
                    passage=found.paragraph,
                    task=task,
                    owners=answers.owners,
                    open_ended=answers.open_ended,
                )
            )
        return targets, lines


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
    return (
        Moment(start=0, end=0, role="period", due=None, derived=int(found[1]), firm=False)
        if found and len(years) == 1
        else None
    )


def _tables(section: Section) -> list[tuple[int, int]]:
    """Return where the table lines of a section stand in its passage: what is wanted there, task rows and indicators tell."""
    return [span for paragraph, span in zip(section.body, section.stretches, strict=True) if paragraph.table]


def _holder(tasks: Sequence[Task], passage: Paragraph, offset: int) -> Task | None:
    """Return the task of a section in whose passage an offset of the section's text lies."""
    source = passage.source(offset)
    at = bisect_right(tasks, source, key=lambda task: task.passage.source(0)) - 1
    if at < 0 or not tasks[at].passage.text:
        return None
    return tasks[at] if source <= tasks[at].passage.source(len(tasks[at].passage.text) - 1) else None

"""The tree of sections becomes tasks: the smallest passages governed by one responsibility clause.

The deepest numbered items are tasks, those without a clause too; an item with
several clauses is several. What a clause at a higher level or a 下同 note says is
inherited. 总体要求 and its like hold no tasks unless a clause stands in them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count

from graph.model.vocabulary import Basis, Role
from ingest.clauses.clause import Owner
from ingest.clauses.declarations import DECLARED
from ingest.clauses.locate import Located, locate_clauses
from ingest.clauses.quotes import PlacedNote, Quote, QuotedOwner, quote_owners
from ingest.clauses.running import running_clauses
from ingest.clauses.unread import UnreadTrigger, skipped_words
from ingest.document.outline import Section
from ingest.document.table_blocks import is_task_header
from ingest.document.task_tables import TaskRow, read_task_rows
from ingest.industries.mentions import find_industries
from ingest.language.agency_lists import complete
from ingest.language.paragraphs import Paragraph, join
from ingest.targets.dates import deadline_year
from ingest.tasks.agency_headings import agency_heading
from ingest.tasks.by_name import ByName
from ingest.tasks.duty_lists import Duty, announces_duties, lists_duties, read_duties
from ingest.tasks.headings import is_general, lists_things
from ingest.tasks.inherited import Inherited
from ingest.tasks.same_as_before import same_as_before
from ingest.tasks.scope_notes import Scope
from ingest.tasks.task import SectionTasks, Task
from ingest.tasks.task_titles import item_title

__all__ = ["PlanTasks", "read_tasks"]


@dataclass(frozen=True)
class PlanTasks:
    """The sections of a plan with their tasks, and the notes that hold for several of them."""

    root: SectionTasks
    notes: tuple[PlacedNote, ...]


def read_tasks(root: Section, head: Sequence[Paragraph] = ()) -> PlanTasks:
    """Return the sections of a plan with their tasks, and the notes that hold for several of them.

    Parameters
    ----------
    root
        The plan's sections.
    head
        The covering notice, which may declare a rule for the plan.
    """
    reader = _Reader(root, head)
    return PlanTasks(reader.read(root, Inherited(), general=False), tuple(reader.scope.notes))


class _Reader:
    """Reads the sections of one plan in order; what one says for those behind it stands in `scope`."""

    def __init__(self, root: Section, head: Sequence[Paragraph]) -> None:
        self.scope = Scope()
        self.scope.take_declared([*head, *(paragraph for section in root.walk() for paragraph in section.body)])
        self.scope.take_preface([*head, *root.body])
        self._order = count(1)
        self._before: tuple[QuotedOwner, ...] = ()
        # Sections are read in the order of the walk, each with its rows.
        tables = [(section, list(read_task_rows(section.body, section.title))) for section in root.walk()]
        self._by_name = ByName(tables, general=_general(root))
        unnamed = {
            (at, row.block)
            for at, (section, rows) in enumerate(tables)
            for row in rows
            if not _table_name(section, row)
        }
        self._unnamed = {key: nth for nth, key in enumerate(sorted(unnamed), 1)} if len(unnamed) > 1 else {}
        self._rows_of = enumerate(rows for _, rows in tables)

    def read(self, section: Section, above: Inherited, *, general: bool, listed: bool = False) -> SectionTasks:
        """Return a section with its tasks; `general`: below 总体要求 or the like, `listed`: an item of a duty list."""
        general = general or is_general(section) or lists_things(section)
        nth, table = next(self._rows_of)
        given = self._by_name.given(section)
        tasks: list[Task] = []
        found: list[Located] = []
        taken: list[tuple[int, int]] = []
        skipped: list[UnreadTrigger] = []
        if section.body:
            passage = section.passage
            found = locate_clauses(section.body, passage, _title_end(section), first_leads=self.scope.first_leads)
            found = given.without(found)
            if not (found or given.taken or given.parts or above.owners or table or general):
                found = self._unmarked(section)
            same = same_as_before(passage, self._before)
            above = above.with_owners(same.owners)
            taken = [(item.start, item.end) for item in (*found, *given.parts)]
            taken += [*same.taken, *given.taken, *(rule.span() for rule in DECLARED.finditer(passage.folded))]
            skipped = [*given.unmatched, *(word for item in found for word in _skipped(passage, item))]
        said = self._by_name.said_of(section)
        below = above.with_said(said) if section.numbered or table else above
        if section.numbered:
            for item in found:
                quote = _quote(section.passage, item)
                below = below.with_clause(item, quote)
                self.scope.take(item.clause.notes, quote)
            if section.closed:
                last = section.last
                for item in locate_clauses(
                    last.body, last.passage, _title_end(last), first_leads=self.scope.first_leads
                ):
                    below = below.with_clause(item, _quote(last.passage, item))
        elif table:
            tasks += self._before_table(section, found, below, general=general)
        elif duties := self._duties(section, found, listed=listed):
            # The whole entry is what its agency answers for.
            begin = section.passage.text.find(duties[0].passage.text)
            taken = [(begin, len(section.passage.text))]
            tasks += duties
        elif section.body and (
            found or given.parts or (section.is_item and not general and not given.empties(section))
        ):
            tasks += self._of_item(section, section.passage, given.with_parts(found), above)
        if table:
            tasks += self._rows(section, nth, table, below if said else Inherited(), taken, skipped)
        self._before = tasks[-1].owners if tasks else self._before
        duty_list = lists_duties(section)
        children = tuple(
            self.read(child, below, general=general, listed=duty_list and child.is_numbered)
            for child in section.children
        )
        return SectionTasks(
            section=section, tasks=tuple(tasks), taken=tuple(taken), skipped=tuple(skipped), children=children
        )

    def _unmarked(self, section: Section) -> list[Located]:
        """Return the clauses of a section that nothing marks as such, neither brackets nor a label nor the end of a sentence."""
        # 职责分工: （一）市水利局, 1.负责…: who has duties with numbers of their own heads them, and is no duty itself.
        heading = None if announces_duties(section) and not section.children else agency_heading(section)
        if heading or section.numbered or not section.is_item or read_duties(section):
            return [heading] if heading else []
        marker = section.marker
        begin = marker.end if marker else 0
        return list(running_clauses(section.passage, begin, first_leads=self.scope.first_leads))

    def _before_table(
        self, section: Section, found: Sequence[Located], above: Inherited, *, general: bool
    ) -> Iterator[Task]:
        """Yield the task of an item whose text goes on in a task table: one with a clause, or with more than a heading."""
        first = next(at for at, paragraph in enumerate(section.body) if paragraph.table)
        text = section.body[:first]
        item = section.rank >= 5 and section.is_item and not general
        says = item and (len(text[0].text) > _title_end(section) or any("。" in line.text for line in text[1:]))
        if text and (found or says):
            passage = join(text)
            if found and found[-1].end > len(passage.text):
                passage = section.passage
            yield from self._of_item(section, passage, found, above)

    def _of_item(
        self, section: Section, passage: Paragraph, found: Sequence[Located], above: Inherited
    ) -> Iterator[Task]:
        """Yield the tasks of an item: one for each of its clauses that has owners."""
        runs = _runs(found)
        named = self._by_name.said_of(section)
        titles = self._by_name.given(section).titles
        start = 0
        for part, run in enumerate(runs, 1):
            closing = next((located for located in reversed(run) if located.clause.owners), None)
            end = len(passage.text) if part == len(runs) else run[-1].end
            added = tuple(self.scope.added) if closing or named or above.owners else ()
            owners: tuple[QuotedOwner, ...] = ()
            if closing:
                quote = _quote(passage, closing)
                owners = quote_owners(closing.clause.owners, quote)
                self.scope.take(closing.clause.notes, quote)
            clauses = [*([closing.clause] if closing else []), *(each.clause for each in named)]
            told = [owner for each in named for owner in each.owners(inherited=False)]
            title = titles.get(closing.start) if closing else None
            own = passage.cut(start, end)
            saying = [*(located.clause for located in run), *(each.clause for each in named)]
            deadline = next((clause.deadline for clause in saying if clause.deadline), above.deadline)
            yield Task(
                number=section.path,
                title=title or item_title(section, own, len(runs)),
                part=part,
                of=len(runs),
                kind="duty" if title else _kind(section),
                clause="；".join(clause.text for clause in clauses) or None,
                owners=_once(owners, told, above.owners, added),
                open_ended=any(clause.open_ended for clause in clauses) if clauses else above.open_ended,
                industries=tuple(
                    find_industries(_without(own.text, [(item.start - start, item.end - start) for item in run]))
                ),
                deadline=deadline,
                due=_due(deadline),
                order=next(self._order),
                passage=own,
            )
            start = end

    def _duties(self, section: Section, found: Sequence[Located], *, listed: bool) -> list[Task]:
        """Return the tasks of a duty list: one agency alone answers for its entry, several co-own it."""
        if any(owner.role in ("lead", "co_own") for located in found for owner in located.clause.owners):
            return []
        duties = read_duties(section, listed=listed)
        begins = [duty.passage.source(0) for duty in duties]
        helpers: dict[int, list[Located]] = {}
        for located in found:
            at = bisect_right(begins, section.passage.source(located.start)) - 1
            helpers.setdefault(at, []).append(located)
        return [
            self._of_duty(section, duty, part, len(duties), helpers.get(part - 1, []))
            for part, duty in enumerate(duties, 1)
        ]

    def _of_duty(self, section: Section, duty: Duty, part: int, of: int, helpers: Sequence[Located]) -> Task:
        alone = len(duty.agencies) == 1
        role: Role = duty.role or ("lead" if alone else "co_own")
        basis: Basis = "sole" if alone and role == "lead" else "listed" if role == "co_own" else "explicit"
        agencies = complete([*duty.agencies, *duty.helpers])
        helps: tuple[Role, Basis] = ("support", "explicit")
        roles = [(role, basis)] * len(duty.agencies) + [helps] * len(duty.helpers)
        owners = (
            Owner(
                agency=agency,
                role=role,
                role_word="配合" if role == "support" else "职责",
                basis=basis,
                rule="duty list",
            )
            for agency, (role, basis) in zip(agencies, roles, strict=True)
        )
        named = quote_owners(owners, Quote(duty.written, duty.passage.cut(duty.start, duty.end)))
        more = (
            each
            for located in helpers
            for each in quote_owners(located.clause.owners, _quote(section.passage, located))
        )
        keys = {owner.agency.name for owner in named}
        return Task(
            number=section.path,
            title=duty.title,
            part=part,
            of=of,
            kind="duty",
            clause="；".join([duty.written, *(located.clause.text for located in helpers)]),
            owners=(*named, *(owner for owner in more if owner.agency.name not in keys)),
            open_ended=any(located.clause.open_ended for located in helpers),
            industries=tuple(find_industries(_without(duty.passage.text, [(duty.start, duty.end)]))),
            deadline=None,
            due=None,
            order=next(self._order),
            passage=duty.passage,
        )

    def _rows(
        self,
        section: Section,
        place: int,
        rows: Sequence[TaskRow],
        above: Inherited,
        taken: list[tuple[int, int]],
        skipped: list[UnreadTrigger],
    ) -> Iterator[Task]:
        """Yield the tasks of a task table; the table's own name (附2, 表) stands before the row's number.

        What the rows take up and the words that named nobody go into `taken` and `skipped`.
        """
        taken += [
            stretch for line, stretch in zip(section.body, section.stretches, strict=True) if is_task_header(line)
        ]
        shared = Counter((row.block, row.number) for row in rows)
        nth: Counter[tuple[int, str]] = Counter()
        for row in rows:
            nth[row.block, row.number] += 1
            nth_table = self._unnamed.get((place, row.block), "")
            table = _table_name(section, row) or f"表{nth_table}"
            number = "1" if row.card and nth_table else row.number
            # A card below the item of its own title says who answers for that item.
            own = row.card and section.is_item and _same_title(row.title, section.title)
            said = row.read_owners(first_leads=self.scope.first_leads)
            start, end = section.stretches[row.at][0], section.stretches[row.at + row.lines - 1][1]
            taken.append((start, end))
            passage = join(section.body[row.at : row.at + row.lines])
            skipped += skipped_words(section.passage, start, end, row.unread)
            if said.clause:
                skipped += skipped_words(section.passage, start, end, said.clause.skipped)
                self.scope.take(said.clause.notes, Quote(said.text, row.paragraph))
            deadline = row.deadline or (said.clause.deadline if said.clause else None)
            named = self._by_name.said_of_row(row)
            told = [owner for each in named for owner in each.owners(inherited=False)]
            yield Task(
                number=section.path if own else f"{table}/{number}",
                title=section.title if own else row.title,
                part=nth[row.block, row.number],
                of=shared[row.block, row.number],
                kind=_kind(section) if own else "row",
                clause="；".join([*([said.text] if said.text else []), *(each.clause.text for each in named)]) or None,
                owners=_once(said.owners, told, above.owners),
                open_ended=said.open_ended or any(each.clause.open_ended for each in named) or above.open_ended,
                industries=tuple(find_industries(passage.text)),
                deadline=deadline,
                due=_due(deadline),
                order=next(self._order),
                passage=passage,
            )


def _general(root: Section) -> Iterator[Section]:
    """Yield the sections below headings that give nobody a task, those with the headings too."""
    waiting = [(root, False)]
    while waiting:
        section, general = waiting.pop()
        general = general or is_general(section) or lists_things(section)
        if general:
            yield section
        waiting += [(child, general) for child in section.children]


def _once(*owners: Sequence[QuotedOwner]) -> tuple[QuotedOwner, ...]:
    """Return owners, each once: an agency answers for a task once in each role."""
    first, *more = owners
    found = {owner.key for owner in first}
    added: list[QuotedOwner] = []
    for owner in chain.from_iterable(more):
        if owner.key not in found:
            found.add(owner.key)
            added.append(owner)
    return (*first, *added)


def _table_name(section: Section, row: TaskRow) -> str:
    """Return the name of the table that a row stands in: that of its annex or of its sheet; ``""`` if it has none."""
    annexed = section.marker.kind == "annex" if section.marker else section.path != ""
    return section.path if annexed else row.sheet


def _same_title(one: str, other: str) -> bool:
    return re.sub(r"\W", "", one) == re.sub(r"\W", "", other)


def _title_end(section: Section) -> int:
    if section.marker is None:
        return 0
    end = section.body[0].folded.find("。", section.marker.end)
    return end + 1 if end >= 0 else len(section.body[0].text)


def _quote(passage: Paragraph, located: Located) -> Quote:
    return Quote(located.clause.text, passage.cut(located.start, located.end))


def _skipped(passage: Paragraph, located: Located) -> Iterator[UnreadTrigger]:
    return skipped_words(passage, located.start, located.end, located.clause.skipped)


def _runs(found: Sequence[Located]) -> list[list[Located]]:
    """Group clauses by the task they close: each with owners closes one; what names a deadline only joins its neighbour."""
    runs: list[list[Located]] = [[]]
    closed = False
    for located in found:
        if closed and located.clause.owners:
            runs.append([])
            closed = False
        runs[-1].append(located)
        closed = closed or bool(located.clause.owners)
    return runs


def _kind(section: Section) -> str:
    if section.marker and section.marker.kind == "box":
        return "box"
    return "section" if section.rank < 5 else "item"


def _due(deadline: str | None) -> int | None:
    """Return the year that a deadline names."""
    return deadline_year(deadline)[0] if deadline else None


def _without(text: str, stretches: Sequence[tuple[int, int]]) -> str:
    """Return a text with some stretches, which do not overlap, blanked out; offsets unchanged."""
    pieces, at = [], 0
    for start, end in sorted(stretches):
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])

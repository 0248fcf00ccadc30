"""The tree of parts becomes tasks: the smallest passages governed by one responsibility clause.

The deepest numbered items are tasks, those without a clause too; an item with
several clauses is several. What a clause at a higher level or a 下同 note says is
inherited. 总体要求 and its like hold no tasks unless a clause stands in them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.clauses.clause import DECLARED, Owner, ScopeNote, parse_clause
from ingest.clauses.locate import Located, locate_clauses
from ingest.document.outline import Section
from ingest.document.task_tables import Row, has_tasks, is_task_header, task_rows
from ingest.language.agency_lists import complete
from ingest.language.paragraphs import Paragraph, fold_width, join
from ingest.tasks.duty_lists import read_duties
from ingest.tasks.scope_notes import Scope

__all__ = ["Read", "Scope", "Task", "read_tasks"]

_GENERAL = re.compile(
    r"(?:(?:总体|重大|重要|充分认识|深刻认识|准确把握|指导|基本|工作|主要|发展|行动|计划|规划|方案|预期|阶段性?|建设|总的|战略|明确|具体|试点|改革|适用)*(?:要求|思想|原则|目标|目的|思路|意义|背景|形势|基础|现状|范围|对象|定义|依据|总则|概述|概况|情况|必要性|重要性|理念|方针|定位|期限)(?:和|与|及|、|以及)?)+"
)
_WORKING_REQUIREMENT = re.compile(r"(?:工作|有关|相关|组织|实施|几点|具体|保障)要求$")
_TITLE_MOST = 40
_SENTENCE = re.compile(r"[。\n]")


@dataclass(frozen=True)
class Task:
    """One task with where it stands.

    Attributes
    ----------
    path : str
        Number path.
    index, of : int
        Which task of its numbered item, and how many there are.
    kind : str
        item, section, box, row or duty.
    clause : str or None
        Verbatim, without outer brackets.
    owners : tuple of Owner
        Own ones in the order written, then inherited ones.
    quotes : tuple of (str, Paragraph)
        For each owner the clause that names it, and where that stands.
    passage : Paragraph
        The text that the clause governs, clause included.
    skip : tuple of (int, int)
        Offsets of clauses in `passage`.
    """

    part: Section
    path: str
    title: str
    index: int
    of: int
    kind: str
    clause: str | None
    owners: tuple[Owner, ...]
    quotes: tuple[tuple[str, Paragraph], ...]
    open_ended: bool
    deadline: str | None
    passage: Paragraph
    skip: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Read:
    """Tasks of one plan and its scope notes; by part identity the extents of clauses, and their words that named nobody."""

    tasks: list[Task]
    notes: list[tuple[ScopeNote, Paragraph]]
    spans: dict[int, list[tuple[int, int]]]
    skipped: dict[int, list[tuple[int, int, tuple[str, ...]]]]


Inherited = list[tuple[Owner, tuple[str, Paragraph], bool]]


def read_tasks(root: Section, head: Sequence[Paragraph] = ()) -> Read:
    """Return the tasks of a plan in document order, with the notes that hold for several of them.

    Parameters
    ----------
    root
        The plan's parts.
    head
        The covering notice, which may declare a rule for the plan.
    """
    scope = Scope()
    scope.take_declared([*head, *(paragraph for part in root.walk() for paragraph in part.body)])
    scope.take_preface([*head, *root.body])
    spans: dict[int, list[tuple[int, int]]] = {}
    tasks = list(_measures(root, [], scope, spans, general=False))
    return Read(tasks, scope.notes, spans, scope.skipped)


def _measures(
    part: Section, above: Inherited, scope: Scope, spans: dict[int, list[tuple[int, int]]], *, general: bool
) -> Iterator[Task]:
    general = general or _is_general(part)
    _lift_clause(part)
    passage = join(part.body) if part.body else None
    found: list[Located] = []
    if passage is not None:
        found = locate_clauses(part.body, passage, _title_end(part), first_leads=scope.first_leads)
        spans[id(part)] = [(item.start, item.end) for item in found]
        spans[id(part)] += [rule.span() for rule in DECLARED.finditer(passage.folded)]
        scope.skipped[id(part)] = [(item.start, item.end, item.clause.skipped) for item in found if item.clause.skipped]
    if part.numbered:
        below = list(above)
        for item in found:
            quote = _quote(passage, item)
            noted = [(owner.agency.start, owner.role) for note in item.clause.notes for owner in note.owners]
            below += [
                (replace(owner, inherited=True), quote, item.clause.open_ended)
                for owner in item.clause.owners
                # What a note adds goes to those with a clause only.
                if (owner.agency.start, owner.role) not in noted
            ]
            scope.take(item.clause.notes, quote)
    elif has_tasks(part.body):
        below = above
        yield from _before_table(part, found, above, scope, general=general)
    else:
        below = above
        duties = [] if found else list(_duties(part))
        if duties and passage:
            # The whole entry is what its unit answers for.
            begin = len(passage.text) - sum(len(duty.passage.text) + 1 for duty in duties) + 1
            spans[id(part)] = [(begin, len(passage.text))]
            yield from duties
        elif found or (part.marker and part.marker.kind != "annex" and not general):
            yield from _of_leaf(part, passage, found, above, scope)
    if has_tasks(part.body):
        yield from _rows(part, scope, spans)
    for child in part.children:
        yield from _measures(child, below, scope, spans, general=general)


def _before_table(
    part: Section, found: Sequence[Located], above: Inherited, scope: Scope, *, general: bool
) -> Iterator[Task]:
    """Yield the task of an item whose text goes on in a task table: one with a clause, or with more than a heading."""
    first = next(at for at, paragraph in enumerate(part.body) if paragraph.table)
    text = part.body[:first]
    item = part.rank >= 5 and part.marker is not None and part.marker.kind != "annex" and not general
    says = item and (len(text[0].text) > _title_end(part) or any("。" in line.text for line in text[1:]))
    if text and (found or says):
        passage = join(text)
        if found and found[-1].end > len(passage.text):
            passage = join(part.body)
        yield from _of_leaf(part, passage, found, above, scope)


def _lift_clause(part: Section) -> None:
    """Give a section the clause that closes it: on lines of its own behind the last of several items, none of which has one."""
    items = part.numbered
    if len(items) < 2 or items[-1] is not part.children[-1] or any(item.numbered for item in items):
        return
    last = items[-1].body
    keep = len(last)
    while keep > 1 and _is_clause_line(last[keep - 1]):
        keep -= 1
    rest = [paragraph for item in items for paragraph in (item.body if item is not items[-1] else last[:keep])]
    if keep < len(last) and not any(locate_clauses([paragraph], paragraph, 0) for paragraph in rest):
        part.body += last[keep:]
        del last[keep:]


def _is_clause_line(paragraph: Paragraph) -> bool:
    found = [] if paragraph.table else locate_clauses([paragraph], paragraph, 0)
    return bool(found) and found[0].start <= 1 and found[-1].end >= len(paragraph.text.rstrip("。 "))


def _is_general(part: Section) -> bool:
    if part.marker is None or part.marker.kind in ("box", "annex"):
        return False
    title = re.sub(r"[\s“”\"()]", "", fold_width(part.title))
    return len(title) <= 20 and _GENERAL.fullmatch(title) is not None and _WORKING_REQUIREMENT.search(title) is None


def _title_end(part: Section) -> int:
    if part.marker is None:
        return 0
    end = part.body[0].folded.find("。", part.marker.end)
    return end + 1 if end >= 0 else len(part.body[0].text)


def _quote(passage: Paragraph | None, item: Located) -> tuple[str, Paragraph]:
    assert passage is not None
    return item.clause.text, passage.cut(item.start, item.end)


def _of_leaf(
    part: Section, passage: Paragraph | None, found: Sequence[Located], above: Inherited, scope: Scope
) -> Iterator[Task]:
    if passage is None:
        return
    runs = _runs(found)
    start = 0
    for index, run in enumerate(runs, 1):
        item = next((located for located in reversed(run) if located.clause.owners), None)
        end = len(passage.text) if index == len(runs) else run[-1].end
        added = list(scope.added) if item or above else []
        owners: list[Owner] = []
        quotes: list[tuple[str, Paragraph]] = []
        if item:
            quote = _quote(passage, item)
            owners, quotes = list(item.clause.owners), [quote] * len(item.clause.owners)
            scope.take(item.clause.notes, quote)
        named = {(owner.agency.name, owner.role) for owner in owners}
        for owner, origin in [*((owner, origin) for owner, origin, _ in above), *added]:
            if (owner.agency.name, owner.role) not in named:
                named.add((owner.agency.name, owner.role))
                owners.append(owner)
                quotes.append(origin)
        own = passage.cut(start, end)
        yield Task(
            part,
            part.path,
            part.title or _first_sentence(own.text),
            index,
            len(runs),
            _kind(part),
            item.clause.text if item else None,
            tuple(owners),
            tuple(quotes),
            item.clause.open_ended if item else any(is_open for _, _, is_open in above),
            next((located.clause.deadline for located in run if located.clause.deadline), None),
            own,
            tuple((located.start - start, located.end - start) for located in run),
        )
        start = end


def _runs(found: Sequence[Located]) -> list[list[Located]]:
    """Group clauses by the task they close: each with owners closes one; what names a deadline only joins its neighbour."""
    runs: list[list[Located]] = [[]]
    closed = False
    for item in found:
        if closed and item.clause.owners:
            runs.append([])
            closed = False
        runs[-1].append(item)
        closed = closed or bool(item.clause.owners)
    return runs


def _kind(part: Section) -> str:
    if part.marker and part.marker.kind == "box":
        return "box"
    return "section" if part.rank < 5 else "item"


def _first_sentence(text: str) -> str:
    return _SENTENCE.split(text.strip(), maxsplit=1)[0][:_TITLE_MOST]


def _duties(part: Section) -> Iterator[Task]:
    """Yield the tasks of a duty list: one unit alone answers for its entry, several co-own it."""
    found = read_duties(part)
    for index, duty in enumerate(found, 1):
        role, basis = ("lead", "sole") if len(duty.units) == 1 else ("co_own", "listed")
        owners = tuple(Owner(agency=unit, role=role, role_word="职责", basis=basis) for unit in complete(duty.units))
        quote = (duty.written, duty.passage.cut(*duty.span))
        yield Task(
            part, part.path, duty.title, index, len(found), "duty", duty.written, owners, (quote,) * len(owners), False, None,
            duty.passage, (duty.span,),
        )  # fmt: skip


def _rows(part: Section, scope: Scope, spans: dict[int, list[tuple[int, int]]]) -> Iterator[Task]:
    """Yield the tasks of a task table; the table's own name (附2, 表) stands before the row's number."""
    table = part.path if part.marker and part.marker.kind == "annex" else "表"
    offsets = {}
    at = 0
    for paragraph in part.body:
        offsets[id(paragraph)] = at
        if is_task_header(paragraph):
            spans.setdefault(id(part), []).append((at, at + len(paragraph.text)))
        at += len(paragraph.text) + 1
    rows = list(task_rows(part.body))
    shared = Counter(row.number for row in rows)
    nth: Counter[str] = Counter()
    for row in rows:
        nth[row.number] += 1
        cells = row.cells
        text = cells[0][1] if len(cells) == 1 else "；".join(f"{label}：{cell}" for label, cell, _ in cells)
        clause = (
            parse_clause(text, first_leads=scope.first_leads or row.first_leads, label=cells[0][0]) if cells else None
        )
        begin = offsets[id(row.paragraph)]
        if clause and clause.skipped:
            scope.skipped.setdefault(id(part), []).append((begin, begin + len(row.paragraph.text), clause.skipped))
        spans.setdefault(id(part), []).append((begin, begin + len(row.paragraph.text)))
        owners = clause.owners if clause else ()
        if clause:
            scope.take(clause.notes, (text, row.paragraph))
        yield Task(
            part,
            f"{table}/{row.number}",
            row.title,
            nth[row.number],
            shared[row.number],
            "row",
            text or None,
            owners,
            tuple((text, _cell_of(owner, row)) for owner in owners),
            bool(clause and clause.open_ended),
            row.deadline or (clause.deadline if clause else None),
            row.paragraph,
        )


def _cell_of(owner: Owner, row: Row) -> Paragraph:
    """Return the line on which the cell stands that names an owner; a merged cell stands on an earlier line."""
    return next((place for _, cell, place in row.cells if owner.agency.written in cell), row.paragraph)

"""The rows of a plan's task table: what is to be done, who answers in which role and on what grounds, by when, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from graph.model.schema import ROLES
from zerentu.answer_tables import facts_of, target_line
from zerentu.captions import basis_word
from zerentu.cells import Row, ends_open, number_cell, place_cell, years_cell
from zerentu.settings import language, tell

if TYPE_CHECKING:
    from graph.stores.store import Store
    from queries.owners import Owner

__all__ = ["By", "PlanTable", "TaskRow", "plan_tables"]

#: By what the rows of a table are grouped: the sections of the plan, or the functional line of who leads.
By = Literal["section", "line"]

_EMPTY_BRACKET = re.compile(r"[（(〔\[【][\s，,；;。]*[）)〕\]】]")
_JOINTS = "；;"
_NUMBER_ENDS = "）)、.．"


@dataclass(frozen=True, kw_only=True)
class TaskRow:
    """A task as a row of the table.

    Attributes
    ----------
    id : str
        Id of the task in the store.
    groups : tuple of str
        Headings that it stands under, from the chapter down; or its functional line.
    title : str
        What the task is called.
    words : str
        What the source says of it behind the title, without the clause.
    owners : dict
        By role what the cell says, marks of grounds included; roles without anybody are left out.
    deadline : str or None
        As written, else the years of its targets.
    targets : tuple of str
        What is to be reached.
    place : str
        Where it stands: file, page or line, number.
    """

    id: str
    groups: tuple[str, ...]
    title: str
    words: str
    owners: dict[str, str]
    deadline: str | None
    targets: tuple[str, ...]
    place: str


@dataclass(frozen=True, kw_only=True)
class PlanTable:
    """The tasks of a plan; `plan` is a row of `queries.plans`."""

    plan: Row
    rows: tuple[TaskRow, ...]

    @property
    def orphans(self) -> int:
        """Number of the tasks that nobody answers for."""
        return sum(not row.owners for row in self.rows)


def plan_tables(
    store: Store,
    *,
    plan: str | None = None,
    region: str | None = None,
    agency: str | None = None,
    by: By = "section",
) -> list[PlanTable]:
    """Return the table of each plan that has a task left, ordered by region and title.

    Parameters
    ----------
    store
        An open store.
    plan
        A plan, as `queries.find_plan` reads it.
    region
        Region of the plan.
    agency
        Only tasks that this agency answers for, with all who answer for them.
    by
        What the rows are grouped by.

    Raises
    ------
    UnknownNameError
        If there is no such plan, region or agency.
    """
    from queries import plans, resolve_agency, tasks
    from queries.owners import grouped, owners_of

    found = tasks.answer(store, region=region, plan=plan).records
    ids = [row["task_id"] for row in found]
    owners = owners_of(store, ids)
    if agency:
        meant = {match.id for match in resolve_agency(store, agency, region=region)}
        found = [row for row in found if any(owner["agency_id"] in meant for owner in owners.get(row["task_id"], []))]
    sections = grouped(store, "task_sections", ids)
    lines = _lines(store, found) if by == "line" else {}
    targets = facts_of(store, found, "targets")
    tables = []
    for card in plans.answer(store).records:
        rows = [
            _row(
                row,
                owners.get(row["task_id"], []),
                targets.get(row["task_id"], []),
                (lines[row["task_id"]],) if by == "line" else _headings(sections.get(row["task_id"], [])),
            )
            for row in found
            if row["plan_id"] == card["id"]
        ]
        if by == "line":
            order = {line: at for at, line in enumerate(dict.fromkeys(row.groups for row in rows))}
            rows.sort(key=lambda row: order[row.groups])
        if rows:
            tables.append(PlanTable(plan=card, rows=tuple(rows)))
    return tables


def _lines(store: Store, found: Iterable[Row]) -> dict[str, str]:
    """Return for each task the functional line of who leads, or of the first who answers."""
    from queries import ask

    plans = list(dict.fromkeys(row["plan_id"] for row in found))
    lines: dict[str, str] = {}
    led: set[str] = set()
    for row in ask.answer(store, "plan_owners", plans=plans).records:
        task, line = row["task_id"], row["functional_line"]
        if row["role"] == "lead" and task not in led:
            led.add(task)
            lines[task] = line or row["agency"]
        elif task not in lines:
            lines[task] = (line or row["agency"]) if row["agency_id"] else tell("无责任单位")
    return lines


def _headings(sections: Iterable[Row]) -> tuple[str, ...]:
    """Return the headings of a task, each with the last part of its number."""
    found = []
    for row in sections:
        number = (row["number"] or "").rpartition("/")[2]
        gap = "" if not number or number[-1] in _NUMBER_ENDS else "、"
        if row["title"]:
            found.append(f"{number}{gap}{row['title']}")
    return tuple(found)


def _row(task: Row, owners: Sequence[Owner], targets: Sequence[Row], groups: tuple[str, ...]) -> TaskRow:
    title, words = _said(task)
    number = number_cell(task)
    place = place_cell(task["source"], task["page"], task["line"])
    return TaskRow(
        id=task["task_id"],
        groups=groups,
        title=title,
        words=words,
        owners=_owner_cells(owners),
        deadline=_deadline(task, targets),
        targets=tuple(dict.fromkeys(_without_clause(target_line(row), task["clause"]) for row in targets)),
        place=tell("{place}（{number}）", place=place, number=number) if task["number"] else place,
    )


def _said(task: Row) -> tuple[str, str]:
    """Return title and further words of a task: of a table its own cell, else the passage without its clause."""
    title = _one_line(task["title"] or "")
    text = task["text"] or ""
    if "\t" in text:
        head = re.sub(r"\s", "", title)
        cells = (_one_line(cell) for line in text.splitlines() for cell in line.split("\t"))
        text = next((cell for cell in cells if re.sub(r"\s", "", cell).startswith(head)), title)
    text = _one_line(_without_clause(text, task["clause"]))
    at = text.find(title)
    words = text[at + len(title) :] if at >= 0 else text
    return title, words.strip("，,；;：:。、 　")


def _without_clause(text: str, clause: str | None) -> str:
    """Return a text without the clause that the columns of the table say; label lines of it are joined by semicolons."""
    kept = [at for at, char in enumerate(text) if not (char.isspace() or char in _JOINTS)]
    wanted = "".join(char for char in clause or "" if not (char.isspace() or char in _JOINTS))
    at = "".join(text[each] for each in kept).find(wanted) if wanted else -1
    if at < 0:
        return text
    start, end = kept[at], kept[at + len(wanted) - 1] + 1
    return _EMPTY_BRACKET.sub("", text[:start] + text[end:])


def _owner_cells(owners: Sequence[Owner]) -> dict[str, str]:
    """Return by role the names in the order of the clause, each marked where its column alone would say too much."""
    cells = {}
    led = any(owner["role"] == "lead" for owner in owners)
    for role in ROLES:
        some = list({owner["name"]: owner for owner in owners if owner["role"] == role}.values())
        # One alone in the column of those who share would be taken for the one who leads.
        alone = role == "co_own" and len(some) == 1 and not led
        names = [f"{owner['name']}{_mark(owner, alone=alone)}" for owner in some]
        if names:
            cells[role] = "、".join(names) + ("等" if any(map(_ends_open, some)) else "")
    return cells


def _ends_open(owner: Owner) -> bool:
    return ends_open(dict(owner))


def _mark(owner: Owner, *, alone: bool) -> str:
    """Return what stands behind a name: its basis where that is none of what the column says, and whether it is inherited."""
    lang = language()
    said = []
    if owner["basis"] in ("rule", "sole", "manual") or alone:
        said.append(basis_word("listed" if alone and owner["basis"] == "explicit" else owner["basis"], lang))
    if owner["inherited"]:
        said.append(tell("承自上级条款"))
    return tell("（{said}）", said="，".join(said)) if said else ""


def _deadline(task: Row, targets: Sequence[Row]) -> str | None:
    """Return when a task is due: as it is written, else the years that its targets name, marked as theirs."""
    if task["deadline"] or task["deadline_year"]:
        return str(task["deadline"] or task["deadline_year"])
    years = {row["due"] or row["due_derived"] for row in targets} - {None}
    return tell("{years}（据目标）", years=years_cell(sorted(years))) if years else None


def _one_line(text: Any) -> str:
    return " ".join(str(text).split())

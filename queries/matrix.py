"""Who answers for what as a matrix: the tasks of a plan below each other, its agencies beside each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.model.schema import KINDS, ROLES
from graph.stores.answer import Row
from graph.stores.store import Store
from queries.agencies import resolve_agency
from queries.catalogue import ask
from queries.industries import industry_tasks
from queries.owners import grouped
from queries.plans import chosen_plans
from queries.progress import lights_of

__all__ = ["Matrix", "MatrixColumn", "MatrixOwner", "MatrixRow", "matrices"]

#: Who writes a lead does so in words or by a rule; one unit alone, or the first of a list, is no written lead.
_WRITTEN = ("explicit", "rule", "manual")


@dataclass(frozen=True, kw_only=True)
class MatrixOwner:
    """What stands in a cell: a role, its basis, whether it is inherited, the clause that says so."""

    role: str
    basis: str
    inherited: bool
    quote: str | None


@dataclass(frozen=True, kw_only=True)
class MatrixColumn:
    """An agency: its id, its name in the plan, its kind, its functional line if that is known."""

    id: str
    name: str
    kind: str
    functional_line: str | None


@dataclass(frozen=True, kw_only=True)
class MatrixRow:
    """A task.

    Attributes
    ----------
    id, number, title, text : str
        As in the store; the number without part.
    part, of : int
        Which measure of the numbered item, and how many it holds.
    section : str
        Titles of the sections it stands in, from the chapter down, or empty.
    deadline : str or None
        As written.
    deadline_year : int or None
        The year it names.
    page, line : int or None
        Where it begins in the source.
    owners : dict
        By id of the agency, in the order of the clause; an agency may have two roles.
    progress : Row or None
        Of `queries.progress`, where anything was reported on a task of the plan.
    """

    id: str
    number: str
    part: int
    of: int
    title: str
    section: str
    deadline: str | None
    deadline_year: int | None
    text: str
    page: int | None
    line: int | None
    owners: dict[str, list[MatrixOwner]]
    progress: Row | None = None


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """The matrix of a plan.

    Attributes
    ----------
    plan : Row
        A row of `plans`.
    columns : tuple of MatrixColumn
        Those who answer for a row, by functional line: the line that leads most first, then agencies without line by kind.
    rows : tuple of MatrixRow
        In document order.
    lead_written : bool
        False where the whole plan writes for no task who leads.
    """

    plan: Row
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    lead_written: bool

    @property
    def has_progress(self) -> bool:
        """Whether anything was reported on its plan."""
        return any(row.progress for row in self.rows)


def matrices(
    store: Store,
    *,
    plan: str | None = None,
    region: str | None = None,
    agency: str | None = None,
    industry: str | None = None,
    as_of: str | None = None,
) -> list[Matrix]:
    """Return a matrix for each plan that has a task left, ordered by region and title.

    Parameters
    ----------
    store
        An open store.
    plan
        A plan, as `find_plan` reads it.
    region
        Region of the plan.
    agency
        Only tasks that this agency answers for, with all who answer for them.
    industry
        Only tasks that act on this industry.
    as_of
        The day for which lights of progress hold, YYYY-MM-DD; today when left out.

    Raises
    ------
    UnknownNameError
        If there is no such plan, region, agency or industry.

    Examples
    --------
    >>> found = matrices(sample_store, region="洛阳", agency="市工信局")
    >>> [(row.number, [(by[0].role, by[0].basis) for by in row.owners.values()]) for row in found[0].rows][0]
    ('二/（一）/1', [('lead', 'explicit'), ('support', 'explicit'), ('support', 'explicit')])
    """
    chosen = chosen_plans(store, plan=plan, region=region)
    agencies = {match.id for match in resolve_agency(store, agency, region=region)} if agency else None
    acting = None
    if industry:
        acting = {row["task_id"] for row in industry_tasks.answer(store, industry).records}
    rows = ask.answer(store, "plan_owners", plans=[row["id"] for row in chosen]).records
    by_plan: dict[str, list[Row]] = {}
    for row in rows:
        by_plan.setdefault(row["plan_id"], []).append(row)
    sections = grouped(store, "task_sections", (row["task_id"] for row in rows))
    titles = {task: " / ".join(row["title"] for row in found if row["title"]) for task, found in sections.items()}
    lights = lights_of(store, plan=plan, region=region, as_of=as_of)
    found = [_matrix(each, by_plan.get(each["id"], []), titles, agencies, acting, lights) for each in chosen]
    return [each for each in found if each.rows]


def _matrix(
    plan: Row,
    answers: Sequence[Row],
    titles: dict[str, str],
    agencies: set[str] | None,
    acting: set[str] | None,
    lights: dict[str, Row],
) -> Matrix:
    lead_written = any(row["role"] == "lead" and row["basis"] in _WRITTEN for row in answers)
    rows = []
    kept: list[Row] = []
    for task, group in groupby(answers, key=lambda row: row["task_id"]):
        said = list(group)
        if acting is not None and task not in acting:
            continue
        if agencies is not None and not agencies & {row["agency_id"] for row in said}:
            continue
        kept += said
        rows.append(_row(said, titles.get(task, ""), lights.get(task)))
    return Matrix(plan=plan, columns=tuple(_columns(kept)), rows=tuple(rows), lead_written=lead_written)


def _row(said: Sequence[Row], section: str, progress: Row | None) -> MatrixRow:
    first = said[0]
    owners: dict[str, list[MatrixOwner]] = {}
    for row in said:
        if row["agency_id"] is not None:
            owner = MatrixOwner(
                role=row["role"], basis=row["basis"], inherited=bool(row["inherited"]), quote=row["quote"]
            )
            owners.setdefault(row["agency_id"], []).append(owner)
    for several in owners.values():
        several.sort(key=lambda owner: list(ROLES).index(owner.role))
    return MatrixRow(
        id=first["task_id"],
        number=first["number"] or "",
        part=first["part"] or 1,
        of=first["of"] or 1,
        title=first["title"] or "",
        section=section,
        deadline=first["deadline"],
        deadline_year=first["deadline_year"],
        text=first["text"] or "",
        page=first["page"],
        line=first["line"],
        owners=owners,
        progress=progress,
    )


def _columns(answers: Iterable[Row]) -> list[MatrixColumn]:
    """Return the agencies of some rows, those of one functional line beside each other."""
    found: dict[str, MatrixColumn] = {}
    names: set[str] = set()
    leads: Counter[str] = Counter()
    tasks: Counter[str] = Counter()
    for row in answers:
        key = row["agency_id"]
        if key is None:
            continue
        if key not in found:
            name = row["agency"] or row["official"]
            # Two bodies that the plan calls alike are told apart by their regions.
            found[key] = MatrixColumn(
                id=key,
                name=f"{name}（{row['agency_region']}）" if name in names else name,
                kind=row["agency_kind"],
                functional_line=row["functional_line"],
            )
            names.add(name)
        column = found[key]
        leads[_group(column)] += row["role"] == "lead"
        tasks[_group(column)] += 1
    order = {key: at for at, key in enumerate(found)}
    kinds = list(KINDS)

    def place(column: MatrixColumn) -> tuple[int, int, int, str, int]:
        group = _group(column)
        kind = 0 if column.functional_line else 1 + kinds.index(column.kind)
        return kind, -leads[group], -tasks[group], group, order[column.id]

    return sorted(found.values(), key=place)


def _group(column: MatrixColumn) -> str:
    return column.functional_line or f"{column.kind}:"

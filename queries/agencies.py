"""What an agency is responsible for, asked by any name that means it.

Names are looked up by spelling and by the alias grammar (`graph.agencies.resolve`), never by
similarity: similarity only suggests names when nothing was found. A name without level
word or place means the bodies of every region that have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graph.agencies.names import functional_line, split_level
from graph.agencies.regions import find
from graph.agencies.resolve import resolve
from graph.agencies.word_tables import ranks
from graph.errors import UnknownNameError
from graph.messages import _
from graph.model.identity import fold
from graph.stores.answer import Answer, Row
from graph.stores.store import Store
from queries.catalogue import FEW, ask
from queries.framed import framed
from queries.owners import in_short, owners_of, years_of
from queries.plans import find_plan, find_region, known_region, of_region, spellings
from queries.role_words import find_role
from queries.suggestions import unknown

__all__ = ["Match", "agencies", "agency_tasks", "resolve_agency"]

#: So many regions are named of those whose plans give a body no task.
_MOST_REGIONS = 3


@dataclass(frozen=True)
class Match:
    """An agency that a name means; `how` tells by what: id, name, alias, grammar, or same_as (an override)."""

    id: str
    name: str
    region: str | None
    level: str | None
    kind: str
    aliases: tuple[str, ...]
    how: str


@framed
def agencies(store: Store, *, region: str | None = None) -> Answer:
    """Return every agency with its aliases and the number of its tasks in each role.

    Parameters
    ----------
    store
        An open store.
    region
        Region of the agency, full or short name.

    Returns
    -------
    DataFrame
        Columns ``id``, ``name``, ``region``, ``level``, ``kind``, ``aliases``, ``plans``, ``tasks``, ``leads``,
        ``co_owns``, ``supports``, ``guides``, ``implements``; ordered by region and name.

    Raises
    ------
    UnknownNameError
        If no agency is of that region.

    Examples
    --------
    >>> agencies(sample_store, region="河北省")[["name", "guides"]].values.tolist()
    [['省工业和信息化厅', 1]]
    """
    rows = ask.answer(store, "agencies")
    return rows if region is None else of_region(rows, region)


def resolve_agency(store: Store, name: str, *, region: str | None = None) -> list[Match]:
    """Return every agency that `name` means, ordered by region and name.

    Parameters
    ----------
    store
        An open store.
    name
        Id, name, alias, short name (工信局, 省工信厅) or name with its place (洛阳市财政局).
    region
        Region of the agency or of a plan that names it.

    Raises
    ------
    UnknownNameError
        If nothing is meant; the message and `nearest` give the three nearest names.

    Examples
    --------
    >>> [(match.region, match.name, match.how) for match in resolve_agency(sample_store, "工信局")]
    [('洛阳市', '市工业和信息化局', 'alias'), ('石家庄市', '市工业和信息化局', 'alias')]
    >>> [match.region for match in resolve_agency(sample_store, "洛阳市工信局")]
    ['洛阳市']
    """
    near = _in_region(store, name, region) if region is not None else {}
    if near:
        return list(near.values())
    names = ask.answer(store, "agency_names").records
    found = _matches(name, names)
    if not found:
        spelled = {word: row["used"] or row["name"] for row in names for word in _words(row)}
        nobody = unknown(name, spelled, what=_("机构"), none=_("库里没有机构"))
        raise _without_tasks(name, region, names, nobody.nearest) or nobody
    _add_same(store, found)
    if region is None:
        return list(found.values())
    here = find_region(region, (row[key] for row in names for key in ("region", "plan_region")))
    within = {row["id"] for row in names if here in (row["region"], row["plan_region"])}
    if not within & found.keys():
        regions = dict.fromkeys(match.region for match in found.values() if match.region)
        same = _same_line(name, here, names)
        if same:
            raise UnknownNameError(
                _("{here}没有机构“{name}”；同一条线的是：{same}", here=here, name=name, same=same), same
            )
        raise UnknownNameError(
            _("{here}没有机构“{name}”；有这个机构的地区：{regions}", here=here, name=name, regions=list(regions)),
            list(regions)[:3],
        )
    return [match for match in found.values() if match.id in within]


def _in_region(store: Store, name: str, region: str) -> dict[str, Match]:
    """Return the matches among the agencies of a region and of its plans, without reading the names of all others.

    None are returned where the others matter: nothing matches here, or an override joins one of these with another.
    """
    for here in spellings(region):
        names = _names_in(store, here)
        if names:
            ids = list(dict.fromkeys(row["id"] for row in names))
            return {} if _joined(store) & set(ids) else _matches(name, names)
    return {}


def _joined(store: Store) -> set[str]:
    """Return the ids of the agencies that an override takes for the same body as another."""
    return {row["id"] for row in ask.answer(store, "joined_agencies").records}


def _names_in(store: Store, region: str) -> list[Row]:
    """Return the names of the agencies of a region and of those that its plans name, in the order of ``agency_names``."""
    plans = ask.answer(store, "plan_list", region=region).records
    if len(plans) > FEW:
        return ask.answer(store, "agency_names", region=region).records
    names = list(ask.answer(store, "region_names", region=region).records)
    for plan in plans:
        for question in ("plan_names", "target_names"):
            names += ask.answer(store, question, plan=plan["id"]).records
    level = plans[0]["level"] if plans else None
    rows = [{**row, "plan_region": region, "plan_level": level} for row in names]
    return _in_order(rows, ("region", "name", "id", "used"))


def _in_order(rows: Iterable[Row], columns: Sequence[str]) -> list[Row]:
    """Return rows in the order of some columns as the engines have it: nulls last."""
    return sorted(rows, key=lambda row: [(row[name] is None, row[name]) for name in columns])


def _matches(name: str, names: Sequence[Row]) -> dict[str, Match]:
    """Return by id the agencies that a name means, in the order of the rows of ``agency_names``."""
    found: dict[str, Match] = {}
    meant: dict[tuple[str | None, str | None], str | None] = {}
    for row in names:
        how = _how(name, row, meant)
        # The surest of several ways is told: one row a plan region and in-plan name.
        if how and (row["id"] not in found or _WAYS.index(how) < _WAYS.index(found[row["id"]].how)):
            found[row["id"]] = Match(
                row["id"], row["name"], row["region"], row["level"], row["kind"], tuple(row["aliases"] or ()), how
            )
    return found


def _without_tasks(name: str, region: str | None, names: Sequence[Row], near: list[str]) -> UnknownNameError | None:
    """Return the refusal of a body that is known and that no plan here gives a task; None where nobody knows it."""
    meant = find(region) if region else None
    wanted = {region, meant.name if meant else region} if region else set()
    known: dict[str, str] = {}
    for row in names:
        where = row["plan_region"]
        if not where or where in known or (wanted and where not in wanted):
            continue
        if ranks().get(split_level(name)[0], row["plan_level"]) != row["plan_level"]:
            continue
        same = _same_line(name, where, names)
        if same and region:
            return UnknownNameError(
                _("{here}没有机构“{name}”；同一条线的是：{same}", here=where, name=name, same=same), same[:3]
            )
        # Only what the tables of bodies hold has a line; a name that merely ends like one has none.
        if _resolved(fold(name), where, row["plan_level"]) and not same:
            body = resolve(name, where, row["plan_level"])
            if body.functional_line and body.region == where:
                known[where] = body.canonical
    if not known:
        return None
    official = next(iter(known.values()))
    regions: Any = list(known)
    if len(known) > _MOST_REGIONS:
        regions = _("{names}等{count}个", names=regions[:_MOST_REGIONS], count=len(known))
    return UnknownNameError(
        _("{name}确有其机构，但这些方案没有给它任务（{regions}）", name=official, regions=regions), near
    )


def _same_line(name: str, region: str, names: Sequence[Row]) -> list[str]:
    """Return the in-plan names of the bodies of a region's plans that have the functional line of a name."""
    line = functional_line(split_level(name)[1] or name) or functional_line(name)
    level = ranks().get(split_level(name)[0])
    here = [row for row in names if row["region"] == region and level in (None, row["level"])]
    return list(dict.fromkeys(row["name"] for row in here if line and functional_line(row["name"]) == line))


def _add_same(store: Store, found: dict[str, Match]) -> None:
    """Add the agencies that an override takes for the same body, and those that it takes for these."""
    joined = _joined(store)
    asked = [key for key in found if key in joined]
    while asked:
        rows = ask.answer(store, "same_agencies", agencies=asked).records
        new = {row["same_id"]: row for row in rows if row["same_id"] not in found}
        for key, row in new.items():
            found[key] = Match(
                key, row["name"], row["region"], row["level"], row["kind"], tuple(row["aliases"] or ()), "same_as"
            )
        asked = list(new)


_WAYS = ("id", "name", "alias", "grammar")


def _how(name: str, row: Row, meant: dict[tuple[str | None, str | None], str | None]) -> str | None:
    wanted = fold(name)
    if name == row["id"]:
        return "id"
    if wanted in (fold(row["name"]), fold(row["used"] or "")):
        return "name"
    if any(wanted == fold(alias) for alias in row["aliases"] or ()):
        return "alias"
    for place in ((row["plan_region"], row["plan_level"]), (row["region"], None)):
        if place not in meant:
            meant[place] = _resolved(wanted, *place)
        if meant[place] == row["id"]:
            return "grammar"
    return None


def _resolved(name: str, region: str | None, level: str | None) -> str | None:
    """Return the id of what `name` means in a plan of `region`; None where its level word means nothing there."""
    if not name or not region:
        return None
    found = resolve(name, region, level)
    # The grammar takes the national body for 市发改委 in a national plan: nothing below is in reach of it.
    below = split_level(name)[0] not in ("", "国家", "中央", "全国")
    return None if below and found.region == "全国" else found.id


def _words(row: Row) -> list[str]:
    return [word for word in (*(row["aliases"] or ()), row["name"], row["used"]) if word]


@framed
def agency_tasks(
    store: Store, name: str, *, region: str | None = None, plan: str | None = None, role: str | None = None
) -> Answer:
    """Return everything that an agency answers for, plan by plan in document order.

    Parameters
    ----------
    store
        An open store.
    name
        Any name that `resolve_agency` reads. One that several regions have gives the rows of all.
    region
        Region of the plan or of the agency.
    plan
        A plan, as `find_plan` reads it.
    role
        ``lead``, ``co_own``, ``support``, ``guide`` or ``implement``, or a word for one (牵头, 配合); every role when
        left out.

    Returns
    -------
    DataFrame
        Columns ``region``, ``plan``, ``number``, ``part``, ``title``, ``agency``, ``written``, ``role``, ``basis``,
        ``inherited``, ``open_ended``, ``deadline``, ``with`` (the other owners: name, role, basis, inherited),
        ``quote``, ``line``, ``task_id``; then ``due`` (years of the deadline and of the task's targets),
        ``role_word``, ``of``, ``source``, ``page``, ``start``, ``end``, ``plan_id``, ``agency_id``.

    Raises
    ------
    UnknownNameError
        If there is no such agency, region, plan or role.

    Examples
    --------
    >>> rows = agency_tasks(sample_store, "市工信局", region="洛阳")
    >>> rows[["number", "role", "basis", "due"]].values.tolist()
    [['二/（一）/1', 'lead', 'explicit', [2025]], ['二/（二）', 'co_own', 'listed', [2025]]]
    >>> rows.loc[0, "with"][0]
    {'name': '市财政局', 'role': 'support', 'basis': 'explicit', 'inherited': False}
    """
    role = find_role(role) if role is not None else None
    matches = resolve_agency(store, name, region=region)
    here = ""
    if region is not None:
        here = known_region(store, region, (match.region for match in matches))
    within = find_plan(store, plan)["id"] if plan else ""
    records = [row for row in _responsibilities(store, matches, here, within) if role in (None, row["role"])]
    tasks, plans = [row["task_id"] for row in records], [row["plan_id"] for row in records]
    owners, years = owners_of(store, tasks, plans), years_of(store, tasks, plans)
    for row in records:
        row["with"] = [in_short(owner) for owner in owners[row["task_id"]] if owner["agency_id"] != row["agency_id"]]
        row["due"] = sorted(years.get(row["task_id"], set()) | {row["deadline_year"]} - {None})
    return Answer.picked(records, _COLUMNS)


def _responsibilities(store: Store, matches: Sequence[Match], region: str, plan: str) -> list[Row]:
    """Return the rows of ``agency_tasks`` for some agencies: a few are asked about one by one, and no others looked at."""
    ids = [match.id for match in matches]
    if len(ids) > FEW:
        return ask.answer(store, "agency_tasks", agencies=ids, region=region, plan=plan).records
    rows = [
        row
        for key in ids
        for row in ask.answer(store, "tasks_of_agency", agency=key).records
        if plan in ("", row["plan_id"])
    ]
    if region:
        home = {match.id: match.region for match in matches}
        rows = [row for row in rows if region in (row["region"], home[row["agency_id"]])]
    return _in_order(rows, ("region", "plan", "plan_id", "position", "task_id", "ordinal", "agency_id", "role"))


_COLUMNS = [
    "region", "plan", "number", "part", "title", "agency", "written", "role", "basis", "inherited", "open_ended",
    "deadline", "with", "quote", "line", "task_id", "due", "role_word", "of", "source", "page", "start", "end",
    "plan_id", "agency_id",
]  # fmt: skip

"""Checks inside a plan: what it says in one place against what it says in another, and against the calendar.

Everything is compared exactly, after `graph.model.identity.fold`: the same metric, the same title, the words of a table
row inside an item's text. Nothing is judged by likeness, so what is reworded is not found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph.model.identity import fold
from graph.stores.answer import Row
from graph.stores.store import Store
from queries.owners import Owner, owners_of
from queries.plans import plans
from queries.same_titles import same_title_rows
from queries.targets import targets
from queries.tasks import tasks
from queries.words import any_of

__all__ = ["CHECKS", "Contents"]

#: Words in front of a metric that say what is done to it; a table has them where the prose has not, or the other way.
_LEAD = re.compile(rf"{any_of('yearly', 'hoped', 'done')}+(?=.{{4}})")
_YEARLY = re.compile(any_of("yearly", "season"))
#: A number for each of several things: what they are, only the whole statement tells (各1个, 各24个).
_EACH = re.compile(r"各(?:自|不少于|至少|达到?)?[0-9]")
_NUMBER = re.compile(r"[0-9.,]+")
_HOPED = re.compile(any_of("hoped"))
_PERIOD = re.compile(r"十([二三四五六七])五")
_PERIODS = dict(zip("二三四五六七", range(2015, 2045, 5), strict=True))
_SPAN = re.compile(r"20[0-9]{2}年?[-—–－~～至到]{1,2}(20[0-9]{2})年?")
_TITLES = re.compile(r"《[^《》]*》")
_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
#: What may not follow a name: 教育部门 and 科技部署 name no 部, 国资委委员 no body.
_GOES_ON = {"部": "(?![门署队位件分])", "委": "(?![员托派])", "办": "(?![理法公学事案好结件])", "局": "(?![部势面域])"}
_SHORTEST_METRIC, _SHORTEST_TITLE, _SHORTEST_ROW = 4, 4, 8


@dataclass
class Contents:
    """The plans that are checked, read from the store once and only as far as the checks ask."""

    store: Store
    region: str | None
    plan: str | None
    today: str

    @cached_property
    def targets(self) -> list[Row]:
        """Rows of `targets`, with their owners."""
        return targets.answer(self.store, region=self.region, plan=self.plan).records

    @cached_property
    def tasks(self) -> list[Row]:
        """Rows of `tasks`; `owners` as `task_owners` has them."""
        rows = tasks.answer(self.store, region=self.region, plan=self.plan).records
        owners = owners_of(self.store, (row["task_id"] for row in rows))
        return [{**row, "owners": owners.get(row["task_id"], [])} for row in rows]

    @cached_property
    def issued(self) -> dict[str, str]:
        """The date of issue of each plan that tells it."""
        return {row["id"]: row["issued"] for row in plans.answer(self.store).records if row["issued"]}

    def by_plan(self, rows: list[Row]) -> Iterator[tuple[str, list[Row]]]:
        """Yield the rows of each plan."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            found[row["plan_id"]].append(row)
        yield from found.items()


def _owner_assumed(contents: Contents) -> Iterator[Row]:
    """Yield rows of a task table whose owner cell is blank, so that the owners of a row above were taken."""
    for row in contents.tasks:
        assumed = [owner for owner in row["owners"] if owner["inherited"]]
        if row["kind"] == "row" and assumed:
            yield {**_of_task(row, row["title"]), "agencies": _names(assumed), "reason": assumed[0]["quote"]}


def _two_values(contents: Contents) -> Iterator[Row]:
    """Yield later targets of a metric whose value, for the same year and unit, is another one than the first."""
    for _, rows in contents.by_plan(contents.targets):
        places: dict[tuple[Any, ...], dict[int, list[Row]]] = defaultdict(dict)
        for row in rows:
            metric, due = _LEAD.sub("", fold(row["metric"] or ""), count=1), row["due"] or row["due_derived"]
            if row["value"] is None or due is None or len(metric) < _SHORTEST_METRIC or row["text"].startswith("其中"):
                continue
            said = row["metric"] + row["text"]
            each = _NUMBER.sub("", fold(row["text"])) if _EACH.search(row["text"]) else ""
            manner = (bool(_YEARLY.search(said)), bool(_HOPED.search(said)), row["change"], row["unit"], each)
            places[metric, due, *manner].setdefault(row["start"], []).append(row)
        for found in places.values():
            first, *later = found.values()
            for others in later:
                if not {row["value"] for row in first} & {row["value"] for row in others}:
                    yield _of_target(others[0], reason=f"{_amount(first)} ≠ {_amount(others)}")


def _amount(rows: list[Row]) -> str:
    values = "—".join(f"{row['value']:g}" for row in rows)
    return f"{rows[0]['section']}: {values}{rows[0]['unit'] or ''}"


def _due_beyond(contents: Contents) -> Iterator[Row]:
    """Yield targets and tasks that are due after the years that the plan is for, as a notice where its title tells none."""
    goals: dict[str, list[int]] = defaultdict(list)
    for row in contents.targets:
        if row["task_id"] is None and not row["own"]:
            goals[row["plan_id"]] += [year for year in (row["due"], row["due_derived"]) if year]
    for row, year in _due(contents):
        title = fold(row["plan"])
        named = [int(match[1]) for match in _SPAN.finditer(title)]
        named += [_PERIODS[match[1]] for match in _PERIOD.finditer(title)]
        # A vision (展望2035年) in the general goals belongs to the plan.
        horizon = max([*named, *goals[row["plan_id"]]], default=None)
        if horizon is not None and year > horizon:
            yield {**row, "severity": "warning" if named else "notice", "reason": f"{year} > {horizon}"}


def _due_past(contents: Contents) -> Iterator[Row]:
    """Yield targets and tasks whose deadline has passed; one that had passed when the plan was issued is a warning."""
    for row, year in _due(contents):
        last = row["due_by"] or f"{year}-12-31"
        if last < contents.today:
            before = last < contents.issued.get(row["plan_id"], "")
            yield {**row, "severity": "warning" if before else "notice", "reason": f"{last} < {contents.today}"}


def _due(contents: Contents) -> Iterator[tuple[Row, int]]:
    for row in contents.targets:
        year = row["due"] or row["due_derived"]
        if year is not None:
            yield {**_of_target(row), "due_by": row["due_by"]}, year
    for row in contents.tasks:
        if row["deadline_year"] is not None:
            yield {**_of_task(row, row["deadline"]), "due_by": None}, row["deadline_year"]


def _target_without_owner(contents: Contents) -> Iterator[Row]:
    """Yield targets that nobody answers for; in the general goals that is usual, and only a notice."""
    for row in contents.targets:
        if not row["owners"]:
            yield {**_of_target(row), "severity": "warning" if row["task_id"] else "notice"}


def _task_twice(contents: Contents) -> Iterator[Row]:
    """Yield later tasks of the same title whose leads are others than those of the first."""
    for _, rows in contents.by_plan(contents.tasks):
        named: dict[str, Row] = {}
        for row in rows:
            title, leads = fold(row["title"] or ""), _names(row["owners"], "lead")
            if len(title) < _SHORTEST_TITLE or not leads:
                continue
            first = named.setdefault(title, row)
            before = _names(first["owners"], "lead")
            if first["number"] != row["number"] and before != leads:
                reason = f"{first['number']}: {'、'.join(before)} ≠ {row['number']}: {'、'.join(leads)}"
                yield {**_of_task(row), "agencies": leads, "reason": reason}


def _table_differs(contents: Contents) -> Iterator[Row]:
    """Yield rows of a task table whose words stand in an item's text, with an agency or a lead that the item has not."""
    for _, rows in contents.by_plan(contents.tasks):
        body = [(fold(row["text"] or ""), row) for row in rows if row["kind"] != "row" and row["owners"]]
        for row in rows:
            title = fold(row["title"] or "")
            if row["kind"] != "row" or not row["owners"] or len(title) < _SHORTEST_ROW:
                continue
            items = [item for text, item in body if title in text]
            if len(items) != 1:
                continue
            [item] = items
            leads, before = _names(row["owners"], "lead"), _names(item["owners"], "lead")
            known = {owner["agency_id"] for owner in item["owners"]}
            others = [owner["name"] for owner in row["owners"] if owner["agency_id"] not in known]
            written = {owner["basis"] for owner in (*row["owners"], *item["owners"]) if owner["role"] == "lead"}
            led = leads and before and written == {"explicit"} and set(leads) != set(before)
            if others or led:
                says = [f"{each['number']}: {'、'.join(_names(each['owners']))}" for each in (item, row)]
                yield {**_of_task(row), "agencies": others or leads, "reason": " ≠ ".join(says)}


def _named_not_owner(contents: Contents) -> Iterator[Row]:
    """Yield agencies of the plan that a task's prose names by their full name, and that do not answer for its item."""
    for _, rows in contents.by_plan(contents.tasks):
        ids = {owner["name"]: owner["agency_id"] for row in rows for owner in row["owners"] if owner["kind"] == "body"}
        if not ids:
            continue
        known = re.compile("|".join(_name(name) for name in sorted(ids, key=lambda name: (-len(name), name))))
        answering: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            answering[row["number"]] |= {owner["agency_id"] for owner in row["owners"]}
        for row in rows:
            if row["kind"] == "row" or not row["owners"]:
                continue
            text = row["text"] or ""
            for quote in {row["clause"] or "", *(owner["quote"] or "" for owner in row["owners"])} - {""}:
                text = text.replace(quote, "。")
            for sentence in _SENTENCE.findall(_TITLES.sub("", text)):
                for name in dict.fromkeys(known.findall(sentence)):
                    if ids[name] not in answering[row["number"]]:
                        yield {**_of_task(row, sentence.strip("：:，, ")), "word": name}


def _name(name: str) -> str:
    return re.escape(name) + _GOES_ON.get(name[-1], "")


def _names(owners: list[Owner], role: str | None = None) -> list[str]:
    return list(dict.fromkeys(owner["name"] for owner in owners if role in (None, owner["role"])))


def _of_target(row: Row, **more: Any) -> Row:
    return {
        **_of(row),
        "number": row["section"],
        "part": None,
        "title": row["metric"],
        "agencies": _names(row["owners"]),
        "sentence": row["text"],
        "target_id": row["target_id"],
        **more,
    }


def _of_task(row: Row, sentence: str | None = None) -> Row:
    return {
        **_of(row),
        "number": row["number"],
        "part": row["part"],
        "title": row["title"],
        "agencies": _names(row["owners"]),
        "sentence": sentence or row["clause"] or row["title"],
        "target_id": None,
    }


def _of(row: Row) -> Row:
    kept = {name: row[name] for name in ("region", "plan", "line", "task_id", "source", "plan_id")}
    return {**kept, "word": None, "reason": None}


#: Rule name to the check that finds its rows, in the order of the rules.
CHECKS: Mapping[str, Callable[[Contents], Iterator[Row]]] = {
    "owner_assumed": _owner_assumed,
    "two_values": _two_values,
    "due_beyond": _due_beyond,
    "due_past": _due_past,
    "target_without_owner": _target_without_owner,
    "task_twice": _task_twice,
    "table_differs": _table_differs,
    "named_not_owner": _named_not_owner,
    "same_title": lambda contents: same_title_rows(contents.store, region=contents.region, plan=contents.plan),
}

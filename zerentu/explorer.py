"""What the explorer shows, asked of the queries that the commands ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import StoreError
from graph.messages import _
from zerentu.cells import number_cell, place_cell, target_due, target_value
from zerentu.explorer_cascade import cascades
from zerentu.matrix_words import groups_of
from zerentu.settings import language, tell

if TYPE_CHECKING:
    from graph.overrides.file import Override
    from graph.stores.answer import Row
    from graph.stores.store import Store
    from queries.matrix import Matrix
    from queries.owners import Owner
    from viz.explorer import (
        Explorer,
        ExplorerAgency,
        ExplorerFinding,
        ExplorerOwner,
        ExplorerPlan,
        ExplorerProgress,
        ExplorerRule,
        ExplorerTarget,
        ExplorerTask,
    )

__all__ = ["explore", "explorer_content"]


def explore(
    store: Store,
    path: str | Path,
    *,
    plan: str | None = None,
    region: str | None = None,
    today: str | None = None,
    overrides: Sequence[Override] | None = None,
) -> Path:
    """Write what a store says of its plans as one page that opens offline; see docs/explorer.md.

    The page speaks the language of the run (``ZERENTU_LANG``); the plans' words stay as they are.

    Parameters
    ----------
    store
        An open store.
    path
        The file to write.
    plan, region
        Which plans; without either all of them.
    today
        The day, YYYY-MM-DD, that deadlines are held against; the day it is when left out.
    overrides
        The entries of the overrides file, to tell which of them did not take effect.

    Raises
    ------
    StoreError
        If the store holds no plan.
    UnknownNameError
        If there is no such plan or region.
    SettingsError
        If the file cannot be written.
    """
    from viz.explorer import write_explorer

    content = explorer_content(store, plan=plan, region=region, today=today, overrides=overrides)
    return write_explorer(path, content, lang=language())


def explorer_content(
    store: Store,
    *,
    plan: str | None = None,
    region: str | None = None,
    today: str | None = None,
    overrides: Sequence[Override] | None = None,
) -> Explorer:
    """Return what the explorer of some plans holds; parameters and refusals are those of `explore`."""
    from graph.agencies.word_tables import ranks
    from queries import audit
    from queries.matrix import matrices
    from queries.plans import find_plan, of_region, plans
    from viz.explorer import Explorer

    day = today or date.today().isoformat()
    known = plans.answer(store)
    if not known.records:
        raise StoreError(_("{name} 里没有方案，没有可浏览的；请先载入：zerentu load 方案文件夹", name=store.name))
    rows = of_region(known, region).records if region else known.records
    if plan:
        meant = find_plan(store, plan, region=region)["id"]
        rows = [row for row in rows if row["id"] == meant]
    found = _Found.of(store, plan, region)
    places = _Places.of(rows, found)
    tables = {matrix.plan["id"]: matrix for matrix in matrices(store, plan=plan, region=region)}
    findings = audit.answer(store, plan=plan, region=region, today=day, overrides=overrides).records
    progress = _progress(store, plan, region, day)
    of_targets = _numbered(row["target_id"] for row in found.targets)
    return Explorer(
        title=_title(rows),
        made=day,
        levels=sorted(ranks(), key=len, reverse=True),
        plans=[_plan(row, tables.get(row["id"]), places) for row in rows],
        agencies=_agencies(store, places.agencies),
        tasks=[_task(row, found, places, progress.get(row["task_id"])) for row in found.tasks],
        targets=[_target(row, found, places) for row in found.targets],
        rules=_rules(),
        findings=[_finding(row, places) for row in findings],
        cascades=cascades(store, rows, places.tasks, of_targets, overrides),
    )


@dataclass(frozen=True)
class _Found:
    """Tasks and targets of the plans, with their owners, sections and years by id."""

    tasks: list[Row]
    targets: list[Row]
    owners: Mapping[str, Sequence[Owner]]
    target_owners: Mapping[str, Sequence[Owner]]
    sections: Mapping[str, Sequence[Row]]
    years: Mapping[str, set[int]]

    @classmethod
    def of(cls, store: Store, plan: str | None, region: str | None) -> _Found:
        from queries import targets, tasks
        from queries.owners import grouped, owners_of, owners_of_targets, years_of

        rows = tasks.answer(store, plan=plan, region=region).records
        wanted = targets.answer(store, plan=plan, region=region).records
        ids = [row["task_id"] for row in rows]
        return cls(
            tasks=rows,
            targets=wanted,
            owners=owners_of(store, ids),
            target_owners=owners_of_targets(store, (row["target_id"] for row in wanted)),
            sections=grouped(store, "task_sections", ids),
            years=years_of(store, ids),
        )


@dataclass(frozen=True)
class _Places:
    """Where plans, tasks and agencies stand in their tables, by id; and agencies by what one plan calls them."""

    plans: Mapping[str, int]
    tasks: Mapping[str, int]
    agencies: Mapping[str, int]
    called: Mapping[tuple[str, str], set[int]]

    @classmethod
    def of(cls, plans: Iterable[Row], found: _Found) -> _Places:
        said = [*found.owners.values(), *found.target_owners.values()]
        agencies = _numbered(owner["agency_id"] for owners in said for owner in owners)
        called: dict[tuple[str, str], set[int]] = {}
        for task in found.tasks:
            for owner in found.owners.get(task["task_id"], ()):
                called.setdefault((task["plan_id"], owner["name"]), set()).add(agencies[owner["agency_id"]])
        tasks = _numbered(row["task_id"] for row in found.tasks)
        return cls(_numbered(row["id"] for row in plans), tasks, agencies, called)


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    return {each: at for at, each in enumerate(dict.fromkeys(ids))}


def _title(rows: Sequence[Row]) -> str:
    if len(rows) == 1:
        return tell("{plan}：责任浏览", plan=rows[0]["title"] or rows[0]["source"])
    regions = {row["region"] for row in rows}
    if len(regions) == 1 and None not in regions:
        return tell("{region}：{count} 份方案的责任浏览", region=regions.pop(), count=len(rows))
    return tell("{count} 份方案的责任浏览", count=len(rows))


def _plan(row: Row, matrix: Matrix | None, places: _Places) -> ExplorerPlan:
    from viz.explorer import ExplorerPlan

    columns = matrix.columns if matrix else ()
    return ExplorerPlan(
        id=row["id"],
        title=row["title"] or row["source"] or row["id"],
        region=row["region"],
        level=row["level"],
        number=row["number"],
        issued=row["issued"],
        draft=bool(row["draft"]),
        source=row["source"] or "",
        lead_written=matrix is None or matrix.lead_written,
        columns=[places.agencies[column.id] for column in columns],
        groups=groups_of(columns),
    )


def _agencies(store: Store, places: Mapping[str, int]) -> list[ExplorerAgency]:
    from queries import ask
    from viz.explorer import ExplorerAgency

    names: dict[str, dict[str, None]] = {}
    for row in ask.answer(store, "agency_names").records:
        names.setdefault(row["id"], {}).update(dict.fromkeys([*(row["aliases"] or ()), row["used"]]))
    rows = {row["id"]: row for row in ask.answer(store, "agencies").records if row["id"] in places}
    return [
        ExplorerAgency(
            id=key,
            name=rows[key]["name"],
            region=rows[key]["region"],
            level=rows[key]["level"],
            kind=rows[key]["kind"],
            functional_line=rows[key]["functional_line"],
            names=[name for name in names.get(key, ()) if name and name != rows[key]["name"]],
        )
        for key in places
    ]


def _progress(store: Store, plan: str | None, region: str | None, day: str) -> dict[str, ExplorerProgress]:
    """Return how far each task of the plans with reports is. Names and telephones of people stay in the store."""
    from queries.lights import state_words
    from queries.progress import progress, reports
    from viz.explorer import ExplorerProgress

    told = {row["plan_id"] for row in reports.answer(store, plan=plan, region=region).records}
    if not told:
        return {}
    why = "why_en" if language() == "en" else "why"
    return {
        row["task_id"]: ExplorerProgress(
            light=row["light"],
            why=row[why],
            due=row["due"],
            state=state_words(row["state"] or "").told(language()) if row["reported"] else "",
            share=row["share"],
            said=row["said"],
            agency=row["agency"],
            reported=row["reported"],
        )
        for row in progress.answer(store, plan=plan, region=region, as_of=day).records
        if row["plan_id"] in told
    }


def _task(row: Row, found: _Found, places: _Places, progress: ExplorerProgress | None) -> ExplorerTask:
    from viz.explorer import ExplorerTask

    key = row["task_id"]
    return ExplorerTask(
        id=key,
        plan=places.plans[row["plan_id"]],
        number=number_cell(row),
        title=row["title"] or "",
        section=" / ".join(each["title"] for each in found.sections.get(key, ()) if each["title"]),
        kind=row["kind"] or "",
        text=row["text"] or "",
        clause=row["clause"],
        deadline=row["deadline"],
        years=sorted(found.years.get(key, set()) | ({row["deadline_year"]} - {None})),
        place=place_cell(row["source"], row["page"], row["line"]),
        owners=[_owner(owner, places) for owner in found.owners.get(key, ())],
        progress=progress,
    )


def _owner(owner: Owner, places: _Places) -> ExplorerOwner:
    from viz.explorer import ExplorerOwner

    return ExplorerOwner(
        agency=places.agencies[owner["agency_id"]],
        role=owner["role"],
        basis=owner["basis"],
        inherited=bool(owner["inherited"]),
        open_ended=bool(owner["open_ended"]),
        role_word=owner["role_word"],
        written=owner["written"],
        quote=owner["quote"],
    )


def _target(row: Row, found: _Found, places: _Places) -> ExplorerTarget:
    from viz.explorer import ExplorerTarget

    owners = found.target_owners.get(row["target_id"]) or found.owners.get(row["task_id"] or "")
    if owners is not None:
        answering = [(places.agencies[owner["agency_id"]], owner["role"]) for owner in owners]
    else:
        # Those of a section's clause are told by name.
        meant = [(places.called.get((row["plan_id"], owner["name"]), set()), owner["role"]) for owner in row["owners"]]
        answering = [(next(iter(one)), role) for one, role in meant if len(one) == 1]
    return ExplorerTarget(
        id=row["target_id"],
        plan=places.plans[row["plan_id"]],
        task=places.tasks.get(row["task_id"] or ""),
        section=row["section"],
        metric=row["metric"] or "",
        quantitative=row["kind"] == "quantitative",
        value=target_value(row),
        year=row["due"] or row["due_derived"],
        due=target_due(row),
        text=row["text"] or "",
        place=place_cell(row["source"], row["page"], row["line"]),
        owners=list(dict.fromkeys(answering)),
    )


def _rules() -> list[ExplorerRule]:
    from queries import RULES
    from viz.explorer import ExplorerRule

    english = language() == "en"
    return [
        ExplorerRule(
            name=rule.name,
            caption=rule.english if english else rule.caption,
            doc=rule.doc_english if english else rule.doc,
            severity=rule.severity,
        )
        for rule in RULES.values()
    ]


def _finding(row: Row, places: _Places) -> ExplorerFinding:
    from queries import RULES
    from viz.explorer import ExplorerFinding

    source = row["source"] or ""
    return ExplorerFinding(
        rule=list(RULES).index(row["rule"]),
        severity=row["severity"],
        plan=places.plans.get(row["plan_id"] or ""),
        task=places.tasks.get(row["task_id"] or ""),
        number=row["number"],
        title=row["title"],
        agencies=row["agencies"] or [],
        sentence=row["sentence"],
        about="：".join(each for each in (row["word"], row["reason"]) if each) or None,
        place=place_cell(source, None, row["line"]) if row["line"] else source,
    )

"""Sheets that came back: what bodies report, task by task; what could not be taken in, and who has not sent anything back."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import ReadError
from graph.messages import Message, _
from graph.model.progress import ProgressReport
from zerentu.returned_rows import Place, Problem, ReturnedRow, read_file
from zerentu.sheet_columns import FILLED
from zerentu.task_sheets import Body, bodies_of

if TYPE_CHECKING:
    from graph.stores.store import Store
    from zerentu.cells import Row

__all__ = ["NotReturned", "Problem", "Returns", "named", "read_returns"]

#: So many numbers of missing rows are named.
_MOST = 10


@dataclass(frozen=True, kw_only=True)
class NotReturned:
    """A body that got a sheet and of which no row came back: its id, its name, its region, how many tasks it answers for."""

    agency_id: str
    agency: str
    region: str | None
    tasks: int


def named(bodies: Sequence[NotReturned]) -> list[str]:
    """Return their names, behind which stands the region where several of them are called so."""
    alike = Counter(body.agency for body in bodies)
    return [
        f"{body.agency}·{body.region}" if alike[body.agency] > 1 and body.region else body.agency for body in bodies
    ]


@dataclass(frozen=True, kw_only=True)
class Returns:
    """What came back.

    Attributes
    ----------
    reports : tuple of ProgressReport
        What was filled in, in the order of the files and of their rows.
    problems : tuple of Problem
        What was not taken in.
    not_returned : tuple of NotReturned
        Bodies of which no row came back, among those that answer for a task of the plans of which something came back.
    blank : int
        Tasks of bodies that came back without anything filled in.
    files : tuple of str
        The files that were read, those that are refused among them.
    """

    reports: tuple[ProgressReport, ...]
    problems: tuple[Problem, ...]
    not_returned: tuple[NotReturned, ...]
    blank: int
    files: tuple[str, ...]


def read_returns(paths: Iterable[str | Path], store: Store) -> Returns:
    """Read sheets that `zerentu sheets` wrote and bodies filled in.

    Rows are known by their identity: they may have been sorted, filtered, moved, or copied into one workbook. A row of
    which anything is not understood is not taken in at all, and is told.

    Parameters
    ----------
    paths
        Files, and folders with all that lies in them.
    store
        An open store that holds the plans.

    Returns
    -------
    :
        Reports, problems, and who has not returned anything.
    """
    from ingest.files.limits import OverLimit
    from ingest.files.read import read_cells

    rows: list[ReturnedRow] = []
    problems: list[Problem] = []
    files: list[str] = []
    for name, path in _files(paths):
        files.append(name)
        try:
            found, wrong = read_file(name, read_cells(path))
        except OverLimit as error:
            problems.append(Place(name, "", 0).problem(error.message, refuses_file=True))
            continue
        except ReadError as error:
            problems.append(Problem(file=name, sheet="", row=0, sentence=error.message, refuses_file=True))
            continue
        problems += wrong
        rows += found
    known = _Known(store, rows)
    problems += known.strangers
    refused = {problem.file for problem in problems if problem.refuses_file}
    entries = [(row, report) for row, report in known.reports if row.place.file not in refused]
    reports, conflicts = _agreed([(row, report) for row, report in entries if report is not None])
    filled = {(row.identity.task_id, row.identity.agency_id) for row, report in entries if report is not None}
    blank = {(row.identity.task_id, row.identity.agency_id) for row, report in entries if report is None and row.blank}
    problems += [*conflicts, *known.incomplete()]
    return Returns(
        reports=tuple(reports),
        problems=tuple(problems),
        not_returned=tuple(known.not_returned()),
        blank=len(blank - filled),
        files=tuple(files),
    )


def _files(paths: Iterable[str | Path]) -> Iterator[tuple[str, Path]]:
    """Yield each file with its name, in a folder with the folders on the way; what programs leave behind is passed over."""
    for each in map(Path, paths):
        if not each.is_dir():
            yield each.name, each
            continue
        for folder, folders, names in os.walk(each):
            folders.sort()
            for name in sorted(names):
                if not name.startswith((".", "~$")) and name.casefold() not in ("thumbs.db", "desktop.ini"):
                    path = Path(folder, name)
                    yield path.relative_to(each).as_posix(), path


class _Known:
    """Rows that came back beside what the store knows of their tasks and bodies."""

    def __init__(self, store: Store, rows: Sequence[ReturnedRow]) -> None:
        from queries import ask, plans

        self._rows = rows
        chosen = list(dict.fromkeys(row.identity.plan_id for row in rows)) or [
            row["id"] for row in plans.answer(store).records
        ]
        answers = ask.answer(store, "plan_owners", plans=chosen).records
        self._tasks = {row["task_id"]: row for row in answers}
        by = "lead" if rows and all(row.identity.by == "lead" for row in rows) else "owner"
        self._issued = bodies_of(answers, "lead" if by == "lead" else "owner")
        self._bodies: dict[str, Body] = {body.agency_id: body for body in bodies_of(answers, "owner")}
        self.strangers: list[Problem] = []
        self.reports = [(row, self._report(row)) for row in rows]

    def _report(self, row: ReturnedRow) -> ProgressReport | None:
        """Return what a row reports, or None: nothing, or nothing that is taken in."""
        identity, filled = row.identity, row.filled
        if filled is None or row.blank:
            return None
        task: Row | None = self._tasks.get(identity.task_id)
        if task is None:
            why = _(
                "这项任务已不在图库里（方案未载入，或重新载入后已改写、删去）；请载入原方案，或用 zerentu sheets 重新下发"
            )
            self.strangers.append(row.place.problem(why))
            return None
        body = self._bodies.get(identity.agency_id)
        if identity.agency_id and body is None:
            why = _("填报单位已不是这份方案的责任单位；请核对方案，或用 zerentu sheets 重新下发")
            self.strangers.append(row.place.problem(why))
            return None

        def text(name: str) -> str:
            return str(filled[name] or "")

        share = filled["share"]
        return ProgressReport(
            task_id=identity.task_id,
            plan_id=identity.plan_id,
            agency_id=identity.agency_id,
            agency=body.name if body else "",
            said=text("said"),
            state=text("state"),
            share=float(share) if share is not None else None,
            person=text("person"),
            phone=text("phone"),
            updated=text("updated"),
            quarters=tuple(f"{name} {said}" for name, said in sorted(filled.items()) if name not in FILLED and said),
            file=row.place.file,
            sheet=row.place.sheet,
            row=row.place.row,
        )

    def not_returned(self) -> Iterator[NotReturned]:
        """Yield the bodies that got a sheet and of which no row came back."""
        returned = {row.identity.agency_id for row in self._rows}
        for body in self._issued:
            if body.agency_id not in returned:
                yield NotReturned(
                    agency_id=body.agency_id, agency=body.name, region=body.region, tasks=len(body.duties)
                )

    def incomplete(self) -> Iterator[Problem]:
        """Yield for each sheet which of its rows did not come back."""
        sheets: dict[tuple[str, str, int], dict[int, Place]] = {}
        for row in self._rows:
            who = row.identity
            sheets.setdefault((who.by, who.agency_id, who.total), {})[who.at] = row.place
        for (_by, agency, total), found in sheets.items():
            count = total - len(found)
            if count <= 0:
                continue
            first = min(found.values())
            lost = islice((at for at in range(1, total + 1) if at not in found), _MOST)
            body = self._bodies.get(agency)
            yield Place(first.file, first.sheet, 0).problem(
                _(
                    "{agency}的表下发 {total} 项任务，交回 {found} 项，缺序号 {rows}；请补交，删去的行请从原表恢复",
                    agency=body.name if body else _("无责任单位"),
                    total=total,
                    found=len(found),
                    rows=_numbers(list(lost), count),
                )
            )


def _agreed(entries: Sequence[tuple[ReturnedRow, ProgressReport]]) -> tuple[list[ProgressReport], list[Problem]]:
    """Return the reports that no other of the same task, body and day contradicts, each once, and the contradictions."""
    groups: dict[tuple[str, str], list[tuple[ReturnedRow, ProgressReport]]] = {}
    for row, report in entries:
        groups.setdefault((report.task_id, report.agency_id), []).append((row, report))
    kept: list[tuple[ReturnedRow, ProgressReport]] = []
    problems = []
    for group in groups.values():
        different = list({report.id: (row, report) for row, report in reversed(group)}.values())[::-1]
        days = [report.updated for _row, report in different]
        # Reports of several days are a history; of one day, or of none, only one can be right.
        if len(set(days)) == len(days) and (len(days) == 1 or all(days)):
            kept += different
            continue
        places = [row.place.words for row, _report in different]
        first = different[0][0]
        problems.append(
            first.place.problem(
                _(
                    "同一单位的同一任务还在 {places} 填了不同的内容，都没有收入；请只留一份，或各填不同的更新日期",
                    places=places[1:],
                )
            )
        )
    order = {id(report): at for at, (_row, report) in enumerate(entries)}
    return [report for _row, report in sorted(kept, key=lambda each: order[id(each[1])])], problems


def _numbers(numbers: list[int], count: int) -> Message | str:
    said = "、".join(map(str, numbers))
    return said if count <= len(numbers) else _("{lines} 等共 {count} 处", lines=said, count=count)

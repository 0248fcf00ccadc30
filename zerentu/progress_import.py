"""What offices filled in, taken into a store: which files were taken in, which were not and why, who is missing, who disagrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import ReadError
from graph.messages import _
from zerentu.library import open_store

if TYPE_CHECKING:
    from graph.stores.store import Store
    from zerentu.cells import Row
    from zerentu.returned_sheets import NotReturned, Problem

__all__ = ["Disagreement", "FileTaken", "ImportedProgress", "import_progress"]


@dataclass(frozen=True, kw_only=True)
class FileTaken:
    """A file that came back: how many reports were new, how many were there already, how many problems, whether it is refused."""

    file: str
    added: int
    known: int
    problems: int
    refused: bool


@dataclass(frozen=True, kw_only=True)
class Disagreement:
    """A task of which agencies report different states: each agency with its state."""

    task_id: str
    plan: str
    number: str
    title: str
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class ImportedProgress:
    """What `import_progress` did.

    Attributes
    ----------
    files : tuple of FileTaken
        In the order in which they were read.
    added, known : tuple of str
        Ids of reports that are new, and of those that were there already.
    problems : tuple of Problem
        What was not taken in.
    not_returned : tuple of NotReturned
        Agencies of which nothing came back.
    blank : int
        Tasks that came back without anything filled in.
    disagreements : tuple of Disagreement
        Among the tasks on which something came back.
    """

    files: tuple[FileTaken, ...]
    added: tuple[str, ...]
    known: tuple[str, ...]
    problems: tuple[Problem, ...]
    not_returned: tuple[NotReturned, ...]
    blank: int
    disagreements: tuple[Disagreement, ...]


def import_progress(
    paths: Sequence[str | Path], *, db: str | Path | None = None, today: str | None = None
) -> ImportedProgress:
    """Take sheets that offices returned into a store, all that is in order in one transaction.

    What a sheet says twice is there once: importing a file again changes nothing, and reports add up over time.

    Parameters
    ----------
    paths
        Files, and folders with all that lies in them.
    db
        Which store; see `store_target`.
    today
        The day, YYYY-MM-DD; that of the computer when left out. It stands with each report.

    Returns
    -------
    ImportedProgress

    Raises
    ------
    ReadError
        If there is no file at all; what is wrong with a file is told in `ImportedProgress.problems`.
    StoreError
        If the store cannot be opened or written; then it holds what it held before.
    """
    from zerentu.returned_sheets import read_returns

    store = open_store(db, read_only=False)
    try:
        found = read_returns(paths, store)
        if not found.files:
            raise ReadError(_("{paths} 里没有文件；请写交回的表格所在的文件夹", paths=[str(path) for path in paths]))
        result = store.add_progress(found.reports, imported=today or date.today().isoformat())
        told = {report.task_id: report.plan_id for report in found.reports}
        disagreements = tuple(_disagreements(store, told))
    finally:
        store.close()
    new, wrong = set(result.added), Counter(problem.file for problem in found.problems)
    added: Counter[str] = Counter()
    known: Counter[str] = Counter()
    for report in found.reports:
        # Of two reports that say the same, the first is the new one.
        counted = added if report.id in new else known
        counted[report.file] += 1
        new.discard(report.id)
    refused = {problem.file for problem in found.problems if problem.refuses_file}
    return ImportedProgress(
        files=tuple(
            FileTaken(file=name, added=added[name], known=known[name], problems=wrong[name], refused=name in refused)
            for name in found.files
        ),
        added=tuple(result.added),
        known=tuple(result.known),
        problems=tuple(found.problems),
        not_returned=tuple(found.not_returned),
        blank=found.blank,
        disagreements=disagreements,
    )


def _disagreements(store: Store, told: dict[str, str]) -> list[Disagreement]:
    """Return the tasks of which agencies say different things, among those given with their plans."""
    from queries.progress import reports, states_by_agency

    found = []
    for plan in dict.fromkeys(told.values()):
        by_task: dict[str, list[Row]] = {}
        for row in reports.answer(store, plan=plan).records:
            if row["task_id"] in told and row["position"] is not None:
                by_task.setdefault(row["task_id"], []).append(row)
        for task, rows in by_task.items():
            said = states_by_agency(rows)
            if len({state for _agency, state in said}) > 1:
                about: Any = rows[-1]
                found.append(
                    Disagreement(
                        task_id=task, plan=about["plan"], number=about["number"], title=about["title"], said=tuple(said)
                    )
                )
    return found

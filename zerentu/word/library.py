"""Word documents as part of the public API: what the commands write, as functions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import SettingsError
from graph.files import write_file
from graph.messages import _

if TYPE_CHECKING:
    from graph.stores.store import Store
    from zerentu.word.rows import By

__all__ = ["write_task_table"]


def write_task_table(
    store: Store,
    path: str | Path,
    *,
    plan: str | None = None,
    region: str | None = None,
    agency: str | None = None,
    by: By = "section",
) -> Path:
    """Write the task table of each plan as a Word document; see docs/word.md.

    Parameters
    ----------
    store
        An open store.
    path
        The file to write, ending in ``.docx``.
    plan
        A plan, as `queries.find_plan` reads it.
    region
        Region of the plan.
    agency
        Only tasks that this agency answers for, with all who answer for them.
    by
        ``section`` groups the rows by the sections of the plan, ``line`` by the functional line of who leads.

    Raises
    ------
    UnknownNameError
        If there is no such plan, region or agency.
    SettingsError
        If no task is left, or the file cannot be written.
    """
    from zerentu.word.rows import plan_tables
    from zerentu.word.task_table import task_table_document

    path = _checked(path)
    tables = plan_tables(store, plan=plan, region=region, agency=agency, by=by)
    if not tables:
        raise SettingsError(_("没有符合这些条件的任务；请放宽 --plan、--region 或 --agency"))
    write_file(path, task_table_document(tables))
    return path


def _checked(path: str | Path) -> Path:
    path = Path(path)
    if path.suffix.lower() != ".docx":
        raise SettingsError(_("{path}：只能写成 Word 文档；文件名请以 .docx 结尾", path=path))
    return path

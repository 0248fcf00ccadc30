"""Word documents as part of the public API: what the commands write, as functions."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import SettingsError
from graph.files import write_file
from graph.messages import _
from zerentu.settings import tell

if TYPE_CHECKING:
    from graph.stores.store import Store
    from zerentu.word.rows import By

__all__ = ["write_bulletin", "write_task_table"]


def write_task_table(
    store: Store,
    path: str | Path,
    *,
    plan: str | None = None,
    region: str | None = None,
    agency: str | None = None,
    by: By = "section",
    template: str | Path | None = None,
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
    template
        A Word document with the places ``{{任务表}}`` and, if wanted, ``{{标题}}``.

    Raises
    ------
    UnknownNameError
        If there is no such plan, region or agency.
    SettingsError
        If no task is left, the file cannot be written, or the template cannot be used.
    """
    from zerentu.word.rows import plan_tables
    from zerentu.word.task_table import fill_task_tables, task_table_document
    from zerentu.word.template import Template

    path = _checked(path)
    tables = plan_tables(store, plan=plan, region=region, agency=agency, by=by)
    if not tables:
        raise SettingsError(_("没有符合这些条件的任务；请放宽 --plan、--region 或 --agency"))
    if template is None:
        write_file(path, task_table_document(tables))
    else:
        places = Template(Path(template), texts=["标题"], blocks=["任务表"], needed="任务表")
        write_file(path, fill_task_tables(places, tables))
    return path


def write_bulletin(
    store: Store,
    path: str | Path,
    *,
    plan: str | None = None,
    region: str | None = None,
    as_of: str | None = None,
    to: str | None = None,
    sender: str = "",
    soon: int | None = None,
    template: str | Path | None = None,
) -> Path:
    """Write a notice of supervision (督查通报) as a Word document; see docs/word.md.

    Parameters
    ----------
    store
        An open store.
    path
        The file to write, ending in ``.docx``.
    plan, region
        Only this plan, or the plans of this region.
    as_of
        The day that it speaks of, YYYY-MM-DD; today when left out.
    to
        To whom it goes; 各有关单位 when left out.
    sender
        Who signs it.
    soon
        Within how many days a deadline is near.
    template
        A Word document with the place ``{{正文}}`` and, if wanted, ``{{标题}}``, ``{{主送}}``, ``{{落款}}``, ``{{日期}}``, ``{{附件}}``.

    Raises
    ------
    UnknownNameError
        If there is no such plan or region.
    SettingsError
        If no task is left, the day is none, the file cannot be written, or the template cannot be used.
    """
    from zerentu.word.bulletin import Letter, bulletin_document, fill_bulletin
    from zerentu.word.findings import find
    from zerentu.word.rows import plan_tables
    from zerentu.word.template import Template

    path = _checked(path)
    places = None
    if template is not None:
        texts, blocks = ["标题", "主送", "落款", "日期"], ["正文", "附件"]
        places = Template(Path(template), texts=texts, blocks=blocks, needed="正文")
    findings = find(store, plan=plan, region=region, day=_day(as_of), soon=soon)
    if not findings.rows:
        raise SettingsError(_("没有符合这些条件的任务；请放宽 --plan 或 --region"))
    tables = plan_tables(store, plan=plan, region=region)
    letter = Letter(to=to or tell("各有关单位"), sender=sender, day=findings.day)
    made = bulletin_document if places is None else partial(fill_bulletin, places)
    write_file(path, made(findings, tables, letter))
    return path


def _day(text: str | None) -> date:
    try:
        return date.fromisoformat(text) if text else date.today()
    except ValueError as error:
        raise SettingsError(_("{text} 不是日期；请写成 2026-03-31", text=text)) from error


def _checked(path: str | Path) -> Path:
    path = Path(path)
    if path.suffix.lower() != ".docx":
        raise SettingsError(_("{path}：只能写成 Word 文档；文件名请以 .docx 结尾", path=path))
    return path

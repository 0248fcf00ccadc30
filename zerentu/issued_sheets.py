"""Sheets go out: a folder with a workbook for each body, or one workbook with a sheet for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import SettingsError
from graph.files import new_folder, write_file
from graph.messages import _
from graph.visible import cut, visible
from zerentu.settings import tell

if TYPE_CHECKING:
    from graph.stores.store import Store
    from zerentu.form_cover import Request
    from zerentu.sheet_identity import By
    from zerentu.task_forms import Form
    from zerentu.task_sheets import Body, Issue

__all__ = ["Issued", "file_names", "harmless", "sheets"]

#: What Windows does not take in a name, and what looks like it.
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
#: Names that are devices there, with any ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
#: Of a path Windows takes 260 characters, of which a folder of an office takes most.
_LONGEST = 60


@dataclass(frozen=True, kw_only=True)
class Issued:
    """What was written.

    Attributes
    ----------
    path : Path
        The folder or the workbook.
    sheets : list of (str, Body)
        Name of the file or of the sheet, and whom it is for.
    issue : Issue
        Which tasks went out, and which did not.
    """

    path: Path
    sheets: list[tuple[str, Body]]
    issue: Issue


def sheets(
    store: Store,
    path: str | Path,
    *,
    by: By = "owner",
    plan: str | None = None,
    region: str | None = None,
    agency: str | None = None,
    quarters: Sequence[str] = (),
    return_by: date | None = None,
    as_of: date | None = None,
) -> Issued:
    """Write sheets that bodies fill in with what they have done; `zerentu.returned_sheets.read_returns` reads them back.

    Parameters
    ----------
    store
        An open store.
    path
        A new folder for a workbook each, or a file that ends in ``.xlsx`` for one with a sheet each.
    by
        ``owner``: a sheet for every body that a clause names. ``lead``: for those who lead.
    plan, region, agency
        Only what belongs to a plan, to a region, to a body.
    quarters
        Periods that have a column each: ``["2026Q1", "2026Q2"]``.
    return_by
        The day by which sheets are to come back.
    as_of
        The day by which due dates are coloured; the day on which a sheet is opened without it.

    Returns
    -------
    Issued

    Raises
    ------
    UnknownNameError
        If there is no such plan, region or agency.
    SettingsError
        If there is no task, or something is at `path` already.
    """
    from zerentu.form_cover import Request
    from zerentu.task_forms import Forms
    from zerentu.task_sheets import issue

    path = Path(path)
    single = path.suffix.lower() == ".xlsx"
    if single and path.exists():
        raise SettingsError(_("{path} 已经存在，里面可能有填好的内容，不会被覆盖；请另写一个文件名", path=path))
    issued = issue(store, by=by, plan=plan, region=region, agency=agency)
    made = Forms(store, issued, quarters)
    everybody = [*issued.bodies, *([issued.unassigned] if issued.unassigned else [])]
    forms = [made.form(body) for body in everybody]
    request = Request(return_by=return_by, as_of=as_of or date.today())
    if single:
        data, names = _workbook(issued, forms, request, as_of)
        write_file(path, data)
    else:
        names = file_names(everybody)
        with new_folder(path, None) as folder:
            for name, form in zip(names, forms, strict=True):
                data, _sheets = _workbook(issued, [form], request, as_of)
                (folder / name).write_bytes(data)
    return Issued(path=path, sheets=list(zip(names, everybody, strict=True)), issue=issued)


def _workbook(issued: Issue, forms: Sequence[Form], request: Request, as_of: date | None) -> tuple[bytes, list[str]]:
    """Return a workbook with a cover and some forms, and the names of their sheets."""
    from zerentu.form_cover import overview_table, write_cover
    from zerentu.sheet_layout import write_table
    from zerentu.task_forms import write_form
    from zerentu.workbooks import book_bytes, new_book, sheet_name

    book = new_book()
    taken: set[str] = set()
    write_cover(book.create_sheet(sheet_name(tell("封面"), taken)), issued, forms, request)
    overview: Any = book.create_sheet(sheet_name(tell("总览"), taken)) if len(forms) > 1 else None
    names = [sheet_name(form.table.name, taken) for form in forms]
    for name, form in zip(names, forms, strict=True):
        write_form(book.create_sheet(name), form, as_of)
    if overview is not None:
        write_table(overview, overview_table(forms, names, request))
    return book_bytes(book), names


def file_names(bodies: Sequence[Body]) -> list[str]:
    """Return a name of a file for each body that every system takes; no two are alike, capitals make no difference.

    Parameters
    ----------
    bodies
        Those who get a file.
    """
    said = [body.name.casefold() for body in bodies]
    names: list[str] = []
    taken: set[str] = set()
    for body in bodies:
        alike = said.count(body.name.casefold()) > 1 and body.region
        name = base = harmless(f"{body.name}（{body.region}）" if alike else body.name)
        count = 1
        while name.casefold() in taken:
            count += 1
            name = f"{base} {count}"
        taken.add(name.casefold())
        names.append(f"{name}.xlsx")
    return names


def harmless(name: str, longest: int = _LONGEST) -> str:
    """Return a name of a file without ending that every system takes, out of any text."""
    plain = cut(_NOT_IN_NAMES.sub(" ", visible(name)), longest).strip(" .") or "_"
    return f"_{plain}" if _DEVICES.fullmatch(plain) else plain

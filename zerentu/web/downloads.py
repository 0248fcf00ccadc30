"""What an office takes away: each file is made by the function behind a command, in a folder that goes at once."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import SettingsError, UnknownNameError
from graph.messages import Message, _
from zerentu.config import value_of
from zerentu.library import draw, find_overrides
from zerentu.settings import language

if TYPE_CHECKING:
    from graph.stores.store import Store

__all__ = ["DOWNLOADS", "Wishes", "download"]


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What a file is to be about: one plan or all, the day by which sheets come back, who signs, which quarters."""

    plan: str | None = None
    return_by: date | None = None
    sender: str = ""
    quarters: str = ""

    @classmethod
    def of(cls, given: Mapping[str, object]) -> Wishes:
        """Return what a page asks for.

        Raises
        ------
        SettingsError
            If the day is none.
        """
        said = {name: str(given.get(name) or "").strip() for name in ("plan", "return_by", "sender", "quarters")}
        try:
            day = date.fromisoformat(said["return_by"]) if said["return_by"] else None
        except ValueError as error:
            raise SettingsError(_("{text} 不是日期；请写成 2026-03-31", text=said["return_by"])) from error
        return cls(plan=said["plan"] or None, return_by=day, sender=said["sender"], quarters=said["quarters"])


def _matrix_xlsx(store: Store, folder: Path, wishes: Wishes, db: str) -> bytes:
    from queries.matrix import matrices
    from zerentu.matrix_sheet import matrix_workbook

    return matrix_workbook(matrices(store, plan=wishes.plan))


def _matrix_html(store: Store, folder: Path, wishes: Wishes, db: str) -> bytes:
    from queries.matrix import matrices
    from zerentu.matrix_page import write_matrix_page

    return write_matrix_page(folder / "a.html", matrices(store, plan=wishes.plan)).read_bytes()


def _tasks(store: Store, folder: Path, wishes: Wishes, db: str) -> bytes:
    from zerentu.word.library import write_task_table

    return write_task_table(
        store, folder / "a.docx", plan=wishes.plan, template=_template("tasks_template")
    ).read_bytes()


def _bulletin(store: Store, folder: Path, wishes: Wishes, db: str) -> bytes:
    from zerentu.word.library import write_bulletin

    return write_bulletin(
        store, folder / "a.docx", plan=wishes.plan, sender=wishes.sender, template=_template("bulletin_template")
    ).read_bytes()


def _template(setting: str) -> Path | None:
    found = value_of(setting)
    return Path(found.text) if found else None


def _sheets_book(store: Store, folder: Path, wishes: Wishes, db: str) -> bytes:
    return _sheets(store, folder / "a.xlsx", wishes).read_bytes()


def _sheets_zip(store: Store, folder: Path, wishes: Wishes, db: str) -> bytes:
    written = _sheets(store, folder / "sheets", wishes)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(written.iterdir()):
            archive.write(path, path.name)
    return data.getvalue()


def _sheets(store: Store, path: Path, wishes: Wishes) -> Path:
    from zerentu.issued_sheets import sheets
    from zerentu.sheet_columns import quarters_between

    periods = quarters_between(wishes.quarters) if wishes.quarters else []
    return sheets(store, path, plan=wishes.plan, return_by=wishes.return_by, quarters=periods).path


def _explorer(store: Store, folder: Path, wishes: Wishes, db: str) -> bytes:
    from zerentu.explorer import explore

    entries = find_overrides(None, db)
    return explore(store, folder / "a.html", plan=wishes.plan, overrides=entries).read_bytes()


def _map(store: Store, folder: Path, wishes: Wishes, db: str) -> bytes:
    return draw(store, folder / "a.html", plan=wishes.plan, lang=language()).read_bytes()


#: Name in the address, the name of the file, and what makes it.
DOWNLOADS: dict[str, tuple[Message, str, Callable[[Store, Path, Wishes, str], bytes]]] = {
    "matrix.xlsx": (_("责任矩阵"), ".xlsx", _matrix_xlsx),
    "matrix.html": (_("责任矩阵"), ".html", _matrix_html),
    "tasks.docx": (_("任务分解表"), ".docx", _tasks),
    "bulletin.docx": (_("督查通报"), ".docx", _bulletin),
    "sheets.zip": (_("填报表（每个单位一个文件）"), ".zip", _sheets_zip),
    "sheets.xlsx": (_("填报表"), ".xlsx", _sheets_book),
    "explorer.html": (_("责任浏览"), ".html", _explorer),
    "map.html": (_("责任图"), ".html", _map),
}


def download(name: str, store: Store, wishes: Wishes, *, db: str, folder: Path) -> tuple[str, bytes]:
    """Return the name and the bytes of a file.

    Parameters
    ----------
    name
        A key of `DOWNLOADS`.
    store
        An open store.
    wishes
        What it is about.
    db
        Which store that is, for what lies beside it.
    folder
        Where files may lie while they are made.

    Raises
    ------
    UnknownNameError
        If there is no such file, or no such plan.
    SettingsError
        If there is nothing to be written.
    """
    if name not in DOWNLOADS:
        raise UnknownNameError(_("没有 {name} 这种文件", name=name))
    caption, ending, make = DOWNLOADS[name]
    with tempfile.TemporaryDirectory(dir=folder, prefix="out-", ignore_cleanup_errors=True) as place:
        data = make(store, Path(place), wishes, db)
    return caption.told(language()) + ending, data

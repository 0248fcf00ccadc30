"""Rows for people and for machines: a table, JSON or CSV on standard output, or a file."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from graph.errors import UnknownNameError, ZerentuError
from graph.files import write_file
from graph.visible import visible
from zerentu.captions import column, yes_no
from zerentu.grid import grid
from zerentu.settings import language, tell
from zerentu.wrapping import broken

__all__ = [
    "FORMATS",
    "FORMULA",
    "csv_text",
    "emit",
    "emit_csv",
    "plain",
    "save",
    "say",
    "sheet_value",
    "table",
    "write_out",
]

FORMATS = ("table", "json", "csv", "xlsx")
#: What a spreadsheet takes for the beginning of a formula; the wide ones too, where it speaks Chinese.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


def write_out(text: str, *, data: bool = False) -> None:
    """Write text to standard output, for people as `graph.visible` shows it; data for programs as it is."""
    if not data:
        text = visible(text, lines=True)
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def plain(value: Any) -> Any:
    """Return a value that JSON knows, NumPy's scalars as Python's own and NaN as None."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if hasattr(value, "item") and not isinstance(value, str):
        value = value.item()
    return None if isinstance(value, float) and value != value else value


def emit(
    rows: Sequence[Mapping[str, Any]], style: str, columns: Sequence[str] | None = None, output: Path | None = None
) -> None:
    """Print rows as JSON (a list of objects) or CSV, or write them to a file.

    Parameters
    ----------
    rows
        One mapping a row.
    style
        ``json``, ``csv`` or ``xlsx``; a workbook needs `output`.
    columns
        Order of the columns, and all of them where there are no rows.
    output
        A file instead of standard output.

    Raises
    ------
    SettingsError
        If the file cannot be written.
    """
    names = list(columns or (rows[0] if rows else ()))
    if style == "xlsx":
        from zerentu.workbooks import workbook

        assert output is not None, "the option is checked before a command runs"
        save(
            output, workbook([{name: sheet_value(row.get(name)) for name in names} for row in rows], names, language())
        )
        return
    if style == "csv":
        emit_csv(names, [[row.get(name) for name in names] for row in rows], output)
        return
    _emit_text(json.dumps([plain(dict(row)) for row in rows], ensure_ascii=False, indent=1) + "\n", output)


def emit_csv(header: Sequence[str], rows: Iterable[Sequence[Any]], output: Path | None) -> None:
    """Write rows of cells as CSV for a spreadsheet, to a file or to standard output; no text is a formula.

    Raises
    ------
    SettingsError
        If the file cannot be written.
    """
    _emit_text(csv_text(header, rows), output)


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Return rows of cells as CSV for a spreadsheet; no text is a formula."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([[*map(_csv_cell, row)] for row in rows])
    # Excel takes UTF-8 for the local code page unless a byte order mark says otherwise.
    return "\ufeff" + buffer.getvalue()


def _emit_text(text: str, output: Path | None) -> None:
    if output is None:
        write_out(text, data=True)
    else:
        save(output, text.encode("utf-8"))


def save(path: Path, data: bytes) -> None:
    """Write a file through a temporary name beside it, and say so on standard error.

    Raises
    ------
    SettingsError
        If it cannot be written.
    """
    write_file(path, data)
    sys.stderr.write(tell("已写入：{path}", path=path) + "\n")


def say(error: ZerentuError) -> str:
    """Return the sentence of an error in the language of this run."""
    sentence = error.message.told(language())
    if isinstance(error, UnknownNameError) and error.nearest and not any(name in sentence for name in error.nearest):
        return tell("{why}；相近的有：{nearest}", why=sentence, nearest=error.nearest)
    return sentence


def sheet_value(value: Any, *, words: bool = True) -> Any:
    """Return a value as a sheet shows it: numbers stay numbers, yes and no are words unless programs read them."""
    value = plain(value)
    if isinstance(value, bool):
        return yes_no(value, language()) if words else value
    return _text_of(value) if isinstance(value, list | dict) else value


def _csv_cell(value: Any) -> str:
    value = plain(value)
    if value is None:
        return ""
    text = visible(_text_of(value))
    # A cell that starts like a formula would be run by a spreadsheet; an apostrophe makes it text.
    return "'" + text if text.startswith(FORMULA) and not _is_number(text) else text


def _text_of(value: Any) -> str:
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return "、".join(map(_name, value)) if isinstance(value, list) else str(value)


def _name(value: Any) -> str:
    return str(value["name"]) if isinstance(value, dict) and "name" in value else str(value)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


#: Columns that are short and lose their sense when broken.
_WHOLE = frozenset(
    {
        "basis",
        "due",
        "due_day",
        "inherited",
        "issued",
        "level",
        "light",
        "line",
        "number",
        "part",
        "role",
        "section",
        "state",
        "value",
    }
)


def table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], lang: str, *, title: str | None = None) -> None:
    """Print a table for people.

    Parameters
    ----------
    rows
        Values are printed as they are; None as nothing.
    columns
        Keys of the rows, in order; captions come from `zerentu.captions`.
    lang
        ``zh`` or ``en``.
    title
        A line above it.
    """
    room = _room()
    if title:
        click.secho(broken(visible(title), room), bold=True)
    cells = [[_cell_text(row.get(name)) for name in columns] for row in rows]
    # A column that nothing fills only takes the room of the others.
    filled = [at for at in range(len(columns)) if not cells or any(row[at] for row in cells)]
    names = [columns[at] for at in filled]
    kept = _without_repeats([[row[at] for at in filled] for row in cells], names)
    whole = {at for at, name in enumerate(names) if name in _WHOLE}
    for line in grid([column(name, lang) for name in names], kept, whole, room):
        sys.stdout.write(line + "\n")


#: What names a row: said once for the rows that share it.
_NAMES = frozenset({"region", "plan", "number", "title", "agency", "section", "role", "name", "metric"})


def _without_repeats(rows: list[list[str]], names: Sequence[str]) -> list[list[str]]:
    """Return the rows without the names that the row above has too, from the left on."""
    found = []
    for above, row in zip([[], *rows], rows, strict=False):
        shown = list(row)
        for at, name in enumerate(names):
            if not above or name not in _NAMES or row[at] != above[at]:
                break
            shown[at] = ""
        found.append(shown if any(shown) else row)
    return found


def _room() -> int:
    """Return the columns of the screen; where there is none, twice the usual 80, which would break lines for no reason."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said) > 0:
        return int(said)
    return os.get_terminal_size(sys.stdout.fileno()).columns or 80 if sys.stdout.isatty() else 160


def _cell_text(value: Any) -> str:
    value = plain(value)
    if value is None:
        return ""
    return visible("、".join(map(_name, value)) if isinstance(value, list) else str(value))

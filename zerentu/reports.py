"""Several tables that belong together: on the screen, as JSON, as a workbook, or as one offline page."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from graph.errors import SettingsError
from graph.messages import _
from zerentu.captions import column
from zerentu.options import Command
from zerentu.output import plain, save, table, write_out
from zerentu.settings import language, tell

__all__ = ["FORMATS", "Part", "emit_parts", "report_options"]

FORMATS = ("table", "json", "xlsx", "html")
_LONGEST_CELL = 60


@dataclass(frozen=True)
class Part:
    """A table of a report.

    Attributes
    ----------
    caption
        Its heading, and the name of its sheet.
    columns
        Keys of the rows, in order; captions come from `zerentu.captions`.
    rows
        Texts, numbers, None, or texts with marks (`viz.report.Marked`).
    screen
        The columns that a screen shows, where these are not all.
    """

    caption: str
    columns: Sequence[str]
    rows: Sequence[dict[str, Any]]
    screen: Sequence[str] | None = None


def report_options(command: Command) -> Command:
    """Add ``--format`` and ``-o`` of a report, and refuse a combination that makes no sense."""

    @wraps(command)
    def checked(*args: Any, style: str | None, output: Path | None, **values: Any) -> Any:
        ending = output.suffix.lower().removeprefix(".") if output else ""
        style = style or (ending if ending in FORMATS else "table")
        if style in ("xlsx", "html") and output is None:
            raise SettingsError(_("输出 {style} 需要指定文件；请加上 -o 结果.{style}", style=style))
        if style == "table" and output is not None:
            raise SettingsError(
                _("{output}：表格只输出到屏幕；写入文件请加上 --format xlsx、html 或 json", output=output)
            )
        return command(*args, style=style, output=output, **values)

    path = click.Path(path_type=Path, dir_okay=False)
    target = tell("写入这个文件（json、xlsx、html）")
    style = tell("输出格式：表格、JSON、Excel 工作簿（xlsx）或离线网页（html）；默认按文件扩展名，否则表格")
    with_output = click.option("-o", "--output", metavar="FILE", type=path, help=target)(checked)
    return click.option("--format", "style", type=click.Choice(FORMATS), help=style)(with_output)  # type: ignore[return-value]


def emit_parts(
    title: str, parts: Sequence[Part], style: str, output: Path | None, *, to_json: Callable[[], Any]
) -> None:
    """Print a report or write it to a file.

    Parameters
    ----------
    title
        Heading of the whole.
    parts
        Its tables.
    style
        One of `FORMATS`.
    output
        The file; a workbook and a page need one.
    to_json
        Gives the report as plain values.

    Raises
    ------
    SettingsError
        If the file cannot be written.
    """
    from viz.report import Table, plain_text, write_report

    lang = language()
    if style == "json":
        text = json.dumps(plain(to_json()), ensure_ascii=False, indent=1) + "\n"
        if output is None:
            write_out(text, data=True)
        else:
            save(output, text.encode("utf-8"))
    elif style == "table":
        write_out(title)
        for part in parts:
            write_out("")
            write_out(tell("{caption}：{count}", caption=part.caption, count=len(part.rows)))
            if part.rows:
                rows = [{name: _shown(name, plain_text(value)) for name, value in row.items()} for row in part.rows]
                table(rows, part.screen or part.columns, lang)
    else:
        assert output is not None, "the option is checked before a command runs"
        tables = [Table(part.caption, {name: column(name, lang) for name in part.columns}, part.rows) for part in parts]
        if style == "html":
            write_report(output, title, tables, lang=lang)
            click.echo(tell("已写入：{path}", path=output), err=True)
            return
        from zerentu.workbooks import workbook_of

        flat = [[{name: plain_text(value) for name, value in row.items()} for row in each.rows] for each in tables]
        save(
            output,
            workbook_of(
                [(each.caption, each.columns, rows) for each, rows in zip(tables, flat, strict=True)], title=title
            ),
        )


def _shown(name: str, value: Any) -> Any:
    """Return a value as a screen shows it: prose is cut, counts of changes are not."""
    return value if name == "changes" else _short(value)


def _short(value: Any) -> Any:
    if not isinstance(value, str) or len(value) <= _LONGEST_CELL:
        return value
    return value[: _LONGEST_CELL - 1] + "…"

"""``zerentu queries``: what the catalogue holds."""

from __future__ import annotations

from pathlib import Path

import click

from zerentu.options import folder_option, format_option, lang_option
from zerentu.output import emit, table
from zerentu.settings import language, tell

__all__ = ["queries_command"]


@click.command("queries", help=tell("列出查询目录。"))
@folder_option
@format_option
@lang_option
def queries_command(folder: Path | None, style: str, output: Path | None) -> int:
    """Print one row a query."""
    from queries import catalogue

    rows = [
        {
            "name": query.name,
            "params": [param.name for param in query.params],
            "caption": query.caption,
            "summary": query.summary,
            "doc": query.doc,
        }
        for query in catalogue(folder).values()
    ]
    if style != "table":
        emit(rows, style, output=output)
        return 0
    table(rows, ["name", "params", "caption" if language() == "zh" else "summary"], language())
    return 0

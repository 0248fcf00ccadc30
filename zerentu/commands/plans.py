"""``zerentu plans``: what the store holds."""

from __future__ import annotations

from pathlib import Path

import click

from zerentu.captions import yes_no
from zerentu.library import open_store
from zerentu.options import db_option, format_option, lang_option, region_option
from zerentu.output import emit, table
from zerentu.settings import language, tell

__all__ = ["plans_command"]


@click.command("plans", help=tell("列出图库中的方案。"))
@db_option
@region_option
@format_option
@lang_option
def plans_command(db: str | None, region: str | None, style: str, output: Path | None) -> int:
    """Print one row a plan."""
    from queries import plans

    with open_store(db) as store:
        rows = plans.answer(store, region=region).records
    if style != "table":
        emit(rows, style, output=output)
        return 0
    lang = language()
    shown = [{**row, "draft": yes_no(row["draft"], lang)} for row in rows]
    table(shown, ["region", "title", "number", "issued", "draft", "tasks", "owned_tasks", "targets", "source"], lang)
    click.echo(tell("共 {rows} 份方案", rows=len(rows)), err=True)
    return 0

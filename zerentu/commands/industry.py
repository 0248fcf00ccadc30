"""``zerentu industry``: the tasks that concern an industry."""

from __future__ import annotations

from pathlib import Path

import click

from zerentu.cells import Row, industry_words, number_cell
from zerentu.library import open_store
from zerentu.options import db_option, format_option, lang_option, plan_option, region_option
from zerentu.output import emit, table
from zerentu.settings import language, tell

__all__ = ["industry_command"]


@click.command(
    "industry",
    help=tell("涉及某行业的任务（含其下位行业）：谁牵头、谁共同负责、有什么目标。不写行业则列出全部行业。"),
)
@click.argument("name", required=False)
@region_option
@plan_option
@db_option
@format_option
@lang_option
def industry_command(
    name: str | None, region: str | None, plan: str | None, db: str | None, style: str, output: Path | None
) -> int:
    """Print tasks of an industry, or without a name the industries."""
    from queries import industries, industry_tasks

    with open_store(db) as store:
        if name is None:
            rows = industries.answer(store).records
            columns = [key for key in ("name", "code", "tasks") if not rows or key in rows[0]]
        else:
            rows = industry_tasks.answer(store, name, region=region, plan=plan).records
            columns = ["region", "number", "title", "industry", "leads", "co_owns", "targets", "line"]
    if style != "table":
        emit(rows, style, output=output)
        return 0
    table([_industry_row(row) for row in rows] if name else rows, columns, language())
    return 0


def _industry_row(row: Row) -> Row:
    """Return a row for people."""
    return {
        **row,
        "number": number_cell(row),
        "industry": "、".join(industry_words(row["written"], row["industry"])),
        "targets": "；".join(target["text"].replace("\t", " ") for target in row["targets"]),
    }

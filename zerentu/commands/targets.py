"""``zerentu targets``: the targets, and who answers for them."""

from __future__ import annotations

from pathlib import Path

import click

from zerentu.cells import owners_cell, target_due, target_value
from zerentu.completion import agency_names
from zerentu.library import open_store
from zerentu.options import (
    db_option,
    format_option,
    lang_option,
    lexicon_option,
    plan_option,
    print_cypher,
    region_option,
    show_cypher_option,
    today_option,
)
from zerentu.output import emit, table
from zerentu.settings import language, tell

__all__ = ["targets_command"]


@click.command(
    "targets",
    help=tell("列出目标：指标、数值、年份，由谁负责，原文。"),
    epilog=tell("例：zerentu targets --agency 市工信局 --overdue --format xlsx -o 逾期目标.xlsx"),
)
@click.option("--due", type=int, metavar="YEAR", help=tell("只看这一年的目标"))
@click.option(
    "--overdue",
    is_flag=True,
    help=tell("只看期限已过的（写明或推定的期限）"),
)
@today_option
@click.option("--agency", metavar="NAME", shell_complete=agency_names, help=tell("只看这个单位负责的"))
@click.option("--kind", type=click.Choice(["quantitative", "qualitative"]), help=tell("定量或定性"))
@region_option
@plan_option
@db_option
@lexicon_option
@format_option
@show_cypher_option
@lang_option
def targets_command(
    due: int | None,
    overdue: bool,
    today: str,
    agency: str | None,
    kind: str | None,
    region: str | None,
    plan: str | None,
    db: str | None,
    style: str,
    output: Path | None,
    show_cypher: bool,
) -> int:
    """Print one row a target."""
    from queries import targets

    if show_cypher:
        print_cypher("targets")
    with open_store(db) as store:
        before = today if overdue else None
        found = targets.answer(store, due=due, before=before, agency=agency, region=region, plan=plan, kind=kind)
    rows = found.records
    if style in ("csv", "xlsx"):
        # Sheets are asked for less often than tables, and cost a start their import.
        from zerentu.answer_tables import emit_tables, target_table

        emit_tables([target_table(rows, found.columns, tell("目标清单"))], style, output)
        return 0
    if style == "json":
        emit(rows, style, output=output)
        return 0
    shown = [
        {
            **row,
            "due": target_due(row),
            "text": row["text"].replace("\t", " "),
            "value": target_value(row),
            "owners": owners_cell(row["owners"], None, language()),
        }
        for row in rows
    ]
    table(shown, ["region", "section", "metric", "value", "due", "owners", "line", "text"], language())
    click.echo(tell("共 {rows} 个目标", rows=len(rows)), err=True)
    return 0

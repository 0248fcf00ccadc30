"""``zerentu targets``: the targets, and who answers for them."""

from __future__ import annotations

from pathlib import Path

import click

from zerentu.cells import Row, owners_cell
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
        rows = targets.answer(store, due=due, before=before, agency=agency, region=region, plan=plan, kind=kind).records
    if style != "table":
        emit(rows, style, output=output)
        return 0
    shown = [
        {
            **row,
            "due": _due(row),
            "text": row["text"].replace("\t", " "),
            "value": _value(row),
            "owners": owners_cell(row["owners"], False, language()),
        }
        for row in rows
    ]
    table(shown, ["region", "section", "metric", "value", "due", "owners", "line", "text"], language())
    click.echo(tell("共 {rows} 个目标", rows=len(rows)), err=True)
    return 0


def _due(row: Row) -> str:
    """Return the year, with the month where the deadline ends before the year does, and whether it is derived."""
    if row["due"] is None:
        return tell("{year}（推定）", year=row["due_derived"]) if row["due_derived"] else ""
    early = row["due_by"] and not row["due_by"].endswith("-12-31")
    return str(row["due_by"] if early else row["due"])


_SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "", "~": "约"}
_CHANGES = {"decrease": "降 ", "increase": "增 ", "level": ""}


def _value(row: Row) -> str:
    if row["value"] is None:
        return ""
    sign = _SIGNS.get(row["comparator"] or "", "")
    return f"{_CHANGES.get(row['change'] or '', '')}{sign}{row['value']:g}{row['unit'] or ''}"

"""``zerentu sheets``: workbooks that bodies fill in with what they have done."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zerentu.cells import roles_cell
from zerentu.completion import agency_names
from zerentu.library import open_store
from zerentu.options import db_option, lang_option, lexicon_option, plan_option, region_option
from zerentu.output import table
from zerentu.settings import language, tell

if TYPE_CHECKING:
    from zerentu.issued_sheets import Issued
    from zerentu.sheet_identity import By

__all__ = ["sheets_command"]

_DAY = click.DateTime(["%Y-%m-%d"])
#: The choices of ``--by``; how they are told.
_BY = ("owner", "lead")


@click.command(
    "sheets",
    help=tell(
        "任务填报表：每个责任单位一个工作簿（-o 文件夹），或一个工作簿里每单位一张表（-o 文件.xlsx）。任务、时限、原文已锁定，进展情况、完成状态等列留给单位填写；填好后用 zerentu progress import 读回。无责任单位的任务另成一张表。已有的文件不会被覆盖。"
    ),
    epilog=tell("例：zerentu sheets -o 填报表 --quarters 2026Q1..2026Q4 --return-by 2026-04-10"),
)
@click.option(
    "-o",
    "--output",
    metavar="DIR|FILE.xlsx",
    type=click.Path(path_type=Path),
    required=True,
    help=tell("新文件夹，或一个 .xlsx 文件"),
)
@click.option(
    "--by",
    type=click.Choice(_BY),
    default="owner",
    show_default=True,
    help=tell("owner：条款点名的每个单位一份；lead：只给牵头单位（没有牵头的给共同负责单位）"),
)
@plan_option
@region_option
@click.option("--agency", metavar="NAME", shell_complete=agency_names, help=tell("只写这个单位的表"))
@click.option("--quarters", metavar="2026Q1..2026Q4", help=tell("每个季度加一列"))
@click.option("--return-by", metavar="YYYY-MM-DD", type=_DAY, help=tell("要求交回的日期，写在封面上"))
@click.option("--as-of", metavar="YYYY-MM-DD", type=_DAY, help=tell("按这一天标出过期和临近（默认为打开表格的当天）"))
@db_option
@lexicon_option
@lang_option
def sheets_command(
    output: Path,
    by: By,
    plan: str | None,
    region: str | None,
    agency: str | None,
    quarters: str | None,
    return_by: datetime | None,
    as_of: datetime | None,
    db: str | None,
) -> int:
    """Write the sheets and say who gets which."""
    from zerentu.issued_sheets import sheets
    from zerentu.sheet_columns import quarters_between

    periods = quarters_between(quarters) if quarters else []
    with open_store(db) as store:
        done = sheets(
            store,
            output,
            by=by,
            plan=plan,
            region=region,
            agency=agency,
            quarters=periods,
            return_by=return_by.date() if return_by else None,
            as_of=as_of.date() if as_of else None,
        )
    rows = [
        {
            "agency": body.name,
            "region": body.region,
            "tasks": len(body.duties),
            "roles": roles_cell((row for duty in body.duties for row in duty.roles), language()),
            "sheet": name,
        }
        for name, body in done.sheets
    ]
    table(rows, ["agency", "region", "tasks", "roles", "sheet"], language())
    for line in _told(done):
        click.echo(line, err=True)
    return 0


def _told(done: Issued) -> list[str]:
    """Return where the sheets are, and what of the plans stands in none or in that of nobody."""
    issue = done.issue
    said = [
        tell(
            "已写入：{path}（{count} 张填报表，{tasks} 项任务）",
            path=done.path,
            count=len(done.sheets),
            tasks=issue.tasks - issue.left_out,
        )
    ]
    if issue.unassigned:
        said.append(
            tell(
                "注意：{count} 项任务没有可以下发的单位，写在“{name}”里",
                count=len(issue.unassigned.duties),
                name=issue.unassigned.name,
            )
        )
    if issue.left_out:
        said.append(tell("另有 {count} 项任务不在任何表里：不归 --agency 所指的单位", count=issue.left_out))
    return said

"""``zerentu matrix``: who answers for what, tasks by agencies."""

from __future__ import annotations

from pathlib import Path

import click

from graph.errors import SettingsError
from graph.messages import _
from zerentu.library import open_store
from zerentu.options import db_option, lang_option, lexicon_option, output_option, plan_option, region_option
from zerentu.output import emit, save
from zerentu.settings import tell

__all__ = ["matrix_command"]

_ENDINGS = (".xlsx", ".html", ".csv")


@click.command(
    "matrix",
    help=tell(
        "责任矩阵：任务为行、单位为列，● 牵头 ○ 唯一单位 ◐ 共同负责 △ 配合 ☆ 指导 ▲ 落实，底色表示依据；每份方案一张表，附原文。写出的 xlsx 可以再用 zerentu load 读回。"
    ),
    epilog=tell("例：zerentu matrix -o 责任矩阵.xlsx --region 洛阳市"),
)
@output_option(tell("写入这个文件（xlsx、html、csv）"))
@plan_option
@region_option
@click.option("--agency", metavar="NAME", help=tell("只看这个单位承担的任务"))
@click.option("--industry", metavar="NAME", help=tell("只看涉及这个行业的任务"))
@db_option
@lexicon_option
@lang_option
def matrix_command(
    output: Path, plan: str | None, region: str | None, agency: str | None, industry: str | None, db: str | None
) -> int:
    """Write a matrix for each plan."""
    from queries.matrix import matrices
    from zerentu.matrix_sheet import matrix_workbook
    from zerentu.matrix_words import csv_rows

    ending = output.suffix.lower()
    if ending not in _ENDINGS:
        raise SettingsError(_("{output}：责任矩阵只能写成 {endings}", output=output, endings=_ENDINGS))
    with open_store(db) as store:
        found = matrices(store, plan=plan, region=region, agency=agency, industry=industry)
    if not found:
        raise SettingsError(_("没有符合这些条件的任务；请放宽 --plan、--region、--agency 或 --industry"))
    for matrix in found:
        if not matrix.lead_written:
            click.echo(tell("注意：《{title}》没有写明任何牵头单位", title=matrix.plan["title"]), err=True)
    if ending == ".xlsx":
        save(output, matrix_workbook(found))
    elif ending == ".html":
        from zerentu.matrix_page import write_matrix_page

        click.echo(tell("已写入：{path}", path=write_matrix_page(output, found)), err=True)
    else:
        rows, columns = csv_rows(found)
        emit(rows, "csv", columns, output)
    return 0

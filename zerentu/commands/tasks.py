"""``zerentu tasks``: the task table of a plan as a Word document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zerentu.library import open_store
from zerentu.options import db_option, lang_option, output_option, plan_option, region_option, template_option
from zerentu.settings import tell
from zerentu.word.library import write_task_table

if TYPE_CHECKING:
    from zerentu.word.rows import By

__all__ = ["tasks_command"]


@click.command(
    "tasks",
    help=tell(
        "任务分解表：每份方案一张表，A4 横向，按章节或条线分组，牵头、共同负责、配合、指导、落实各一列，附时限、目标和出处；没有责任单位的任务以底色标出，推定和承自上级条款的责任注明依据。写出的文件可以再用 zerentu load 读回。"
    ),
    epilog=tell("例：zerentu tasks -o 任务分解表.docx --region 洛阳市"),
)
@output_option(tell("写入这个文件（docx）"))
@plan_option
@region_option
@click.option("--agency", metavar="NAME", help=tell("只看这个单位承担的任务"))
@click.option(
    "--by",
    type=click.Choice(["section", "line"]),
    default="section",
    show_default=True,
    help=tell("按章节（section）或牵头单位的条线（line）分组"),
)
@template_option
@db_option
@lang_option
def tasks_command(
    output: Path,
    plan: str | None,
    region: str | None,
    agency: str | None,
    by: By,
    template: Path | None,
    db: str | None,
) -> int:
    """Write a table for each plan."""
    with open_store(db) as store:
        write_task_table(store, output, plan=plan, region=region, agency=agency, by=by, template=template)
    click.echo(tell("已写入：{path}", path=output), err=True)
    return 0

"""``zerentu map``: the graph as a picture."""

from __future__ import annotations

from pathlib import Path

import click

from zerentu.completion import agency_names
from zerentu.library import draw, holds_plans, open_store
from zerentu.options import db_option, lang_option, lexicon_option, plan_option, region_option
from zerentu.output import write_out
from zerentu.settings import language, tell

__all__ = ["map_command"]


@click.command(
    "map",
    help=tell("画责任图：一个可离线打开的网页文件，可搜索、筛选，点击连线看原文。"),
    epilog=tell("例：zerentu map -o 工信局.html --agency 市工信局"),
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("map.html"),
    show_default=True,
    help=tell("输出文件"),
)
@click.option(
    "--agency", metavar="NAME", shell_complete=agency_names, help=tell("只画这个单位及其任务，打开即以它为中心")
)
@click.option("--task", metavar="TEXT", help=tell("只画这项任务，打开即以它为中心"))
@plan_option
@region_option
@click.option(
    "--overview",
    is_flag=True,
    help=tell("画汇总图：机构与方案，一条线是一个机构在一份方案中的全部任务（图形超过上限时自动如此）"),
)
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=5000,
    show_default=True,
    help=tell("最多画多少个图形"),
)
@click.option(
    "--detail",
    type=click.IntRange(1),
    default=300,
    show_default=True,
    help=tell("机构和任务最多逐项画多少个；超过时画汇总图"),
)
@db_option
@lexicon_option
@lang_option
def map_command(
    output: Path,
    agency: str | None,
    task: str | None,
    plan: str | None,
    region: str | None,
    overview: bool,
    limit: int,
    detail: int,
    db: str | None,
) -> int:
    """Draw and say where, and that it is an overview if it is one."""
    with open_store(db) as store:
        if not holds_plans(store):
            click.echo(
                tell("注意：{name} 里没有方案，图是空的；请先载入：zerentu load 方案文件夹", name=store.name), err=True
            )
        path = draw(
            store,
            output,
            agency=agency,
            plan=plan,
            task=task,
            region=region,
            lang=language(),
            limit=limit,
            detail=detail,
            overview=overview,
            on_overview=_tell,
        )
    write_out(tell("责任图：{path}", path=path))
    return 0


def _tell(counts: dict[str, int]) -> None:
    click.echo(
        tell(
            "注意：这是汇总图（机构 {agencies:,}、方案 {plans:,}），任务 {tasks:,} 项、目标 {targets:,} 个在图上点开逐项列出，双击机构或方案逐项画出；要一张图画出全部任务，请提高 --detail 和 --limit",
            agencies=counts["Agency"],
            plans=counts["Plan"],
            tasks=counts["Task"],
            targets=counts["Target"],
        ),
        err=True,
    )

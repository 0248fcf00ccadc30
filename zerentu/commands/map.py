"""``zerentu map``: the graph as a picture."""

from __future__ import annotations

from pathlib import Path

import click

from zerentu.library import draw, open_store
from zerentu.options import db_option, lang_option, lexicon_option, plan_option, region_option
from zerentu.output import write_out
from zerentu.settings import choose, language

__all__ = ["map_command"]


@click.command(
    "map",
    help=choose(
        "画责任图：一个可离线打开的网页文件，可搜索、筛选，点击连线看原文。",
        "Draw a map: one page that opens offline, with search, filters and the source sentence at a click.",
    ),
    epilog=choose(
        "例：zerentu map -o 工信局.html --agency 市工信局", "Example: zerentu map -o map.html --agency 市工信局"
    ),
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("map.html"),
    show_default=True,
    help=choose("输出文件", "The file to write"),
)
@click.option("--agency", metavar="NAME", help=choose("只画这个单位及其任务", "Only this agency and its tasks"))
@click.option("--task", metavar="TEXT", help=choose("只画这项任务", "Only this task"))
@plan_option
@region_option
@click.option(
    "--overview",
    is_flag=True,
    help=choose(
        "画汇总图：机构与方案，一条线是一个机构在一份方案中的全部任务（图形超过上限时自动如此）",
        "Draw an overview: agencies and plans, a line for all that an agency does in a plan (above the limit it is one anyway)",
    ),
)
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=5000,
    show_default=True,
    help=choose("最多画多少个图形", "Most shapes to draw"),
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
    db: str | None,
) -> int:
    """Draw and say where, and that it is an overview if it is one."""
    with open_store(db) as store:
        path = draw(
            store,
            output,
            agency=agency,
            plan=plan,
            task=task,
            region=region,
            lang=language(),
            limit=limit,
            overview=overview,
            on_overview=_tell,
        )
    write_out(choose(f"责任图：{path}", f"Map: {path}"))
    return 0


def _tell(counts: dict[str, int]) -> None:
    click.echo(
        choose(
            f"注意：这是汇总图（机构 {counts['Agency']:,}、方案 {counts['Plan']:,}），任务 {counts['Task']:,} 项、"
            f"目标 {counts['Target']:,} 个在图上点开逐项列出；要把每项任务画成图形，请用 --plan、--agency、--task 或 --region",
            f"Note: this is an overview of {counts['Agency']:,} agencies and {counts['Plan']:,} plans; its {counts['Task']:,} tasks "
            f"and {counts['Target']:,} targets are listed at a click; to draw every task use --plan, --agency, --task or --region",
        ),
        err=True,
    )

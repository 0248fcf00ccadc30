"""``zerentu map``: the graph as a picture."""

from __future__ import annotations

from pathlib import Path

import click

from zerentu.library import draw, open_store
from zerentu.options import db_option, lang_option, lexicon_option, plan_option, region_option
from zerentu.present import write_out
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
    "--limit",
    type=click.IntRange(1),
    default=5000,
    show_default=True,
    help=choose("最多画多少个节点", "Most nodes to draw"),
)
@db_option
@lexicon_option
@lang_option
def map_command(
    output: Path, agency: str | None, task: str | None, plan: str | None, region: str | None, limit: int, db: str | None
) -> int:
    """Draw and say where."""
    with open_store(db) as store:
        path = draw(store, output, agency=agency, plan=plan, task=task, region=region, lang=language(), limit=limit)
    write_out(choose(f"责任图：{path}", f"Map: {path}"))
    return 0

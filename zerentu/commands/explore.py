"""``zerentu explore``: all of it as one page to look through."""

from __future__ import annotations

from pathlib import Path

import click

from zerentu.explorer import explore
from zerentu.library import find_overrides, open_store
from zerentu.options import (
    db_option,
    lang_option,
    lexicon_option,
    overrides_option,
    plan_option,
    region_option,
    today_option,
)
from zerentu.output import write_out
from zerentu.settings import tell

__all__ = ["explore_command"]


@click.command(
    "explore",
    help=tell(
        "写一个可离线打开、可用邮件转发的网页文件：概览、各机构、各任务原文、责任矩阵、目标时间线、检查结果，可搜索、筛选、打印。"
    ),
    epilog=tell("例：zerentu explore -o 责任浏览.html --region 洛阳市"),
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("explorer.html"),
    show_default=True,
    help=tell("输出文件"),
)
@plan_option
@region_option
@today_option
@db_option
@overrides_option
@lexicon_option
@lang_option
def explore_command(
    output: Path, plan: str | None, region: str | None, today: str, db: str | None, overrides: Path | None
) -> int:
    """Write the page and say where."""
    with open_store(db) as store:
        entries = find_overrides(overrides, db)
        path = explore(store, output, plan=plan, region=region, today=today, overrides=entries)
    write_out(tell("责任浏览：{path}", path=path))
    return 0

"""``zerentu remove``: a plan leaves the store."""

from __future__ import annotations

import sys
from typing import Any

import click

from zerentu.library import remove
from zerentu.options import db_option, lang_option
from zerentu.output import write_out
from zerentu.settings import tell

__all__ = ["remove_command"]


@click.command(
    "remove",
    help=tell(
        "从图库中移除一份方案：写完整的标题、文号或 id；只写一部分时列出含有它的方案。移除前询问，不在终端上时须加 --yes。"
    ),
    epilog=tell("例：zerentu remove 洛政办〔2025〕1号 --yes"),
)
@click.argument("plan")
@click.option("--yes", is_flag=True, help=tell("不询问，直接移除"))
@db_option
@lang_option
def remove_command(plan: str, yes: bool, db: str | None) -> int:
    """Ask, remove and say what went."""
    gone = remove(plan, db=db, confirm=None if yes else _confirm)
    if gone is None:
        write_out(tell("没有移除"))
        return 1
    write_out(tell("已移除：{plan}", plan=_words(gone)))
    return 0


def _confirm(row: dict[str, Any]) -> bool:
    if not sys.stdin.isatty():
        raise click.UsageError(tell("这里不是终端，不能询问；要移除 {plan}，请加 --yes", plan=_words(row)))
    return click.confirm(tell("移除 {plan}？", plan=_words(row)), err=True)


def _words(row: dict[str, Any]) -> str:
    """Return what tells a plan from another: title, region, 文号, date, file and how many tasks it has."""
    known = [row["region"], row["number"], row["issued"], row["source"], tell("{count} 项任务", count=row["tasks"])]
    if row["reports"]:
        known.append(tell("{count} 条进展填报", count=row["reports"]))
    return tell("《{title}》（{about}）", title=row["title"], about=[each for each in known if each])

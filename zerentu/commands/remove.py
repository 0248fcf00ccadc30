"""``zerentu remove``: a plan leaves the store."""

from __future__ import annotations

import click

from zerentu.library import remove
from zerentu.options import db_option, lang_option
from zerentu.output import write_out
from zerentu.settings import tell

__all__ = ["remove_command"]


@click.command(
    "remove",
    help=tell("从图库中移除一份方案（标识、标题、标题的一部分或文件名）。"),
)
@click.argument("plan")
@db_option
@lang_option
def remove_command(plan: str, db: str | None) -> int:
    """Remove and say which."""
    title = remove(plan, db=db)
    write_out(tell("已移除：{title}", title=title))
    return 0

"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from zerentu.present import FORMATS
from zerentu.settings import choose

__all__ = ["db_option", "format_option", "lang_option", "plan_option", "region_option", "show_cypher_option"]

Command = TypeVar("Command", bound=Callable[..., Any])


def db_option(command: Command) -> Command:
    """Add ``--db``."""
    text = choose(
        "图库：文件路径（默认 $ZERENTU_DB，否则当前文件夹的 zerentu.lbug）",
        "The store: a path (default $ZERENTU_DB, else zerentu.lbug here)",
    )
    return click.option("--db", metavar="PATH", help=text)(command)


def format_option(command: Command) -> Command:
    """Add ``--format``."""
    text = choose("输出格式：表格、JSON 或 CSV", "A table, JSON or CSV")
    return click.option("--format", "style", type=click.Choice(FORMATS), default="table", show_default=True, help=text)(
        command
    )


def lang_option(command: Command) -> Command:
    """Add ``--lang``; the value is read before anything is imported (`zerentu.settings`)."""
    from zerentu.cli import _set_language

    text = choose(
        "输出语言（默认 $ZERENTU_LANG，否则中文）", "Language of the output (default $ZERENTU_LANG, else Chinese)"
    )
    return click.option(
        "--lang", type=click.Choice(["zh", "en"]), expose_value=False, is_eager=True, callback=_set_language, help=text
    )(command)


def plan_option(command: Command) -> Command:
    """Add ``--plan``."""
    text = choose(
        "只看这份方案（标识、标题、标题的一部分或文件名）",
        "Only this plan (id, title, part of the title, or file name)",
    )
    return click.option("--plan", metavar="PLAN", help=text)(command)


def region_option(command: Command) -> Command:
    """Add ``--region``."""
    return click.option("--region", metavar="NAME", help=choose("只看这个地区", "Only this region"))(command)


def show_cypher_option(command: Command) -> Command:
    """Add ``--show-cypher``."""
    text = choose("同时在标准错误上打印所用的 Cypher", "Also print the Cypher that runs, on standard error")
    return click.option("--show-cypher", is_flag=True, help=text)(command)

"""Options that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from graph.errors import SettingsError
from zerentu.output import FORMATS
from zerentu.paths import store_target
from zerentu.settings import LANGUAGES, choose, set_language

__all__ = [
    "ask_password",
    "db_option",
    "folder_option",
    "format_option",
    "lang_option",
    "lexicon_option",
    "overrides_option",
    "params_option",
    "plan_option",
    "print_cypher",
    "region_option",
    "show_cypher_option",
    "today_option",
]

Command = TypeVar("Command", bound=Callable[..., Any])


def db_option(command: Command) -> Command:
    """Add ``--db``."""
    text = choose(
        "图库：文件路径或 neo4j:// 地址（默认 $ZERENTU_DB，再 $NEO4J_URI，否则当前文件夹的 zerentu.lbug）",
        "The store: a path or a neo4j:// address (default $ZERENTU_DB, then $NEO4J_URI, else zerentu.lbug here)",
    )
    return click.option("--db", metavar="DB", callback=ask_password, help=text)(command)


def ask_password(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Ask for the password of a server on a terminal if the environment does not give it; a callback of options."""
    if (
        "://" in store_target(value)
        and "NEO4J_PASSWORD" not in os.environ
        and sys.stdin.isatty()
        and not ctx.resilient_parsing
    ):
        # Kept in the environment of this process, where the store looks; it is not echoed, and written nowhere.
        text = choose("密码", "Password")
        os.environ["NEO4J_PASSWORD"] = click.prompt(text, hide_input=True, default="", show_default=False, err=True)
    return value


def folder_option(command: Command) -> Command:
    """Add ``--folder``."""
    text = choose(
        "自己的查询文件夹（默认 $ZERENTU_QUERIES）", "A folder of your own queries (default $ZERENTU_QUERIES)"
    )
    return click.option("--folder", type=click.Path(path_type=Path, file_okay=False), help=text)(command)


def format_option(command: Command) -> Command:
    """Add ``--format`` and ``-o``, and refuse a combination that makes no sense before anything is opened."""

    @wraps(command)
    def checked(*args: Any, style: str, output: Path | None, **values: Any) -> Any:
        if style == "xlsx" and output is None:
            raise SettingsError(
                "a workbook needs a file; add -o result.xlsx", zh="输出 xlsx 需要指定文件；请加上 -o 结果.xlsx"
            )
        if style == "table" and output is not None:
            raise SettingsError(
                f"{output}: a table is for the screen; add --format xlsx, csv or json to write a file",
                zh=f"{output}：表格只输出到屏幕；写入文件请加上 --format xlsx、csv 或 json",
            )
        return command(*args, style=style, output=output, **values)

    style = choose("输出格式：表格、JSON、CSV 或 Excel 工作簿（xlsx）", "A table, JSON, CSV or a workbook (xlsx)")
    target = choose("写入这个文件（json、csv、xlsx）", "Write to this file (json, csv, xlsx)")
    path = click.Path(path_type=Path, dir_okay=False)
    with_output = click.option("-o", "--output", metavar="FILE", type=path, help=target)(checked)
    return click.option(
        "--format", "style", type=click.Choice(FORMATS), default="table", show_default=True, help=style
    )(
        with_output  # type: ignore[return-value]
    )


def lang_option(command: Command) -> Command:
    """Add ``--lang``; the value is read before anything is imported (`zerentu.settings`)."""

    def chosen(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
        if value:
            set_language(value)

    text = choose(
        "输出语言（默认 $ZERENTU_LANG，否则中文）", "Language of the output (default $ZERENTU_LANG, else Chinese)"
    )
    return click.option(
        "--lang", type=click.Choice(LANGUAGES), expose_value=False, is_eager=True, callback=chosen, help=text
    )(command)


def lexicon_option(command: Command) -> Command:
    """Add ``--lexicon``; the lexicon is in force while the command runs."""

    @wraps(command)
    def with_lexicon(*args: Any, lexicon: Path | None, **values: Any) -> Any:
        from zerentu.library import lexicon_in_force

        with lexicon_in_force(lexicon, values.get("db")):
            return command(*args, **values)

    text = choose(
        "自己的词表（默认图库旁边的 zerentu.lexicon）",
        "A lexicon of your own (default zerentu.lexicon beside the store)",
    )
    path = click.Path(path_type=Path, dir_okay=False)
    return click.option("--lexicon", metavar="FILE", type=path, help=text)(with_lexicon)  # type: ignore[return-value]


def overrides_option(command: Command) -> Command:
    """Add ``--overrides``."""
    text = choose(
        "人工更正文件（默认图库旁边的 zerentu.overrides.toml）",
        "Overrides (default zerentu.overrides.toml beside the store)",
    )
    path = click.Path(path_type=Path, dir_okay=False)
    return click.option("--overrides", metavar="FILE", type=path, help=text)(command)


def params_option(command: Command) -> Command:
    """Add ``-p``; the command gets the texts by name."""

    def by_name(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
        texts: dict[str, str] = {}
        for value in values:
            key, found, text = value.partition("=")
            if not found:
                raise SettingsError(
                    f"-p {value}: a parameter is written key=value, such as -p region=安庆市",
                    zh=f"-p {value}：参数要写成 名称=值，例如 -p region=安庆市",
                )
            texts[key.strip()] = text
        return texts

    text = choose("参数，可重复", "A parameter; may be repeated")
    return click.option("-p", "--param", "params", multiple=True, metavar="KEY=VALUE", callback=by_name, help=text)(
        command
    )


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


def today_option(command: Command) -> Command:
    """Add ``--today``, so that an answer that depends on the day can be had again."""

    def iso(ctx: click.Context, parameter: click.Parameter, value: datetime | None) -> str:
        return (value or datetime.now()).date().isoformat()

    text = choose("把这一天当作今天（默认为当天）", "Take this day for today (default: the day it is)")
    day = click.DateTime(["%Y-%m-%d"])
    return click.option("--today", metavar="YYYY-MM-DD", type=day, callback=iso, help=text)(command)


def show_cypher_option(command: Command) -> Command:
    """Add ``--show-cypher``."""
    text = choose("同时在标准错误上打印所用的 Cypher", "Also print the Cypher that runs, on standard error")
    return click.option("--show-cypher", is_flag=True, help=text)(command)


def print_cypher(*names: str) -> None:
    """Print the Cypher of questions of the catalogue on standard error."""
    from queries import find_query

    for name in names:
        click.echo(find_query(name).text, err=True)

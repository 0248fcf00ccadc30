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
from graph.messages import _
from zerentu.completion import region_names
from zerentu.config import value_of
from zerentu.output import FORMATS
from zerentu.paths import store_target
from zerentu.settings import LANGUAGES, set_language, tell

__all__ = [
    "Command",
    "ask_password",
    "day_option",
    "db_option",
    "folder_option",
    "format_option",
    "home_region",
    "lang_option",
    "lexicon_option",
    "limit_option",
    "output_option",
    "overrides_option",
    "params_option",
    "plan_option",
    "print_cypher",
    "region_option",
    "show_cypher_option",
    "template_option",
    "today_option",
]

#: A function that becomes a command.
Command = TypeVar("Command", bound=Callable[..., Any])


def db_option(command: Command) -> Command:
    """Add ``--db``."""
    text = tell(
        "图库：文件路径或 neo4j:// 地址（默认 $ZERENTU_DB，再 $NEO4J_URI，再 zerentu.toml，否则当前文件夹的 zerentu.lbug）"
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
        text = tell("密码")
        os.environ["NEO4J_PASSWORD"] = click.prompt(text, hide_input=True, default="", show_default=False, err=True)
    return value


def folder_option(command: Command) -> Command:
    """Add ``--folder``."""
    text = tell("自己的查询文件夹（默认 $ZERENTU_QUERIES）")
    return click.option("--folder", type=click.Path(path_type=Path, file_okay=False), help=text)(command)


def format_option(command: Command) -> Command:
    """Add ``--format`` and ``-o``, and refuse a combination that makes no sense before anything is opened."""

    @wraps(command)
    def checked(*args: Any, style: str | None, output: Path | None, **values: Any) -> Any:
        ending = output.suffix.lower().removeprefix(".") if output else ""
        style = style or (ending if ending in FORMATS else "table")
        if style == "xlsx" and output is None:
            raise SettingsError(_("输出 xlsx 需要指定文件；请加上 -o 结果.xlsx"))
        if style == "table" and output is not None:
            raise SettingsError(
                _("{output}：表格只输出到屏幕；写入文件请加上 --format xlsx、csv 或 json", output=output)
            )
        return command(*args, style=style, output=output, **values)

    style = tell("输出格式：表格、JSON、CSV 或 Excel 工作簿（xlsx）；默认按文件扩展名，否则表格")
    target = tell("写入这个文件（json、csv、xlsx）")
    path = click.Path(path_type=Path, dir_okay=False)
    with_output = click.option("-o", "--output", metavar="FILE", type=path, help=target)(checked)
    return click.option("--format", "style", type=click.Choice(FORMATS), help=style)(with_output)  # type: ignore[return-value]


def lang_option(command: Command) -> Command:
    """Add ``--lang``; the value is read before anything is imported (`zerentu.settings`)."""

    def chosen(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
        if value:
            set_language(value)

    text = tell("输出语言（默认 $ZERENTU_LANG，否则中文）")
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

    text = tell("自己的词表（默认图库旁边的 zerentu.lexicon）")
    path = click.Path(path_type=Path, dir_okay=False)
    return click.option("--lexicon", metavar="FILE", type=path, help=text)(with_lexicon)  # type: ignore[return-value]


def limit_option(command: Command) -> Command:
    """Add ``--limit``; the limits are in force while the command runs."""

    @wraps(command)
    def with_limits(*args: Any, limits: tuple[str, ...], **values: Any) -> Any:
        from ingest.files.limits import parse_limits
        from zerentu.library import limits_in_force

        with limits_in_force(parse_limits(list(limits), "--limit")):
            return command(*args, **values)

    text = tell("放宽读取上限，可重复，如 pages=3000；名称见 docs/formats.md")
    return click.option("--limit", "limits", metavar="NAME=NUMBER", multiple=True, help=text)(with_limits)  # type: ignore[return-value]


def output_option(text: str) -> Callable[[Command], Command]:
    """Return what adds ``-o``, a file that must be named; `text` says of which kinds."""
    path = click.Path(path_type=Path, dir_okay=False)

    def add(command: Command) -> Command:
        return click.option("-o", "--output", metavar="FILE", type=path, required=True, help=text)(command)

    return add


def overrides_option(command: Command) -> Command:
    """Add ``--overrides``."""
    text = tell("人工更正文件（默认图库旁边的 zerentu.overrides.toml）")
    path = click.Path(path_type=Path, dir_okay=False)
    return click.option("--overrides", metavar="FILE", type=path, help=text)(command)


def params_option(command: Command) -> Command:
    """Add ``-p``; the command gets the texts by name."""

    def by_name(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
        texts: dict[str, str] = {}
        for value in values:
            key, found, text = value.partition("=")
            if not found:
                raise SettingsError(_("-p {value}：参数要写成 名称=值，例如 -p region=安庆市", value=value))
            texts[key.strip()] = text
        return texts

    text = tell("参数，可重复")
    return click.option("-p", "--param", "params", multiple=True, metavar="KEY=VALUE", callback=by_name, help=text)(
        command
    )


def plan_option(command: Command) -> Command:
    """Add ``--plan``."""
    text = tell("只看这份方案（标识、标题、标题的一部分或文件名）")
    return click.option("--plan", metavar="PLAN", help=text)(command)


def region_option(command: Command) -> Command:
    """Add ``--region``."""
    text = tell("只看这个地区")
    return click.option("--region", metavar="NAME", shell_complete=region_names, help=text)(command)


def home_region(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Return the region that was given, else the one that is set; a callback of options."""
    found = None if value else value_of("region")
    return found.text if found else value


def template_option(command: Command) -> Command:
    """Add ``--template``; without it the template that is set for the command."""

    def set_one(ctx: click.Context, parameter: click.Parameter, value: Path | None) -> Path | None:
        found = None if value or ctx.resilient_parsing else value_of(f"{ctx.info_name}_template")
        return Path(found.text) if found else value

    text = tell(
        "自己的 Word 模板：样式和页面照模板，在写着 {place} 等字样的地方填入内容；见 docs/word.md（默认按 zerentu.toml）",
        place="{{标题}}",
    )
    path = click.Path(path_type=Path, dir_okay=False)
    return click.option("--template", metavar="FILE", type=path, callback=set_one, help=text)(command)


def today_option(command: Command) -> Command:
    """Add ``--today``, so that an answer that depends on the day can be had again."""
    text = tell("把这一天当作今天（默认为当天）")
    day = click.DateTime(["%Y-%m-%d"])
    return click.option("--today", metavar="YYYY-MM-DD", type=day, callback=_iso, help=text)(command)


def day_option(command: Command) -> Command:
    """Add ``--as-of``: the day for which an answer holds."""
    text = tell("截至这一天（默认为当天）；之后的填报不算")
    day = click.DateTime(["%Y-%m-%d"])
    return click.option("--as-of", "day", metavar="YYYY-MM-DD", type=day, callback=_iso, help=text)(command)


def _iso(ctx: click.Context, parameter: click.Parameter, value: datetime | None) -> str:
    return (value or datetime.now()).date().isoformat()


def show_cypher_option(command: Command) -> Command:
    """Add ``--show-cypher``."""
    text = tell("同时在标准错误上打印所用的 Cypher")
    return click.option("--show-cypher", is_flag=True, help=text)(command)


def print_cypher(*names: str) -> None:
    """Print the Cypher of questions of the catalogue on standard error."""
    from queries import find_query

    for name in names:
        click.echo(find_query(name).text, err=True)

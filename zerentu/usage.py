"""Click's own words in the language of this run: help pages and what is wrong with a command line.

Click speaks English; its messages are few, and those that a user of this program can meet are told
here. One that is not known stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

from zerentu.settings import language, tell

__all__ = ["Pages", "complaint"]

#: What stands in help pages, besides our own words.
_PAGE = {
    "Options": "选项",
    "Show this message and exit.": "显示本页",
    "Show the version and exit.": "显示版本号",
    "[default: ": "[默认：",
    "[required]": "[必填]",
}
#: What a type says of a value that is none of it, and Click of an argument too many or few.
_SAID = [
    (re.compile(r"(.+) is not a valid integer(?: range)?\.$"), r"\1 不是整数"),
    (re.compile(r"(.+) is not a valid (?:float|number)(?: range)?\.$"), r"\1 不是数字"),
    (re.compile(r"(.+) is not in the range (.+)\.$"), r"\1 不在 \2 的范围内"),
    (re.compile(r"(.+) is not one of (.+)\.$"), r"\1 不在可选值之内：\2"),
    (re.compile(r"(?:File|Directory|Path) (.+) does not exist\.$"), r"\1 不存在"),
    (re.compile(r"(?:File|Path) (.+) is a directory\.$"), r"\1 是文件夹，需要文件"),
    (re.compile(r"Directory (.+) is a file\.$"), r"\1 是文件，需要文件夹"),
    (re.compile(r"Option (.+) requires an argument\.$"), r"选项 \1 后面要写值"),
    (re.compile(r"Option (.+) does not take a value\.$"), r"选项 \1 后面不写值"),
    (re.compile(r"Got unexpected extra arguments? \((.+)\)$"), r"多写了参数：\1"),
]


class Pages(click.HelpFormatter):
    """Help pages 100 columns wide whatever the terminal, so that the generated pages are the same everywhere."""

    def __init__(self) -> None:
        super().__init__(width=100)

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how a command is used."""
        super().write_usage(prog, args, tell("用法："))

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        super().write_heading(_told(heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write names with what they mean."""
        super().write_dl([(name, _told(text)) for name, text in rows], col_max, col_spacing)


def complaint(error: click.UsageError) -> str:
    """Return what is wrong with a command line, below the line that shows how it is used.

    Examples
    --------
    >>> from unittest.mock import patch
    >>> with patch.dict("os.environ", ZERENTU_LANG="zh"):
    ...     complaint(click.NoSuchOption("--fomat", possibilities=["--format"]))
    '错误：没有 --fomat 这个选项，是不是 --format？'
    """
    context = error.ctx
    usage = f"{context.get_usage()}\n" if context else ""
    if context and context.help_option_names:
        usage += tell("用 {command_path} --help 查看说明\n\n", command_path=context.command_path)
    return usage + tell("错误：{why}", why=_sentence(error) if language() == "zh" else error.format_message())


def _sentence(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            near = f"，是不是 {'、'.join(error.possibilities)}？" if error.possibilities else ""
            return f"没有 {error.option_name} 这个选项{near}"
        case click.MissingParameter(param=click.Option() as option):
            return f"缺少选项 {'/'.join(option.opts)}"
        case click.MissingParameter(param=click.Parameter() as argument):
            return f"缺少参数 {argument.make_metavar(error.ctx)}" if error.ctx else f"缺少参数 {argument.name}"
        case click.BadParameter(param=click.Parameter() as parameter) if error.ctx:
            return f"{parameter.get_error_hint(error.ctx)}：{_said(error.message)}"
    return _said(error.message)


def _said(message: str) -> str:
    for pattern, words in _SAID:
        if pattern.match(message):
            return pattern.sub(words, message)
    return message


def _told(text: str) -> str:
    if language() == "zh":
        for english, chinese in _PAGE.items():
            text = text.replace(english, chinese)
    return text

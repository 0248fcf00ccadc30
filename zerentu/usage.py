"""Click's own words in the language of this run: help pages and what is wrong with a command line.

Click speaks English; its messages are few, and those that a user of this program can meet are told
here. One that is not known stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import click

from graph.messages import _
from graph.visible import visible
from zerentu.settings import language, tell

__all__ = ["Pages", "complaint"]

#: What Click writes into help pages, and what it is called here.
_PAGE = {
    "Options": _("选项"),
    "Show this message and exit.": _("显示本页"),
    "Show the version and exit.": _("显示版本号"),
    "[default: ": _("[默认："),
    "[required]": _("[必填]"),
}
#: What Click says of a value, an option or an argument, and the sentence for it here.
_SAID = [
    (re.compile(r"(?P<value>.+) is not a valid integer(?: range)?\.$"), _("{value} 不是整数")),
    (re.compile(r"(?P<value>.+) is not a valid (?:float|number)(?: range)?\.$"), _("{value} 不是数字")),
    (
        re.compile(r"(?P<value>.+) does not match the format '%Y-%m-%d'\.$"),
        _("{value} 不是日期，日期写成 2027-12-31 这样"),
    ),
    (re.compile(r"(?P<value>.+) is not in the range (?P<range>.+)\.$"), _("{value} 不在 {range} 的范围内")),
    (re.compile(r"(?P<value>.+) is not one of (?P<choices>.+)\.$"), _("{value} 不在可选值之内：{choices}")),
    (re.compile(r"(?:File|Directory|Path) (?P<path>.+) does not exist\.$"), _("{path} 不存在")),
    (re.compile(r"(?:File|Path) (?P<path>.+) is a directory\.$"), _("{path} 是文件夹，需要文件")),
    (re.compile(r"Directory (?P<path>.+) is a file\.$"), _("{path} 是文件，需要文件夹")),
    (re.compile(r"Option (?P<option>.+) requires an argument\.$"), _("选项 {option} 后面要写值")),
    (re.compile(r"Option (?P<option>.+) does not take a value\.$"), _("选项 {option} 后面不写值")),
    (re.compile(r"Got unexpected extra arguments? \((?P<arguments>.+)\)$"), _("多写了参数：{arguments}")),
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
    return usage + tell("错误：{why}", why=_sentence(error))


def _sentence(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption(possibilities=[*near]) if near:
            return tell("没有 {option} 这个选项，是不是 {near}？", option=error.option_name, near=near)
        case click.NoSuchOption():
            return tell("没有 {option} 这个选项", option=error.option_name)
        case click.MissingParameter(param=click.Option() as option):
            return tell("缺少选项 {option}", option="/".join(option.opts))
        case click.MissingParameter(param=click.Parameter() as argument):
            name = argument.make_metavar(error.ctx) if error.ctx else argument.name
            return tell("缺少参数 {name}", name=name)
        case click.BadParameter(param=click.Parameter() as parameter) if error.ctx:
            return tell("{option}：{why}", option=parameter.get_error_hint(error.ctx), why=_said(error.message))
    return _said(error.message)


def _said(message: str) -> str:
    """Return what Click says in the language of this run; what is not known stays as it is."""
    for pattern, sentence in _SAID:
        if found := pattern.match(message):
            return replace(sentence, values=found.groupdict()).told(language())
    return visible(message, lines=True)


def _told(text: str) -> str:
    for english, words in _PAGE.items():
        text = text.replace(english, words.told(language()))
    return text

"""How much of a file is read: limits that keep one file from taking all memory or all day, and that a user may raise.

Plans stay far below them. The limits in force are a context variable, as the lexicon is, so that no reader hands them on.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from math import ceil
from typing import TYPE_CHECKING

from graph.errors import ReadError, SettingsError
from graph.messages import Message, _

if TYPE_CHECKING:
    from lxml import etree

__all__ = [
    "DEFAULTS",
    "VARIABLE",
    "OverLimit",
    "are_given",
    "check",
    "depth_of",
    "from_environment",
    "in_force",
    "limit",
    "parse_limits",
    "using",
]

#: Each limit with what it counts and how many are read.
DEFAULTS: dict[str, tuple[Message, int]] = {
    "megabytes": (_("文件大小（MB）"), 20),
    "unpacked": (_("解压后的大小（MB）"), 200),
    "pages": (_("页数"), 2_000),
    "rows": (_("一张工作表的行数"), 50_000),
    "cells": (_("表格的单元格数（合并区域展开后）"), 3_000_000),
    "strings": (_("工作簿的共享字符串数"), 1_000_000),
    "merged": (_("一张工作表的合并区域数"), 100_000),
    "characters": (_("文字数"), 5_000_000),
    "nesting": (_("Word 或表格文件的嵌套层数"), 250),
    "web_nesting": (_("网页的嵌套层数"), 1_000),
}
#: The parser of web pages and XML holds no more.
_DEEPEST = 2_000
VARIABLE = "ZERENTU_LIMITS"
#: The variable of the time when there was one limit.
_MEGABYTES = "ZERENTU_MAX_MB"
_active: ContextVar[Mapping[str, float] | None] = ContextVar("limits", default=None)


class OverLimit(ReadError):
    """A file that is over a limit; who opened it says which file."""


def limit(name: str) -> float:
    """Return how many of something are read."""
    given = _active.get()
    return (from_environment() if given is None else given).get(name, DEFAULTS[name][1])


def check(name: str, count: float) -> None:
    """Refuse what goes over a limit.

    Raises
    ------
    OverLimit
        If `count` is more than the limit `name` allows; it says how to raise it.
    """
    most = limit(name)
    if count <= most:
        return
    # Readers stop where the limit is passed, so how much there is may not be known.
    enough = ceil(max(2 * most, 1.2 * count))
    raise OverLimit(
        _(
            "{what}至少有 {count}，超过上限 {most}；确认文件无误后可放宽：加 --limit {name}={enough}，或写进 zerentu.toml 的 [limits]",
            what=DEFAULTS[name][0],
            count=f"{count:,.5g}" if count < 1000 else f"{count:,.0f}",
            most=f"{most:,.5g}" if most < 1000 else f"{most:,.0f}",
            name=name,
            enough=enough,
        )
    )


@contextmanager
def using(limits: Mapping[str, float]) -> Iterator[None]:
    """Let some limits be others than they are by default, inside the block."""
    token = _active.set(limits)
    try:
        yield
    finally:
        _active.reset(token)


def depth_of(root: etree._Element) -> int:
    """Return how deep the elements of a tree are nested."""
    level, deepest = [root], 0
    while level:
        deepest += 1
        level = [each for element in level if len(element) for each in element.iterchildren("*")]
    return deepest


def in_force() -> Mapping[str, float] | None:
    """Return the limits of the innermost block of `using`; None outside of any."""
    return _active.get()


def are_given() -> bool:
    """Return whether the code runs inside a block of `using`."""
    return _active.get() is not None


def from_environment() -> dict[str, float]:
    """Return the limits that the environment sets: ``ZERENTU_LIMITS="pages=3000 rows=100000"``.

    Raises
    ------
    SettingsError
        If it says what is not a limit.
    """
    found: dict[str, float] = {}
    if text := os.environ.get(_MEGABYTES):
        found |= parse_limits([f"megabytes={text}"], _MEGABYTES)
    if text := os.environ.get(VARIABLE):
        found |= parse_limits(text.replace(",", " ").split(), VARIABLE)
    return found


def parse_limits(texts: list[str], where: str) -> dict[str, float]:
    """Read limits written as ``name=number``; `where` says in messages where they stand.

    Raises
    ------
    SettingsError
        For an unknown name, or a value that is not a number above zero.

    Examples
    --------
    >>> parse_limits(["pages=3000"], "--limit")
    {'pages': 3000.0}
    """
    found: dict[str, float] = {}
    for text in texts:
        name, sign, value = text.partition("=")
        name = name.strip()
        if not sign or name not in DEFAULTS:
            raise SettingsError(
                _(
                    "{where}：“{text}”不是读取上限；要写成 名称=数字，名称可以是 {names}",
                    where=where,
                    text=text,
                    names=list(DEFAULTS),
                )
            )
        try:
            number = float(value)
        except ValueError:
            number = 0.0
        most = _DEEPEST if name.endswith("nesting") else 1e12
        if not 0 < number <= most:
            raise SettingsError(
                _(
                    "{where}：{name} 的值是“{value}”；要写成 0 以上、{most} 以下的数字",
                    where=where,
                    name=name,
                    value=value,
                    most=f"{most:.0f}",
                )
            )
        found[name] = number
    return found

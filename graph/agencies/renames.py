"""Renames over time: which body took over from one that a reform dissolved or renamed.

A body and its successor stay two agencies with two names; this only says that one came
after the other. Local bodies follow the reform's table with their own level word, so
the year is the reform's and the change in a given city may be some months later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.agencies.names import canonical, lookup
from graph.agencies.regions import find

__all__ = ["Rename", "predecessors", "renames", "successors"]

_TABLE = Path(__file__).with_name("data") / "renames.tsv"


@dataclass(frozen=True)
class Rename:
    """`old` was succeeded by `new` in `year`, by the reform that `source` names; several rows where duties or names were parted."""

    old: str
    new: str
    year: int
    source: str


@cache
def renames() -> tuple[tuple[bool, Rename], ...]:
    """Return every rename of the table without level words, and whether it is one of national bodies."""
    rows = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return tuple((rank == "国家", Rename(old, new, int(year), source)) for _, rank, old, new, year, source in rows)


def successors(name: str) -> list[Rename]:
    """Return what came after the body called `name`, oldest change first.

    Examples
    --------
    >>> [(rename.new, rename.year) for rename in successors("市环保局")]
    [('市生态环境局', 2018)]
    """
    official = canonical(name)
    return [rename for rename in _for(name) if rename.old == official] or _of_branch(name)


def predecessors(name: str) -> list[Rename]:
    """Return what the body called `name` came from, oldest change first.

    Examples
    --------
    >>> [rename.old for rename in predecessors("国家粮食和储备局")]
    ['国家粮食局']
    """
    official = canonical(name)
    return [rename for rename in _for(name) if rename.new == official]


_SUPERVISION = re.compile("^中国银行保险监督管理委员会(?P<place>.+)监管(?P<kind>局|分局)$")
_CENTRAL_BANK = re.compile("^中国人民银行(?P<place>.+)中心支行$")


def _of_branch(name: str) -> list[Rename]:
    """Return what came after a branch of a national body: its name carries a place and no level word."""
    source = "党和国家机构改革方案（2023年3月）"
    bank = _CENTRAL_BANK.match(name)
    place = find(bank["place"]) if bank else None
    if place:
        # The branch in a province's capital became the province's.
        here = place.parent if place.code.endswith("0100") else place.name
        return [Rename(name, f"中国人民银行{here}分行", 2023, f"{source}，分支机构2023年8月挂牌")]
    old = _SUPERVISION.match(name)
    return [Rename(name, f"国家金融监督管理总局{old['place']}监管{old['kind']}", 2023, source)] if old else []


def _for(name: str) -> Iterator[Rename]:
    """Yield the table's rows with the level word of `name`."""
    known = lookup(name)
    level = known[0] if known else ""
    for national, row in renames():
        if national == (level == "国家"):
            word = "" if national else level
            yield Rename(word + row.old, word + row.new, row.year, row.source)

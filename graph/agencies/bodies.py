"""The table of bodies behind the alias grammar: which spellings mean which body.

Every spelling of the table is written out once, stem by ending, so a look-up is one
step in a dictionary and never a comparison of similar strings. 和, 与 and 及 are dropped
before looking up (住房和城乡建设局 = 住房城乡建设局), which may surprise in a debugger.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["Body", "bodies", "body", "national", "squash"]

_TABLE = Path(__file__).with_name("data") / "agencies.tsv"
_JOINTS = re.compile("[和与及、]")
_ENDINGS = {"委": ("委员会", "委"), "办": ("办公室", "办")}


class Body(NamedTuple):
    """A body without its level word: functional line, official name, every listed spelling."""

    functional_line: str
    official: str
    spellings: tuple[str, ...]


def squash(name: str) -> str:
    """Return `name` without the joints that people leave out.

    Examples
    --------
    >>> squash("文化和旅游局") == squash("文化旅游局")
    True
    """
    return _JOINTS.sub("", name)


def body(rest: str) -> Body | None:
    """Return the body that `rest`, a name without level word, is a spelling of.

    Examples
    --------
    >>> body("工信局").official, body("工信局").functional_line
    ('工业和信息化局', '工业和信息化')
    """
    return _load()[0].get(squash(rest))


def national(name: str) -> Body | None:
    """Return the national body that has this name of its own.

    Examples
    --------
    >>> national("市场监管总局").official
    '国家市场监督管理总局'
    """
    return _load()[1].get(squash(name))


def bodies() -> list[Body]:
    """Return every body of the table, local ones first."""
    local, nation = _load()
    return list(dict.fromkeys([*local.values(), *nation.values()]))


@cache
def _load() -> tuple[dict[str, Body], dict[str, Body]]:
    spellings: dict[tuple[str, str], dict[str, None]] = {}
    nation: dict[str, Body] = {}
    guessed: dict[str, Body] = {}
    for text in _TABLE.read_text(encoding="utf-8").splitlines():
        if not text or text.startswith("#"):
            continue
        functional_line, stem, endings, others, names = (
            [] if cell == "-" else cell.split() for cell in text.split("\t")
        )
        for official, spelled in _written_out(stem, endings, others):
            spellings.setdefault((functional_line[0], official), {}).update(dict.fromkeys(spelled))
        if names:
            national_body = Body(functional_line[0], names[0], tuple(names))
            nation.update((squash(name), national_body) for name in names)
            spelled_there = _national_names(names[0], [*stem, *others], endings)
            guessed.update((squash(name), national_body) for name in spelled_there)
    local: dict[str, Body] = {}
    for (line_name, official), forms in spellings.items():
        found = Body(line_name, official, tuple(forms))
        local.update((squash(form), found) for form in forms)
    return local, guessed | nation


def _national_names(official: str, stems: list[str], endings: list[str]) -> list[str]:
    """Return the short names of a national body that follow from the local ones: 应急部, 国家医保局."""
    if official.endswith("部"):
        return [stem + "部" for stem in stems]
    if official.startswith("国家") and official[-1] in endings:
        return ["国家" + stem + official[-1] for stem in stems]
    return []


def _written_out(stem: list[str], endings: list[str], others: list[str]) -> list[tuple[str, list[str]]]:
    """Return official name and spellings for each ending; an abbreviation takes the short one only (发改委)."""
    stems = [*stem, *(_JOINTS.sub("", name) for name in stem)]
    if not endings:
        return [(stem[0], [*stems, *others])] if stem else []
    found = []
    for end in endings:
        long, *short = _ENDINGS.get(end, (end,))
        spelled = [name + written for name in stems for written in (long, *short)]
        abbreviated = [
            name + written
            for name in others
            # 市委改革委 has an office (市委改革委办公室), but 发改 no 委员会 of that name.
            for written in (
                (long, *short) if len(name) > 4 or (end == "办" and name.endswith("委")) else short or [long]
            )
        ]
        found.append((stem[0] + long, spelled + abbreviated))
    return found

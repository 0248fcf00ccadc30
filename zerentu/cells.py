"""Cells of tables for people that several commands show: role and basis, number, years, owners, industries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from graph.model.schema import ROLES
from zerentu.captions import basis_word, role_word
from zerentu.settings import tell

__all__ = ["MOST_NAMES", "Row", "industry_words", "number_cell", "owners_cell", "role_cell", "years_cell"]

Row = dict[str, Any]

#: Most owners of a task that a cell names.
MOST_NAMES = 6


def role_cell(row: Row, lang: str) -> str:
    """Return role and basis in words; an asterisk marks an inherited one."""
    said = tell("{role}·{basis}", role=role_word(row["role"], lang), basis=basis_word(row["basis"], lang))
    return f"{said}{'*' if row['inherited'] else ''}"


def number_cell(row: Row) -> str:
    """Return the number of a task, with that of its part where the passage holds several."""
    return f"{row['number']}·{row['part']}" if row["of"] and row["of"] > 1 else str(row["number"])


def years_cell(years: Iterable[int]) -> str:
    """Return years side by side."""
    return "、".join(str(year) for year in years)


def owners_cell(owners: Sequence[Row], open_ended: bool, lang: str) -> str:
    """Return the owners role by role, the first few by name."""
    words = []
    left = MOST_NAMES
    for role in ROLES:
        names = [owner["name"] for owner in owners if owner["role"] == role]
        if names[:left]:
            words.append(tell("{role}：{names}", role=role_word(role, lang), names="、".join(names[:left])))
            left -= len(names[:left])
    text = "；".join(words)
    if len(owners) > MOST_NAMES:
        text = tell("{names}等共{count}个", names=text, count=len(owners))
    return text + (tell("［未列尽］") if open_ended else "")


def industry_words(written: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return the text's own words, the lexicon's name behind them where they do not hold it."""
    return [
        said if name in said else tell("{said}（归入{name}）", said=said, name=name)
        for said, name in zip(written, names, strict=True)
    ]

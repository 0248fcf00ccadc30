"""Cells of tables for people that several commands show: role and basis, number, years, owners, industries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from graph.model.schema import ROLES
from zerentu.captions import basis_word, role_word
from zerentu.settings import tell

if TYPE_CHECKING:
    from graph.model.same_plan import Difference, PlanCard

__all__ = [
    "MOST_NAMES",
    "Row",
    "difference_words",
    "industry_words",
    "number_cell",
    "owners_cell",
    "place_cell",
    "plan_words",
    "role_cell",
    "roles_cell",
    "target_due",
    "target_value",
    "telling_title",
    "years_cell",
]

Row = dict[str, Any]

#: Words of a passage that tell one of its tasks from the others.
_TELLING = 18
#: （十二）, 附件3/12. and the like.
_LONGEST_NUMBER = 12
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


def owners_cell(owners: Sequence[Row], open_role: str | None, lang: str) -> str:
    """Return the owners role by role, the first few by name.

    Parameters
    ----------
    owners
        Rows with ``name`` and ``role``; what else they hold says where 等 stands.
    open_role
        The role whose list ends in 等 behind an agency that is not among `owners`, or None.
    lang
        ``zh`` or ``en``.

    Examples
    --------
    >>> owners_cell([{"name": "甲局", "role": "lead"}, {"name": "乙局", "role": "support"}], "lead", "zh")
    '牵头：甲局［未列尽］；配合：乙局'
    """
    words = []
    left = MOST_NAMES
    for role in ROLES:
        names = [owner["name"] for owner in owners if owner["role"] == role]
        if names[:left]:
            said = tell("{role}：{names}", role=role_word(role, lang), names="、".join(names[:left]))
            # 等 ends the list of one role: the flag stands there and on no other.
            ends = role == open_role or any(ends_open(owner) for owner in owners if owner["role"] == role)
            words.append(said + (tell("［未列尽］") if ends else ""))
            left -= len(names[:left])
        elif role == open_role:
            # The agency stands alone in its role: no list of the others can bear the flag.
            words.append(role_word(role, lang) + tell("［未列尽］"))
    text = "；".join(words)
    if len(owners) > MOST_NAMES:
        text = tell("{names}等共{count}个", names=text, count=len(owners))
    return text


def ends_open(owner: Row) -> bool:
    """Return whether 等 stands behind an owner in the clause: the relationship knows only whether it stands anywhere."""
    clause = re.sub(r"\s", "", owner.get("quote") or "")
    return bool(owner.get("open_ended")) and (not clause or f"{owner['written']}等" in clause)


def roles_cell(rows: Iterable[Row], lang: str) -> str:
    """Return how many rows there are of each role, those led first: 牵头 3、配合 2."""
    counts = Counter(row["role"] for row in rows)
    return "、".join(f"{role_word(role, lang)} {counts[role]}" for role in ROLES if counts[role])


def telling_title(title: str, text: str) -> str:
    """Return the title of one of several tasks of a passage, with the words of its own that tell it apart.

    Examples
    --------
    >>> telling_title("改造管网", "更换老旧管道，分批实施。（市水利局负责）")
    '改造管网：更换老旧管道'
    >>> telling_title("改造管网", "2.改造管网。改造二级管网。（市住建局负责）")
    '改造管网：改造二级管网'
    """
    # The first of them begins with the number and the title.
    number, found, behind = text.partition(title)
    own = (behind if found and len(number) <= _LONGEST_NUMBER else text).lstrip("。：:；;，,—- \n\t　")
    clause = re.split("[，。；：（\n]", own, maxsplit=1)[0]
    return f"{title}：{clause[:_TELLING]}" if clause else title


def industry_words(written: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return the text's own words, the lexicon's name behind them where they do not hold it."""
    return [
        said if name in said else tell("{said}（归入{name}）", said=said, name=name)
        for said, name in zip(written, names, strict=True)
    ]


def plan_words(card: PlanCard) -> str:
    """Return what tells a plan from another of its title: file, 文号, date, whether it is a draft, how many tasks."""
    draft = tell("征求意见稿") if card.draft else None
    known = [card.number, card.issued, draft, tell("{count} 项任务", count=card.tasks)]
    return tell("{source}（{about}）", source=card.source or card.id, about=[each for each in known if each])


def difference_words(why: Difference | None) -> str:
    """Return in words why two plans of one title are two; without a reason they are editions that are kept."""
    return {
        "region": tell("地区不同"),
        "place": tell("有一份地区不明"),
        "number": tell("文号不同"),
        "part": tell("是同一文件里的另一份"),
        "year": tell("年份不同"),
        "issuer": tell("发文机关不同"),
        "date": tell("日期不同而地区不明"),
        "tasks": tell("多数任务不同"),
        None: tell("是同一方案的另一版本"),
    }[why]


def target_due(row: Row) -> str:
    """Return the year, with the month where the deadline ends before the year does, and whether it is derived."""
    if row["due"] is None:
        return tell("{year}（推定）", year=row["due_derived"]) if row["due_derived"] else ""
    early = row["due_by"] and not row["due_by"].endswith("-12-31")
    return str(row["due_by"] if early else row["due"])


_SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "", "~": "约"}
_CHANGES = {"decrease": "降 ", "increase": "增 ", "level": ""}


def target_value(row: Row) -> str:
    """Return the value of a target with its direction, comparator and unit: 降 ≥10%."""
    if row["value"] is None:
        return ""
    sign = _SIGNS.get(row["comparator"] or "", "")
    return f"{_CHANGES.get(row['change'] or '', '')}{sign}{row['value']:g}{row['unit'] or ''}"


def place_cell(source: str, page: int | None, line: int | None) -> str:
    """Return where something stands in its source: file, page if there are pages, line."""
    where = tell("第{page}页 ", page=page) if page else ""
    return tell("{source} {page}第{line}行", source=source, page=where, line=line)

"""Firms and banks of the state: their official names, and their branches by place, whatever a plan calls them.

工行洛阳分行, 市工行 and 中国工商银行股份有限公司洛阳分行 are one branch; 中石油 in a national plan is
中国石油天然气集团有限公司. The names stand in `data/firms.tsv`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from graph.agencies.branches import Branch, is_place
from graph.agencies.regions import Region, short_name
from graph.agencies.word_tables import ranks, words_of

__all__ = ["branch_ending", "firm", "firm_branch", "is_firm_head", "is_firm_office"]

_TABLE = Path(__file__).with_name("data") / "firms.tsv"
_FORM = "(?:集团)?(?:股份)?(?:有限责任|有限)?(?:总?公司)?"
#: Names of firms that are this long are no other words: 中国信保, but 移动 and 铁塔 are.
_UNMISTAKEN = 4
_BRANCH = f"(?P<kind>{words_of('parts', 'firm_kind')}|)"
#: What stands behind the province in 中国移动通信集团河南有限公司洛阳分公司.
_PROVINCIAL = re.compile("^(?:省|自治区)?(?:有限责任|有限)?(?:分?公司)?")


class _Firm(NamedTuple):
    """One row of the table: its kind, its name before the place of a branch, its official name."""

    kind: str
    head: str
    official: str


@cache
def _firms() -> dict[str, _Firm]:
    found: dict[str, _Firm] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, head, official, others, _ = line.split("\t")
        row = _Firm(kind=kind, head=head, official=official)
        names = [head, *(others.split() if others != "-" else [])]
        found.update(dict.fromkeys([*names, *(name + "集团" for name in names), official], row))
    return found


@cache
def _heads() -> tuple[str, ...]:
    """Return what a branch is called before its place, the longest first."""
    return tuple(sorted((name for name, row in _firms().items() if row.kind != "group"), key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"^(?P<before>.{{0,10}}?)(?P<head>{'|'.join(_heads())}){_FORM}(?P<place>.{{0,24}}?){_BRANCH}$")


@cache
def _whole() -> re.Pattern[str]:
    heads = sorted(_firms(), key=len, reverse=True)
    return re.compile(f"^(?P<head>{'|'.join(heads)}){_FORM}$")


def firm(name: str) -> str | None:
    """Return the official name of the firm or bank that `name` is as a whole, or None if it is none.

    Examples
    --------
    >>> firm("中石油"), firm("工行"), firm("市财政局")
    ('中国石油天然气集团有限公司', '中国工商银行股份有限公司', None)
    """
    found = _whole().match(name)
    return _firms()[found["head"]].official if found else None


@cache
def _with_ending() -> re.Pattern[str]:
    return re.compile(f"^(?:{'|'.join(_heads())})(?P<ending>[一-鿿]{{2,8}}?{words_of('parts', 'firm_kind')})$")


def is_firm_head(name: str) -> bool:
    """Return whether `name` is what the branches of a firm or a bank are called before their place: 中国移动, 工行."""
    row = _firms().get(name)
    return row is not None and row.kind != "group"


@cache
def _offices() -> re.Pattern[str]:
    heads = sorted((name for name in _firms() if len(name) >= _UNMISTAKEN), key=len, reverse=True)
    return re.compile(f"^(?:{'|'.join(heads)})[一-鿿]{{2,8}}?{words_of('parts', 'firm_kind', 'firm_office')}$")


def is_firm_office(name: str) -> bool:
    """Return whether `name` is a firm or a bank of the state with a place and a kind of branch or office behind it.

    Examples
    --------
    >>> is_firm_office("中国信保云泽办事处"), is_firm_office("中国移动"), is_firm_office("东门街道办事处")
    (True, False, False)
    """
    return _offices().match(name) is not None


def branch_ending(name: str) -> str:
    """Return the place and the kind of a branch, or ``""`` if `name` is none: what firms listed before it may share.

    Examples
    --------
    >>> branch_ending("中国联通云泽分公司"), branch_ending("中国移动"), branch_ending("市财政局")
    ('云泽分公司', '', '')
    """
    found = _with_ending().match(name)
    return found["ending"] if found else ""


def firm_branch(name: str, here: Region, province: str) -> Branch | None:
    """Return the branch of a firm or a bank that `name` means in region `here`, or None if it means none.

    Parameters
    ----------
    name
        A name, with the place or with a level word that means `here`.
    here
        The region of the branch.
    province
        Short name of its province.

    Examples
    --------
    >>> from graph.agencies.regions import find
    >>> firm_branch("工行洛阳分行", find("洛阳市"), "河南").official
    '中国工商银行洛阳分行'
    >>> firm_branch("洛阳银行", find("洛阳市"), "河南") is None
    True
    """
    # Most names hold none of these words: the look is quicker than the pattern, which is long.
    found = _pattern().match(name) if any(head in name for head in _heads()) else None
    if not found:
        return None
    row = _firms()[found["head"]]
    before, place, kind = found["before"], found["place"], found["kind"]
    if not _is_ours(before, here, province):
        return None
    if here.level != "省" and place.startswith(province):
        place = _PROVINCIAL.sub("", place.removeprefix(province))
    if not is_place(place, here):
        return None
    if row.kind == "bank":
        return _bank(row, here, kind, placed=bool(before or place))
    if not kind and (place or not before or before in ranks() or row.head == "中国邮政"):
        return None  # 中国移动 is the firm itself, and 洛阳邮政 may be the bureau of posts
    if kind.endswith("行") or (row.kind == "network" and kind.startswith(("销售", "石油"))):
        return None
    trade = kind[:2] if kind.startswith(("销售", "石油")) else ""
    end = "公司" if here.level == "省" else "分公司"
    return Branch(f"{row.head}{short_name(here)}{trade}{end}", row.head)


def _is_ours(before: str, here: Region, province: str) -> bool:
    """Return whether the words before a firm's name are nothing, a level word, or the place or the province of `here`."""
    return before in ("", province, f"{province}省") or is_place(before, here)


def _bank(row: _Firm, here: Region, kind: str, *, placed: bool) -> Branch | None:
    """Return a bank's branch: 分行 of a province or a city, 支行 of a county."""
    if not placed or kind not in ("", "分行", "支行"):
        return None
    kind = kind or ("支行" if here.level == "区县" else "分行")
    place = here.name if here.level == "省" else short_name(here)
    return Branch(f"{row.head}{place}{kind}", row.head)

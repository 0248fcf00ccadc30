"""How the title of a plan looks: short, without punctuation, ending in the word for its kind (方案, 意见, 措施 …)."""

from __future__ import annotations

import re

from graph.words import Table
from ingest.language.characters import SIGNS

__all__ = ["NOT_TITLE", "TITLE", "is_table_title", "is_title", "names_things", "without_legend"]

_WORDS = Table(__file__, "titles")
#: A word for a kind of document, or 2026年度重点任务; （试行） and the like may stand behind it.
TITLE = re.compile(rf"(?:{_WORDS.pattern('kind')}|\d{{4}}年度?.{{0,8}}任务)(?:\([^()]{{1,30}}\)){{0,3}}$")
#: 平台清单, 基地名单: an annex so called only names things; 任务清单 gives work.
_NAMING = re.compile(rf"(?:{_WORDS.pattern('naming')})(?:\([^()]{{1,30}}\)){{0,3}}$")
#: 滨海市信访事项台账: right above a table.
_TABLE = re.compile(rf"{_WORDS.pattern('kind', 'table', 'naming')}(?:\([^()]{{1,30}}\)){{0,3}}$")
#: （★牵头 ●配合）: what the signs of a table mean, behind its title.
_LEGEND = re.compile(rf"[(（][^()（）]*[{SIGNS}][^()（）]*[)）]$")
#: 保障措施 heads a chapter, in a plan without numbers too.
_CHAPTER = re.compile(_WORDS.pattern("chapter"))
NOT_TITLE = re.compile(r"[。;,:!?]|^\(|^\d{4}年\s?(?:\d|$)|^附件?\s?\d*$|^目\s?录$|^抄送|^主送")


def is_title(folded: str) -> bool:
    """Return whether a line can be the last line of a plan's title.

    Examples
    --------
    >>> is_title("洛阳市工业领域碳达峰实施方案"), is_title("现制定本方案。"), is_title("行动方案(2026-2027年)")
    (True, False, True)
    """
    fits = len(folded) <= 80 and not NOT_TITLE.search(folded) and TITLE.search(folded) is not None
    return fits and _CHAPTER.fullmatch(folded.strip()) is None


def is_table_title(folded: str) -> bool:
    """Return whether a line right above a table can be its title, and so that of a file that holds nothing else.

    Examples
    --------
    >>> is_table_title("云泽市信访事项台账"), is_title("云泽市信访事项台账"), is_table_title("填报单位:市信访局")
    (True, False, False)
    """
    return 6 <= len(folded) <= 80 and not NOT_TITLE.search(folded) and _TABLE.search(folded) is not None


def without_legend(title: str) -> str:
    """Return the title of a table without what its signs mean.

    Examples
    --------
    >>> without_legend("云泽市任务分工矩阵表（★牵头 ●配合）")
    '云泽市任务分工矩阵表'
    """
    return _LEGEND.sub("", title)


def names_things(folded: str) -> bool:
    """Return whether a title is that of a list of things or persons, not of work.

    Examples
    --------
    >>> names_things("重点产业平台清单"), names_things("重点任务清单"), names_things("示范基地名单")
    (True, False, True)
    """
    return len(folded) <= 40 and _NAMING.search(folded) is not None

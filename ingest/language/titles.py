"""How the title of a plan looks: short, without punctuation, ending in the word for its kind (方案, 意见, 措施 …)."""

from __future__ import annotations

import re

__all__ = ["NOT_TITLE", "TITLE", "is_title"]

_KIND_WORDS = "方案|计划|意见|措施|办法|通知|规划|要点|安排|预案|细则|规定|纲要|决定|清单|分工表?|分解表?|任务书|责任书|行动|政策|举措|条例|指南|规程|通告|公告|责任制|实施要点|若干条|\\d{4}年度?.{0,8}任务"
TITLE = re.compile(rf"(?:{_KIND_WORDS})(?:\([^()]{{1,30}}\)){{0,3}}$")
NOT_TITLE = re.compile(r"[。;,:!?]|^\(|^\d{4}年\s?(?:\d|$)|^附件?\s?\d*$|^目\s?录$|^抄送|^主送")


def is_title(folded: str) -> bool:
    """Tell whether a line can be the last line of a plan's title.

    Examples
    --------
    >>> is_title("洛阳市工业领域碳达峰实施方案"), is_title("现制定本方案。"), is_title("行动方案(2026-2027年)")
    (True, False, True)
    """
    return len(folded) <= 80 and not NOT_TITLE.search(folded) and TITLE.search(folded) is not None

"""Headings below which nobody has a task: 总体要求 and its like, members of a leading group, annexes that only name things."""

from __future__ import annotations

import re

from graph.width import fold_width
from graph.words import Table
from ingest.document.outline import Section
from ingest.language.titles import names_things

__all__ = ["is_general", "lists_things"]

_WORDS = Table(__file__, "headings")
#: Headings of a whole that gives nobody a task: 总体要求, 指导思想和基本原则, 附则, 走访时间和范围.
_GENERAL = re.compile(
    f"(?:{_WORDS.pattern('whole')}*{_WORDS.pattern('says')}{_WORDS.pattern('joint')}?)+"
    f"|{_WORDS.pattern('alone')}|[一-鿿]{{0,6}}{_WORDS.pattern('when')}(?:{_WORDS.pattern('joint')}{_WORDS.pattern('beside_when')})?"
)
#: Headings over the members of a leading group, who have no tasks there.
_MEMBERS = re.compile(rf"{_WORDS.pattern('of_group')}?{_WORDS.pattern('members')}")
_WORKING_REQUIREMENT = re.compile(rf"{_WORDS.pattern('requirement')}要求$")


_MARKS = re.compile(r"[\s“”\"()]")


def is_general(section: Section) -> bool:
    """Return whether a heading is that of a whole that gives nobody a task, or of the members of a group."""
    if section.marker is None or section.marker.kind in ("box", "annex"):
        return False
    title = _MARKS.sub("", fold_width(section.title))
    if _MEMBERS.fullmatch(title):
        return True
    return len(title) <= 20 and _GENERAL.fullmatch(title) is not None and _WORKING_REQUIREMENT.search(title) is None


def lists_things(section: Section) -> bool:
    """Return whether a section is an annex that only names things: 名单, 目录, 平台清单."""
    if section.marker is None or section.marker.kind != "annex":
        return False
    lines = [section.title, *(paragraph.text.strip() for paragraph in section.body[1:3] if not paragraph.table)]
    return any(names_things(fold_width(line)) for line in lines)

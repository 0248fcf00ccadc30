"""Industries that a question names as such: 水泥行业, 钢铁类任务, 涉及氢能."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.words import Table
from queries.answers.tokens import Question

__all__ = ["called_industry", "read_industry"]

_WORDS = Table(__file__, "industry_words")
_NOUN = rf"{_WORDS.pattern('noun')}?"
_BEHIND = _WORDS.pattern("behind")


def read_industry(question: Question, known: Iterable[str]) -> str | None:
    """Take an industry of the known ones that is named as one and return it: 水泥行业, 钢铁类任务, 涉及氢能."""
    names = sorted(
        {name for name in known if len(name) > 1 and name in question.free},
        key=lambda name: (-len(name), name),
    )
    if not names:
        return None
    named = "|".join(map(re.escape, names))
    behind = re.compile(rf"(?P<name>{named}){_WORDS.pattern('noun', 'behind')}?的?(?=任务|措施|工作|事)")
    words = re.compile(rf"(?P<name>{named}){_NOUN}{_BEHIND}")
    before = re.compile(rf"{_WORDS.pattern('about', 'about_noun')}\s?[了到]?(?P<name>{named}){_NOUN}")
    english = re.compile(rf"(?P<name>{named})(?:行业|产业)?\s(?:tasks|industry|sector|measures)")
    for pattern in (before, words, behind, english):
        match = question.find(pattern)
        if match:
            return match["name"]
    return None


def called_industry(words: str, text: str) -> bool:
    """Return whether some words stand in a question as the name of an industry: 食品行业, 涉及食品的."""
    name = re.escape(words)
    behind = f"{name}{_WORDS.pattern('noun', 'behind')}"
    before = rf"{_WORDS.pattern('about')}\s?[了到]?{name}"
    return re.search(f"{behind}|{before}", text) is not None

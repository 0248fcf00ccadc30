"""Industries that a question names as such: 水泥行业, 钢铁类任务, 涉及氢能."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.words import Table
from queries.answers.later import Later
from queries.answers.tokens import Question

__all__ = ["called_industry", "called_topic", "read_industries", "with_chinese_industries"]

_WORDS = Table(__file__, "industry_words")
_NOUN = rf"{_WORDS.pattern('noun')}?"
_ENGLISH = _WORDS.meanings("english")
_NAMES = "|".join(sorted(map(re.escape, _ENGLISH), key=len, reverse=True))
_SAID_IN_ENGLISH = Later(
    lambda: (
        rf"""
    (?<![a-z-])(?:the\s)?(?P<names>(?:{_NAMES})(?:\sand\s(?:the\s)?(?:{_NAMES}))*)
    (?:(?=\s(?:tasks?|measures?|targets?|goals?)(?![a-z])) | (?P<noun>\s(?:industry|industries|sectors?)(?![a-z])) | (?P<end>(?![a-z-])))
    """
    ),
    *_ENGLISH,
    flags=re.VERBOSE,
)
_ABOUT_ENGLISH = Later(lambda: rf"(?<![a-z]){_WORDS.pattern('about', 'about_noun', 'in_front')}\s$")
_BEHIND = _WORDS.pattern("behind", "kind")


def read_industries(question: Question, known: Iterable[str]) -> list[str]:
    """Take the industries of the known ones that are named as such: 水泥行业, 钢铁类任务, 涉及氢能, 钢铁和水泥行业."""
    names = sorted(
        {name for name in known if len(name) > 1 and name in question.free},
        key=lambda name: (-len(name), name),
    )
    if not names:
        return []
    named = "|".join(map(re.escape, names))
    behind = re.compile(rf"(?P<name>{named}){_WORDS.pattern('noun', 'behind', 'kind')}?的?(?=任务|措施|工作|事)")
    words = re.compile(rf"(?P<name>{named}){_NOUN}{_BEHIND}")
    before = re.compile(rf"(?<![a-z]){_WORDS.pattern('about', 'about_noun')}\s?[了到]?(?P<name>{named}){_NOUN}")
    about = rf"(?:(?<![a-z]){_WORDS.pattern('about', 'about_noun')}\s?[了到]?)?"
    joined = re.compile(
        rf"{about}(?:{named})(?:[、和与及](?:{named}))*[、和与及](?P<name>{named}){_WORDS.pattern('noun')}"
    )
    english = re.compile(rf"(?P<name>{named})(?:行业|产业)?\s(?:tasks|industry|sector|measures)")
    for pattern in (joined, before, words, behind, english):
        match = question.find(pattern)
        if match:
            return _with_others(question, match, named)
    return []


def with_chinese_industries(text: str) -> str:
    """Return a question with the English names of industries in Chinese, where they are said of tasks or as a topic.

    Examples
    --------
    >>> with_chinese_industries("who leads the cement tasks"), with_chinese_industries("tasks about steel in 河南")
    ('who leads 水泥 tasks', 'tasks about 钢铁行业 in 河南')
    """

    def meant(match: re.Match[str]) -> str:
        if match["end"] is not None and not _ABOUT_ENGLISH.search(text[: match.start()]):
            return match[0]
        names = re.split(r"\sand\s(?:the\s)?", match["names"])
        return "、".join(_ENGLISH[name] for name in names) + (
            "行业" if match["noun"] or match["end"] is not None else ""
        )

    return _SAID_IN_ENGLISH.sub(meant, text)


def _with_others(question: Question, match: re.Match[str], named: str) -> list[str]:
    """Return the industry that was found, and those that stand in one list with it."""
    found = [match["name"]]
    joint, end = "[、和与及]", match.end()
    while before := re.search(rf"(?P<name>{named}){joint}$", question.text[: match.start("name")]):
        found.insert(0, before["name"])
        question.take(before.start(), before.end())
        match = before
    while after := re.match(rf"{joint}(?P<name>{named}){_NOUN}", question.free[end:]):
        found.append(after["name"])
        end += after.end()
        question.take(end - len(after[0]), end)
    return found


def called_industry(words: str, text: str) -> bool:
    """Return whether some words stand in a question as the name of an industry: 食品行业, 食品类."""
    return re.search(f"{re.escape(words)}{_WORDS.pattern('noun', 'kind')}", text) is not None


def called_topic(words: str, text: str) -> bool:
    """Return whether some words stand in a question as what tasks are about: 涉及消防的, 和消防有关."""
    name = re.escape(words)
    return re.search(rf"{name}{_BEHIND}|{_WORDS.pattern('about')}\s?[了到]?{name}", text) is not None

"""What holds tasks, where a question asks for that and not for tasks: 哪些方案, 哪几个市, 哪些行业, 哪几章.

Plans, regions, industries and chapters are answered with rows of their own kind. Other nouns (哪些企业, 哪些项目) are
nothing that a store has a list of, and are refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from graph.words import Table
from queries.answers.answer import Refusal
from queries.answers.form import Form, Holder
from queries.answers.later import Later
from queries.answers.task import Row
from queries.answers.tokens import Question

__all__ = [
    "NATION",
    "is_of_level",
    "mentions",
    "read_holder",
    "refuse_level",
    "regions_of_level",
    "settle_holder",
    "settle_ranking",
]

NATION = "全国"
_WORDS = Table(__file__, "holders")
_KINDS: dict[str, tuple[Holder, str]] = {
    "plan": ("plans", ""),
    "place": ("regions", ""),
    "city": ("regions", "市"),
    "county": ("regions", "区县"),
    "province": ("regions", "省"),
    "industry": ("industries", ""),
    "section": ("sections", ""),
}
_LEVELS = {"of_province": "省", "of_city": "市", "of_county": "区县"}
_SEVERAL = ("plan", "place", "city", "county", "province", "industry", "section")
_WHICH, _MANY, _SAYS = _WORDS.pattern("which"), _WORDS.pattern("how_many"), _WORDS.pattern("says")
_NOUN = _WORDS.pattern(*_SEVERAL)
_ASKED = Later(
    lambda: (
        rf"""
    (?:{_WHICH}\s?|(?P<many>{_MANY}\s?))(?:(?P<of>{_WORDS.pattern(*_LEVELS)})(?P<plans>{_WORDS.pattern("plan")})|(?P<noun>{_NOUN}))  # 哪些方案, 多少个方案
    | {_WORDS.pattern("what")}(?P<what>{_WORDS.pattern("plan", "industry", "section")})      # 什么文件
    | 的(?P<before>{_NOUN})(?:{_WORDS.pattern("are_which")}|(?P<count>{_WORDS.pattern("are_many")}))(?=\s*$)  # 提到它的方案有哪些
    | (?<!这)(?<!那)(?P<some>{_WORDS.pattern("some_count")})(?P<thing>{_NOUN})(?=[^的\0]?{_SAYS})   # 几个方案提到
    """
    ),
    *_WORDS.texts(*_SEVERAL),
    flags=re.VERBOSE,
)
#: 出现在几个方案里: several plans are counted, and not merely spoken of.
_HAPPENS = Later(
    lambda: rf"{_WORDS.pattern('happens')}(?P<counted>{_WORDS.pattern('some_count')}(?P<noun>{_NOUN}))(?![^\s]*的)",
    "几",
)
_OTHER = Later(
    lambda: rf"{_WHICH}\s?(?P<noun>{_WORDS.pattern('other')})(?!的?(?:任务|措施|目标|指标))", *_WORDS.texts("other")
)
_MENTIONS = Later(lambda: rf"{_SAYS}\s?[了到过]?\s?")
#: 税务部门 is looked for as it is said, and not 税务.
_TRADE = Table(__file__, "phrases").pattern("of_a_trade")
_CLASSES = {kind: frozenset(_WORDS.texts(kind)) for kind in _SEVERAL}


def read_holder(form: Form, question: Question) -> None:
    """Take the words that ask for plans, regions, industries or chapters.

    Raises
    ------
    Refusal
        ``unsupported`` where things are asked for of which a store has no list.
    """
    happens = _HAPPENS.search(question.free)
    asked = None if happens else _ASKED.search(question.free)
    if happens:
        question.take(*happens.span("counted"))
        form.counts_held = True
        noun = happens["noun"]
    elif asked:
        question.take(*asked.span())
        form.counts_held = bool(asked["many"] or asked["count"] or asked["some"])
        noun = asked["plans"] or asked["noun"] or asked["what"] or asked["before"] or asked["thing"]
        question.said["which_held"].append(asked[0])
    else:
        if other := _OTHER.search(question.free):
            raise Refusal("unsupported", detail=other[0])
        return
    kind = next(kind for kind in _SEVERAL if noun in _CLASSES[kind])
    form.held, form.level = _KINDS[kind]
    if asked and asked["of"]:
        form.level = next(_LEVELS[kind] for kind in _LEVELS if asked["of"] in _WORDS.texts(kind))


def mentions(text: str, words: str) -> bool:
    """Return whether a question asks what mentions some words, however titles call it: 提到绿色工厂.

    Examples
    --------
    >>> mentions("哪些方案提到了绿色工厂", "绿色工厂"), mentions("哪些方案有绿色工厂任务", "绿色工厂")
    (True, False)
    """
    return any(text[match.end() :].startswith(words) for match in _MENTIONS.finditer(text))


def is_of_level(plan: Row, level: str) -> bool:
    """Return whether the region of a plan is of a level that was asked for; every region where none was."""
    return not level or plan["level"] == level


def regions_of_level(plans: Sequence[Row], level: str) -> list[str]:
    """Return the regions of some plans that are of a level, each once."""
    return list(dict.fromkeys(str(plan["region"] or "") for plan in plans if is_of_level(plan, level)))


def settle_holder(form: Form, question: Question, plans: Sequence[Row]) -> None:
    """Decide what a form asks for that asks for plans, regions, industries or chapters.

    Parameters
    ----------
    form, question
        What was understood, and what was said.
    plans
        That are asked about: rows of the question ``plan_list``.

    Raises
    ------
    Refusal
        If the answer would pass over a word, or could mean two things.
    """
    form.ask = "number" if form.counts_held else cast(Holder, form.held)
    for kind in ("who", "owner_word", "owner_word_lead", "owner_word_support", "partners", "partners_noun"):
        if question.has(kind) and not form.owners:
            raise Refusal("not_understood", detail=question.said[kind][0])
    if len(form.agencies) > 1:
        raise Refusal("not_understood", detail="、".join(slot.written for slot in form.agencies))
    if form.held == "regions" and len(form.regions) == 1:
        # 安庆市方案涉及哪些县: those that a text names are no regions of plans.
        raise Refusal("unsupported", detail=question.said["which_held"][0] if question.has("which_held") else form.held)
    refuse_level(form, plans)
    if form.owners not in ("", "some") and not question.has("task_word"):
        if form.held != "industries" or form.owners != "no_lead":
            # No task of the plan, or some of its tasks: it is not said which.
            raise Refusal("not_understood", suggest=_clearer(form, question), detail=_said_of_owners(question))
        form.owners, form.roles, form.lacks = "", {"lead"}, True
    form.targets_held = not form.sets and question.has("target_word", "quantitative", "qualitative", "no_due")
    if form.words and mentions(question.text, form.words):
        trade = re.search(rf"{re.escape(form.words)}{_TRADE}", question.text)
        form.about, form.words = trade[0] if trade else form.words, ""
    if question.has("not") and not form.without_roles and not form.lacks:
        form.lacks = bool(form.agencies or form.about or form.industries or form.words or form.targets_held)


def settle_ranking(form: Form, question: Question, plans: Sequence[Row]) -> None:
    """Decide what a form asks for that ranks plans, regions, industries or chapters: 哪个行业任务最多.

    Raises
    ------
    Refusal
        If the ranking would pass over something.
    """
    refuse_level(form, plans)
    form.ask = "compare"
    within = form.held in ("industries", "sections")
    several = len({plan["region"] for plan in plans}) < len(plans)
    if form.agencies and (within or (form.held == "plans" and several)):
        raise Refusal("not_understood", detail=form.agencies[0].written)
    if question.has("who"):
        raise Refusal("not_understood", detail=question.said["who"][0])
    if not form.pick:
        raise Refusal("not_understood", detail=question.said["versus"][0])
    if within:
        form.top = form.top or 1


def refuse_level(form: Form, plans: Sequence[Row]) -> None:
    """Refuse a level of which no plan is loaded: 哪些县.

    Raises
    ------
    Refusal
        With the regions that there are.
    """
    if form.held in ("plans", "regions") and form.level and not regions_of_level(plans, form.level):
        raise Refusal("region_not_loaded", suggest=regions_of_level(plans, "")[:5], detail=form.level)


def _said_of_owners(question: Question) -> str:
    kinds = ("orphan", "collective", "single", "no_lead", "several_leads")
    return next(question.said[kind][0] for kind in kinds if question.has(kind))


def _clearer(form: Form, question: Question) -> list[str]:
    asked = question.said["which_held"][0] if question.has("which_held") else ""
    said = _said_of_owners(question)
    return [f"{asked}有{said}的任务", f"哪些任务{said}"] if asked else [f"哪些任务{said}"]

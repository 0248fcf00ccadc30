"""What a question says of targets beside their names: that they are counted, or that tasks set them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from graph.words import Table
from queries.answers.facts import Facts
from queries.answers.form import Form
from queries.answers.later import Later
from queries.answers.titles import plain, targets_called
from queries.answers.tokens import Question
from queries.answers.vocabulary import finder_of

__all__ = ["asks_for_setting", "counts_targets", "quoted_metric", "take_metric"]

#: 多少个目标, 几个2030年的量化指标.
_COUNTS = Later(
    lambda: (
        "(?:多少|几)(?:个|项|条)?[^谁哪的任务]{0,8}的?[^谁哪的任务]{0,4}(?:目标|指标)"
        "|(?:目标|指标)(?:一共|总共|共)?有?(?:多少|几)(?:个|项|条)|(?:how many|number of)[a-z ]{0,30}(?:targets|goals|indicators)"
    ),
    "目标",
    "指标",
    "how many",
    "number of",
)
_WORDS = Table(__file__, "setting")
#: Shorter metrics (投资, 利用率) are words of many others.
_METRIC = 4
_TARGET = rf"(?:20[0-9]{{2}}年?[底末前]?)?{_WORDS.pattern('attribute')}*(?:目标|指标)"
_TASKS = "(?:任务|措施|事项|工作)"
#: 哪些任务有量化目标, 没有目标的任务, 带指标的任务有几项.
_SETTING = Later(
    lambda: (
        rf"""
    {_WORDS.pattern("which")}{_TASKS}[里中]?[都是]?(?:(?P<none>{_WORDS.pattern("none")})|{_WORDS.pattern("some")})了?{_TARGET}
    | (?:(?P<without>{_WORDS.pattern("none")})|(?<!没){_WORDS.pattern("some")})了?{_TARGET}的{_TASKS}
    """
    ),
    "目标",
    "指标",
    flags=re.VERBOSE,
)


def take_metric(form: Form, question: Question, scope: Facts) -> None:
    """Take the metric of a target as it is written where a word of it is one of the question elsewhere: 托育机构."""
    if finder_of(question.free, "target_word").search(question.free):
        name = max((name for name in scope.metrics() if name in question.free), key=len, default="")
        other = finder_of(name, "owner_word", "task_word", "role_any", "noise").finditer(name)
        if len(name) >= _METRIC and any(len(word[0]) > 1 for word in other):
            at = question.free.index(name)
            form.words = question.take(at, at + len(name))


def counts_targets(text: str) -> bool:
    """Return whether targets are counted: 多少个目标."""
    return _COUNTS.search(text) is not None


def asks_for_setting(text: str) -> Literal["", "some", "none"]:
    """Return whether tasks are asked for that set some target, or none.

    Examples
    --------
    >>> asks_for_setting("哪些任务有量化目标"), asks_for_setting("没有目标的任务"), asks_for_setting("2027年目标")
    ('some', 'none', '')
    """
    match = _SETTING.search(text)
    if match is None:
        return ""
    return "none" if match["none"] or match["without"] else "some"


def quoted_metric(words: str, left: Sequence[str], text: str, scope: Facts) -> str:
    """Return the metric that a question names by words of which a title took some; empty if it names none.

    大宗工业固废综合利用率 is a metric, though 工业固废综合利用 is the title of a task.
    """
    said = plain(text)
    for stretch in map(plain, left):
        for name in (stretch + plain(words), plain(words) + stretch):
            if name in said and targets_called(name, scope.targets, least=0.9):
                return name
    return ""

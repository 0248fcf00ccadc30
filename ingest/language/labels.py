"""The words that announce responsibility: labels (责任单位：) and role verbs (牵头, 配合 …).

The patterns are not constants: they also find what the lexicon in force adds, so a pattern
taken apart once (`LABEL.search`) must not be kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from graph.agencies.lexicon import Lexicon, active

__all__ = ["BARE_LABEL", "LABEL", "TRIGGER", "VERB", "Words", "deadline_label", "label_role", "label_words"]

#: Label word to role. 责任单位 names co-owners, or a lead if it is one unit only.
_LABEL_ROLES = {
    "责任单位": "co_own", "责任部门": "co_own", "责任主体": "co_own", "责任机构": "co_own", "责任处室": "co_own",
    "责任科室": "co_own", "责任人": "co_own", "责任领导": "co_own", "负责单位": "co_own", "负责部门": "co_own",
    "分工": "co_own", "责任分工": "co_own", "任务分工": "co_own", "工作分工": "co_own", "职责分工": "co_own",
    "主办": "lead", "主责": "lead", "协办": "support", "参与": "support", "协助": "support", "指导": "guide",
    "牵头人": "lead", "负责人": "co_own", "完成单位": "co_own", "承担单位": "co_own", "主体责任单位": "co_own", "责任": "co_own",
    "牵头单位": "lead", "牵头部门": "lead", "牵头责任单位": "lead", "牵头负责单位": "lead", "牵头领导": "lead",
    "牵头市领导": "lead", "牵头县领导": "lead", "牵头区领导": "lead", "主管领导": "co_own", "分管领导": "co_own",
    "分管市领导": "co_own", "分管县领导": "co_own", "责任市领导": "co_own", "责任县领导": "co_own", "市级领导": "co_own",
    "县级领导": "co_own", "区级领导": "co_own", "包抓领导": "co_own", "主要责任人": "co_own", "具体责任人": "co_own",
    "直接责任人": "co_own", "第一责任人": "co_own", "工作责任人": "co_own", "牵头": "lead", "主办单位": "lead", "主责单位": "lead", "主要责任单位": "lead",
    "第一责任单位": "lead", "主责部门": "lead", "主办部门": "lead", "主管部门": "lead", "主管单位": "lead", "总牵头单位": "lead",
    "配合单位": "support", "配合部门": "support", "参与单位": "support", "参与部门": "support", "参加单位": "support",
    "参加部门": "support", "协办单位": "support", "协同单位": "support", "协同部门": "support", "协助单位": "support",
    "协助部门": "support", "支持单位": "support", "支撑单位": "support", "配合责任单位": "support", "配合": "support",
    "协作单位": "support", "协调单位": "support", "会同单位": "support", "会办单位": "support", "协办部门": "support",
    "指导单位": "guide", "指导部门": "guide", "业务指导单位": "guide", "业务指导部门": "guide", "督导单位": "guide",
    "整改责任单位": "co_own", "整改牵头单位": "lead", "整改单位": "co_own", "整改主体": "co_own", "监督单位": "guide", "监督部门": "guide", "监管单位": "guide", "监管部门": "guide", "督办单位": "guide", "督查单位": "guide",
    "成员单位": "co_own", "落实单位": "implement", "落实部门": "implement", "实施单位": "implement", "实施主体": "implement", "执行单位": "implement",
    "承办单位": "implement", "承办部门": "implement", "具体实施单位": "implement", "组织实施单位": "implement", "建设单位": "implement",
}  # fmt: skip

_DEADLINE_LABELS = frozenset(
    [
        "完成时限",
        "完成时间",
        "时限",
        "时限要求",
        "完成期限",
        "时间节点",
        "时间要求",
        "完成日期",
        "办结时限",
        "时间进度",
        "进度要求",
        "进度安排",
        "时间安排",
        "完成时间节点",
        "整改时限",
        "工作时限",
    ]
)


class Words:
    """A pattern made from the lexicon in force, with the methods of a compiled one."""

    def __init__(self, build: Callable[[Lexicon], str]) -> None:
        self._pattern = lru_cache(maxsize=4)(lambda lexicon: re.compile(build(lexicon)))

    @property
    def _now(self) -> re.Pattern[str]:
        return self._pattern(active())

    def match(self, text: str) -> re.Match[str] | None:
        """Match at the beginning of `text`."""
        return self._now.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match the whole of `text`."""
        return self._now.fullmatch(text)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the first match in `text` from an offset on."""
        return self._now.search(text, start)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Return every match in `text` between two offsets."""
        return self._now.finditer(text, start, len(text) if end is None else end)

    def sub(self, new: Callable[[re.Match[str]], str], text: str) -> str:
        """Return `text` with every match replaced."""
        return self._now.sub(new, text)


def label_role(word: str) -> str | None:
    """Return the role that a label gives, or None if `word` is no label that gives one.

    Examples
    --------
    >>> label_role("责任单位"), label_role("完成时限")
    ('co_own', None)
    """
    role = active().labels.get(word) or _LABEL_ROLES.get(word)
    return None if role == "deadline" else role


def deadline_label(word: str) -> bool:
    """Return whether a label announces a deadline."""
    return word in _DEADLINE_LABELS or active().labels.get(word) == "deadline"


#: Words that are labels only with a colon right behind them.
_SHORT = frozenset({"分工", "责任", "牵头", "配合", "主办", "协办", "参与", "协助", "指导", "主责"})


def label_words(lexicon: Lexicon) -> str:
    """Return the alternatives of a pattern for labels, longest first."""
    return _alternatives({*_LABEL_ROLES, *_DEADLINE_LABELS} - _SHORT, lexicon)


def _role_words(lexicon: Lexicon) -> str:
    return _alternatives({word for word in _LABEL_ROLES if word.endswith(("单位", "部门", "主体"))}, lexicon)


def _alternatives(words: set[str], lexicon: Lexicon) -> str:
    return "|".join(sorted({*words, *map(re.escape, lexicon.labels)}, key=len, reverse=True))


#: Role to the part of the pattern for verbs that says it.
_PARTS = {"lead": "lead", "implement": "implement", "co_own": "owner", "support": "support", "guide": "guide"}


def _verbs(lexicon: Lexicon) -> str:
    """Return the pattern for verbs with those of the lexicon put before the others of their role."""
    pattern = _VERB
    for verb, role in sorted(lexicon.verbs.items(), key=lambda item: len(item[0])):
        opening = f"(?P<{_PARTS[role]}>"
        pattern = pattern.replace(opening, f"{opening}{re.escape(verb)}|", 1)
    return pattern


def _triggers(lexicon: Lexicon) -> str:
    words = [*map(re.escape, lexicon.verbs), *(f"{re.escape(label)}(?=[:：])" for label in lexicon.labels)]
    return "|".join([_TRIGGER, *words])


#: A label with its colon, or with 为, 是 or a blank at the beginning of a sentence.
LABEL = Words(
    lambda lexicon: (
        rf"(?P<label>{label_words(lexicon)}|(?<![一-鿿])(?:{'|'.join(sorted(_SHORT))}))(?:及[一-鿿]{{2,4}})?(?:\([^()]{{0,24}}\)|;{{4,40}})?\s?:\s?"
        rf"|(?<![一-鿿“])(?P<bare>{_role_words(lexicon)}|完成时[限间])(?:[为是]| +)(?=[一-鿿]{{2}}|\d)"
    )
)

#: A label with nothing behind it but the first unit: 责任单位市财政局.
BARE_LABEL = Words(lambda lexicon: rf"(?P<bare>{_role_words(lexicon)})(?=[省市县区州盟旗各])(?!各[负司自])")

_END = r"(?=$|[,;。、)\s])"
_TO_DO = r"(?:(?:相关|有关|各项|具体)(?:工作|事项|任务))"
_VERB = (
    r"(?P<division>(?:(?:按照?|依照?|根据|依据|结合|在)?(?:各自)?(?:的)?(?:部门|工作)?(?:职责|职能|职权|任务|实际)|(?:按照?|依照?|根据|依据)(?:各自)?(?:的)?(?:责任|权限|管理权限|分工|要求))(?:任务)?(?:分工)?(?:范围)?内?(?:抓好|做好|分别|依法|共同|具体)?)?"
    r"(?:"
    r"(?P<lead>(?:总)?牵头(?:负责|组织|实施|落实|推进|推动|协调|统筹|抓总|抓好|制定|督导|督办|办理|解决|完成){0,3}|负责牵头|主办|主责|抓总|负总责)(?!单位|部门|领导|责任|人)"
    rf"|(?P<leads>(?:主抓|为主|主管|(?:负责)?统筹(?:协调|推进|实施|负责|落实|组织){{0,2}}|(?:为|是)(?:总)?牵头(?:责任)?(?:单位|部门)){_END})"
    rf"|(?P<implement>负责(?:具体)?(?:组织)?(?:落实|实施)|(?:具体|组织|分别|共同|抓好|认真|贯彻){{0,3}}(?:落实|实施|执行|承办)|具体抓落实)(?:{_END}|(?=等))"
    r"|(?P<owner>(?:主要|分别|具体|共同|各自|联合|分工|协同|分头){0,3}负责|各司其职|各负其责|承担|分工协作|(?:共同|联合|分头|分工){1,2}(?:推进|推动)(?:落实|实施)?|分工落实|职责分工"
    rf"|(?(division)(?:推进|推动|抓好|做好|开展|完成|办理)(?:落实|推进|实施|{_TO_DO})?|(?!))|(?:为|是)(?:主要|第一)?责任(?:单位|部门|主体)){_END}"
    r"|(?P<shared>(?:按照?|根据|依据|结合)(?:各自)?(?:的)?(?:部门)?(?:职责|职能)(?:任务)?(?:分工)?)(?=[,;])"
    rf"|(?P<support>(?:积极|密切|全力|协助|共同|参与|做好|给予|予以|提供){{0,3}}(?:配合|参与|参加|协助|(?<!政)协办|支持|支撑|协同|协作){{1,2}}(?:抓好|做好)?(?:实施|落实|推进|解决|工作|{_TO_DO})?|(?:为|是)(?:配合|参与|协办|协助)(?:单位|部门)){_END}"
    rf"|(?P<guide>(?:负责)?(?:业务|监督)?(?:指导|督导|督促){{1,2}}(?:落实|推进|支持|检查|实施)?|(?:负责)?监督落实|(?:跟踪)?督办){_END}"
    r")"
)

_TRIGGER = r"牵头|负责|配合|责任(?:单位|部门|主体)|(?:主管|参与|参加|协办|协同|协助|支持|指导|监督|监管|督办|落实|实施|承办|主办|成员)(?:单位|部门)(?=[:：])|会同|按职责分工|完成时限"

#: A role verb with what belongs to it, ending where a list of units may begin or the clause ends.
VERB = Words(_verbs)

#: What makes a sentence suspect of holding responsibility.
TRIGGER = Words(_triggers)

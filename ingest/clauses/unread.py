"""Trigger words outside every clause that was read: what may have been missed.

A sentence that holds 牵头, 负责, 配合 or the like and belongs to no clause is kept
with the reason that its context gives, if any. Nothing is judged unimportant here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.agencies.names import is_collective
from graph.agencies.word_tables import words_of
from graph.records import record
from ingest.clauses.words import any_of
from ingest.language.agency_lists import lists_bodies
from ingest.language.characters import SIGNS
from ingest.language.paragraphs import Paragraph
from ingest.language.role_verbs import ROLE_WORDS, TRIGGER

__all__ = ["RULES", "Coverage", "Rule", "UnreadTrigger", "find_unread", "skipped_words"]

_SENTENCE_BREAK = re.compile(r"[。！？!?\n]")
_LONGEST = 400
_WORDS = ROLE_WORDS

#: 负责, 牵头, 配合
_ROLE = _WORDS.pattern("narrated")
_BODY = words_of("endings", "duty_bearer")


_LABELLED = re.compile(
    rf"(?:{_ROLE}|{any_of('labelled')})[^，。；：:（）()\s]{{0,4}}(?:单位|部门|[处科股]室|机构|主体)[：:]\s?(?P<names>[^：:，。；;（）()\n]{{2,60}})"
)

_CALLED_ON = re.compile(
    rf"(?:^|(?<=[，,。；;]))\s*(?P<names>[^，,。；;：:（）()]{{2,60}}?){any_of('called_on')}[一-鿿]{{0,4}}?{any_of('calls')}"
)


@dataclass(frozen=True)
class Rule:
    """What the words around a trigger word make of it: the reason that is told, its pattern, and a sentence it explains."""

    name: str
    pattern: re.Pattern[str]
    example: str


def _rule(name: str, pattern: str, example: str) -> Rule:
    return Rule(name, re.compile(pattern, re.VERBOSE), example)


#: The surest rules first; the first that finds something gives the reason. None of these sentences is a responsibility
#: clause, but the last two rules may find somebody named in running text, and a reader should look.
RULES = (
    _rule("表格文字", r"\t", "序号\t任务\t责任单位"),
    _rule(
        "图例",
        rf"""
        [{SIGNS}][”\"’']?\s*[为是:：—=-]?\s*[“\"‘']?{_ROLE}  # ★为牵头单位
      | {_ROLE}(?:单位|部门)?[用以为是:：]\s*[“\"‘']?[{SIGNS}]  # 牵头单位用★表示
        """,
        "注：★为牵头单位，●为配合单位。",
    ),
    _rule(
        "名词用法",
        rf"""
        负责{any_of("noun_tail")}|{any_of("noun")}  # 负责人, 首长负责制
      | {any_of("manner")}负责  # 属地负责
      | 谁[一-鿿]{{1,4}}、?谁?负责  # 谁主管谁负责
      | [省市县乡镇村]级?负责、|(?:党委|党政)领导、?政府负责  # 党委领导、政府负责
      | (?:政府|部门)负责、[一-鿿]{{2,4}}(?:参与|协同)  # 政府负责、社会协同
        """,
        "建立首问负责制。",
    ),
    _rule(
        "泛称协作",
        rf"""
        {any_of("together")}{any_of("and")}?配合  # 密切配合
      | 配合{any_of("working")}  # 配合联动
        """,
        "做到分工协作、密切配合。",
    ),
    _rule(
        "企业或社会组织牵头",
        rf"""
        {any_of("society")}[一-鿿]{{0,8}}{_ROLE}  # 企业牵头
        """,
        "支持龙头企业牵头组建联合体。",
    ),
    _rule(
        "名词用法",
        rf"""
        {any_of("copula")}[^，。；]{{0,20}}{any_of("answerable")}  # 压实责任单位
      | 牵头{any_of("lead_noun")}  # 发挥牵头作用
      | 对[^，。；]{{2,30}}负责  # 对结果负责
        """,
        "发挥好牵头作用。",
    ),
    _rule(
        "泛指部门单位",
        rf"""
        {any_of("any")}{any_of("kind")}?{any_of("office_kind")}  # 各责任单位
      | {any_of("office")}{any_of("office_kind")}{any_of("told")}  # 牵头单位要
        """,
        "各责任单位要按月报送进展。",
    ),
    _rule("行文中的会同", _WORDS.pattern("together"), "由专班会同有资质的机构开展评估。"),
    _rule(
        "行文叙述职责",
        rf"""
        {_BODY}[^，。；]{{0,10}}{_ROLE}[一-鿿“《]  # 财政局负责统筹
      | (?:^|[，；])(?:要|应|由)?[^，。；]{{0,30}}{_ROLE}[一-鿿“《]  # 由专人负责登记
      | [要应须][^。；]{{2,60}}{_ROLE}  # 要指定专人负责
        """,
        "市财政局负责筹措资金并按月拨付。",
    ),
)


@record
class UnreadTrigger:
    """A sentence with trigger words that no clause took; `start` and `end` are offsets in the passage."""

    word: str
    count: int
    reason: str | None
    start: int
    end: int


@dataclass
class Coverage:
    """How many trigger words were seen, were read as part of clauses, and are no clause as their context shows."""

    seen: int = 0
    parsed: int = 0
    explained: int = 0

    @property
    def left_over(self) -> int:
        """Trigger words that no clause took and no context explains."""
        return self.seen - self.parsed - self.explained


def find_unread(passage: Paragraph, spans: Sequence[tuple[int, int]], coverage: Coverage) -> Iterator[UnreadTrigger]:
    """Yield the sentences of a passage whose trigger words stand outside `spans`, and count.

    Parameters
    ----------
    passage
        Text of one part.
    spans
        Offsets of the clauses that were read, ascending.
    coverage
        Counts are added to it.
    """
    open_words: dict[tuple[int, int], list[str]] = {}
    spans = sorted(spans)
    at = 0
    sentence = (0, 0)
    for match in TRIGGER.finditer(passage.folded):
        coverage.seen += 1
        while at < len(spans) and spans[at][1] <= match.start():
            at += 1
        if at < len(spans) and spans[at][0] <= match.start():
            coverage.parsed += 1
            continue
        if match.start() >= sentence[1]:
            sentence = _sentence(passage.folded, match.start(), match.end())
        open_words.setdefault(sentence, []).append(match[0])
    for (start, end), words in open_words.items():
        text = passage.folded[start:end]
        # Nothing explains a label with agencies behind it (牵头股室：农水股), nor agencies that are called on: 市应急局要牵头….
        labelled = any(
            lists_bodies(found["names"]) and not _covered(found.start(), spans)
            for found in _LABELLED.finditer(passage.folded, start, end)
        )
        called_on = any(
            lists_bodies(found["names"]) and not is_collective(found["names"]) for found in _CALLED_ON.finditer(text)
        )
        reason = (
            None if labelled or called_on else next((rule.name for rule in RULES if rule.pattern.search(text)), None)
        )
        coverage.explained += len(words) if reason else 0
        yield UnreadTrigger("、".join(dict.fromkeys(words)), len(words), reason, start, end)


def _covered(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether an offset lies in one of some spans, ascending."""
    before = bisect_right(spans, (offset, len(spans) and spans[-1][1])) - 1
    return before >= 0 and offset < spans[before][1]


def _sentence(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentence around a word, at most some hundred characters to either side."""
    low, high = max(0, start - _LONGEST), min(len(folded), end + _LONGEST)
    begin = max((match.end() for match in _SENTENCE_BREAK.finditer(folded, low, start)), default=low)
    stop = _SENTENCE_BREAK.search(folded, end, high)
    finish = stop.end() if stop else high
    while begin < finish and folded[begin].isspace():
        begin += 1
    while finish > begin and folded[finish - 1].isspace():
        finish -= 1
    return begin, finish


def skipped_words(passage: Paragraph, start: int, end: int, words: Sequence[str]) -> Iterator[UnreadTrigger]:
    """Yield the words of a clause, at `start` to `end` of the passage, that named nobody as far as could be told."""
    for word in words:
        at = passage.text.find(word, start, end)
        if at >= 0:
            yield UnreadTrigger(word, 0, None, at, at + len(word))

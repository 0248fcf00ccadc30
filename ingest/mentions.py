"""Trigger words outside every clause that was read: what may have been missed.

A sentence that holds 牵头, 负责, 配合 or the like and belongs to no clause is kept
with the reason that its context gives, if any. Nothing is judged unimportant here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.labels import TRIGGER
from ingest.text import Paragraph

__all__ = ["Coverage", "Mention", "find_mentions"]

_SENTENCE_BREAK = re.compile(r"[。！？!?\n]")
_LONGEST = 400
_REASONS = (
    (re.compile(r"负责(?:人|同志|制)|责任人"), "名词"),
    (
        re.compile(r"(?:协调|密切|相互|协同|加强|积极|衔接|沟通|协作)(?:、|和|与)?配合|配合(?:密切|协调|联动)|配合度"),
        "泛称协作",
    ),
    (
        re.compile(
            r"(?:龙头|骨干|链主|领军|大型|重点)?[一-鿿]{0,4}(?:企业|高校|院所|科研机构|单位)[一-鿿]{0,4}(?:牵头|负责)"
        ),
        "企业等牵头，非部门分工",
    ),
    (re.compile(r"(?:各|该|本|牵头|责任|配合|落实|参与|主管|有关|相关)(?:部门|单位)"), "泛指部门单位"),
    (re.compile(r"(?:由|在)[一-鿿、（）()]{2,30}(?:牵头|负责|配合|会同)|会同"), "行文叙述分工"),
)


@dataclass(frozen=True)
class Mention:
    """A sentence with trigger words that no clause took; `start` and `end` are offsets in the passage."""

    word: str
    count: int
    reason: str | None
    start: int
    end: int


@dataclass
class Coverage:
    """How many trigger words were seen, and how many of them inside clauses that were read."""

    seen: int = 0
    parsed: int = 0

    @property
    def left_over(self) -> int:
        """Trigger words outside every clause."""
        return self.seen - self.parsed


def find_mentions(passage: Paragraph, spans: Sequence[tuple[int, int]], coverage: Coverage) -> Iterator[Mention]:
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
        reason = next((name for pattern, name in _REASONS if pattern.search(text)), None)
        yield Mention("、".join(dict.fromkeys(words)), len(words), reason, start, end)


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

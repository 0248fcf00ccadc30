"""Whether a bracket without a role word can be a clause by its place alone."""

from __future__ import annotations

import re

from graph.agencies.word_tables import words_of
from ingest.clauses.named_bodies import OFFICE
from ingest.clauses.words import any_of

__all__ = ["closes"]

_NOTHING = re.compile(r"[\s,。;、]*")
_BODY_BEFORE = re.compile(rf"{words_of('endings', 'subject')}[”》]?$")
#: The title of a paper, a number, or the name of a person, alone or behind a colon.
_NAME_BEFORE = re.compile(rf"[》\d]$|(?:^|[:。;])(?:\s*[^\s:。;,]){{0,3}}$|{any_of('person_before')}[^。;]{{0,12}}$")
_SENTENCE_BEFORE = re.compile(r"[。;!][”\")]?$")
_WORDS_BEFORE = 40
_SEVERAL = re.compile(r"[、,;]")
#: One of several numbered parts of a sentence: …：（1）用地保障（市自然资源局）；（2）….
_IN_NUMBERED = re.compile(r"[:;。]\s*(?:\(\d{1,2}\)|[①-⑳]|[一二三四五六七八九十]是)[^;。]*$")
#: So far back a list is looked for of which the bracket belongs to one part.
_LONGEST_LIST = 300


def closes(folded: str, start: int, end: int, *, heading: bool, numbered: bool) -> bool:
    """Return whether a bracket can be a clause by its place alone: behind a sentence, at the end of one, or alone on its line."""
    # Only the last words before it count; the whole text of a file may stand on one line.
    before = folded[max(0, start - _WORDS_BEFORE) : start].rstrip()
    last = _NOTHING.fullmatch(folded, end) is not None
    if not before:
        return last and numbered and not heading
    if _SENTENCE_BEFORE.search(before):
        return True
    if OFFICE.search(before):
        return False  # 政策法规科（行政审批科）
    if heading and folded.find("。", 0, start) < 0 and (last or folded[end] == "。"):
        return start > 3 and (last or _BODY_BEFORE.search(before) is None)
    several = _SEVERAL.search(folded, start, end) is not None
    # 报市安委会办公室（市应急局） and 组长：张某（市应急局） only explain what stands before them.
    explains = _BODY_BEFORE.search(before) or _NAME_BEFORE.search(before)
    several = several or _IN_NUMBERED.search(folded, max(0, start - _LONGEST_LIST), start) is not None
    return (last or (several and folded[end] in "。;")) and not explains

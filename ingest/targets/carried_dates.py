"""Dates that hold for more than their sentence: 到2027年，实现以下目标：, and the year of a section of goals.

What announces a list is the deadline of its lines, written as it is. Among goals the year of the sentence before is what
a reader takes, but it is not written there: it is handed on as derived.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.targets.dates import Moment
from ingest.targets.words import any_of

__all__ = ["Handing"]

#: 到2027年，主要目标如下：
_ANNOUNCES = re.compile(rf"[:,]\s*\Z|(?:如下|(?:以下|下列)[^:。]{{0,4}}{any_of('announced')}):")
_GOALS = re.compile(r"[^。\n]{0,16}目标[^。,\n]{0,6}(?:[。\n]|\Z)")


class Handing:
    """The date that one sentence of a passage hands on to the next: `lead` holds for every line, `_now` for the rest of one."""

    def __init__(self, chars: str, lead: Moment | None) -> None:
        self.lead = self._now = lead
        self._chars = chars
        self._goals = bool(_GOALS.match(chars))
        self._begins = True

    def at(self, start: int) -> Moment | None:
        """Return the date that holds for the sentence at `start` unless it has its own."""
        self._begins = self._chars[start - 1 : start] in {"", "\n"}
        if self._begins:
            self._now = self.lead
        return self._now

    def take(self, sentence: str, heads: Sequence[Moment], *, opened: bool) -> None:
        """Take what a sentence with these dates hands on; `opened` means that it begins with one."""
        if not heads:
            return
        date = heads[-1]
        announces = _ANNOUNCES.search(sentence)
        if not announces:
            # Among goals the year of the sentence before is what is meant, but it is not written there.
            date = date._replace(due=None, derived=date.due or date.derived)
        self._now = date if announces or self._goals else None
        if announces or (opened and (self._begins or self.lead is None)):
            self.lead = self._now

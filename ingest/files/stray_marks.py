"""Markdown marks that were pasted into another format: headings, bold marks and rules.

Single asterisks and dashes are ordinary characters elsewhere and stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["HEADING", "RULE", "strip_stray_marks"]

HEADING = re.compile(r"#{1,6}(?:\s+|(?=[一-鿿（(]))")
RULE = re.compile(r"(?:[-*_]\s*){3,}|=+|`{3,}.*|~{3,}.*")
#: No more than two asterisks: 138****0000 is a number that is not to be told.
_BOLD = re.compile(r"(?<!\*)\*\*([^*]+)\*\*(?!\*)")
_STRAY = re.compile(rf"{_BOLD.pattern}|^#{{1,6}}\s")


def strip_stray_marks(lines: Sequence[str]) -> list[str]:
    """Return the lines of another format without Markdown marks that were pasted into it; as many, a rule is a blank one.

    Nothing is changed unless a line shows that there are such marks.

    Examples
    --------
    >>> strip_stray_marks(["# 一、任务", "**责任单位**：市财政局", "---"]), strip_stray_marks(["3*4", "---"])
    (['一、任务', '责任单位：市财政局', ''], ['3*4', '---'])
    """
    if not any(_STRAY.search(line) for line in lines):
        return list(lines)
    found = []
    for line in lines:
        heading = HEADING.match(line)
        plain = _BOLD.sub(r"\1", line[heading.end() :] if heading else line)
        found.append("" if RULE.fullmatch(plain) else plain.strip(" "))
    return found

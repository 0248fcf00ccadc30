"""What is printed on pages and is no text of the plan: page numbers, running heads, watermarks.

Only lines at the edges of pages are suspected, and only if they number the pages or come back
on many of them; a line with a label or a role word is never furniture, however often it
comes, since every task of a plan may end with the same words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import floor
from statistics import median

from graph.width import fold_width
from ingest.files.pdf.lines import Line
from ingest.files.words import any_of
from ingest.language.labels import LABEL
from ingest.language.role_verbs import TRIGGER

__all__ = ["furniture", "is_scanner_mark"]

_NUMBERED = re.compile(
    r"[-—–―─·•.~|\s]*第?\s*(?P<number>\d{1,4})\s*页?(?:\s*[/,]?\s*共?\s*\d{1,4}\s*页?)?[-—–―─·•.~|\s]*"
)
_DASHED = re.compile(r"[-—–―─]+\s*\d{1,4}\s*[-—–―─]+|第\s*\d{1,4}\s*页.*")
_SCANNER = re.compile(
    rf"{any_of('scanner')}|cam\s?scanner|scanned\s+(?:with|by)|tap\s?scanner",
    re.IGNORECASE,
)
#: What a browser prints at the edges, which may stand close to the text: address and time.
_PRINTED = re.compile(r"(?:https?|file)://|\d{1,2}:\d{2}")
#: The upper and the lower edge, as shares of the page's height, and in points at least.
_EDGE, _LEAST_EDGE = 0.12, 75.0
#: A running head comes back on more than this share of the pages, and on two at least.
_MANY = 0.4


def is_scanner_mark(text: str) -> bool:
    """Tell whether a line is the mark that a scanning app leaves on each page.

    Examples
    --------
    >>> is_scanner_mark("扫描全能王 创建"), is_scanner_mark("推进档案扫描")
    (True, False)
    """
    return len(text) <= 40 and _SCANNER.search(text) is not None


def furniture(pages: Sequence[tuple[float, Sequence[Line]]]) -> set[Line]:
    """Return the lines that are no text.

    Parameters
    ----------
    pages
        For each page its height and its lines outside of tables.
    """
    suspects = [_at_edges(height, lines) for height, lines in pages]
    found = {line for _, lines in pages for line in lines if is_scanner_mark(line.text)}
    # A page number is the number of the page plus the same amount on every page.
    offsets = Counter(
        offset
        for index, lines in enumerate(suspects)
        for offset in {_number(line) - index for line in lines if _number(line) >= 0}
    )
    usual = {offset for offset, count in offsets.items() if count >= max(2, len(pages) // 2)}
    apart = [_apart(height, lines) for height, lines in pages]
    heads = Counter(key for lines in apart for key in {_key(line) for line in lines})
    edges = Counter(key for lines in suspects for key in {_key(line) for line in lines})
    many = max(2, floor(_MANY * len(pages)) + 1)
    for index, (lines, (_, page)) in enumerate(zip(suspects, pages, strict=True)):
        heading = set(apart[index])
        printed = (line for line in (*page[:1], *page[-1:]) if _PRINTED.search(line.text))
        outer = {line for line in printed if edges[_key(line)] >= many}
        for line in lines:
            folded = fold_width(line.text)
            numbers_page = _DASHED.fullmatch(folded) or _number(line) - index in usual
            comes_back = (line in heading and heads[_key(line)] >= many) or line in outer
            if numbers_page or (comes_back and not LABEL.search(folded) and not TRIGGER.search(folded)):
                found.add(line)
    return found


def _at_edges(height: float, lines: Sequence[Line]) -> list[Line]:
    """Return up to two lines at the upper and two at the lower edge of a page."""
    edge = [*lines[:2], *lines[-2:]]
    far = max(_EDGE * height, _LEAST_EDGE)
    return [line for line in dict.fromkeys(edge) if line.y < far or line.y > height - far]


def _apart(height: float, lines: Sequence[Line]) -> list[Line]:
    """Return the lines at the edges that stand apart from the running text or are printed smaller."""
    steps = [line.y - before.y for before, line in pairwise(lines)]
    far = 1.4 * median(steps) if len(steps) > 4 else 0.0
    top = next((at for at in (2, 1) if at < len(lines) and steps[at - 1] > far), 0)
    bottom = next((at for at in (2, 1) if at < len(lines) and steps[-at] > far), 0)
    small = 0.8 * median(line.size for line in lines) if lines else 0.0
    apart = {*lines[:top], *lines[len(lines) - bottom :]}
    return [line for line in _at_edges(height, lines) if line in apart or line.size < small]


def _number(line: Line) -> int:
    """Return the number that a line consists of, or one that no page can have."""
    match = _NUMBERED.fullmatch(fold_width(line.text))
    return int(match["number"]) if match else -(10**6)


def _key(line: Line) -> tuple[str, int]:
    """Return what a running head has in common on all pages: its words without numbers, and its height."""
    return re.sub(r"\d+", "#", re.sub(r"\s", "", line.text)), round(line.y / 10)

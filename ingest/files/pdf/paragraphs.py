"""Lines become paragraphs again, by where they begin and end on the page.

A line goes on in the next one if that one's first word did not fit on it any more and the next
one is not indented. A number at the start of a line begins a paragraph, unless the line
before breaks off in the middle of a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from graph.width import fold_width
from ingest.files.pdf.lines import Line
from ingest.language.item_numbers import read_marker
from ingest.language.labels import LABEL

__all__ = ["Margins", "continues", "margins"]

_HAN = re.compile(r"[⺀-鿿]")
#: A line of a table of contents reaches the margin and ends there.
_LEADER = re.compile(r"[.．…·]{3,}\s*[-—(]?\s*\d{1,4}\s*[-—)]?$")
_SENTENCE_END = "。；：！？）;:!?)"


#: Text narrower than this share of the page does not show where the right margin is.
_WIDE = 0.75
#: In widths of a character: a line shorter than this never breaks off before a number.
_LONG = 18


@dataclass(frozen=True)
class Margins:
    """Where lines begin and end, how far apart they are, whether paragraphs begin with an indent and lines are justified."""

    left: float
    right: float
    pitch: float
    indented: bool
    justified: bool


def margins(lines: Sequence[Line], width: float) -> Margins | None:
    """Return the margins of the running text on pages of a width, or None if there is too little of it."""
    if len(lines) < 2:
        return None
    right = max(_usual([line.edge for line in lines], last=True), _WIDE * width)
    size = median(line.size for line in lines)
    pairs = [(before, line) for before, line in pairwise(lines) if abs(before.size - line.size) < 0.2 * size]
    # The left margin is where lines stand that follow a full line: those are seldom the first of their paragraph.
    after = [line.x0 for before, line in pairs if before.x1 > right - 1.2 * size]
    left = _usual(after or [line.x0 for line in lines], last=False)
    begin = [line.x0 - left > 1.2 * size for before, line in pairs if before.x1 < right - 3 * size]
    steps = [line.y - before.y for before, line in pairs if before.page == line.page]
    pitch = median(steps) if steps else 2 * size
    justified = sum(abs(right - line.edge) < 0.3 * size for line in lines) >= 3
    return Margins(left, right, pitch, len(begin) > 2 and sum(begin) > 0.6 * len(begin), justified)


def _is_centred(line: Line, page: Margins) -> bool:
    """Tell whether a line stands in the middle, as what is left over of a title does; an indent is not enough."""
    return line.x0 - page.left > 2.6 * line.size and abs(line.x0 + line.x1 - page.left - page.right) < line.size


def _usual(values: Sequence[float], *, last: bool) -> float:
    """Return the outermost value that several lines share, to the width of half a character."""
    counts = Counter(round(value / 4) for value in values)
    enough = max(2, 0.15 * len(values)) if len(values) > 3 else 1
    often = [at for at in counts if counts[at] + counts[at - 1] + counts[at + 1] >= enough] or list(counts)
    at = max(often) if last else min(often)
    near = [value for value in values if abs(value / 4 - at) <= 1]
    return max(near) if last else min(near)


def continues(before: Line, line: Line, over: Margins, page: Margins) -> bool:
    """Tell whether a line goes on with the paragraph of the line before it, which may stand between other margins."""
    size = max(before.size, line.size)
    # The size of a line of digits is not known well.
    if min(before.size, line.size) < 0.85 * size and all(map(_HAN.search, (before.text, line.text))):
        return False
    if _LEADER.search(before.text):
        return False
    free = over.right - before.x1
    if free > line.first + 0.5 * size:
        return False
    if line.x0 - page.left > 0.9 * size and not _is_centred(line, page):
        return False
    # Without indents such a line may end a paragraph; that it is full to the margin as well is rare.
    full = over.justified and -1.2 * size < free < 0.6 * size
    if not page.indented and before.text[-1] in "。；！？：" and not full:
        return False
    if before.page == line.page and line.y - before.y > 1.7 * page.pitch:
        return False
    folded = fold_width(line.text)
    if read_marker(folded) or LABEL.match(folded):
        breaks_off = before.text[-1] not in _SENTENCE_END and before.x1 - before.x0 > _LONG * size
        return breaks_off and page.indented
    return True

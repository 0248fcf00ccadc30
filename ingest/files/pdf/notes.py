"""Footnotes on PDF pages: small lines at the foot below a short rule; they would stand in the middle of what goes on over the page.

Word documents keep them in a part of their own, which is not read either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from graph.width import fold_width
from ingest.files.pdf.lines import Line
from ingest.files.pdf.page import Rule
from ingest.files.pdf.tables import merged

__all__ = ["without_notes"]

_MARK = re.compile(r"[(\[]?(?:\d{1,3}|[①-⑳*])[)\]]?")
#: Footnotes are printed smaller than this share of the text, below a rule shorter than this share of the page.
_SMALL, _SHORT = 0.85, 0.45


def without_notes(width: float, height: float, lines: Sequence[Line], rules: Sequence[Rule]) -> list[Line]:
    """Return the lines of a page that are no footnotes."""
    if not lines:
        return []
    size = median(line.size for line in lines)
    for rule in merged(rules):
        below = [line for line in lines if line.y > rule.at]
        if (
            rule.at > 0.3 * height
            and rule.end - rule.start < _SHORT * width
            and below
            and all(line.size < _SMALL * size for line in below)
            and _MARK.match(fold_width(below[0].text))
            and below[0].y - rule.at < 3 * size
            and abs(below[0].x0 - rule.start) < 3 * size
        ):
            return [line for line in lines if line.y <= rule.at]
    return list(lines)

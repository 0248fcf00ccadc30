"""Lines around the text of a plan: signature, date, 抄送, and the list of its annexes."""

from __future__ import annotations

import re

from graph.agencies.word_tables import words_of
from ingest.document.words import any_of
from ingest.language.agency_lists import lists_bodies
from ingest.language.item_numbers import Marker
from ingest.language.numerals import YEAR_DIGITS
from ingest.language.paragraphs import Paragraph

__all__ = ["ANNEX_LIST", "BODY_NAME", "DATE_LINE", "SIGNATURE", "is_signature", "lists_annexes"]

SIGNATURE = re.compile(rf"^\(此件|^{any_of('sent_to')}|^\(?联系人|印发$")
DATE_LINE = re.compile(
    rf"[{YEAR_DIGITS}十\d]{{4}}\s?年\s?[一二三四五六七八九十\d]{{1,3}}\s?月\s?[一二三四五六七八九十\d]{{1,3}}\s?日"
    r"|20\d\d([-./])\d{1,2}\1\d{1,2}"
)
ANNEX_LIST = re.compile(r"^附\s?(?:件|表)?\s?\d{0,2}\s?:\s?")
BODY_NAME = re.compile(rf"^[一-鿿、\s]{{2,60}}{words_of('endings', 'issuer', 'issuer_line')}$|^国务院$")


def lists_annexes(paragraph: Paragraph, marker: Marker | None, listing: bool) -> bool:
    """Return whether a paragraph belongs to the list of annexes: its first line, or a short item below that."""
    folded = paragraph.folded
    if paragraph.table:
        return False
    if ANNEX_LIST.match(folded):
        return True
    return listing and len(folded) <= 60 and "。" not in folded and (marker is None or marker.kind == "digits")


def is_signature(paragraph: Paragraph, following: Paragraph | None) -> bool:
    """Return whether a paragraph is a line of the signature: a body, a date, 抄送 and the like."""
    folded = paragraph.folded
    if following and DATE_LINE.fullmatch(following.folded) and lists_bodies(folded):
        return True
    return (
        not paragraph.table
        and len(folded) <= 60
        and (
            SIGNATURE.search(folded) is not None
            or DATE_LINE.fullmatch(folded) is not None
            or (BODY_NAME.match(folded) is not None and "、" not in folded)
        )
    )

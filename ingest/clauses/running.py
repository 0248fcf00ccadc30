"""Clauses in the running text of an item that has no other: 由市公安局会同市教育局制定细则，报市政府批准.

Only 由 before the agencies marks them, or their place as the first words (市民政局牵头，编制…): elsewhere, and behind a condition
(未按期完成的，由…), such a sentence tells how things are done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.clauses.clause import parse_clause
from ingest.clauses.locate import Located
from ingest.clauses.words import any_of
from ingest.language.agency_lists import lists_bodies
from ingest.language.labels import CLAUSE_END
from ingest.language.paragraphs import Paragraph
from ingest.language.role_verbs import ROLE_WORDS

__all__ = ["running_clauses"]

_NAMES = r"[^,;。:()“”\n]{2,60}?"
#: 由市民政局牵头制定…, 由市公安局会同市教育局提出…
_BY = re.compile(
    rf"""
    (?:^|(?<=[,;:。\s、.)前内底末]))(?<!的,){any_of("surely")}?由(?!于|此|来)
    (?P<who>{_NAMES})
    (?:{ROLE_WORDS.pattern("duty")}(?!{any_of("no_duty")})
     | {ROLE_WORDS.pattern("together")}(?P<with>{_NAMES})(?={any_of("does")}))
    (?=[^,;。]{{2}})
    """,
    re.VERBOSE,
)
#: 市民政局牵头，… as the first words of the item
_FIRST = re.compile(rf"(?P<who>{_NAMES}){ROLE_WORDS.pattern('duty')}(?=,[^,;。]{{2}})")
#: ，市财政局配合做好保障
_HELPS = re.compile(rf"[^,;。\n]*[,;]\s?(?P<clause>(?P<who>{_NAMES}){ROLE_WORDS.pattern('share.support')})")
_MOST_HELPERS = 6


def running_clauses(passage: Paragraph, begin: int, *, first_leads: bool = False) -> Iterator[Located]:
    """Yield the clauses in the running text of a passage, in text order.

    Parameters
    ----------
    passage
        The joined text of an item.
    begin
        Where its words begin, behind the number.
    first_leads
        True where a declared rule makes the first agency of a list the lead.

    Examples
    --------
    >>> from ingest.language.paragraphs import Paragraph, Piece
    >>> text = "由市民政局牵头编制目录，市财政局配合落实资金。未完成的，由市审计局负责追责。"
    >>> [[(owner.agency.name, owner.role) for owner in found.clause.owners] for found in running_clauses(Paragraph(text, (Piece(0, 0),)), 0)]
    [[('市民政局', 'lead'), ('市财政局', 'support')]]
    """
    at = begin
    first = _FIRST.match(passage.folded, begin)
    for by in [*([first] if first else []), *_BY.finditer(passage.folded, begin)]:
        company = by.groupdict().get("with")
        if by.start("who") < at or not lists_bodies(by["who"]) or not (company is None or lists_bodies(company)):
            continue
        start, end = by.start("who"), by.end()
        words = passage.text[start:end]
        for _ in range(_MOST_HELPERS):
            helps = _HELPS.match(passage.folded, end)
            if helps is None or not lists_bodies(helps["who"]):
                break
            # What is done is blanked out in what is parsed, so that offsets stay: X牵头；；；；，Y配合.
            words += CLAUSE_END * (helps.start("clause") - end) + helps["clause"]
            end = helps.end()
        clause = parse_clause(words, first_leads=first_leads)
        if clause and not clause.skipped and any(not owner.agency.collective for owner in clause.owners):
            yield Located(start, end, replace(clause, text=passage.text[start:end]))
            at = end

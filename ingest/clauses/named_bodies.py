"""Whether a clause that neither a bracket nor a label marks names bodies and nothing else.

市水利局牵头 does; 方案报送生态环境部 only ends like a body, and 龙头企业牵头 names nobody in particular.
"""

from __future__ import annotations

import re

from ingest.clauses.clause import Clause
from ingest.clauses.words import any_of
from ingest.language.agency_lists import can_name_agency, is_body
from ingest.language.role_verbs import ROLE_WORDS

__all__ = ["OFFICE", "names_bodies", "names_bodies_only", "nobody_in_particular"]

#: Words that no body has in its name: 方案报送生态环境部 ends like one.
_RUNNING = re.compile(
    rf"^[经对将在向把各]?(?:要|应(?!急))|^[对将向把]|^经(?![信济开贸管])|{ROLE_WORDS.pattern('running')}"
)
_SOCIETY = re.compile(rf"{any_of('society_kind')}*(?:{any_of('society')}、?)+")
#: Offices that answer within a bureau, by what they end in.
OFFICE = re.compile(rf"{any_of('office_end')}$")
_LONGEST_OFFICE = 10


def names_bodies_only(clause: Clause) -> bool:
    """Return whether nothing but bodies stands in a sentence that no bracket and no label marks as a clause."""
    names = [owner.agency.written for owner in clause.owners]
    return not clause.skipped and all(
        _is_body_or_office(name) and not _RUNNING.search(name) and not nobody_in_particular(name) for name in names
    )


def _is_body_or_office(name: str) -> bool:
    """Return whether a name is that of a body or of an office in one: 市财政局, 规划处."""
    return is_body(name) or (len(name) <= _LONGEST_OFFICE and OFFICE.search(name) is not None and can_name_agency(name))


def nobody_in_particular(name: str) -> bool:
    """Return whether words mean firms or associations of a kind: 龙头企业, 高校院所."""
    return _SOCIETY.fullmatch(name) is not None


def names_bodies(clause: Clause) -> bool:
    """Return whether a bracket without role word lists bodies; some of its words may be unknown."""
    bodies = sum(_is_body_or_office(owner.agency.written) for owner in clause.owners)
    return (bodies > 0 and not clause.skipped) or 2 * bodies > len(clause.owners) + len(clause.skipped)

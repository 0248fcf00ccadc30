"""Headings that name nobody but agencies, as plans that divide their tasks by agency have them: 一、市教育局（3项）.

What stands below such a heading is what those agencies have to do.
"""

from __future__ import annotations

import re

from graph.agencies.names import department_like, lookup, self_contained, split_level
from graph.words import Table
from ingest.clauses.clause import parse_clause
from ingest.clauses.locate import Located
from ingest.clauses.named_bodies import names_bodies_only
from ingest.document.outline import Section
from ingest.language.agency_lists import lists_bodies, split_agencies

__all__ = ["agency_heading"]

#: 市教育局（共3项）
_COUNT = re.compile(r"\s*[（(]共?\s*[0-9一二三四五六七八九十]{1,3}\s*[项件条个][^（）()]{0,6}[)）]$")
_WORDS = Table(__file__, "headings")
_NO_DEPARTMENT = re.compile(rf"{_WORDS.pattern('no_department')}$")


def agency_heading(section: Section) -> Located | None:
    """Return the heading of a section as the clause that it is, if it names departments and something stands below it."""
    if not section.is_numbered or section.marker is None:
        return None
    first = section.body[0]
    written = _COUNT.sub("", section.title)
    start = first.text.find(written, section.marker.end) if written else -1
    says = section.children or len(section.body) > 1 or len(first.text.rstrip("。：: ")) > start + len(section.title)
    if start < 0 or not says or not lists_bodies(written):
        return None
    agencies, _ = split_agencies(written)
    if not all(_is_department(agency.written) for agency in agencies):
        return None
    clause = parse_clause(written)
    return Located(start, start + len(written), clause) if clause and names_bodies_only(clause) else None


def _is_department(name: str) -> bool:
    """Return whether a name is that of a department beyond doubt; a 中心 may be a project, a 指挥部 has members below it."""
    level, rest = split_level(name)
    known = self_contained(name) or ((level or lookup(name)) and department_like(rest))
    return bool(known) and not _NO_DEPARTMENT.search(name)

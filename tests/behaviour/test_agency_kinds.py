"""Kinds of bodies by their many names: fixed short names, firms and banks, sub-units, zones, offices of the party.

Tables as in ``test_agency_pairs.py``: the region of the plan, then names; name@region where the plan is another one.
"""

from __future__ import annotations

from pathlib import Path

from name_pairs import failing, is_one_body, keeps_its_name, pairs

_HERE = Path(__file__).parent
#: Names of one body.
ONE_BODY = (_HERE / "agency_kinds_one_body.txt").read_text(encoding="utf-8")
#: A name, and others that are none of them the first.
NOT_ONE = (_HERE / "agency_kinds_not_one.txt").read_text(encoding="utf-8")


def test_one_body() -> None:
    assert failing(pairs(ONE_BODY), is_one_body) == []


def test_not_one_body() -> None:
    assert failing(pairs(NOT_ONE), lambda first, second: first.id != second.id) == []


def test_an_official_name_resolves_to_itself() -> None:
    every = [*pairs(ONE_BODY), *pairs(NOT_ONE)]
    assert failing(every, lambda first, second: keeps_its_name(first) and keeps_its_name(second)) == []

"""The types of the vocabulary name the same words as its tables."""

from __future__ import annotations

from typing import get_args

from graph.model.vocabulary import BASES, KINDS, ROLES, Basis, Kind, Role


def test_types_and_tables_name_the_same_words() -> None:
    assert [list(get_args(each)) for each in (Role, Basis, Kind)] == [list(ROLES), list(BASES), list(KINDS)]

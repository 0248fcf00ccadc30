"""Captions of columns, roles, grades and kinds."""

from __future__ import annotations

import re

import pytest

from graph.model.schema import BASES, KINDS, ROLES
from queries import catalogue
from zerentu.captions import COLUMNS, basis_word, column, kind_word, role_word, yes_no


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_role_grade_or_kind_is_shown_as_its_key_in_chinese_and_no_two_alike(lang: str) -> None:
    for keys, word in ((ROLES, role_word), (BASES, basis_word), (KINDS, kind_word)):
        words = [word(key, lang) for key in keys]
        assert len(set(words)) == len(keys)
        assert lang == "en" or not set(words) & set(keys)


def test_columns_have_captions_of_their_own_or_those_of_the_schema() -> None:
    assert (column("due", "zh"), column("due", "en")) == COLUMNS["due"]
    assert (column("sha256", "zh"), column("sha256", "en")) == ("校验和", "SHA-256")
    assert column("my_own_column", "zh") == "my_own_column"


def test_every_column_of_the_catalogue_has_a_chinese_caption() -> None:
    names = {item.name for query in catalogue().values() for item in query.returns}
    assert {name for name in names if not re.search("[一-鿿]", column(name, "zh"))} == set()


def test_what_is_unknown_is_shown_as_it_is() -> None:
    assert [word("nonsense", "zh") for word in (role_word, basis_word, kind_word)] == ["nonsense"] * 3


def test_yes_no_and_unknown() -> None:
    assert [yes_no(value, "zh") for value in (True, False, None)] == ["是", "", ""]
    assert [yes_no(value, "en") for value in (True, False, None)] == ["yes", "", ""]

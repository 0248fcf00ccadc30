"""Roles in words."""

from __future__ import annotations

import pytest

from graph.errors import UnknownNameError
from queries.role_words import find_role


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("牵头", "lead"),
        ("抓总", "lead"),
        ("共同负责", "co_own"),
        ("配合", "support"),
        ("指导", "guide"),
        ("落实", "implement"),
        ("LEAD", "lead"),
    ],
)
def test_a_role_in_any_word(word, role):
    assert find_role(word) == role


def test_a_word_that_is_no_role_is_refused_with_the_nearest():
    with pytest.raises(UnknownNameError) as caught:
        find_role("牵手")
    assert caught.value.nearest == ["牵头", "配合", "落实"]

"""Words that several questions share: each kind of question takes the classes that it needs."""

from __future__ import annotations

import re

import pytest

from queries.words import any_of

TITLE = "培育营造加快产业工程"


@pytest.mark.parametrize(
    ("classes", "found"),
    [
        (("verb", "verb_asked", "field", "thing_asked"), ["培育", "加快", "工程"]),
        (("verb", "verb_compared", "field", "thing_compared"), ["营造", "加快", "产业"]),
    ],
)
def test_titles_quoted_and_titles_compared_share_verbs_and_no_more(classes: tuple[str, ...], found: list[str]) -> None:
    assert re.findall(any_of(*classes), TITLE) == found


def test_a_class_of_another_room_is_an_error() -> None:
    with pytest.raises(KeyError, match="chapter"):
        any_of("chapter")

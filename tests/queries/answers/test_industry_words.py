"""Industries named as such."""

from __future__ import annotations

import pytest

from queries.answers.industry_words import called_industry, read_industries
from queries.answers.tokens import Question


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("水泥行业任务由谁负责", ["水泥"]),
        ("涉及石化的任务", ["石化"]),
        ("水泥玻璃行业任务", ["水泥玻璃"]),
        ("水泥窑改造谁负责", []),
        ("tasks about 水泥", ["水泥"]),
        ("水泥和石化行业的任务", ["水泥", "石化"]),
    ],
)
def test_industries_are_named_as_such(text, found):
    assert read_industries(Question(text), {"水泥", "石化", "水泥玻璃", "a"}) == found


def test_a_word_that_stands_as_an_industry():
    assert called_industry("食品", "食品行业谁负责") and not called_industry("食品", "食品谁负责")

"""Industries named as such."""

from __future__ import annotations

import pytest

from queries.answers.industry_words import called_industry, read_industry
from queries.answers.tokens import Question


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("水泥行业任务由谁负责", "水泥"),
        ("涉及石化的任务", "石化"),
        ("水泥玻璃行业任务", "水泥玻璃"),
        ("水泥窑改造谁负责", None),
        ("tasks about 水泥", "水泥"),
    ],
)
def test_an_industry_is_named_as_one(text, found):
    assert read_industry(Question(text), {"水泥", "石化", "水泥玻璃", "a"}) == found


def test_a_word_that_stands_as_an_industry():
    assert called_industry("食品", "食品行业谁负责") and not called_industry("食品", "食品谁负责")

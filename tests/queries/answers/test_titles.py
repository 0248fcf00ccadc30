"""Which task some words of a title mean."""

from __future__ import annotations

import pytest

from queries.answers.titles import coverage, holds, said_title, without_verbs

TITLES = ["加强河道管护", "修建亲水步道", "建设产地冷库"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("加强河道管护由谁负责", "加强河道管护"), ("亲水步道谁来修建", "亲水步道"), ("谁负责财政", None)],
)
def test_a_title_is_quoted_nearly_whole(text, words):
    span = said_title(text, TITLES)
    assert (text[slice(*span)] if span else None) == words


def test_verbs_say_nothing_of_the_subject():
    assert without_verbs("加强河道管护") == "河道管护" and without_verbs("加强") == "加强"


def test_words_in_their_order_and_pairs_of_characters():
    assert holds("低空物流发展实施方案", "低空方案") and not holds("低空物流", "物流低空")
    assert coverage("河道管护", "加强河道管护") == 1.0 and coverage("河道", "步道") == 0.0

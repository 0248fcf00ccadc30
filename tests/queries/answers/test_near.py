"""Names and role words that come nearest."""

from __future__ import annotations

from queries.answers.near import near_agencies, near_words, one_apart


def test_one_character_apart():
    assert one_apart("财政局", "财证局") and one_apart("财政局", "财局") and one_apart("财局", "财政局")
    assert (
        not one_apart("财政局", "财政局")
        and not one_apart("财政局", "教育局")
        and not one_apart("财政局", "市财政局处")
    )


def test_the_body_of_one_wrong_character_is_offered():
    known = [("市财政局", "市财政局"), ("市教育局", "市教育局")]
    assert near_agencies("市财证局", "洛阳市", "市", known) == ["市财政局"]
    assert near_agencies("市水族馆", "洛阳市", "市", known) == []


def test_a_role_word_of_one_wrong_character_is_offered():
    assert near_words("牵手") == ["牵头"]
    assert near_words("财政") == []


def test_a_slip_of_the_pen_is_never_offered():
    assert near_words("迁投") == [] and near_words("签头") == ["牵头", "挑头", "带头"]

"""Marks: which words differ, nothing of the texts lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from queries.editions.marks import mark_words

TEXTS = st.text("修缮灌渠泵站，。 12%ａb", max_size=30)


def test_words_and_numbers_differ_whole_and_signs_never() -> None:
    old, new = mark_words("新打机井80眼，推广滴灌。", "新打机井65眼；推广滴灌")
    assert [piece for piece in old if piece[1]] == [("80", True)]
    assert [piece for piece in new if piece[1]] == [("65", True)]


@given(TEXTS, TEXTS)
def test_pieces_make_up_the_texts(one: str, other: str) -> None:
    assert tuple("".join(text for text, _ in pieces) for pieces in mark_words(one, other)) == (one, other)


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert not any(mark for pieces in mark_words(text, text) for _, mark in pieces)

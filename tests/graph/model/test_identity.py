"""Ids: the same for one thing however it is spelled, another one for every other."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from graph.model.identity import fold, make_id

PARTS = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x1f")), min_size=1, max_size=4)


def test_an_id_is_the_same_for_ever() -> None:
    assert make_id("Agency", "洛阳市", "市财政局") == "agency-5d05c1182e3123ae"


@given(PARTS)
def test_an_id_says_its_label_and_has_16_digits(parts: list[str]) -> None:
    assert re.fullmatch(r"task-[0-9a-f]{16}", make_id("Task", *parts))


@given(PARTS, PARTS)
def test_two_keys_have_one_id_only_if_they_fold_to_one(one: list[str], other: list[str]) -> None:
    same = [fold(part) for part in one] == [fold(part) for part in other]
    assert (make_id("Task", *one) == make_id("Task", *other)) == same


@given(st.text("各县（）()〔〕[] \u3000０1Ａa、。"))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_spellings_of_one_phrase_fold_to_one() -> None:
    assert {
        fold(text) for text in ("各县（市、区） 人民政府", "各县〔市、区〕人民政府", "各县[市、区]\u3000人民政府")
    } == {"各县(市、区)人民政府"}

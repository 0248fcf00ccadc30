"""The table of words: every row in its class."""

from __future__ import annotations

import pytest

from queries.answers.vocabulary import finder, finder_in, words


def test_the_longest_word_is_found_first():
    assert finder("role_lead").search("市财政局总牵头的任务")[0] == "总牵头"


def test_latin_words_stand_alone():
    assert finder("who").search("who leads") and not finder("who").search("whoever leads")


def test_every_word_has_an_example_that_holds_it():
    assert [word.text for word in words() if word.text not in word.example] == []


@pytest.mark.parametrize(
    "text", ["市财政局牵头哪些任务", "which tasks are overdue", "哪些方案没有牵头单位，一共多少项", ""]
)
def test_a_finder_of_the_words_of_a_text_finds_what_that_of_all_words_does(text: str) -> None:
    everything = finder(*sorted({word.kind for word in words()} - {"noise"}))
    found = [match.span() for match in everything.finditer(text)]
    assert [match.span() for match in finder_in(text).finditer(text)] == found
    assert bool(found) is bool(text)

"""The table of words: every row in its class."""

from __future__ import annotations

from queries.answers.vocabulary import finder, words


def test_the_longest_word_is_found_first():
    assert finder("role_lead").search("市财政局总牵头的任务")[0] == "总牵头"


def test_latin_words_stand_alone():
    assert finder("who").search("who leads") and not finder("who").search("whoever leads")


def test_every_word_has_an_example_that_holds_it():
    assert [word.text for word in words() if word.text not in word.example] == []

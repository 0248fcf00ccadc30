"""The table of this room's words: patterns of its classes, and every example finds its word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ingest.industries
from graph.words import read_words
from ingest.industries.words import any_of

WORDS = read_words(Path(ingest.industries.__file__).with_name("data") / "words.tsv")


def test_a_class_matches_its_words_and_no_others() -> None:
    things = re.compile(any_of("thing"))
    assert [things.search(text) is not None for text in ("废水处理", "逆变器生产", "矿泉水生产")] == [True, True, False]


def test_a_class_that_the_table_lacks_is_an_error() -> None:
    with pytest.raises(KeyError, match="sorts"):
        any_of("thing", "sorts")


@pytest.mark.parametrize("word", [word for word in WORDS if word.example], ids=lambda word: f"{word.kind} {word.text}")
def test_an_example_holds_its_word(word) -> None:
    found = [match[0] for match in re.finditer(any_of(word.kind), word.example)]
    assert word.text in found

"""Tables of words: classes, ranks, and a class that no table has."""

from __future__ import annotations

import re

import pytest

from graph.agencies.word_tables import ranks, words_in, words_of


def test_words_of_several_classes_make_one_group_the_longest_first() -> None:
    assert [word.text for word in words_in("endings", "court", "customs")] == ["法院", "检察院", "海关"]
    assert re.search(words_of("endings", "organ", "organ_full") + "$", "市发展和改革委员会")[0] == "委员会"


def test_each_level_word_says_its_rank() -> None:
    assert [ranks().get(word) for word in ("中央", "自治区", "盟", "旗", "乡镇", "街道")] == [
        "国家", "省", "市", "区县", "乡镇", None,
    ]  # fmt: skip


def test_a_class_that_the_table_lacks_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"endings\.tsv has no class court_of_appeal"):
        words_of("endings", "court", "court_of_appeal")

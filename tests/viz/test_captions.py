"""The words of the page."""

from __future__ import annotations

import re

import pytest

from graph.errors import SettingsError
from viz.captions import LANGUAGES, words


def test_both_languages_say_the_same_things_with_the_same_values() -> None:
    chinese, english = map(words, LANGUAGES)
    held = [
        {key: sorted(re.findall(r"\{(\w+)\}", text)) for key, text in texts.items()} for texts in (chinese, english)
    ]
    assert held[0] == held[1]


def test_no_word_is_empty_and_no_english_one_is_chinese() -> None:
    assert [key for lang in LANGUAGES for key, text in words(lang).items() if not text.strip()] == []
    said = {key for key, text in words("en").items() if re.search("[\u4e00-\u9fff]", text)}
    # Words of the plans, which English speaks of by themselves.
    assert said == {"inherited_doc", "collective", "open_ended"}


def test_another_language_is_refused() -> None:
    with pytest.raises(SettingsError) as caught:
        words("fr")
    assert caught.value.zh == "没有语言 'fr'；请用 zh 或 en"

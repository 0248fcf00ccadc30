"""The words of the page in both languages."""

from __future__ import annotations

import re

import pytest

from zerentu.web.words import page_words


def test_both_languages_have_the_same_places_for_values(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {}
    for lang in ("zh", "en"):
        monkeypatch.setenv("ZERENTU_LANG", lang)
        said[lang] = {name: sorted(re.findall(r"\{\w+\}", text)) for name, text in page_words().items()}
    assert said["zh"] == said["en"]
    assert said["zh"]["working_on"] == ["{about}", "{done}", "{title}", "{total}"]

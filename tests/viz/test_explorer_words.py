"""The words of the explorer: none is missing, none is left over."""

from __future__ import annotations

import re
from pathlib import Path

from graph.model.schema import BASES, ROLES
from viz.explorer_words import explorer_words
from viz.modules import joined

VIZ = Path(__file__).resolve().parents[2] / "viz"


def test_both_languages_have_the_same_words_and_places_for_values() -> None:
    chinese, english = explorer_words("zh"), explorer_words("en")
    assert {key: set(re.findall(r"\{\w+\}", text)) for key, text in chinese.items()} == {
        key: set(re.findall(r"\{\w+\}", text)) for key, text in english.items()
    }
    assert [key for key, text in english.items() if re.search("[一-鿿]", re.sub("牵头|配合|参与|协助", "", text))] == []


def test_every_word_that_is_asked_for_is_there_and_no_other() -> None:
    scripts = joined("explorer.js")
    page = (VIZ / "templates" / "explorer.html.j2").read_text("utf-8")
    asked = {*re.findall(r'say\("(\w+[a-z])"', scripts), *re.findall(r"words\.(\w+)", page)}
    built = {f"doc_{name}" for name in (*ROLES, *BASES)} | {
        f"severity_{name}" for name in ("error", "warning", "notice")
    }
    built |= {f"light_{name}" for name in ("red", "yellow", "green", "grey")}
    assert asked | built == set(explorer_words("zh"))

"""A pattern that follows the lexicon in force, and has the methods of a compiled one."""

from __future__ import annotations

import re

from graph.agencies.lexicon import parse_lexicon, using
from ingest.language.lexicon_pattern import LexiconPattern

PATTERN = LexiconPattern(lambda lexicon: "|".join(["牵头", *map(re.escape, lexicon.verbs)]))
OWN = parse_lexicon("动词 兜底；角色 配合")


def test_the_words_of_a_lexicon_hold_while_it_is_in_force() -> None:
    text = "市财政局兜底，市水利局牵头"
    with using(OWN):
        assert [match[0] for match in PATTERN.finditer(text)] == ["兜底", "牵头"]
    assert [match[0] for match in PATTERN.finditer(text)] == ["牵头"]


def test_a_pattern_is_compiled_once_for_a_lexicon() -> None:
    built: list[object] = []
    pattern = LexiconPattern(lambda lexicon: built.append(lexicon) or "甲")
    assert [pattern.search("甲乙") is not None for _ in range(3)] == [True, True, True]
    assert len(built) == 1


def test_it_matches_between_offsets_as_a_compiled_one_does() -> None:
    text = "牵头、牵头"
    assert PATTERN.match(text, 3).span() == (3, 5)
    assert PATTERN.match(text, 3, 4) is None
    assert PATTERN.search(text, 1).span() == (3, 5)
    assert PATTERN.fullmatch("牵头、") is None
    assert [match.span() for match in PATTERN.finditer(text, 0, 4)] == [(0, 2)]
    assert PATTERN.sub(lambda match: f"<{match[0]}>", text) == "<牵头>、<牵头>"

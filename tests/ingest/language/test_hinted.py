"""A hinted pattern finds what the pattern alone finds, wherever the hint finds something."""

from __future__ import annotations

import re

from ingest.language.hinted import Hinted

PLAIN = re.compile("[^,]{2,4}均为责任单位")
HINTED = Hinted("均为", PLAIN)


def test_it_finds_what_the_pattern_alone_finds() -> None:
    for text in ("各县区均为责任单位,各镇均为责任单位", "各县区均为配合单位", "市财政局负责", ""):
        assert [found.span() for found in HINTED.finditer(text)] == [found.span() for found in PLAIN.finditer(text)]
        assert (found := HINTED.search(text)) == PLAIN.search(text) or (found and found[0] == "各县区均为责任单位")
        assert HINTED.sub(lambda found: "-" * len(found[0]), text) == PLAIN.sub(lambda found: "-" * len(found[0]), text)


def test_nothing_is_tried_without_the_hint() -> None:
    never = Hinted("下同", PLAIN)
    assert never.search("各县区均为责任单位") is None
    assert list(never.finditer("各县区均为责任单位")) == []
    assert never.sub(lambda found: "", "各县区均为责任单位") == "各县区均为责任单位"


def test_it_looks_between_two_offsets_as_the_pattern_does() -> None:
    text = "各县区均为责任单位,各镇均为责任单位"
    for start, end in ((0, len(text)), (4, len(text)), (0, 9), (5, 12), (0, 5)):
        spans = [found.span() for found in PLAIN.finditer(text, start, end)]
        assert [found.span() for found in HINTED.finditer(text, start, end)] == spans
        found = HINTED.search(text, start, end)
        assert (found and found.span()) == (spans[0] if spans else None)
    assert HINTED.match(text, 10) is not None
    assert HINTED.fullmatch(text) is None

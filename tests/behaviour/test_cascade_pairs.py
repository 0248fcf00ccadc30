"""Cascades of invented pairs of plans, judged before the first run."""

from __future__ import annotations

from pathlib import Path

import pytest
from cascade_pairs import CARE, TRADE, Pair

from zerentu import cascade, load, open_store


@pytest.mark.parametrize(
    ("pair", "above", "below"), [(CARE, "安徽省", "安庆市"), (TRADE, "湖北省", "宜昌市")], ids=["care", "trade"]
)
def test_every_link_and_verdict_is_the_judged_one(pair: Pair, above: str, below: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(pair.upper, encoding="utf-8")
    (tmp_path / "b.txt").write_text(pair.lower, encoding="utf-8")
    load([tmp_path], db=tmp_path / "a.lbug")
    with open_store(tmp_path / "a.lbug") as store:
        found = cascade(store, above, below)
    numbers = [[int(row["number"].rpartition("/")[2]) for row in rows] for rows in (found.upper, found.lower)]
    said = {(numbers[0][link.up], numbers[1][link.down]) for link in found.links}
    assert (said - pair.links - pair.doubts, pair.links - said) == (set(), set())
    verdicts = {found.upper_targets[each.up]["text"]: each.verdict for each in found.targets}
    told = {words: verdict for words in pair.targets for text, verdict in verdicts.items() if words in text}
    assert told == pair.targets

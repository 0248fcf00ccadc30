"""Cascades of invented pairs of plans, judged before the first run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cascade_pairs import CARE, CITY, TRADE, Pair

from queries.cascade.links import find_links
from queries.cascade.texts import TaskText
from zerentu import cascade, load, open_store


@pytest.mark.parametrize(
    ("pair", "above", "below"),
    [(CARE, "安徽省", "安庆市"), (TRADE, "湖北省", "宜昌市"), (CITY, "江苏省", "徐州市")],
    ids=["care", "trade", "city"],
)
def test_every_link_and_verdict_is_the_judged_one(pair: Pair, above: str, below: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(pair.upper, encoding="utf-8")
    (tmp_path / "b.txt").write_text(pair.lower, encoding="utf-8")
    load([tmp_path], db=tmp_path / "a.lbug")
    with open_store(tmp_path / "a.lbug") as store:
        found = cascade(store, above, below)
    numbers = [[int(row["number"].rpartition("/")[2]) for row in rows] for rows in (found.upper, found.lower)]
    said = {(numbers[0][link.up], numbers[1][link.down]) for link in found.links}
    assert (said - pair.links - pair.doubts, pair.links - said) == (set(), pair.missed)
    verdicts = {found.upper_targets[each.up]["text"]: each.verdict for each in found.targets}
    told = {words: verdict for words in pair.targets for text, verdict in verdicts.items() if words in text}
    assert told == pair.targets


def test_plans_on_different_subjects_have_hardly_a_counterpart() -> None:
    texts = [(_texts(pair.upper), _texts(pair.lower)) for pair in (CARE, CITY, TRADE)]
    strangers = [
        (upper[link.up].title, lower[link.down].title)
        for one, (upper, _) in enumerate(texts)
        for other, (_, lower) in enumerate(texts)
        if one != other
        for link in find_links(upper, lower)
    ]
    assert strangers == [("维护老年人权益", "摩擦应对")]  # both set up 法律援助


def _texts(plan: str) -> list[TaskText]:
    items = re.findall(r"^([0-9]+)\.([^。]+)。(.+)（", plan, re.MULTILINE)
    return [
        TaskText.of(
            {
                "task_id": number,
                "number": number,
                "part": 1,
                "title": title,
                "kind": "item",
                "clause": None,
                "text": f"{title}。{said}",
            }
        )
        for number, title, said in items
    ]

from __future__ import annotations

import pytest

from ingest.targets.selection import take


def taken(clause: str, *, dated: bool = False) -> list[tuple[float, str]]:
    found = take(clause, 0, None, dated=dated, rule=False, aside=False)
    return [(quantity.value, rule) for each in found for quantity, rule in zip(each.run, each.rules, strict=True)]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("培育龙头企业10家、园区5个", [(10, "counted"), (5, "counted")]),
        ("1000人以上村庄通达率达到100%", [(100, "governed")]),
        ("新建骨干220千伏变电站8座", [(8, "counted")]),
        ("现有站点30个", []),
    ],
)
def test_which_numbers_are_wanted_and_by_which_rule(clause: str, expected: list[tuple[float, str]]) -> None:
    assert taken(clause) == expected


def test_the_verb_of_a_clause_holds_for_the_next_one_that_only_goes_on() -> None:
    (first,) = take("培育龙头企业10家", 0, None, dated=False, rule=False, aside=False)
    (second,) = take("其中外资企业2家", 0, first.predicate, dated=False, rule=False, aside=False)
    assert ([each.value for each in second.run], second.predicate.verb) == ([2], "wish")

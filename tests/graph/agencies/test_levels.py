"""Level words: which region each means in a plan of a region, and which it means nowhere."""

from __future__ import annotations

import pytest

from graph.agencies.levels import level_word, name_ending, region_above, regions_of
from graph.agencies.regions import find


@pytest.mark.parametrize(
    ("word", "plan", "means"),
    [
        ("省", "栾川县", "河南省"),
        ("市", "栾川县", "洛阳市"),
        ("县", "栾川县", "栾川县"),
        ("县", "洛阳市", None),
        ("市", "全国", None),
        ("国家", "栾川县", "全国"),
        ("省级", "洛阳市", "河南省"),
        ("乡镇", "栾川县", "栾川县"),
        ("乡镇", "洛阳市", None),
        ("财政", "洛阳市", None),
    ],
)
def test_a_level_word_means_the_plans_own_region(word: str, plan: str, means: str | None) -> None:
    region = region_above(word, regions_of(plan))
    assert (region.name if region else None) == means


def test_a_region_that_the_gazetteer_lacks_stands_alone_with_the_rank_of_its_ending() -> None:
    assert [(region.name, region.level, region.parent) for region in regions_of("云泽市")] == [("云泽市", "市", None)]
    assert regions_of("云泽") == ()


@pytest.mark.parametrize(
    ("name", "ending"),
    [("云泽自治县", "自治县"), ("云泽特别行政区", "特别行政区"), ("云泽地区", "地区"), ("云泽", "")],
)
def test_the_longest_ending_counts(name: str, ending: str) -> None:
    assert name_ending(name) == ending


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("洛阳市", "市"),
        ("新疆生产建设兵团", "兵团"),
        ("全国", ""),
        ("内蒙古自治区", "自治区"),
        ("西咸新区", "西咸新区"),
    ],
)
def test_the_word_before_the_names_of_bodies(name: str, word: str) -> None:
    assert level_word(find(name)) == word

import pytest

from graph.agencies.committees import committee_of
from graph.agencies.resolve import resolve


@pytest.mark.parametrize(
    ("name", "line", "place", "official"),
    [
        ("民盟市委", "民盟", "市", "中国民主同盟云泽市委员会"),
        ("九三学社云泽市委会", "九三学社", "云泽市", "九三学社云泽市委员会"),
        ("农工民主党省委员会", "农工党", "省", "中国农工民主党云泽市委员会"),
        ("共青团云泽市工委", "共青团", "云泽市", "共青团云泽市委员会"),
        ("民建中央", "民建", "", "民建中央"),
    ],
)
def test_committees_of_organisations(name: str, line: str, place: str, official: str) -> None:
    found = committee_of(name)
    assert found is not None
    assert (found.functional_line, found.place, found.official("云泽市")) == (line, place, official)


@pytest.mark.parametrize("name", ["市委", "市委宣传部", "中共洛阳市委员会", "民盟", "市民建委员会"])
def test_what_is_none(name: str) -> None:
    assert committee_of(name) is None


def test_a_committee_belongs_to_its_place() -> None:
    assert [
        (found.canonical, found.region, found.level, found.kind)
        for found in (resolve("民盟省委", "洛阳市"), resolve("台盟厦门市委", "福建省"), resolve("致公党中央", "洛阳市"))
    ] == [
        ("中国民主同盟河南省委员会", "河南省", "省", "organisation"),
        ("台湾民主自治同盟厦门市委员会", "厦门市", "市", "organisation"),
        ("致公党中央", "全国", "国家", "organisation"),
    ]

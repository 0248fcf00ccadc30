import pytest

from graph.agencies.regions import find
from graph.agencies.territorial import government, territorial_body


@pytest.mark.parametrize(
    ("name", "region", "official"),
    [
        ("市政府", "洛阳市", "洛阳市人民政府"),
        ("行署", "塔城地区", "塔城地区行政公署"),
        ("州委", "恩施土家族苗族自治州", "中共恩施土家族苗族自治州委员会"),
        ("团县委", "栾川县", "共青团栾川县委员会"),
        ("民建市委", "洛阳市", "中国民主建国会洛阳市委员会"),
        ("市财政局", "洛阳市", None),
    ],
)
def test_bodies_of_the_whole_region(name: str, region: str, official: str | None) -> None:
    here = find(region)
    assert here is not None
    assert territorial_body(name, here) == official


def test_what_governs_a_region() -> None:
    places = [find(name) for name in ("洛阳市", "锡林郭勒盟", "新疆生产建设兵团", "雄安新区")]
    assert [government(place) for place in places if place] == [
        "洛阳市人民政府",
        "锡林郭勒盟行政公署",
        "新疆生产建设兵团",
        "雄安新区管理委员会",
    ]

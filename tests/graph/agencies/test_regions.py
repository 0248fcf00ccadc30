"""The gazetteer: codes, chains, short names, places in text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.agencies.regions import NATION, Region, chain, children, find, leading_place, places_in, short_name


def all_regions() -> list[Region]:
    found = [NATION]
    for region in found:
        found.extend(children(region.name, region.parent))
    return found


def test_every_region_hangs_below_the_nation() -> None:
    found = all_regions()
    levels = [region.level for region in found if region.code]
    assert levels.count("国家") == 1
    assert levels.count("省") == 34
    assert levels.count("市") > 330
    assert levels.count("区县") > 2800
    assert len({region.code for region in found if region.code}) == len(levels)


def test_every_short_name_has_two_characters_and_starts_the_name() -> None:
    for region in all_regions():
        assert region.name.startswith(short_name(region)), region
        assert len(short_name(region)) > 1, region


def test_prefectures_can_be_found_by_their_short_names() -> None:
    missed = [region.name for region in all_regions() if region.level == "市" and region.code]
    missed = [
        name for name in missed if (found := find(short_name(find(name) or NATION))) is None or found.name != name
    ]
    assert missed == ["吉林市", "海南藏族自治州"]  # usage means the provinces


@pytest.mark.parametrize(
    ("name", "code", "level"),
    [
        ("全国", "000000", "国家"),
        ("河南", "410000", "省"),
        ("内蒙古", "150000", "省"),
        ("广西", "450000", "省"),
        ("重庆", "500000", "省"),
        ("香港特别行政区", "810000", "省"),
        ("洛阳", "410300", "市"),
        ("延边", "222400", "市"),
        ("巴音郭楞", "652800", "市"),
        ("大兴安岭", "232700", "市"),
        ("锡林郭勒", "152500", "市"),
        ("东莞", "441900", "市"),
        ("恩施州", "422800", "市"),
        ("丰宁县", "130826", "区县"),
        ("济源", "419001", "区县"),
        ("象州", "451322", "区县"),
        ("东乡族自治县", "622926", "区县"),
        ("鄂伦春", "150723", "区县"),
        ("雄安新区", "", "市"),
        ("两江新区", "", "区县"),
    ],
)
def test_find(name: str, code: str, level: str) -> None:
    region = find(name)
    assert region is not None
    assert (region.code, region.level) == (code, level)


@pytest.mark.parametrize("name", ["", "市", "鼓楼区", "朝阳区", "市中区", "资源", "公安", "合作", "火星市", "宣传部"])
def test_find_refuses_what_no_one_place_bears(name: str) -> None:
    assert find(name) is None


@pytest.mark.parametrize(
    ("name", "within", "code"),
    [
        ("鼓楼区", "福州市", "350102"),
        ("鼓楼区", "江苏省", None),  # Nanjing and Xuzhou
        ("鼓楼区", "南京", "320106"),
        ("朝阳区", "北京市", "110105"),
        ("资源", "桂林市", "450329"),
        ("洛阳市", "河北省", None),
    ],
)
def test_within_tells_which(name: str, within: str, code: str | None) -> None:
    region = find(name, within)
    assert (region.code if region else None) == code


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("洛阳市", ["洛阳市", "河南省", "全国"]),
        ("象州县", ["象州县", "来宾市", "广西壮族自治区", "全国"]),
        ("济源市", ["济源市", "河南省", "全国"]),
        ("重庆市", ["重庆市", "全国"]),
        ("渝中区", ["渝中区", "重庆市", "全国"]),
        ("西咸新区", ["西咸新区", "陕西省", "全国"]),
        ("全国", ["全国"]),
        ("无此市", []),
    ],
)
def test_chain(name: str, expected: list[str]) -> None:
    assert [region.name for region in chain(name)] == expected


def test_children_are_direct() -> None:
    assert {region.name for region in children("三亚市")} == {"海棠区", "吉阳区", "天涯区", "崖州区"}
    assert "滇中新区" in {region.name for region in children("云南")}
    assert children("象州县") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("河南省工业振兴行动方案", ("河南省", 3)),
        ("河南省洛阳市工业振兴行动方案", ("洛阳市", 6)),
        ("象州县农村公路管护方案", ("象州县", 3)),
        ("石家庄市工业振兴行动方案", ("石家庄市", 4)),
        ("洛阳工业振兴", ("洛阳市", 2)),
        ("江西银保监局", ("江西省", 2)),
        ("济南市场监管", ("济南市", 2)),
        ("山东省济南市市中区方案", ("市中区", 9)),
        ("江北区域合作方案", None),
        ("资源综合利用方案", None),
        ("公安局", None),
        ("河南县（市、区）", ("河南省", 2)),
        ("市发展改革委", None),
        ("", None),
    ],
)
def test_leading_place(text: str, expected: tuple[str, int] | None) -> None:
    found = leading_place(text)
    assert (found and (found[0].name, found[1])) == expected


def test_places_in_gives_offsets() -> None:
    text = "杭州、嘉兴市人民政府，德清县和福州市鼓楼区"
    assert [(region.name, text[start:end]) for region, start, end in places_in(text)] == [
        ("杭州市", "杭州"),
        ("嘉兴市", "嘉兴市"),
        ("德清县", "德清县"),
        ("福州市", "福州市"),
        ("鼓楼区", "鼓楼区"),
    ]


@given(
    st.lists(st.sampled_from(["洛阳市", "县", "区", "资源", "鼓楼区", "河南", "省", "各", "。"]), max_size=12).map(
        "".join
    )
)
def test_places_are_ordered_and_do_not_overlap(text: str) -> None:
    end = 0
    for region, start, stop in places_in(text):
        assert end <= start < stop <= len(text)
        assert text[start:stop].startswith(short_name(region))
        assert text[stop - 1] in (region.name[-1], short_name(region)[-1])
        end = stop

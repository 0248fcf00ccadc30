import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.agency_lists import can_name_agency, complete, lists_bodies, split_agencies


def names(text: str) -> list[str]:
    return [unit.name for unit in complete(split_agencies(text)[0])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The level word, written once or missing by a slip.
        ("市发展改革委、工业和信息化局、财政局", ["市发展改革委", "市工业和信息化局", "市财政局"]),
        ("省财政厅、生态环境厅、省国资委", ["省财政厅", "省生态环境厅", "省国资委"]),
        ("市金融监管局、人行、银保监分局、投资集团", ["市金融监管局", "市人行", "市银保监分局", "市投资集团"]),
        # Names that carry their own place or nation keep it.
        ("市财政局、国家税务总局洛阳市税务局", ["市财政局", "国家税务总局洛阳市税务局"]),
        ("市发展改革委、国网石家庄供电公司", ["市发展改革委", "国网石家庄供电公司"]),
        (
            "市商务委、重庆海关、市邮政管理局、保税港区管委会",
            ["市商务委", "重庆海关", "市邮政管理局", "保税港区管委会"],
        ),
        ("国家发展改革委、工业和信息化部、财政部", ["国家发展改革委", "工业和信息化部", "财政部"]),
        # Shared endings.
        ("安庆经开区、安庆高新区管委会", ["安庆经开区管委会", "安庆高新区管委会"]),
        ("省建设厅，宁波市、义乌市人民政府", ["省建设厅", "宁波市人民政府", "义乌市人民政府"]),
        # A date right behind a name is no part of it.
        ("市民政局 市财政局 2027年6月底前", ["市民政局", "市财政局", "2027年6月底前"]),
        ("市民政局12月底前", ["市民政局", "12月底前"]),
        ("市12345热线中心", ["市12345热线中心"]),
        # 、 that separates nothing.
        ("市财政局，各县（市、区）人民政府", ["市财政局", "各县（市、区）人民政府"]),
        ("各市、县、区政府", ["各市、县、区政府"]),
        ("省财政厅，各市、县〔区〕人民政府、赣江新区管委会", ["省财政厅", "各市、县〔区〕人民政府", "赣江新区管委会"]),
        ("市直有关部门、单位，各县区", ["市直有关部门、单位", "各县区"]),
        # 和 that separates, and that does not.
        ("市财政局和市税务局", ["市财政局", "市税务局"]),
        ("市住房和城乡建设局、市文化和旅游局", ["市住房和城乡建设局", "市文化和旅游局"]),
        ("各镇（街道、园区）、各乡（镇、街道）、各功能区", ["各镇（街道、园区）", "各乡（镇、街道）", "各功能区"]),
        ("各盟行政公署、市人民政府", ["各盟行政公署、市人民政府"]),
        ("各县（区）党委和政府、市委编办", ["各县（区）党委和政府", "市委编办"]),
        ("各县市、区政府，各市、县区人民政府", ["各县市、区政府", "各市、县区人民政府"]),
        ("市政府各委、办、局，各镇、街道", ["市政府各委、办、局", "各镇、街道"]),
        ("市属各国企、驻市央企", ["市属各国企", "驻市央企"]),
        ("区发展改革局、生态环境分局、临江生态环境分局", ["区发展改革局", "区生态环境分局", "临江生态环境分局"]),
        ("洛阳市教育局、财政局，洛阳海关、各县区", ["洛阳市教育局", "洛阳市财政局", "洛阳海关", "各县区"]),
        ("财政部，各省、自治区、直辖市人民政府", ["财政部", "各省、自治区、直辖市人民政府"]),
        ("各省、自治区、直辖市及新疆生产建设兵团", ["各省、自治区、直辖市", "新疆生产建设兵团"]),
        ("各市、州、直管市、林区人民政府", ["各市、州、直管市、林区人民政府"]),
        # What belongs to a name.
        ("各地级以上市人民政府、各高等学校", ["各地级以上市人民政府", "各高等学校"]),
        ("和平区、河东区人民政府", ["和平区人民政府", "河东区人民政府"]),
        ("海口、三亚市政府", ["海口市政府", "三亚市政府"]),
        # The level of a department of the party is the committee.
        ("市委组织部、宣传部、教育局", ["市委组织部", "市委宣传部", "市教育局"]),
        ("自治区教育厅、党委宣传部、网信办", ["自治区教育厅", "自治区党委宣传部", "自治区党委网信办"]),
        ("兵团发展改革委、教育局，各师市", ["兵团发展改革委", "兵团教育局", "各师市"]),
        # Two units in one cell on two lines.
        ("市财政局 市教育局", ["市财政局", "市教育局"]),
        ("市财政局→市教育局", ["市财政局", "市教育局"]),
        ("经开区 高新园(城北镇) 各街道", ["经开区", "高新园(城北镇)", "各街道"]),
        ("国网 云泽供电公司", ["国网云泽供电公司"]),
        ("市 财政局、市卫健 委", ["市财政局", "市卫健委"]),
        ("中国移动、中国电信、中国联通云泽分公司", ["中国移动云泽分公司", "中国电信云泽分公司", "中国联通云泽分公司"]),
        ("工行、农行云泽市分行，云泽农商行", ["工行云泽市分行", "农行云泽市分行", "云泽农商行"]),
        ("地区教育局、财政局，林区", ["地区教育局", "地区财政局", "林区"]),
        ("①市公安局②人民银行云泽市分行", ["市公安局", "人民银行云泽市分行"]),
        ("1.市公安局2.市财政局", ["市公安局", "市财政局"]),
        ("区委编办、园区党工委", ["区委编办", "园区党工委"]),
    ],
)
def test_lists(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "open_ended"),
    [
        ("市财政局、市教育局等", ["市财政局", "市教育局"], True),
        ("商务部、海关总署等有关部门", ["商务部", "海关总署"], True),
        ("省公安厅等省级相关部门，各设区市政府", ["省公安厅", "各设区市政府"], True),
        ("省级有关部门", ["省级有关部门"], False),
    ],
)
def test_the_open_end_is_noticed_and_is_no_unit(text: str, expected: list[str], open_ended: bool) -> None:
    units, found = split_agencies(text)
    assert ([unit.written for unit in units], found) == (expected, open_ended)


@pytest.mark.parametrize(
    "words", ["市财政局", "各有关部门", "县级总路长", "省委网信办", "国网遂宁供电公司", "各县（市、区）人民政府"]
)
def test_units(words: str) -> None:
    assert can_name_agency(words)


@pytest.mark.parametrize(
    "words",
    [
        "各镇街",
        "各有关方面",
        "各旗县区",
        "各团场",
        "市人武部",
        "市纪委监委机关",
        "市属林场",
        "工会",
        "国网",
        "最高法",
        "农业农村部种植业司",
    ],
)
def test_groups_and_bodies_that_end_like_no_department_are_units(words: str) -> None:
    assert can_name_agency(words)


@pytest.mark.parametrize(
    "words",
    [
        "各项任务",
        "市教育局各负其责",
        "其他单位为配合单位",
        "各县区政府主体责任",
        "市教育局协助开展工作",
        "农贸市场建设",
    ],
)
def test_words_with_a_verb_in_them_are_no_units(words: str) -> None:
    assert not can_name_agency(words)


@pytest.mark.parametrize(
    "words",
    [
        "市、县（区）两级政府",
        "村（社区）",
        "镇（街道）",
        "县级人民政府",
        "设区市政府",
        "师市",
        "公立医院",
        "街道",
        "管委会",
        "保险公司",
    ],
)
def test_groups(words: str) -> None:
    assert split_agencies(words)[0][0].collective


@pytest.mark.parametrize(
    "words", ["市第一医院", "县人民医院", "城关街道", "幸福社区", "县政府", "市工业园区管委会", "市安委会办公室"]
)
def test_one_body_is_no_group(words: str) -> None:
    assert not split_agencies(words)[0][0].collective


@pytest.mark.parametrize(
    "words", ["到2025年", "以下简称领导小组", "做好服务工作", "局", "《实施方案》", "包括各类企业", "按照规定落实到位"]
)
def test_no_units(words: str) -> None:
    assert not can_name_agency(words)


AGENCIES = [
    "市财政局",
    "教育局",
    "各县（市、区）人民政府",
    "国家能源局",
    "安庆经开区",
    "团市委",
    "市委宣传部",
    "住房和城乡建设局",
]


@given(st.lists(st.sampled_from(AGENCIES), min_size=1, max_size=8), st.sampled_from(["、", "，", "、 "]))
def test_what_was_joined_comes_apart(written: list[str], separator: str) -> None:
    text = separator.join(written)
    units, open_ended = split_agencies(text)
    assert [unit.written for unit in units] == written
    assert not open_ended
    assert [text[unit.start : unit.end] for unit in units] == written
    for before, after in zip(units, complete(units), strict=True):
        assert before.written in after.name or after.name.startswith(before.written)


@given(st.text(max_size=80))
def test_any_text_has_units_that_stand_in_it(text: str) -> None:
    for unit in split_agencies(text)[0]:
        assert text[unit.start : unit.end] == unit.written


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("湖州、嘉兴市政府", ["湖州市政府", "嘉兴市政府"]),
        ("开封、洛阳市水利局", ["开封市水利局", "洛阳市水利局"]),
        ("临江、云泽、石桥市人民政府", ["临江市人民政府", "云泽市人民政府", "石桥市人民政府"]),
        ("涧西、西工区政府", ["涧西区政府", "西工区政府"]),
        ("市财政局、税务局", ["市财政局", "市税务局"]),
        ("大坝中心、省水科院", ["大坝中心", "省水科院"]),
        ("生态环境厅、省财政厅、省教育厅", ["省生态环境厅", "省财政厅", "省教育厅"]),
    ],
)
def test_places_share_the_ending_behind_them_and_a_level_word_given_once_goes_forward(
    text: str, names: list[str]
) -> None:
    assert [unit.name for unit in complete(split_agencies(text)[0])] == names


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("市财政局，市民政局", True),
        ("完善制度，市财政局、市民政局", False),
        ("市财政局，完善制度", False),
        ("（市财政局，市民政局）", False),
        ("各县（市、区），市财政局", True),
        ("，市财政局", True),
        ("1.，市财政局", False),
        ("", False),
    ],
)
def test_a_list_of_bodies_holds_nothing_else(text: str, said: bool) -> None:
    assert lists_bodies(text) is said

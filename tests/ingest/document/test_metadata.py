from typing import Any

import pytest

from graph.errors import SettingsError
from ingest.document.metadata import read_metadata
from ingest.document.reflow import reflow
from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_json import to_json

BODY = "一、任务\n1.甲。做好。（市财政局牵头，市教育局配合）\n二、保障\n1.乙。做好。（市财政局负责）\n"
STATE = "一、任务\n1.甲。做好。（国家发展改革委牵头，教育部、财政部配合）\n"


def plan(text: str, region: str | None = None) -> dict[str, Any]:
    found: dict[str, Any] = to_json(parse_document(Document("方案.txt", text, "utf-8", "0"), region=region))["plan"]
    return found


@pytest.mark.parametrize(
    ("text", "title", "region", "level"),
    [
        ("洛阳市数字车间建设行动方案\n" + BODY, "洛阳市数字车间建设行动方案", "洛阳市", "市"),
        ("新密市食品安全工作要点\n" + BODY, "新密市食品安全工作要点", "新密市", "区县"),
        ("2026年青岛市河道整治实施方案\n" + BODY, "2026年青岛市河道整治实施方案", "青岛市", "市"),
        ("湖南省车间改造行动方案\n(2026—2028年)\n" + BODY, "湖南省车间改造行动方案(2026—2028年)", "湖南省", "省"),
        (
            "中国（上海）自由贸易试验区氢能产业若干措施\n" + BODY,
            "中国（上海）自由贸易试验区氢能产业若干措施",
            "上海市",
            "省",
        ),
        ("新疆生产建设兵团车间改造实施方案\n" + BODY, "新疆生产建设兵团车间改造实施方案", "新疆生产建设兵团", "省"),
        (
            "市教育局 市财政局关于印发《洛阳市学前教育实施方案》的通知\n" + BODY,
            "市教育局市财政局关于印发《洛阳市学前教育实施方案》的通知",
            "洛阳市",
            "市",
        ),
        ("车间改造实施方案\n" + STATE, "车间改造实施方案", "全国", "国家"),
        # A province that asks the ministries names its own bodies beside them.
        ("争取支持的重点事项清单\n" + STATE + "\n" + BODY.replace("市", "省"), "争取支持的重点事项清单", None, "省"),
        ("洛阳市河道事项分工表（★牵头 ●配合）\n" + BODY, "洛阳市河道事项分工表", "洛阳市", "市"),
        ("关于促进商业发展的若干措施\n" + BODY.replace("市", "县"), "关于促进商业发展的若干措施", None, "区县"),
    ],
)
def test_title_and_region(text: str, title: str, region: str | None, level: str) -> None:
    found = plan(text)
    assert (found["title"], found["region"], found["level"]) == (title, region, level)


def test_a_notice_gives_number_issuers_and_date() -> None:
    found = plan(
        "安庆市工业和信息化局 安庆市财政局\n关于印发车间改造实施方案的通知\n庆工信〔2026〕12号\n各县（市、区）：\n现印发给你们。\n"
        "安庆市工业和信息化局 安庆市财政局\n2026年3月9日\n安庆市车间改造实施方案\n" + BODY
    )
    assert found["title"] == "安庆市车间改造实施方案"
    assert found["number"] == "庆工信〔2026〕12号"
    assert found["issuers"] == ["安庆市工业和信息化局", "安庆市财政局"]
    assert found["issued"] == "2026-03-09"


@pytest.mark.parametrize("day", ["2026-07-01", "2026.7.1", "2026年7月1日"])
def test_a_date_on_a_line_of_its_own_signs_a_notice_in_any_form(day: str) -> None:
    notice = f"关于印发《新安县产业培育方案》的通知\n各乡镇：\n现将《新安县产业培育方案》印发给你们。\n新安县人民政府\n{day}\n"
    found = plan(notice + "新安县产业培育方案\n" + BODY)
    assert (found["title"], found["issuers"], found["issued"]) == (
        "新安县产业培育方案",
        ["新安县人民政府"],
        "2026-07-01",
    )


def test_issuers_at_the_end_and_in_chinese_numerals() -> None:
    found = plan("车间改造工作方案\n" + BODY + "南京市人民政府\n二〇二六年五月十六日\n")
    assert (found["issuers"], found["issued"], found["region"]) == (["南京市人民政府"], "2026-05-16", "南京市")


@pytest.mark.parametrize("nought", "〇零○◯OＯ")
def test_years_with_any_character_for_nought(nought: str) -> None:
    found = plan(
        f"南京市行动方案\n一、任务\n（一）甲事。做好。（市财政局负责）\n南京市人民政府\n二{nought}二六年五月十六日"
    )
    assert (found["issuers"], found["issued"]) == (["南京市人民政府"], "2026-05-16")


def test_who_the_others_are_the_signature_says() -> None:
    found = plan(
        "国家发展改革委等部门关于车间改造的实施意见\n现提出如下意见。\n"
        + STATE
        + "国家发展改革委\n财政部\n2026年2月3日\n"
    )
    assert found["issuers"] == ["国家发展改革委", "财政部"]


def test_a_name_that_several_places_bear_takes_the_city_above() -> None:
    found = plan(
        "鼓楼区人民政府办公室关于印发车间改造方案的通知\n各街道：\n现印发给你们。\n福州市鼓楼区人民政府办公室\n2026年3月9日\n鼓楼区车间改造方案\n"
        + BODY
    )
    assert (found["region"], found["level"]) == ("福州市鼓楼区", "区县")


def test_a_place_that_the_gazetteer_lacks_is_vouched_for_by_its_government() -> None:
    found = plan("云泽市人民政府关于车间改造的意见\n" + BODY)
    assert (found["region"], found["level"]) == ("云泽市", "市")


def test_a_provincial_number_is_the_last_resort() -> None:
    found = plan("关于印发车间改造方案的通知\n豫政办〔2026〕3号\n各单位：\n现印发给你们。\n车间改造方案\n" + BODY)
    assert (found["region"], found["level"]) == ("河南省", "省")


@pytest.mark.parametrize("line", ["（征求意见稿）", "(送审稿)"])
def test_drafts_are_marked(line: str) -> None:
    found = plan(f"洛阳市车间改造方案\n{line}\n" + BODY)
    assert (found["draft"], found["title"]) == (True, "洛阳市车间改造方案")
    assert plan(f"洛阳市车间改造方案{line}\n" + BODY)["title"] == "洛阳市车间改造方案"


def test_the_region_can_be_given_by_hand() -> None:
    assert plan("车间改造方案\n" + BODY, region="洛阳")["region"] == "洛阳市"
    assert plan("车间改造方案\n" + BODY, region="杭州市西湖区")["region"] == "杭州市西湖区"
    with pytest.raises(SettingsError, match="4 regions are called '鼓楼区'; write one of them in full: 南京市鼓楼区"):
        plan("车间改造方案\n" + BODY, region="鼓楼区")


def test_a_blank_inside_the_number_is_no_part_of_it() -> None:
    assert plan("菏政办字 〔2026〕 7号\n菏泽市车间改造方案\n" + BODY)["number"] == "菏政办字〔2026〕7号"


@pytest.mark.parametrize(
    "last",
    ["1\t建站\t市商务局\t2026年12月31日", "完成时限：2026年12月31日", "2026年12月31日前完成"],
)
def test_a_deadline_is_never_the_date_of_the_plan(last: str) -> None:
    text = f"云泽市任务清单\n一、任务\n序号\t任务\t责任单位\t完成时限\n{last}"
    body = reflow(text)
    assert read_metadata(body[:1], [], body[1:], []).issued is None

from typing import Any

import pytest

from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.to_json import to_json


def tasks(text: str) -> list[tuple[str, list[str]]]:
    found: list[dict[str, Any]] = to_json(parse_document(Document("方案.txt", text, "utf-8", "0")))["tasks"]
    return [(task["number"], [f"{o['name']}:{o['role']}" for o in task["owners"]]) for task in found]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        # A bare list behind every sentence of a paragraph.
        ("整修道路。（市住建局）建设公园。（市园林局、市财政局）", [["市住建局:lead"], ["市园林局:co_own", "市财政局:co_own"]]),
        ("整修“样板路”。（市住建局）建设公园。", [["市住建局:lead"]]),
        # Before the stop instead of behind it.
        ("整修道路（市住建局、市财政局）；建设公园（市园林局、市财政局）。", [["市住建局:co_own", "市财政局:co_own"], ["市园林局:co_own", "市财政局:co_own"]]),
        ("整修道路（市住建局）。", [["市住建局:lead"]]),
        # What explains a name is no clause.
        ("材料报市安委会办公室（市应急局）。", [[]]),
        ("材料报市直主管部门（市应急局、市住建局）；按月调度。", [[]]),
        ("组建工作专班（市应急局、市住建局）。", [[]]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("line", ["", "\n"])
def test_where_a_list_of_bodies_is_a_clause(text: str, owners: list[list[str]], line: str) -> None:
    found = tasks(f"一、任务\n1.甲。{line}{text}")
    assert [names for _, names in found] == owners


def test_a_list_of_bodies_behind_a_heading_that_goes_on() -> None:
    text = "一、任务\n1.整修道路（市住建局）。路面平整。\n2.成立专项办公室（市应急局）。每月调度。"
    assert tasks(text) == [("一/1", ["市住建局:lead"]), ("一/2", [])]


def test_circled_numbers_in_mid_paragraph() -> None:
    text = "一、任务\n1.甲。\n①整修道路。（市住建局负责）②建设公园。（市园林局负责）"
    assert tasks(text) == [("一/1/①", ["市住建局:lead"]), ("一/1/②", ["市园林局:lead"])]


def test_labels_that_name_people_belong_to_the_clause_and_name_no_owner() -> None:
    text = (
        "一、任务\n1.整修道路。\n主管领导：王某\n责任单位：市住建局\n主要责任人：李某\n进度安排：6月底前完成\n2.做好。"
    )
    assert tasks(text) == [("一/1", ["市住建局:lead"]), ("一/2", [])]


@pytest.mark.parametrize(
    ("clause", "owners"),
    [
        ("（市教育局、市财政局等和各县区政府负责）", ["市教育局:co_own", "市财政局:co_own", "各县区政府:co_own"]),
        ("责任单位:市教育局、各乡镇(街道).", ["市教育局:co_own", "各乡镇(街道):co_own"]),
        ("\n责任单位：市教育局，各乡镇\n（街道）", ["市教育局:co_own", "各乡镇（街道）:co_own"]),
    ],
)
def test_ends_of_names(clause: str, owners: list[str]) -> None:
    assert tasks(f"一、任务\n1.甲。做好。{clause}\n2.乙。") == [("一/1", owners), ("一/2", [])]


def test_a_title_ends_before_a_bracket_with_a_label() -> None:
    found = to_json(parse_document(Document("方案.txt", "一、任务\n1.整修道路（责任科室：建设科）", "utf-8", "0")))
    assert found["tasks"][0]["title"] == "整修道路"


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        # A sentence anywhere in a paragraph that is nothing but a clause.
        ("市教育局牵头，市财政局配合。新建学校。市住建局、市教育局负责。", [["市教育局:lead", "市财政局:support"], ["市住建局:co_own", "市教育局:co_own"]]),
        ("由市应急局牵头，市公安局参加。主要职责：汇总信息。", [["市应急局:lead", "市公安局:support"]]),
        ("此项工作由市应急局牵头，市公安局配合，6月底前完成。", [["市应急局:lead", "市公安局:support"]]),
        # Running text that ends in a role word.
        ("方案报送市应急局，经市应急局会同有关部门组织评审后实施。", [[]]),
        ("日常工作由市应急局负责。经费由市财政局负责。", [[]]),
        ("企业负责。各级政府负责。坚持谁主管谁负责。", [[]]),
        ("市教育局要认真落实。市财政局、市教育局要密切配合。", [[]]),
        ("市教育局要牵头负责，市财政局要积极配合。", [[]]),
    ],
)  # fmt: skip
def test_sentences_that_are_clauses_and_that_are_not(text: str, owners: list[list[str]]) -> None:
    assert [names for _, names in tasks(f"一、任务\n1.甲。做好。{text}")] == owners


def test_decimal_numbers_nest() -> None:
    text = "一、任务\n1. 整修。\n1.1 整修道路。（市住建局负责）\n1.2 建设公园。\n1.2.1 选址。（市自然资源局负责）\n2. 体检。（市卫健委负责）"
    assert tasks(text) == [
        ("一/1/1.1", ["市住建局:lead"]),
        ("一/1/1.2/1.2.1", ["市自然资源局:lead"]),
        ("一/2", ["市卫健委:lead"]),
    ]


def test_projects_are_items_and_short_labels_need_a_colon() -> None:
    text = "一、项目\n项目一：社区食堂\n建设内容：新建食堂。\n责任单位：市民政局；协办：市财政局\n项目二：智慧平台。责任单位：市大数据局"
    assert tasks(text) == [
        ("一/项目一", ["市民政局:lead", "市财政局:support"]),
        ("一/项目二", ["市大数据局:lead"]),
    ]


@pytest.mark.parametrize("clause", ["（日常监管由市教育局负责）", "（具体由市教育局负责）", "（由市教育局负责）"])
def test_what_a_unit_answers_for_stands_before_it(clause: str) -> None:
    assert tasks(f"一、任务\n1.甲。做好。{clause}") == [("一/1", ["市教育局:lead"])]


@pytest.mark.parametrize(
    "line",
    [
        "〔牵头单位〕市住建局 〔责任单位〕市财政局、各县区",
        "（牵头单位）市住建局 （责任单位）市财政局、各县区",
        "牵头部门（单位）：市住建局；责任部门（单位）：市财政局、各县区",
        "【牵头单位】市住建局\n【责任单位】市财政局、各县区",
    ],
)
def test_labels_in_brackets_and_with_brackets(line: str) -> None:
    parsed = parse_document(Document("方案.txt", f"一、任务\n1.甲。做好。\n{line}\n2.乙。", "utf-8", "0"))
    found = to_json(parsed, coverage=True)
    owners = [f"{o['name']}:{o['role']}" for o in found["tasks"][0]["owners"]]
    assert owners == ["市住建局:lead", "市财政局:co_own", "各县区:co_own"]
    assert not found["coverage"]["sentences"]


def test_a_rule_inside_a_label() -> None:
    text = "一、任务\n1.甲。做好。\n责任单位（列首位的为牵头单位，下同）：市住建局、市财政局\n2.乙。做好。（市教育局、市财政局）"
    assert [names for _, names in tasks(text)] == [
        ["市住建局:lead", "市财政局:co_own"],
        ["市教育局:lead", "市财政局:co_own"],
    ]


def test_a_note_in_brackets_behind_the_units() -> None:
    text = (
        "一、任务\n1.甲。责任单位：市住建局、各开发区管委会（以下各项均为各县区责任，不再列出）。\n2.乙。（市财政局）"
    )
    assert [names for _, names in tasks(text)] == [
        ["市住建局:co_own", "各开发区管委会:co_own", "各县区:implement"],
        ["市财政局:lead", "各县区:implement"],
    ]


def test_a_dash_before_a_sentence_is_no_part_of_a_name() -> None:
    assert tasks("一、任务\n1.甲。做好。\n——市文旅局牵头") == [("一/1", ["市文旅局:lead"])]


@pytest.mark.parametrize(
    "text",
    [
        "成立领导小组。\n组  长：张某（市委副书记、市长）\n成  员：王某（市教育局局长）\n李某（市财政局副局长）",
        "做好。联系人：张某（市教育局）",
        "做好。\n联系电话：0379-1234567（市教育局）",
        "按照《关于做好工作的通知》（市教育局）",
    ],
)
def test_brackets_behind_people_papers_and_numbers_are_no_clauses(text: str) -> None:
    assert tasks(f"一、任务\n1.甲。{text}") == [("一/1", [])]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("做好。（牵头单位：市教育局；成员单位：市财政局）", ["市教育局:lead", "市财政局:co_own"]),
        ("做好。\n牵头单位：市教育局\n成员单位：市财政局", ["市教育局:lead", "市财政局:co_own"]),
        ("做好。成立专班（成员单位：市教育局、市财政局）。", []),
        ("做好。\n成员单位：市教育局、市财政局", []),
    ],
)
def test_members_of_a_group_answer_only_beside_a_lead(text: str, owners: list[str]) -> None:
    assert tasks(f"一、任务\n1.甲。{text}") == [("一/1", owners)]


def test_who_watches_over_a_task_guides() -> None:
    text = "一、任务\n1.甲。做好。\n实施单位：各县区\n监督单位：市生态环境局"
    assert tasks(text) == [("一/1", ["各县区:implement", "市生态环境局:guide"])]


def test_a_line_that_is_nothing_but_bodies_is_a_clause_and_a_signature_is_not() -> None:
    text = "一、任务\n1.甲。做好。\n市教育局、市财政局、各区县政府\n2.乙。由以下单位组成专班：\n市教育局、市财政局\n3.丙。做好。\n甲市教育局、甲市财政局\n2026年3月1日"
    assert tasks(text) == [
        ("一/1", ["市教育局:co_own", "市财政局:co_own", "各区县政府:co_own"]),
        ("一/2", []),
        ("一/3", []),
    ]


def test_a_whole_text_on_one_line() -> None:
    filling = "坚持把服务企业放在重要位置，持续跟踪问效。" * 40
    text = (
        f"甲市办展实施方案\n为办好展会，制定本方案。一、扩大规模（一）办好展会。{filling}（市商务局、市财政局）（二）办好论坛。做好。"
        "1.选题。（市教育局）2.邀请。（市外办牵头）二、做好保障（一）服务。一、二、三产业都有展位。（市文旅局）（二）安全。（市公安局）三、总结。做好。（市政府办）"
    )
    assert [(number, *names) for number, names in tasks(text)] == [
        ("一/（一）", "市商务局:co_own", "市财政局:co_own"),
        ("一/（二）/1", "市教育局:lead"),
        ("一/（二）/2", "市外办:lead"),
        ("二/（一）", "市文旅局:lead"),
        ("二/（二）", "市公安局:lead"),
        ("三", "市政府办:lead"),
    ]


def test_labels_of_a_rectification_plan() -> None:
    text = "一、问题\n1.扬尘问题。\n整改目标：消除扬尘。\n整改措施：加强洒水。\n整改责任单位：市住建局\n督办单位：市生态环境局\n整改时限：2026年底\n2.污水问题。"
    assert tasks(text)[0] == ("一/1", ["市住建局:lead", "市生态环境局:guide"])


def test_items_that_begin_right_behind_their_heading() -> None:
    text = "一、扩大规模1.整修道路。做好。（市住建局）2.建设公园。（市园林局）\n二、包括：1.调研；2.总结。做好。（市政府办）"
    assert tasks(text) == [
        ("一/1", ["市住建局:lead"]),
        ("一/2", ["市园林局:lead"]),
        ("二", ["市政府办:lead"]),
    ]


def test_a_bracket_that_names_offices_only_is_a_clause() -> None:
    text = "一、任务\n1.划界。完成划界。（河湖处）\n2.普查。开展普查（水资源处、监督处）。\n3.建设中心（一期）。建设服务站（试点）。"
    assert tasks(text) == [("一/1", ["河湖处:lead"]), ("一/2", ["水资源处:co_own", "监督处:co_own"]), ("一/3", [])]


def test_a_last_sentence_that_is_nothing_but_bodies_is_a_clause() -> None:
    text = "一、任务\n1.通网。行政村全部通网。县工信局、移动临江分公司、电信临江分公司。\n2.通路。修路。县交通运输局。\n3.县教育局、县民政局。"
    assert tasks(text) == [
        ("一/1", ["县工信局:co_own", "移动临江分公司:co_own", "电信临江分公司:co_own"]),
        ("一/2", []),
        ("一/3", []),
    ]

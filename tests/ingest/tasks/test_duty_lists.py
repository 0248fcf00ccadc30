import pytest
from parsed import tasks

from ingest.document.outline import outline
from ingest.document.plans import find_plans
from ingest.document.reflow import reflow
from ingest.tasks.duty_lists import read_duties


def entries(text: str) -> list[tuple[list[str], str]]:
    _, plans = find_plans(reflow(text))
    return [
        ([agency.written for agency in duty.agencies], duty.title)
        for section in outline(plans[0]).walk()
        if not section.numbered
        for duty in read_duties(section)
    ]


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("1.县教育局：负责校园安全。", ["县教育局"]),
        ("1.县教育局、县民政局：负责校园安全。", ["县教育局", "县民政局"]),
        ("1.县教育局。负责校园安全。", ["县教育局"]),
        ("1.县教育局负责校园安全。", ["县教育局"]),
        ("1.县教育局主要职责：统筹校园安全。", ["县教育局"]),
        ("1.县级河长：负责巡河护河。", ["县级河长"]),
    ],
)
def test_an_entry_is_a_numbered_item(line: str, agencies: list[str]) -> None:
    assert [found for found, _ in entries(f"一、职责分工\n{line}")] == [agencies]


@pytest.mark.parametrize(
    "line",
    [
        "1.宣传工作：做好宣传教育。",
        "1.加强领导。县教育局负责统筹。",
        "1.专人负责校园安全。",
        "1.改造社区。责任单位：县民政局",
        "1.滨河社区。清理楼道。",
        "1.改造文化站。更新设备。",
    ],
)
def test_running_text_is_no_entry(line: str) -> None:
    assert not entries(f"一、职责分工\n{line}")


def test_lines_without_numbers_are_entries_below_a_heading_of_duties_only() -> None:
    lines = "县教育局：负责校园安全。\n县公安局：维护治安秩序。\n同时做好疏导工作。\n县财政局负责落实经费。"
    assert entries(f"一、成员单位职责\n{lines}") == [
        (["县教育局"], "负责校园安全"),
        (["县公安局"], "维护治安秩序"),
        (["县财政局"], "负责落实经费"),
    ]
    assert not entries(f"一、基本情况\n{lines}")


@pytest.mark.parametrize(
    ("line", "duties"),
    [
        ("（一）规划科负责编制规划。", [(["规划科"], "", "负责编制规划")]),
        ("（一）滨河街道：转移群众。", [(["滨河街道"], "", "转移群众")]),
        ("（一）水利站站长负责观测。", [(["水利站"], "", "负责观测")]),
        ("（一）各村委会。由包村干部负责走访。", [(["各村委会"], "", "由包村干部负责走访")]),
        ("（一）由财政所负责资金。", [(["财政所"], "", "负责资金")]),
        ("（一）气象站配合开展监测。", [(["气象站"], "support", "配合开展监测")]),
        ("（一）气象站：配合开展监测。", [(["气象站"], "", "配合开展监测")]),
        (
            "（一）县公安局负责秩序，县交通局牵头疏导交通。",
            [(["县公安局"], "", "负责秩序"), (["县交通局"], "lead", "牵头疏导交通")],
        ),
        (
            "（一）县民政局：建立台账。县财政局：保障资金。",
            [(["县民政局"], "", "建立台账"), (["县财政局"], "", "保障资金")],
        ),
        ("（一）县民政局：建立台账。配合单位：县财政局", [(["县民政局"], "", "建立台账。配合单位：县财政局")]),
        ("（一）包村干部：入户走访。", []),
        ("（一）县水利局负责防汛，督促各乡镇负责巡堤。", [(["县水利局"], "", "负责防汛，督促各乡镇负责巡堤")]),
    ],
)
def test_offices_duties_and_persons(line: str, duties: list[tuple[list[str], str, str]]) -> None:
    _, plans = find_plans(reflow(f"一、职责分工\n{line}\n（二）其他。"))
    section = outline(plans[0]).children[0].children[0]
    found = read_duties(section)
    assert [([agency.written for agency in duty.agencies], duty.role, duty.title) for duty in found] == duties
    assert "".join(duty.passage.text for duty in found) in ("", section.passage.text)


def test_items_that_are_all_entries_are_a_list_below_any_heading() -> None:
    items = "（一）市民政局：建立台账。\n（二）市财政局：保障资金。"
    assert [each[-1] for each in tasks(f"养老方案\n一、工作任务\n{items}")] == [["市民政局:lead"], ["市财政局:lead"]]
    assert [each[-1] for each in tasks(f"养老方案\n一、工作任务\n{items}\n（三）加强宣传。")] == [[], [], []]


def test_a_file_may_hold_nothing_but_duties() -> None:
    text = "县防汛指挥部成员单位职责分工\n县水利局负责防汛。\n县财政局负责资金。（配合单位：县审计局）"
    assert tasks(text) == [
        ("", 1, "负责防汛", ["县水利局:lead"]),
        ("", 2, "负责资金。（配合单位：县审计局）", ["县财政局:lead", "县审计局:support"]),
    ]


def test_members_of_a_leading_group_have_no_tasks() -> None:
    assert tasks("一、领导小组\n（一）组成人员\n组长：王某\n（二）会议。按月召开。") == [("一/（二）", 1, "会议", [])]


def test_who_only_helps_with_a_duty_has_no_entry() -> None:
    text = "一、职责分工\n1.县水利局牵头编制规划，县财政局、水文站配合。\n2.县气象局负责预报；县水文局协助开展监测。"
    assert tasks(text) == [
        ("一/1", 1, "牵头编制规划，县财政局、水文站配合", ["县水利局:lead", "县财政局:support", "水文站:support"]),
        ("一/2", 1, "负责预报", ["县气象局:lead"]),
        ("一/2", 2, "协助开展监测", ["县水文局:support"]),
    ]


def test_who_belongs_to_a_group_gets_no_duty() -> None:
    text = "市甲预案任务分工\n一、体系\n（一）指挥部\n指挥长：市长\n副指挥长：分管副市长\n成员单位：市应急局、市水利局\n（二）成员单位职责\n市应急局：负责抢险。\n市水利局：负责调度。"
    assert tasks(text) == [
        ("一/（一）", 1, "指挥部", []),
        ("一/（二）", 1, "负责抢险", ["市应急局:lead"]),
        ("一/（二）", 2, "负责调度", ["市水利局:lead"]),
    ]

import pytest
from parsed import parse, tasks

from graph.errors import ParseError


def test_general_chapters_hold_no_measures_and_working_ones_do() -> None:
    text = "一、总体要求\n（一）指导思想\n以人为本。\n（二）主要目标\n到2027年见效。\n二、重点任务\n（一）优化服务。做好。（市财政局负责）\n三、工作要求\n（一）强化统筹。抓好落实工作。"
    assert tasks(text) == [("二/（一）", 1, "优化服务", ["市财政局:lead"]), ("三/（一）", 1, "强化统筹", [])]


@pytest.mark.parametrize("title", ["重大意义", "充分认识重要意义", "指导思想和工作目标", "工作背景"])
def test_chapters_that_only_introduce_hold_no_measures(title: str) -> None:
    assert [number for number, *_ in tasks(f"一、{title}\n做好工作。\n二、提高思想认识\n做好工作。")] == ["二"]


def test_a_clause_in_a_general_chapter_is_not_lost() -> None:
    assert tasks("一、工作目标\n（一）提升服务。做好。（市财政局负责）\n（二）见效。") == [
        ("一/（一）", 1, "提升服务", ["市财政局:lead"])
    ]


def test_several_clauses_make_several_measures_and_rest_belongs_to_the_last() -> None:
    text = "一、任务\n1.优化服务。甲。（市财政局负责）乙。（市教育局牵头，市税务局配合）丙。"
    found = parse(text)["tasks"]
    assert [(t["part"], t["of"], t["clause"]) for t in found] == [
        (1, 2, "市财政局负责"),
        (2, 2, "市教育局牵头，市税务局配合"),
    ]
    assert [t["text"] for t in found] == ["1.优化服务。甲。（市财政局负责）", "乙。（市教育局牵头，市税务局配合）丙。"]


def test_a_clause_at_a_higher_level_is_inherited() -> None:
    text = "一、任务\n（一）行动\n统筹推进。（市财政局牵头，市教育局等按职责分工负责）\n1.甲。做好。\n2.乙。做好。（市税务局负责）"
    assert tasks(text) == [
        ("一/（一）/1", 1, "甲", ["市财政局:lead*", "市教育局:co_own*"]),
        ("一/（一）/2", 1, "乙", ["市税务局:lead", "市财政局:lead*", "市教育局:co_own*"]),
    ]
    assert [t["open_ended"] for t in parse(text)["tasks"]] == [True, False]


def test_label_lines_are_one_clause_with_a_deadline() -> None:
    text = "一、任务\n1．清理清单。做好。\n牵头部门：省司法厅\n参与部门：省级有关部门\n完成时限：2027年6月底前\n2．公开清单。"
    (first, second) = parse(text)["tasks"]
    assert first["clause"] == "牵头部门：省司法厅；参与部门：省级有关部门；完成时限：2027年6月底前"
    assert first["deadline"] == "2027年6月底前"
    assert [(o["name"], o["role"]) for o in first["owners"]] == [("省司法厅", "lead"), ("省级有关部门", "support")]
    assert second["owners"] == []


def test_an_unclosed_bracket_ends_at_the_line() -> None:
    text = "一、任务\n1.甲。做好。（责任单位：市财政局、市教育局，各县（市、区）政府\n2.乙。做好。"
    assert tasks(text) == [
        ("一/1", 1, "甲", ["市财政局:co_own", "市教育局:co_own", "各县（市、区）政府:co_own"]),
        ("一/2", 1, "乙", []),
    ]


def test_labels_on_lines_of_their_own_inside_one_bracket() -> None:
    text = "一、任务\n1.甲。做好。（牵头单位：市财政局\n配合单位：市教育局\n完成时限：2026年底前）\n2.乙。做好。"
    assert tasks(text)[0][3] == ["市财政局:lead", "市教育局:support"]
    first = parse(text)["tasks"][0]
    assert (first["clause"], first["deadline"]) == (
        "牵头单位：市财政局；配合单位：市教育局；完成时限：2026年底前",
        "2026年底前",
    )


def test_a_bare_list_in_a_bracket_at_the_end_is_a_clause_and_an_explanation_is_not() -> None:
    text = "一、任务\n1.甲。做好。（市委宣传部、市文化和旅游局）\n2.乙。按有关规定（详见附表）做好。\n3.丙。落实平台（PPP）建设。（试行）"
    assert tasks(text) == [
        ("一/1", 1, "甲", ["市委宣传部:co_own", "市文化和旅游局:co_own"]),
        ("一/2", 1, "乙", []),
        ("一/3", 1, "丙", []),
    ]


def test_a_duty_list_names_the_unit_first() -> None:
    text = "一、部门职责\n（一）成员单位职责\n1.县财政局：落实所需资金，统筹安排专项资金并监管使用情况。\n2.县公安局交警大队：查处违法行为。"
    assert tasks(text) == [
        ("一/（一）/1", 1, "落实所需资金，统筹安排专项资金并监管使用情况", ["县财政局:lead"]),
        ("一/（一）/2", 1, "查处违法行为", ["县公安局交警大队:lead"]),
    ]


def test_a_plan_without_numbers_has_a_measure_for_each_clause() -> None:
    found = tasks("做好春季服务工作。统筹安排。（市财政局牵头）\n加强督促检查。定期通报。（市政府督查室负责）")
    assert found == [("", 1, "做好春季服务工作", ["市财政局:lead"]), ("", 2, "加强督促检查", ["市政府督查室:lead"])]


def test_what_is_no_plan_is_refused_with_the_remedy() -> None:
    with pytest.raises(ParseError, match="neither a numbered item"):
        parse("今天天气很好。\n我们去公园散步。")


def test_offsets_and_lines_point_at_the_words() -> None:
    text = "一、任务\n1.优化服务，推动重点领域改革，完善配套政策体系，提升窗口单位办理效率。（市财\n\n政局牵头，市教育局配合）\n"
    (task,) = parse(text)["tasks"]
    assert task["line"] == 2
    assert text[task["start"] : task["end"]].replace("\n", "") == task["text"]
    (lead, support) = task["owners"]
    assert text[lead["start"] : lead["end"]].replace("\n", "") == "（市财政局牵头，市教育局配合）"
    assert support["quote"] == "市财政局牵头，市教育局配合"


def test_words_left_over_are_counted_and_listed() -> None:
    text = "一、任务\n1.甲。鼓励龙头企业牵头组建联合体。各部门要密切配合。（市财政局负责）\n2.乙。由市商务局适时牵头开展检查。"
    coverage = parse(text, coverage=True)["coverage"]
    assert (coverage["seen"], coverage["parsed"], coverage["explained"], coverage["left_over"]) == (4, 1, 3, 0)
    assert [(s["number"], s["word"], s["line"]) for s in coverage["sentences"]] == [
        ("一/1", "牵头", 2),
        ("一/1", "配合", 2),
        ("一/2", "牵头", 3),
    ]


@pytest.mark.parametrize(
    ("clause", "owners"),
    [
        # A role on one member of a list.
        ("责任单位：市教育局（牵头）、市财政局、市卫健委", ["市教育局:lead", "市财政局:co_own", "市卫健委:co_own"]),
        # The label speaks for what stands before the comma, the verb for the rest.
        ("牵头单位：市公安局，市司法局、市民政局参与", ["市公安局:lead", "市司法局:support", "市民政局:support"]),
        ("责任单位：市教育局，市财政局配合", ["市教育局:lead", "市财政局:support"]),
        # Each unit with its own duty.
        ("市公安局负责治安管理，市交通局负责车辆调度", ["市公安局:co_own", "市交通局:co_own"]),
        # 按职责分工 in the middle.
        (
            "市公安局、市司法局按照职责分工，各县（市、区）政府负责",
            ["市公安局:co_own", "市司法局:co_own", "各县（市、区）政府:co_own"],
        ),
        # One collective with two heads.
        ("责任单位：各县（市、区）党委、政府，市财政局", ["各县（市、区）党委、政府:co_own", "市财政局:co_own"]),
        ("市直相关部门和各县区按职责分工负责", ["市直相关部门:co_own", "各县区:co_own"]),
        (
            "市教育局牵头，市财政局等有关部门及各县区政府按职责分工负责",
            ["市教育局:lead", "市财政局:co_own", "各县区政府:co_own"],
        ),
        ("市教育局牵头，会同市财政局、市人社局落实", ["市教育局:lead", "市财政局:support", "市人社局:support"]),
        ("市教育局负总责，市财政局配合", ["市教育局:lead", "市财政局:support"]),
        ("州教育局牵头，财政局，各县市人民政府配合", ["州教育局:lead", "州财政局:support", "各县市人民政府:support"]),
        ("自治区教育厅、财政厅负责", ["自治区教育厅:co_own", "自治区财政厅:co_own"]),
        ("牵头单位：县教育局 责任单位：县财政局 县民政局", ["县教育局:lead", "县财政局:co_own", "县民政局:co_own"]),
    ],
)
@pytest.mark.parametrize("brackets", ["（）", "()", "〔〕", "［］", "【】"])
def test_clauses_in_brackets_of_every_kind(clause: str, owners: list[str], brackets: str) -> None:
    assert tasks(f"一、任务\n1.甲。做好。{brackets[0]}{clause}{brackets[1]}") == [("一/1", 1, "甲", owners)]


@pytest.mark.parametrize(
    "line",
    [
        "责任单位：市教育局",
        "——责任单位：市教育局",
        "◆责任单位: 市教育局",
        "责任单位：\n市教育局",
        "【责任单位】市教育局",
        "［责任单位］：市教育局",
    ],
)
def test_label_lines_with_marks_before_them(line: str) -> None:
    assert tasks(f"一、任务\n1.甲。做好。\n{line}\n2.乙。做好。") == [
        ("一/1", 1, "甲", ["市教育局:lead"]),
        ("一/2", 1, "乙", []),
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1.1 甲。做好。\n1.2 乙。做好。", ["一/1.1", "一/1.2"]),
        ("1）甲。做好。\n2）乙。做好。", ["一/1）", "一/2）"]),
        ("任务一：甲。做好。\n任务二：乙。做好。", ["一/任务一", "一/任务二"]),
        ("①甲。做好。\n②乙。做好。", ["一/①", "一/②"]),
        ("（一）甲。做好。（市财政局负责）（二）乙。做好。", ["一/（一）", "一/（二）"]),
        ("（一）甲。1.丙。做好。（市财政局负责）2.丁。做好。", ["一/（一）/1", "一/（一）/2"]),
        ("（一）甲。一是做好。二是做实。（市财政局负责）", ["一/（一）"]),
        ("（一）甲。具体包括：1.丙；2.丁。做好。", ["一/（一）"]),
    ],
)
def test_numbers_of_other_kinds_and_in_mid_paragraph(text: str, numbers: list[str]) -> None:
    assert [number for number, *_ in tasks(f"一、任务\n{text}")] == numbers


def test_articles_and_chapters_of_rules() -> None:
    text = "第一章 任务\n第一条 甲。做好。（市财政局负责）\n第二条 乙。做好。\n第二章 保障\n第三条 丙。做好。"
    assert [number for number, *_ in tasks(text)] == ["第一章/第一条", "第一章/第二条", "第二章/第三条"]


def test_an_owner_list_behind_a_heading_is_its_clause() -> None:
    assert tasks("一、任务\n1.甲项目（市公安局、市交通局）\n做好服务。") == [
        ("一/1", 1, "甲项目", ["市公安局:co_own", "市交通局:co_own"])
    ]


def test_words_of_a_clause_that_name_nobody_are_shown() -> None:
    found = parse("一、任务\n1.甲。做好。（责任单位：市政府办，市教育、财政等部门）", coverage=True)
    assert [o["name"] for o in found["tasks"][0]["owners"]] == ["市政府办"]
    assert [(s["word"], s["text"], s["line"]) for s in found["coverage"]["sentences"]] == [
        ("市教育", "市教育", 2),
        ("财政", "财政", 2),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "（市财政局牵头，市教育局配合）",
        "牵头单位：市财政局；配合单位：市教育局",
        "牵头单位：市财政局\n配合单位：市教育局",
        "市财政局牵头，市教育局配合。",
        "整个行动按月调度。（市财政局牵头，市教育局配合）",
    ],
)
def test_a_clause_behind_the_last_item_of_a_section_speaks_for_all_of_them(line: str) -> None:
    assert tasks(f"一、任务\n（一）行动\n1.甲。做好。\n2.乙。做好。\n{line}\n（二）保障。做实。") == [
        ("一/（一）/1", 1, "甲", ["市财政局:lead*", "市教育局:support*"]),
        ("一/（一）/2", 1, "乙", ["市财政局:lead", "市教育局:support"]),
        ("一/（二）", 1, "保障", []),
    ]


def test_a_label_block_speaks_for_the_items_beside_its_group_and_says_when_they_are_due() -> None:
    block = "责任科室：水保科\n完成时限：2031年9月底"
    found = parse(
        f"一、护堤\n（一）年度计划\n查清堤防。\n（二）具体措施\n1.查堤。\n2.修堤。\n{block}\n二、值守\n排班。"
    )
    assert [(t["number"], [o["inherited"] for o in t["owners"]], t.get("deadline")) for t in found["tasks"]] == [
        ("一/（一）", [True], "2031年9月底"),
        ("一/（二）/1", [True], "2031年9月底"),
        ("一/（二）/2", [False], "2031年9月底"),
        ("二", [], None),
    ]


def test_a_clause_in_a_second_paragraph_is_its_own_where_others_have_one_too() -> None:
    text = "一、护堤\n1.查堤。查清。\n按月报告。\n2.修堤。修好。\n按周报告。（市水利局负责）"
    assert tasks(text) == [("一/1", 1, "查堤", []), ("一/2", 1, "修堤", ["市水利局:lead"])]


def test_a_clause_behind_the_last_item_is_its_own_where_others_have_theirs() -> None:
    text = "一、任务\n1.甲。做好。\n责任单位：市财政局\n2.乙。做好。\n责任单位：市教育局"
    assert tasks(text) == [("一/1", 1, "甲", ["市财政局:lead"]), ("一/2", 1, "乙", ["市教育局:lead"])]


def test_units_on_lines_of_their_own_behind_a_label() -> None:
    assert tasks("一、任务\n1.甲。做好。\n责任单位：\n市财政局\n市教育局\n2.乙。做好。") == [
        ("一/1", 1, "甲", ["市财政局:co_own", "市教育局:co_own"]),
        ("一/2", 1, "乙", []),
    ]


def test_a_list_of_annexes_in_the_notice_does_not_end_the_plan() -> None:
    text = "某市人民政府关于印发方案的通知\n现印发给你们。\n附件：1.行动方案\n2.指标表\n某市人民政府\n2026年1月5日\n某市行动方案\n一、任务\n1.甲。做好。（市财政局负责）"
    assert tasks(text) == [("一/1", 1, "甲", ["市财政局:lead"])]
    inline = "关于印发方案的通知\n现印发给你们。\n附件：洛阳市行动方案\n一、任务\n1.甲。做好。（市财政局负责）\n二、保障\n1.乙。做好。"
    assert [number for number, *_ in tasks(inline)] == ["一/1", "二/1"]
    assert parse(inline)["plan"]["title"] == "洛阳市行动方案"


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("市商务局牵头，市财政局、各区县配合。", ["市商务局:lead", "市财政局:support", "各区县:support"]),
        ("由市商务局、市财政局按职责分工负责", ["市商务局:co_own", "市财政局:co_own"]),
        ("市商务局牵头，市财政局配合，各区县要抓好落实。", ["市商务局:lead", "市财政局:support", "各区县:implement"]),
        # Exhortations and what reads on are no clauses.
        ("各区县、各部门按职责分工抓好落实。", []),
        ("各项工作要密切配合。", []),
        ("市政府督查室负责督促检查。", []),
        ("市商务局负责日常工作，各成员单位按职责抓好落实。", []),
        ("市商务局会展中心建设由企业负责。", []),
    ],
)
@pytest.mark.parametrize("end", ["", "\n"])
def test_a_last_sentence_that_is_nothing_but_a_clause(sentence: str, owners: list[str], end: str) -> None:
    text = f"甲市办展实施方案\n一、重点任务\n1.办好展会。扩大规模。{end}{sentence}\n"
    assert [found for *_, found in tasks(text)] == [owners]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        # Bodies that end like no department: courts, the armed forces, societies, schools.
        ("做好。（市中院、市检察院、市人武部）", ["市中院", "市检察院", "市人武部"]),
        ("做好。（市红十字会、市侨联、临江学院）", ["市红十字会", "市侨联", "临江学院"]),
        ("做好。（县委办、县人大办、县政协办）", ["县委办", "县人大办", "县政协办"]),
        ("做好。（市纪委监委机关、市财政局）", ["市纪委监委机关", "市财政局"]),
        # On a line of its own.
        ("做好。\n（市财政局、市教育局，各乡镇人民政府）\n", ["市财政局", "市教育局", "各乡镇人民政府"]),
        ("做好服务\n（市财政局）", ["市财政局"]),
        # What only explains the name before it is no clause.
        ("做好。情况报市安委会办公室（市应急局）。", []),
        ("做好。（详见附表）", []),
        ("做好。\n（试行）", []),
    ],
)
def test_a_bracket_that_lists_bodies_needs_no_role_word(text: str, owners: list[str]) -> None:
    found = parse(f"一、任务\n1.甲。{text}\n2.乙。做好。")["tasks"][0]["owners"]
    assert [owner["name"] for owner in found] == owners

from hypothesis import given
from hypothesis import strategies as st

from ingest.document.outline import outline
from ingest.document.plans import find_plans
from ingest.document.reflow import reflow
from ingest.language.titles import is_title


def paths(text: str) -> list[str]:
    _, plans = find_plans(reflow(text))
    return [part.path for part in outline(plans[0]).walk() if part.path]


def test_numbers_nest_by_the_standard_sequence() -> None:
    text = "一、要求\n（一）思想\n二、任务\n（二）布局\n1.甲\n2.乙\n（1）丙\n（三）保障\n3.丁"
    assert paths(text) == [
        "一", "一/（一）", "二", "二/（二）", "二/（二）/1", "二/（二）/2", "二/（二）/2/（1）", "二/（三）", "二/（三）/3",
    ]  # fmt: skip


def test_a_level_may_be_missing() -> None:
    assert paths("一、支持\n1.甲\n2.乙\n二、保障\n3.丙") == ["一", "一/1", "一/2", "二", "二/3"]


def test_widths_of_brackets_and_digits_do_not_matter() -> None:
    assert paths("一、任务\n(一) 甲\n１．乙\n（二）丙") == ["一", "一/（一）", "一/（一）/1", "一/（二）"]


def test_a_box_stands_beside_the_items_and_numbering_goes_on_behind_it() -> None:
    text = "二、任务\n（一）行动\n1.甲。做好。\n专栏 1 工程\n“四个一”：做好建设。\n2.乙。做好。"
    assert paths(text) == ["二", "二/（一）", "二/（一）/1", "二/（一）/专栏1", "二/（一）/2"]


def test_a_box_below_a_section_without_items_stands_in_the_section() -> None:
    assert paths("二、任务\n（一）行动。做好。\n专栏1 工程\n（二）保障。做好。") == [
        "二",
        "二/（一）",
        "二/（一）/专栏1",
        "二/（二）",
    ]


def test_titles_end_at_the_first_stop_or_before_a_clause() -> None:
    _, plans = find_plans(reflow("一、任务\n1.优化布局。统筹推进。\n2.做好服务（市财政局负责）\n3.强化保障："))
    titles = [part.title for part in outline(plans[0]).walk()]
    assert titles == ["", "任务", "优化布局", "做好服务", "强化保障"]


def test_the_notice_before_a_plan_is_no_part_of_it() -> None:
    text = "某市人民政府关于印发方案的通知\n各区人民政府：\n现印发给你们。\n某市人民政府\n2026年1月5日\n某市服务\n提升行动方案\n一、任务\n1.甲"
    head, plans = find_plans(reflow(text))
    assert [plan.title for plan in plans] == ["某市服务提升行动方案"]
    assert [paragraph.text for paragraph in head][-1] == "2026年1月5日"


def test_titles_of_other_kinds() -> None:
    assert is_title("甲市2026年食品安全重点工作安排") and is_title("深化改革2026年重点工作任务")
    assert not is_title("主要任务") and not is_title("现就有关工作作出如下安排：")


def test_several_plans_in_one_file() -> None:
    one = "一、要求\n二、任务\n（一）甲\n做好服务。"
    text = f"关于印发两个方案的通知\n现印发给你们。\n甲市收费行动方案\n为规范收费，制定本方案。\n{one}\n甲市服务行动方案\n为优化服务，制定本方案。\n{one}"
    _, plans = find_plans(reflow(text))
    assert [plan.title for plan in plans] == ["甲市收费行动方案", "甲市服务行动方案"]


def test_signature_copies_and_list_of_annexes_end_the_last_item() -> None:
    text = "一、任务\n1.甲。做好服务。\n附件：1.指标表\n某市人民政府\n2026年1月5日\n（此件公开发布）"
    _, plans = find_plans(reflow(text))
    last = list(outline(plans[0]).walk())[-1]
    assert [paragraph.text for paragraph in last.body] == ["1.甲。做好服务。"]


MARKS = [
    "一、甲",
    "二、乙",
    "（一）丙",
    "（二）丁",
    "1.戊",
    "2.己",
    "（1）庚",
    "做好各项服务工作。",
    "专栏1 辛",
    "附件1",
]


@given(st.lists(st.sampled_from(MARKS), max_size=25))
def test_every_paragraph_has_one_place(lines: list[str]) -> None:
    head, plans = find_plans(reflow("\n".join(lines)))
    placed = [p.text for plan in plans for section in outline(plan).walk() for p in section.body]
    assert [p.text for p in head] + [p.text for plan in plans for p in plan.head] + placed == lines
    for plan in plans:
        for section in outline(plan).walk():
            for child in section.children:
                assert child.above == (*section.above, section.title)
                assert child.path == (f"{section.path}/" if section.path else "") + (
                    child.marker.number if child.marker else ""
                )


NOTICE = "甲市人民政府办公室关于印发甲市办展分工方案的通知\n各县区：\n现就有关事项通知如下：\n一、高度重视。各单位要抓好落实。\n二、加强督查。\n甲市人民政府办公室\n2026年1月5日\n"


def test_a_notice_with_numbers_of_its_own_is_no_plan() -> None:
    head, plans = find_plans(
        reflow(NOTICE + "甲市办展分工方案\n一、任务\n1.办展。（市商务局负责）\n二、保障\n1.保障。")
    )
    assert [plan.title for plan in plans] == ["甲市办展分工方案"]
    assert len(head) == 7


def test_a_notice_that_gives_tasks_is_a_plan_beside_the_one_it_prints() -> None:
    notice = NOTICE.replace("加强督查。", "加强督查。责任单位：市政府督查室")
    _, plans = find_plans(reflow(notice + "甲市办展分工方案\n一、任务\n1.办展。（市商务局负责）"))
    assert len(plans) == 2


def test_a_plan_that_cites_a_notice_is_none() -> None:
    text = (
        "云泽市办展方案\n为落实《关于印发办会若干措施的通知》，制定本方案。\n一、任务\n（一）办展。办好展会。\n"
        "附件1\n办会分工方案\n一、分工\n1.办会。（市商务局负责）"
    )
    _, plans = find_plans(reflow(text))
    assert plans[0].title == "云泽市办展方案"


def test_an_annex_that_names_things_begins_no_plan() -> None:
    _, plans = find_plans(reflow("云泽市办展方案\n一、任务\n1.办展。\n附件\n展馆名单\n一、东馆\n位于城东。\n二、西馆"))
    assert [plan.title for plan in plans] == ["云泽市办展方案"]


def test_a_plan_behind_a_signed_notice_may_begin_with_any_number() -> None:
    _, plans = find_plans(
        reflow(
            NOTICE.replace("分工方案", "若干措施")
            + "甲市办展若干措施\n1.办展。（市商务局负责）\n2.办会。（市商务局负责）"
        )
    )
    assert [(plan.title, len(plan.body)) for plan in plans] == [("甲市办展若干措施", 2)]


def test_a_first_number_glued_to_a_quantity_needs_the_second_one_below_it() -> None:
    assert paths("一、清淤\n1.2个月内清完。\n2.3台泵备用。") == ["一", "一/1", "一/2"]
    assert paths("一、清淤\n1.2个月内清完。\n其余缓办。") == ["一"]


def test_an_item_behind_a_box_stands_outside_though_the_one_before_it_is_missing() -> None:
    assert paths("二、任务\n（一）行动\n1.甲。做好。\n专栏1 工程\n建设。\n3.丙。做好。") == [
        "二",
        "二/（一）",
        "二/（一）/1",
        "二/（一）/专栏1",
        "二/（一）/3",
    ]


def test_numbers_that_a_box_counts_stay_inside_it() -> None:
    text = "二、任务\n（一）行动\n1.甲。做好。\n2.乙。做好。\n专栏1 工程\n1.子。\n2.丑。\n3.丙。做好。"
    assert paths(text)[2:] == ["二/（一）/1", "二/（一）/2", "二/（一）/专栏1", "二/（一）/3"]


def test_chapters_with_a_blank_behind_their_number_above_decimals() -> None:
    text = "1 总则\n1.1 目的\n保障安全。\n2　组织体系\n2.1 指挥部\n2 台水泵待修。\n3 保障"
    assert paths(text) == ["1", "1/1.1", "2", "2/2.1"]


def test_numbers_may_go_on_from_one_named_heading_to_the_next() -> None:
    text = "市甲方案\n一、行动\n行动一 强企\n1.育企。\n2.招商。\n行动二 强链\n3.补链。\n行动三 引才\n5.引才。\n二、保障\n6.督查。"
    assert paths(text) == [
        "一", "一/行动一", "一/行动一/1", "一/行动一/2", "一/行动二", "一/行动二/3", "一/行动三", "一/行动三/5", "二", "二/6",
    ]  # fmt: skip


def test_decimals_of_a_named_heading_stand_below_it() -> None:
    text = "市甲方案\n一、任务\n专项行动1：景区\n任务1.1 提质。\n任务1.2 扩容。\n专项行动2：交通\n任务2.1 修路。"
    assert paths(text) == [
        "一", "一/专项行动1", "一/专项行动1/任务1.1", "一/专项行动1/任务1.2", "一/专项行动2", "一/专项行动2/任务2.1",
    ]  # fmt: skip


def test_things_done_for_the_people_are_counted() -> None:
    assert paths("市甲民生实事\n第一件：建公厕。\n第二件：修路。\n第一项任务是宣传。") == ["第一件", "第二件"]

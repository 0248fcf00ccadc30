"""Declared rules and 下同 notes: from where to where they hold."""

import pytest
from parsed import parse, tasks


def test_a_note_reaches_later_measures_that_have_a_clause() -> None:
    text = (
        "一、任务\n1.甲。做好。（市财政局牵头，各县区政府负责落实。以下各项任务均需各县区政府落实，不再列出）\n"
        "2.乙。做好。（市税务局负责）\n3.丙。做好。\n专栏1 工程\n四个一：做好。"
    )
    assert tasks(text) == [
        ("一/1", 1, "甲", ["市财政局:lead", "各县区政府:implement"]),
        ("一/2", 1, "乙", ["市税务局:lead", "各县区政府:implement*"]),
        ("一/3", 1, "丙", []),
        ("一/专栏1", 1, "工程", []),
    ]
    (note,) = parse(text)["scope_notes"]
    assert note["text"] == "以下各项任务均需各县区政府落实，不再列出"


def test_a_declared_rule_behind_a_bare_list() -> None:
    text = "甲市办展实施方案\n1.办展。做好。（市商务局、市财政局，排在第一位的为牵头单位，下同）\n2.办会。（市教育局、市科技局）\n"
    assert [found for *_, found in tasks(text)] == [
        ["市商务局:lead", "市财政局:co_own"],
        ["市教育局:lead", "市科技局:co_own"],
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("责任单位中排在第一位的为牵头单位。\n", ""),
        ("（列首位的单位为牵头单位，其他为配合单位）\n", ""),
        ("", "\n注：第一个单位为牵头单位。"),
    ],
)
def test_a_rule_that_stands_by_itself_holds_for_the_whole_plan(before: str, after: str) -> None:
    text = f"甲市办展实施方案\n{before}一、任务\n1.办展。做好。（市商务局、市财政局）\n2.办会。做好。（责任单位：市教育局、市科技局）{after}"
    found = parse(text)
    assert [[o["role"] for o in task["owners"]] for task in found["tasks"]] == [["lead", "co_own"]] * 2
    assert [note["rule"] for note in found["scope_notes"]] == ["first_listed_leads"]


def test_a_rule_in_the_covering_notice_holds_and_other_first_places_declare_nothing() -> None:
    notice = "甲市人民政府关于印发方案的通知\n各县区：\n方案中列第一位的责任单位为牵头单位。\n甲市办展实施方案\n"
    body = "一、任务\n1.办展。做好。（市商务局、市财政局）"
    assert tasks(notice + body)[0][3] == ["市商务局:lead", "市财政局:co_own"]
    other = body.replace("做好。", "把质量放在首位，首位项目由企业牵头。")
    assert tasks(other)[0][3] == ["市商务局:co_own", "市财政局:co_own"]


@pytest.mark.parametrize(
    ("note", "role"),
    [
        ("以下各项任务均需各县区政府落实，不再单独列出。", "implement"),
        ("以下任务均需各县区政府配合，不再列出。", "support"),
    ],
)
def test_a_note_in_the_preface_adds_owners_to_what_has_a_clause(note: str, role: str) -> None:
    text = f"甲市办展实施方案\n制定本方案。{note}\n一、任务\n1.办展。做好。（市商务局牵头）\n2.办会。做好。"
    assert [owners for *_, owners in tasks(text)] == [["市商务局:lead", f"各县区政府:{role}*"], []]


def test_a_note_at_a_section_reaches_its_clauses_only() -> None:
    text = "一、任务（以下任务均需各县区落实，不再列出）\n1.办展。做好。（市商务局牵头）\n2.办会。做好。"
    assert [owners for *_, owners in tasks(text)] == [["市商务局:lead", "各县区:implement*"], []]


def test_what_a_note_repeats_is_the_local_governments() -> None:
    text = "一、任务\n1.办展。做好。（市商务局牵头；各县区均为责任单位，下同）\n2.办会。做好。（市教育局、各镇，下同）\n3.办节。做好。（市财政局）"
    assert [owners for *_, owners in tasks(text)] == [
        ["市商务局:lead", "各县区:co_own"],
        ["市教育局:co_own", "各镇:co_own", "各县区:co_own*"],
        ["市财政局:lead", "各县区:co_own*", "各镇:co_own*"],
    ]

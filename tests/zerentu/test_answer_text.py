"""What a person reads of an answer: how the question was understood, the command, the rows, or why there is none."""

from __future__ import annotations

from typing import Any

import pytest

from queries.answers.answer import Answer
from zerentu.answer_text import print_answer


def said(capsys: pytest.CaptureFixture[str], answer: Answer, lang: str = "zh", **how: bool) -> list[str]:
    """Return the lines of an answer, rules of tables without their dashes."""
    print_answer(answer, lang, **how)
    return [line.strip("─") for line in capsys.readouterr().out.splitlines()]


def row(number: str, **values: Any) -> dict[str, Any]:
    """Return a row of tasks, agencies or targets."""
    return {
        "region": "云泽市", "source": "a.txt", "number": number, "part": 1, "title": "修路", "deadline": None, "line": 4,
        "quote": "市财政局牵头", "role": "lead", "basis": "explicit", "agency": "市财政局", **values,
    }  # fmt: skip


def test_it_says_how_a_question_was_understood_and_which_command_gives_the_same(capsys):
    understood = {
        "count": True, "roles": ["lead", "support"], "regions": ["云泽市", "洛阳市"], "owners": "no_lead", "due": 2027,
        "agencies": [{"written": "财政", "regions": ["云泽市"], "names": ["市财政局", "市国资委"]}], "shared": False,
    }  # fmt: skip
    answer = Answer("问句", "number", understood=understood, number=3, command="zerentu query tasks")
    assert said(capsys, answer, with_question=True) == [
        "问：问句",
        "理解为：地区：云泽市、洛阳市；单位：财政（云泽市：市财政局、市国资委）；角色：牵头、配合；"
        "责任情况：没有牵头单位；共同负责：否；年份：2027；计数：是",
        "相当于：zerentu query tasks",
        "3",
        "",
    ]


@pytest.mark.parametrize(
    ("why", "detail", "sentence"),
    [
        ("unknown_agency", "市火星局", "不认识“市火星局”这个单位"),
        ("not_in_region", "市财政局", "“市财政局”不在所问的方案里"),
        ("no_such_year", "2099", "没有这一年的目标或时限：2099"),
        ("unsupported", "局长", "方案里没有这类内容，无法回答：“局长”"),
        ("nonsense", "", "没有听懂这个问题"),
        ("empty_store", "", "图库里没有方案"),
    ],
)
def test_a_refusal_says_why(capsys, why, detail, sentence):
    assert said(capsys, Answer("问句", "refused", why=why, understood={"detail": detail})) == [sentence]


def test_a_refusal_offers_names(capsys):
    answer = Answer("问", "refused", why="nonsense", suggest=("市财政局", "市教育局"))
    assert said(capsys, answer) == ["没有听懂这个问题", "可以问：市财政局、市教育局"]


def test_where_nothing_fits_it_says_what_other_roles_there_are(capsys):
    assert said(capsys, Answer("问", "none")) == ["没有：问题听懂了，方案里没有符合的"]
    assert said(capsys, Answer("问", "none", instead={"support": 2, "co_own": 1})) == [
        "没有：问题听懂了，方案里没有符合的",
        "换一种角色则有：配合 2、共同负责 1",
    ]


def test_tasks_stand_plan_by_plan_with_parts_and_inherited_roles_marked(capsys):
    rows = [
        row("一/1"),
        row("一/1", part=2, role="support", inherited=True, quote="市财政局配合"),
        row("二", region=None, source="b.txt", role=None, deadline="2027年底", title="架桥", quote="架桥"),
    ]
    assert said(capsys, Answer("问", "tasks", rows)) == [
        "3 项任务",
        "",
        "云泽市  a.txt",
        "角色        编号    标题  行  原文",
        "",
        "牵头·明示   一/1    修路  4   市财政局牵头",
        "配合·明示*  一/1·2  修路  4   市财政局配合",
        "",
        "—  b.txt",
        "编号  标题  时限      行  原文",
        "",
        "二    架桥  2027年底  4   架桥",
    ]


def test_agencies_and_targets_have_columns_of_their_own(capsys):
    assert said(capsys, Answer("问", "agencies", [row("一/1", shared=2)])) == [
        "1 个单位",
        "",
        "云泽市  a.txt",
        "角色       单位      任务  编号  行  原文",
        "",
        "牵头·明示  市财政局  2     一/1  4   市财政局牵头",
    ]
    targets = [
        {"region": "云泽市", "source": "a.txt", "number": "一/1", "metric": "能耗", "value": 12.0, "unit": "%",
         "due": None, "due_derived": 2028, "line": 4, "text": "能耗\t下降12%"},
        {"region": "云泽市", "source": "a.txt", "number": "一/2", "metric": "水平", "value": None, "unit": None,
         "due": 2027, "due_derived": None, "line": 5, "text": "水平提升"},
    ]  # fmt: skip
    assert said(capsys, Answer("问", "targets", targets)) == [
        "2 个目标",
        "",
        "云泽市  a.txt",
        "编号  指标  数值  年份  行  原文",
        "",
        "一/1  能耗  12%   2028  4   能耗 下降12%",
        "一/2  水平        2027  5   水平提升",
    ]


def test_a_comparison_marks_the_winner(capsys):
    sides = [
        {"region": "云泽市", "name": "市财政局", "number": 3},
        {"region": "云泽市", "name": "市教育局", "number": 1},
    ]
    assert said(capsys, Answer("问", "compare", sides, winner=sides[:1])) == [
        "地区    名称      任务  结果",
        "",
        "云泽市  市财政局  3     ✓",
        "        市教育局  1",
    ]
    assert said(capsys, Answer("问", "compare", sides)) == [
        "地区    名称      任务",
        "",
        "云泽市  市财政局  3",
        "        市教育局  1",
    ]


def test_a_long_answer_is_cut_for_the_screen_and_says_so(capsys):
    answer = Answer("问", "tasks", rows=[row(f"二/{at}", quote=None) for at in range(1, 203)])
    listed = ["           二/200  修路  4", "", "还有 2 行没有列出：加 --all 全部列出，或用 -o 表格.xlsx 写成表格"]
    assert said(capsys, answer)[-3:] == listed
    assert said(capsys, answer, everything=True)[-1] == "           二/202  修路  4"


def test_plans_stand_in_one_table_with_their_roles(capsys):
    rows = [
        {"region": "云泽市", "plan": "修路方案", "number": "二/1", "title": "修路", "line": 4, "source": "a.txt", "tasks": 3,
         "leads": 2, "co_owns": 0, "supports": 1},
        {"region": "云泽市", "plan": "栽树方案", "source": "b.txt"},
    ]  # fmt: skip
    assert said(capsys, Answer("问句", "plans", rows=rows)) == [
        "2 个方案",
        "地区    方案      任务  角色与项数      首条  标题  行  文件",
        "",
        "云泽市  修路方案  3     牵头 2、配合 1  二/1  修路  4   a.txt",
        "        栽树方案                                        b.txt",
    ]


def test_counted_chapters_stand_plan_by_plan(capsys):
    rows = [
        {"region": "云泽市", "plan": "修路方案", "section": "二", "heading": "重点任务", "source": "a.txt", "tasks": 2, "line": 4},
        {"region": None, "plan": "栽树方案", "section": "一", "heading": "措施", "source": "b.txt", "tasks": 1, "line": 9},
    ]  # fmt: skip
    answer = Answer("问句", "number", rows=rows, number=2, understood={"count": "sections"})
    assert said(capsys, answer) == [
        "理解为：计数：章节", "2",
        "", "云泽市  a.txt", "编号  章节      任务  行", "", "二    重点任务  2     4",
        "", "—  b.txt", "编号  章节  任务  行", "", "一    措施  1     9",
    ]  # fmt: skip

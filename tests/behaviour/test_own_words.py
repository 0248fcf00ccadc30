"""A lexicon of one's own reaches the parse: labels, verbs, agencies and industries."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.agencies.lexicon import parse_lexicon, using
from graph.errors import SettingsError
from ingest.clauses.clause import parse_clause
from ingest.industries.mentions import broader, find_industries, industry, narrower
from ingest.language.agency_lists import can_name_agency
from ingest.language.labels import LABEL, deadline_label, label_role
from ingest.language.paragraphs import fold_labels
from ingest.language.role_verbs import TRIGGER
from ingest.parse import parse_file


def said(text: str) -> list[tuple[str, str]]:
    clause = parse_clause(text)
    return [] if clause is None else [(owner.agency.name, owner.role) for owner in clause.owners]


def test_labels_give_roles_and_deadlines() -> None:
    text = "主抓单位：市财政局；办结期限：2027年底"
    assert LABEL.search("主抓单位:市财政局") is None
    with using(parse_lexicon("标签 主抓单位；角色 牵头\n标签 办结期限；角色 时限")):
        clause = parse_clause(text)
        assert clause is not None
        assert (said(text), clause.deadline) == ([("市财政局", "lead")], "2027年底")
        assert (label_role("主抓单位"), deadline_label("办结期限")) == ("lead", True)
        assert fold_labels("【主抓单位】市财政局") == " 主抓单位:市财政局"
        assert TRIGGER.search("主抓单位：")
    assert not deadline_label("办结期限")


def test_verbs_give_roles() -> None:
    text = "市教育局兜底，市民政局配合"
    with using(parse_lexicon("动词 兜底；角色 牵头")):
        assert said(text) == [("市教育局", "lead"), ("市民政局", "support")]
        assert TRIGGER.search("由谁兜底")


def test_agencies_that_end_like_none_are_units_and_keep_their_name() -> None:
    text = "市财政局、12345热线、三局按职责分工负责"
    assert not can_name_agency("12345热线")
    with using(parse_lexicon("机构 市热线中心；别名 12345热线\n别名 三局；指 市工业和信息化局")):
        assert [name for name, _ in said(text)] == ["市财政局", "12345热线", "三局"]


def test_industries_join_the_hierarchy() -> None:
    with using(parse_lexicon("行业 氢冶金；属于 钢铁；别名 富氢冶炼\n行业 钢铁；别名 钢企")):
        (found,) = find_industries("推广富氢冶炼技术。")
        assert (found.written, found.name) == ("富氢冶炼", "氢冶金")
        assert broader("氢冶金") == ("钢铁", "原材料", "制造业")
        assert "氢冶金" in narrower("钢铁")
        known = industry("钢企")
        assert known is not None
        assert (known.name, known.code) == ("钢铁", "31")
    assert find_industries("推广富氢冶炼技术。") == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("行业 氢冶金；属于 冶氢", "“氢冶金”属于“冶氢”，但没有这个行业"),
        ("行业 甲业；属于 乙业\n行业 乙业；属于 甲业", "“甲业”会属于它自己"),
    ],
)
def test_an_industry_must_belong_to_one_that_is_there(text: str, says: str) -> None:
    with using(parse_lexicon(text)), pytest.raises(SettingsError) as caught:
        industry("钢铁")
    assert says in caught.value.zh


LEXICON = "标签 兜底单位；角色 配合\n动词 兜牢；角色 配合"


@pytest.mark.parametrize(
    "text",
    [
        "一、任务\n（一）甲事。做好。（牵头单位：市教育局；兜底单位：市民政局）",
        "一、任务\n（一）甲事。做好。（牵头单位：市教育局；兜底单位：市民政局\n（二）乙事。做好。（市财政局负责）",
        "一、任务\n（一）甲事。做好。\n牵头单位：市教育局\n兜底单位：市民政局",
        "一、任务\n（一）甲事。做好。\n【牵头单位】市教育局\n【兜底单位】市民政局",
        "一、任务\n（一）甲事。做好。（市教育局牵头，市民政局兜牢）",
        "一、任务\n（一）甲事。做好。（市教育局牵头，市民政局兜牢\n（二）乙事。做好。（市财政局负责）",
        "序号\t任务\t牵头单位\t兜底单位\n1\t做好甲事\t市教育局\t市民政局",
    ],
    ids=["bracket", "unclosed bracket", "label line", "boxed", "verb", "verb in an unclosed bracket", "column header"],
)
def test_a_label_and_a_verb_of_the_lexicon_work_wherever_built_in_ones_do(tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(f"云泽市行动方案\n{text}\n", encoding="utf-8")
    with using(parse_lexicon(LEXICON)):
        task = parse_file(path).plans[0].tasks[0]
    assert [(owner.agency.name, owner.role) for owner in task.owners] == [("市教育局", "lead"), ("市民政局", "support")]


def test_an_unclosed_bracket_that_only_the_lexicon_opens(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        "云泽市行动方案\n一、任务\n（一）甲事。做好。（兜底单位：市民政局\n（二）乙事。做好。（市财政局负责）\n",
        encoding="utf-8",
    )
    with using(parse_lexicon(LEXICON)):
        first, second = parse_file(path).plans[0].tasks
    assert [(owner.agency.name, owner.role) for owner in first.owners] == [("市民政局", "support")]
    assert [(owner.agency.name, owner.role) for owner in second.owners] == [("市财政局", "lead")]

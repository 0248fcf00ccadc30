"""The groups of a clause: who shares a label or a verb, in which role, by which rule."""

from __future__ import annotations

import pytest

from graph.agencies.lexicon import parse_lexicon, using
from graph.width import fold_width
from graph.words import Table, Word
from ingest.clauses.groups import Reading, read_groups
from ingest.language import role_verbs

Said = tuple[list[str], str, str]


def read(text: str, label: str = "") -> Reading:
    return read_groups(text, fold_width(text), label)


def said(text: str, label: str = "") -> list[Said]:
    return [
        ([agency.written for agency in group.agencies], group.role, group.rule) for group in read(text, label).groups
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市教育局牵头", [(["市教育局"], "lead", "verb 牵头")]),
        ("牵头单位：市教育局", [(["市教育局"], "lead", "label 牵头单位")]),
        ("市教育局、市民政局", [(["市教育局", "市民政局"], "co_own", "list without a role word")]),
        (
            "市教育局（牵头）、市民政局（配合单位）",
            [(["市教育局"], "lead", "mark 牵头"), (["市民政局"], "support", "mark 配合")],
        ),
        (
            "市教育局会同市民政局负责",
            [(["市教育局"], "lead", "verb 负责"), (["市民政局"], "support", "verb 会同")],
        ),
        (
            "市教育局牵头（市民政局配合）",
            [(["市教育局"], "lead", "verb 牵头"), (["市民政局"], "support", "verb 配合")],
        ),
        (
            "市财政局负责资金保障，市民政局负责日常管理",
            [(["市财政局", "市民政局"], "co_own", "share 负责")],
        ),
        (
            "责任单位：市教育局，市民政局配合",
            [(["市教育局"], "co_own", "label 责任单位"), (["市民政局"], "support", "verb 配合")],
        ),
        (
            "牵头单位市教育局，配合单位市民政局",
            [(["市教育局"], "lead", "label 牵头单位"), (["市民政局"], "support", "label 配合单位")],
        ),
        (
            "牵头单位：市教育局（责任人：张某，电话：0371-1234）；配合单位：市民政局",
            [(["市教育局"], "lead", "label 牵头单位"), (["市民政局"], "support", "label 配合单位")],
        ),
        ("责任人：张某；责任单位：市教育局", [(["市教育局"], "co_own", "label 责任单位")]),
        ("责任单位：市教育局；备注：每月报送", [(["市教育局"], "co_own", "label 责任单位")]),
    ],
)  # fmt: skip
def test_groups(text: str, expected: list[Said]) -> None:
    assert said(text) == expected


def test_the_label_of_a_column_holds_for_the_cell() -> None:
    assert said("市教育局", "配合单位") == [(["市教育局"], "support", "label 配合单位")]


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("市教育局牵头；完成时限：2027年底", "2027年底"),
        ("市教育局牵头，2027年6月底前完成", "2027年6月底前完成"),
        ("市教育局牵头，长期", "长期"),
        ("市教育局牵头", None),
    ],
)
def test_deadlines(text: str, deadline: str | None) -> None:
    assert read(text).deadline == deadline


@pytest.mark.parametrize("text", ["市教育局、按期完成负责", "市教育局、长期推进负责", "市教育局、其他负责"])
def test_words_that_rightly_name_nobody_are_not_told(text: str) -> None:
    assert read(text).skipped == []


def test_words_that_may_name_somebody_are_told() -> None:
    assert read("市教育局、大个子负责").skipped == ["大个子"]


@pytest.mark.parametrize(
    "word",
    [word for word in Table(role_verbs.__file__, "role_words").words if word.kind.startswith("mark.")],
    ids=lambda word: word.text,
)
def test_every_mark_gives_its_role(word: Word) -> None:
    marked = [group for group in read(word.example).groups if group.marked]
    assert [(group.role, group.rule) for group in marked] == [(word.kind.removeprefix("mark."), f"mark {word.text}")]


@pytest.mark.parametrize(
    "word",
    [word for word in Table(role_verbs.__file__, "role_words").words if word.kind.startswith("share.")],
    ids=lambda word: word.text,
)
def test_every_share_gives_its_role(word: Word) -> None:
    (group,) = read(word.example).groups
    # 牵头 may have anything behind it, so it is read as a verb before it is read as a share.
    by = "verb" if word.text == "牵头" else "share"
    assert (group.role, group.rule) == (word.kind.removeprefix("share."), f"{by} {word.text}")


@pytest.mark.parametrize("entry", ["动词 兜底；角色 配合", "标签 兜底；角色 配合"])
def test_a_word_of_the_lexicon_marks_a_single_member(entry: str) -> None:
    with using(parse_lexicon(entry)):
        assert said("市教育局、市民政局（兜底）") == [
            (["市教育局"], "co_own", "list without a role word"),
            (["市民政局"], "support", "mark 兜底"),
        ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("市水利局局长牵头，市财政局配合", ["市水利局", "市财政局"]),
        ("县委常委、副县长牵头，县水利局负责", ["县水利局"]),
        ("副县长牵头", ["副县长"]),
    ],
)
def test_of_persons_the_office_counts_and_a_post_only_where_nobody_else_is_named(text: str, wanted: list[str]) -> None:
    groups = read_groups(text, text.replace("，", ","), "").groups
    assert [agency.written for group in groups for agency in group.agencies] == wanted

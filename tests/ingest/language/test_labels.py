"""Labels: every row of their table works, with and without brackets, and so do those of a lexicon."""

from __future__ import annotations

import pytest

from graph.agencies.lexicon import parse_lexicon, using
from graph.width import fold_width
from graph.words import Table, Word
from ingest.language import role_verbs
from ingest.language.labels import (
    BARE_LABEL,
    LABEL,
    NEIGHBOUR_LABEL,
    PERSON_ASIDE,
    deadline_label,
    is_member_label,
    label_role,
    names_person,
)


def rows(name: str) -> list[Word]:
    return list(Table(role_verbs.__file__, name).words)


@pytest.mark.parametrize("word", rows("labels"), ids=lambda word: word.text)
def test_every_label_is_read_in_its_example(word: Word) -> None:
    match = LABEL.match(fold_width(word.example))
    role = word.kind.partition(".")[0]
    assert match is not None
    assert (match["label"], match["bare"]) == (word.text, None)
    assert (label_role(word.text), deadline_label(word.text)) == ((None, True) if role == "deadline" else (role, False))


@pytest.mark.parametrize("word", rows("other_labels"), ids=lambda word: f"{word.text} {word.kind}")
def test_labels_beside_those_of_responsibility(word: Word) -> None:
    if word.kind == "contact":
        assert PERSON_ASIDE.fullmatch(fold_width(word.example))
        return
    if word.kind == "level":
        label = LABEL.match(fold_width(word.example))
        assert label is not None
        assert (label["level"], label["label"]) == (word.text, "责任单位")
        return
    match = NEIGHBOUR_LABEL.match(fold_width(word.example))
    assert match is not None
    assert match[0] == word.example.partition("：")[0] + ":"


@pytest.mark.parametrize("word", rows("label_endings"), ids=lambda word: word.text)
def test_what_a_label_ends_in(word: Word) -> None:
    label = word.example.partition("：")[0]
    if word.kind == "person":
        assert names_person(label)
    elif word.kind == "agencies":
        match = LABEL.match(fold_width(word.example.replace("：", " ")))
        assert match is not None
        assert match["bare"] == label
    else:
        match = LABEL.match(word.example)
        assert match is not None
        assert match["bare"] == word.text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("分工:市财政局", "分工"),
        ("职责分工:市财政局", "职责分工"),
        ("明确分工:市财政局", None),
        ("牵头单位(省级):省财政厅", "牵头单位"),
        ("牵头单位及责任人:市财政局", "牵头单位"),
        ("责任单位;;;;;;:市财政局", "责任单位"),
        ("责任单位市财政局", None),
    ],
)
def test_what_may_stand_round_a_label(text: str, found: str | None) -> None:
    match = LABEL.search(text)
    assert (match["label"] if match else None) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("责任单位为市财政局", "责任单位"),
        ("完成时限为2027年", "完成时限"),
        ("落实责任单位为市财政局", None),
        ("牵头为市财政局", None),
    ],
)
def test_labels_without_a_colon(text: str, found: str | None) -> None:
    match = LABEL.search(text)
    assert (match["bare"] if match else None) == found


def test_a_label_right_before_the_first_agency() -> None:
    match = BARE_LABEL.match("责任单位市财政局、市民政局")
    assert match is not None
    assert match["bare"] == "责任单位"
    assert BARE_LABEL.match("责任单位各负其责") is None


def test_members_are_owners_only_beside_another_label() -> None:
    assert (is_member_label("成员单位"), is_member_label("责任单位"), is_member_label(None)) == (True, False, False)


def test_labels_of_a_lexicon_are_rows_like_the_others() -> None:
    with using(parse_lexicon("标签 兜底单位；角色 配合\n标签 收官时间；角色 时限")):
        for text, group in (
            ("兜底单位:市财政局", "label"),
            ("兜底单位 市财政局", "bare"),
            ("兜底单位为市财政局", "bare"),
        ):
            match = LABEL.match(text)
            assert match is not None
            assert match[group] == "兜底单位"
            assert LABEL.search(f"完善制度。{text}") is not None
        bare = BARE_LABEL.match("兜底单位市财政局")
        assert bare is not None
        assert (label_role("兜底单位"), deadline_label("收官时间"), label_role("收官时间")) == ("support", True, None)
    assert LABEL.search("兜底单位:市财政局") is None
    assert label_role("兜底单位") is None

"""Role verbs: every row of their table is found in its example, in the role of its class."""

from __future__ import annotations

import pytest

from graph.agencies.lexicon import parse_lexicon, using
from graph.words import Table, Word
from ingest.language import role_verbs
from ingest.language.role_verbs import TRIGGER, VERB, verb_role

ROLES = ("lead", "co_own", "support", "guide", "implement")


def role_of(kind: str) -> set[str]:
    """Return the roles that the example of a class may have."""
    first, _, second = kind.partition(".")
    said = second if first == "post" else first
    return {said} if said in ROLES else set(ROLES)


@pytest.mark.parametrize(
    "word", Table(role_verbs.__file__, "role_verbs").words, ids=lambda word: f"{word.text} {word.kind}"
)
def test_every_word_is_part_of_a_verb_of_its_role(word: Word) -> None:
    found = [verb for verb in VERB.finditer(word.example.replace("，", ",")) if word.text in verb[0]]
    assert len(found) == 1
    assert verb_role(found[0]) in role_of(word.kind)


@pytest.mark.parametrize(
    ("text", "verb", "role"),
    [
        ("由市教育局牵头组织实施", "牵头组织实施", "lead"),
        ("市教育局为总牵头单位", "为总牵头单位", "lead"),
        ("市教育局统筹推进,", "统筹推进", "lead"),
        ("市教育局、市民政局按照各自职责分工共同负责", "按照各自职责分工共同负责", "co_own"),
        ("市教育局、市民政局按职责抓好相关工作", "按职责抓好相关工作", "co_own"),
        ("市教育局、市民政局按职责分工,", "按职责分工", "co_own"),
        ("各区政府具体组织落实等", "具体组织落实", "implement"),
        ("市财政局积极配合做好相关工作", "积极配合做好相关工作", "support"),
        ("省教育厅负责业务指导", "负责业务指导", "guide"),
    ],
)
def test_phrases(text: str, verb: str, role: str) -> None:
    (found,) = VERB.finditer(text)
    assert (found[0], verb_role(found)) == (verb, role)


@pytest.mark.parametrize(
    "text",
    ["牵头单位", "牵头部门会议", "市教育局抓好落实工作台账", "市政协办公室", "市教育局推进", "负责人", "配合度高"],
)
def test_what_is_no_role_verb(text: str) -> None:
    assert [verb[0] for verb in VERB.finditer(text)] == []


@pytest.mark.parametrize("role", ["牵头", "负责", "配合", "指导", "落实"])
def test_verbs_of_a_lexicon_have_the_role_they_are_given(role: str) -> None:
    roles = {"牵头": "lead", "负责": "co_own", "配合": "support", "指导": "guide", "落实": "implement"}
    assert VERB.search("市教育局兜底") is None
    with using(parse_lexicon(f"动词 兜底；角色 {role}")):
        verb = VERB.search("市教育局兜底")
        assert verb is not None
        assert (verb[0], verb_role(verb)) == ("兜底", roles[role])
        assert TRIGGER.search("由谁兜底")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("由市教育局牵头，市财政局配合", ["牵头", "配合"]),
        ("主管部门：市教育局", ["主管部门"]),
        ("主管部门要履职", []),
        ("按职责分工负责", ["按职责分工", "负责"]),
        ("强化保障", []),
    ],
)
def test_triggers(text: str, words: list[str]) -> None:
    assert [match[0] for match in TRIGGER.finditer(text)] == words

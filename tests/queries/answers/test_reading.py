"""A question becomes a form: which slots its words fill, and what is refused while they are read."""

from __future__ import annotations

import pytest

from queries.answers.answer import Refusal
from queries.answers.reading import read_question


def read(session, text):
    form, scope, _ = read_question(session.store, session.facts, text)
    shown = form.shown()
    shown.pop("ask")
    return shown, scope.regions


@pytest.mark.parametrize(
    ("text", "slots", "regions"),
    [
        (
            "衡阳市财政局牵头哪些任务",
            {"agencies": [{"written": "衡阳市财政局", "regions": ["衡阳市"], "names": ["市财政局"]}], "roles": ["lead"]},
            ["衡阳市"],
        ),
        (
            "市财政局不配合的任务",
            {
                "agencies": [
                    {"written": "市财政局", "regions": ["湘潭市", "衡阳市"], "names": ["市财政局"]}
                ],
                "without_roles": ["support"],
            },
            ["湘潭市", "衡阳市"],
        ),
        ("湘潭市第二章（三）由谁负责", {"regions": ["湘潭市"], "number": "二/（三）"}, ["湘潭市"]),
        ("衡阳市布局起降场地由谁负责", {"regions": ["衡阳市"], "words": "布局起降场地"}, ["衡阳市"]),
        ("《湖南省数字乡村建设方案》2027年有哪些目标", {"regions": ["湖南省"], "plans": ["湖南省数字乡村建设方案"], "due": 2027}, ["湖南省"]),
        ("哪些任务涉及水泥行业", {"industries": ["水泥"]}, ["湖南省", "湘潭市", "衡阳市"]),
        ("湘潭市没有责任单位的任务有多少", {"regions": ["湘潭市"], "owners": "none", "count": "tasks"}, ["湘潭市"]),
        ("市级方案有多少个目标", {"regions": ["湘潭市", "衡阳市"], "count": "targets"}, ["湘潭市", "衡阳市"]),
        ("衡阳市任务最多的前三个单位", {"regions": ["衡阳市"], "top": 3, "pick": "max"}, ["衡阳市"]),
    ],
)  # fmt: skip
def test_words_fill_slots(session, text, slots, regions):
    assert read(session, text) == (slots, regions)


@pytest.mark.parametrize(
    ("text", "why", "suggest"),
    [
        ("长沙市财政局负责什么", "not_in_region", ["省财政厅", "市财政局"]),
        ("安庆市财政局负责什么", "region_not_loaded", ["湖南省", "湘潭市", "衡阳市"]),
        ("长沙市有哪些任务", "region_not_loaded", ["湖南省", "湘潭市", "衡阳市"]),
        ("衡阳市水利局负责什么", "unknown_agency", []),
        ("衡阳市商务厅牵头什么", "wrong_level", ["市商务局"]),
        ("湘潭市数据局牵头什么", "not_in_region", []),
        ("衡阳市财政局局长是谁", "unsupported", []),
        ("星际探索局负责什么", "unknown_agency", []),
        ("衡阳市财政局牵斗哪些任务", "not_understood", ["牵头"]),
    ],
)
def test_what_cannot_be_answered_is_refused_as_soon_as_it_is_clear(session, text, why, suggest):
    with pytest.raises(Refusal) as refused:
        read_question(session.store, session.facts, text)
    assert (refused.value.why, refused.value.suggest) == (why, suggest)

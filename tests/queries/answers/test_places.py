"""Places of a question: their plans are enough for it, or the others are looked at."""

from __future__ import annotations

import pytest

from graph.stores.embedded.store import EmbeddedStore
from ingest.files.read import Document
from ingest.parse import parse_document, parse_file
from ingest.to_graph import build_graphs
from queries.answers.asking import Session
from queries.answers.places import plans_of_places, with_county_words


@pytest.fixture
def asked_of(sample_store, monkeypatch):
    """Ask a question, and return the kind of the answer, why it was refused, and whether all plans were looked at."""

    def asked(text):
        session = Session(sample_store)
        answer = session.ask(text)
        return answer.kind, answer.why, "facts" in session.__dict__

    return asked


@pytest.mark.parametrize(
    ("text", "kind", "why", "whole"),
    [
        ("洛阳市财政局负责什么", "tasks", "", False),
        ("洛阳市哪些任务没有责任单位", "tasks", "", False),
        ("洛阳市和石家庄市谁的任务多", "compare", "", False),
        # A refusal says what all plans know.
        ("石家庄市统计局负责什么", "refused", "not_in_region", True),
        ("安庆市财政局负责什么", "refused", "region_not_loaded", True),
        # No place, or other plans than those of the place.
        ("市财政局负责什么", "tasks", "", True),
        ("全部方案里洛阳市财政局负责什么", "tasks", "", True),
    ],
)
def test_other_plans_are_looked_at_where_they_matter(asked_of, text, kind, why, whole):
    said, reason, looked = asked_of(text)
    assert (said, reason or "", looked) == (kind, why, whole)


def test_plans_named_otherwise_are_not_left_out(sample_store):
    assert [plan["region"] for plan in plans_of_places(sample_store, "洛阳的任务")] == ["洛阳市"]
    for text in (
        "市里的方案中洛阳的任务",
        "《某方案》里洛阳的任务",
        "各市中洛阳的任务",
        "两个方案里洛阳的任务",
        "培训",
    ):
        assert plans_of_places(sample_store, text) == []


def test_a_name_that_holds_a_place_is_asked_of_all_plans(tmp_path):
    name = "国家税务总局洛阳市税务局"
    texts = {
        "河南省护林方案": "1.防火。每周查看一次。",
        "洛阳市护林方案": "1.巡山。每月巡山一次。",
    }
    graphs = [
        graph
        for title, task in texts.items()
        for graph in build_graphs(
            parse_document(Document("x.txt", f"{title}\n\n一、重点任务\n{task}（{name}负责）\n", "utf-8", title))
        )
    ]
    with EmbeddedStore(tmp_path / "x.lbug") as store:
        store.load(graphs)
        rows = Session(store).ask(f"{name}负责什么").rows
    assert [(row["region"], row["title"]) for row in rows] == [("河南省", "防火"), ("洛阳市", "巡山")]


COUNTY = """德清县河道巡护实施方案
一、主要任务
（一）巡查河道。按周巡查。（县水利局、县财政局负责）
（二）改造水厂。更换滤池。（德清水务公司负责，各乡镇人民政府配合）
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """Questions to the plan of a county."""
    folder = tmp_path_factory.mktemp("county")
    (folder / "plan.txt").write_text(COUNTY, encoding="utf-8")
    with EmbeddedStore(folder / "county.lbug") as store:
        store.load(build_graphs(parse_file(folder / "plan.txt")))
        yield Session(store)


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("德清水利局和财政局的共同任务", ["一/（一）"]),
        ("德清财政局有几项任务", ["一/（一）"]),
        ("德清县财政局负责什么", ["一/（一）"]),
        ("德清水务公司负责什么", ["一/（二）"]),
        ("德清各乡镇政府配合什么", ["一/（二）"]),
    ],
)
def test_the_short_name_of_a_county_with_a_plan_is_its_place(county, question, numbers):
    answer = county.ask(question)
    assert [(row["region"], row["number"]) for row in answer.rows] == [("德清县", number) for number in numbers]


def test_only_short_names_that_mean_the_county_become_its_name(county, session):
    assert with_county_words("德清的任务和德清水务公司", county.facts) == "德清县的任务和德清水务公司"
    assert with_county_words("德清的任务", session.facts) == "德清的任务"


def test_a_count_of_none_says_what_other_roles_there_are(county):
    answer = county.ask("德清县水利局牵头几项")
    assert (answer.kind, answer.number, answer.instead) == ("number", 0, {"co_own": 1})

"""What holds tasks is answered with rows of its own kind: plans, regions, industries, chapters; never with tasks."""

from __future__ import annotations

import pytest

from queries.answers.answer import Refusal
from queries.answers.form import Form
from queries.answers.holders import mentions, read_holder, refuse_level, regions_of_level, settle_holder, settle_ranking
from queries.answers.tokens import Question
from queries.catalogue import ask

LINES = {"plans": "plan", "regions": "region", "industries": "industry", "sections": "section"}


def said(answer):
    """Return the kind of an answer and what its rows are known by, with the number of tasks or targets."""
    if answer.kind in ("refused", "none"):
        return [answer.kind, answer.why]
    name = LINES[answer.understood["count"] if answer.kind == "number" else answer.kind]
    rows = [f"{row[name]}={row.get('tasks', row.get('targets', ''))}" for row in answer.rows]
    return [answer.kind, *([answer.number] if answer.kind == "number" else []), *rows]


FRESH, LOW, OLD = "陕西省冷链运输专项行动方案", "衡阳市低空物流发展实施方案", "湘潭市老旧小区焕新行动方案"
RIVER, YANAN, COUNTRY = "陕西省河湖管护专项行动方案", "延安市河湖管护实施方案", "湖南省数字乡村建设方案"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("哪些方案给市财政局派了任务", ["plans", f"{OLD}=2", f"{LOW}=2"]),
        ("哪几个文件提到市财政局", ["plans", f"{OLD}=2", f"{LOW}=2"]),
        ("市财政局出现在哪些方案里", ["plans", f"{OLD}=2", f"{LOW}=2"]),
        ("市财政局出现在几个方案里", ["number", 2, f"{OLD}=2", f"{LOW}=2"]),
        ("多少个方案提到市财政局", ["number", 2, f"{OLD}=2", f"{LOW}=2"]),
        ("市财政局牵头的方案有哪些", ["plans", f"{OLD}=1", f"{LOW}=1"]),
        ("which plans give 市财政局 tasks", ["plans", f"{OLD}=2", f"{LOW}=2"]),
        ("how many plans mention 市财政局", ["number", 2, f"{OLD}=2", f"{LOW}=2"]),
        ("哪些方案没有提到市财政局", ["plans", f"{COUNTRY}="]),
        ("哪些方案给市教育局派了任务", ["refused", "unknown_agency"]),
        ("哪些方案提到水泥行业", ["plans", f"{LOW}=1"]),
        ("哪些市级方案提到水泥行业", ["plans", f"{LOW}=1"]),
        ("哪些省级方案提到水泥行业", ["none", None]),
        ("哪些方案没有提到水泥行业", ["plans", f"{COUNTRY}=", f"{OLD}="]),
        ("哪些方案提到直播带货", ["plans", f"{COUNTRY}=1"]),
        ("哪些方案有没人管的任务", ["plans", f"{LOW}=1"]),
        ("哪些方案有2026年的目标", ["plans", f"{OLD}=1"]),
        ("哪些方案没有牵头单位", ["refused", "not_understood"]),
        ("哪些方案给市财政局和市公安局派了任务", ["refused", "not_understood"]),
        ("哪些方案由谁负责", ["refused", "not_understood"]),
        ("有哪些方案", ["plans", f"{COUNTRY}=4", f"{OLD}=6", f"{LOW}=8"]),
        ("哪些地区有市财政局的任务", ["regions", "湘潭市=2", "衡阳市=2"]),
        ("哪几个市提到水泥行业", ["regions", "衡阳市=1"]),
        ("哪些省有资金任务", ["regions", "湖南省=1"]),
        ("哪些县有任务", ["refused", "region_not_loaded"]),
        ("衡阳市方案涉及哪些县", ["refused", "unsupported"]),
        ("市公安局的任务涉及哪些行业", ["none", None]),
        ("市工信局的任务涉及哪些行业", ["industries", "水泥=1"]),
        ("哪些行业没有牵头单位", ["none", None]),
        ("市财政局在哪些章节有任务", ["sections", "二=1", "三=1", "二=1", "三=1"]),
        ("衡阳市方案有哪些章节", ["sections", "二=6", "三=2"]),
        ("衡阳哪几章没有市财政局的任务", ["sections", "一="]),
        ("哪些章节没有责任单位", ["refused", "not_understood"]),
        ("哪些企业要布局起降场地", ["refused", "unsupported"]),
        ("哪些年份有目标", ["refused", "unsupported"]),
        ("衡阳有哪些调度平台", ["refused", "unsupported"]),
    ],
)
def test_what_holds_tasks_is_answered_with_its_own_rows(session, question, expected):
    assert said(session.ask(question)) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("哪些方案给省财政厅派了任务", ["plans", f"{FRESH}=1", f"{RIVER}=1"]),
        ("哪些方案里有清理河道垃圾", ["plans", f"{YANAN}=1", f"{RIVER}=1"]),
        ("哪些方案提到了清理", ["plans", f"{YANAN}=1", f"{RIVER}=1"]),
        ("陕西省哪些方案没有提到省林业局", ["plans", f"{FRESH}="]),
    ],
)
def test_two_plans_of_one_region_are_told_apart(more, question, expected):
    assert said(more.ask(question)) == expected


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("哪个市任务最多", ["衡阳市::8*", "湘潭市::6"]),
        ("哪个省任务最多", ["湖南省::4*"]),
        ("哪些方案的任务最少", ["湖南省::4*", "湘潭市::6", "衡阳市::8"]),
        ("哪个行业任务最多", ["::水泥:1*", "::电梯:1*"]),
    ],
)
def test_what_holds_tasks_is_ranked(session, question, sides):
    answer = session.ask(question)
    told = [
        f"{row['region'] or ':'}:{row['name'] or ''}:{row['number']}{'*' * (row in answer.winner)}"
        for row in answer.rows
    ]
    assert (answer.kind, sorted(told)) == ("compare", sorted(sides))


def test_plans_of_one_region_are_ranked_by_their_titles(more):
    sides = {(row["region"], row["name"]): row["number"] for row in more.ask("哪个方案任务最多").rows}
    assert sides == {
        (None, None): 3,
        ("延安市", None): 3,
        ("陕西省", RIVER): 3,
        ("陕西省", FRESH): 3,
    }


def test_a_plan_shows_its_roles_and_its_first_sentence(session):
    answer = session.ask("哪些方案给市财政局派了任务")
    [first, second] = answer.rows
    assert (second["leads"], second["supports"], second["co_owns"]) == (1, 1, 0)
    assert (first["line"], first["quote"]) == (9, "市市场监督管理局牵头，市财政局配合")
    assert answer.query == "given_tasks"
    rows = ask.answer(session.store, answer.query, **answer.parameters).records
    common = ("plan_id", "tasks", "leads", "co_owns", "supports", "guides", "implements", "line", "source")
    assert [[row[name] for name in common] for row in rows] == [[row[name] for name in common] for row in answer.rows]


@pytest.mark.parametrize(
    ("text", "held", "level", "counts"),
    [
        ("哪些方案有任务", "plans", "", False),
        ("哪些县级方案有任务", "plans", "区县", False),
        ("多少份文件有任务", "plans", "", True),
        ("哪几个地级市有任务", "regions", "市", False),
        ("任务涉及的行业有哪些", "industries", "", False),
        ("哪几章有任务", "sections", "", False),
        ("这几个方案提到的任务", "", "", False),
        ("哪些市直单位有任务", "", "", False),
        ("哪些任务没人管", "", "", False),
    ],
)
def test_the_words_that_ask_for_holders(text, held, level, counts):
    form = Form()
    read_holder(form, Question(text))
    assert (form.held, form.level, form.counts_held) == (held, level, counts)


def test_levels_and_mentions():
    plans = [{"region": "延安市", "level": "市"}, {"region": "陕西省", "level": "省"}, {"region": None, "level": None}]
    assert regions_of_level(plans, "市") == ["延安市"]
    assert mentions("哪些方案提到了清理", "清理") and not mentions("哪些方案有清理任务", "清理")
    with pytest.raises(Refusal) as caught:
        refuse_level(Form(held="regions", level="区县"), plans)
    assert (caught.value.why, caught.value.suggest) == ("region_not_loaded", ["延安市", "陕西省", ""])


def test_settling_decides_what_is_asked_for():
    form = Form(held="plans", counts_held=True, words="清理")
    settle_holder(form, Question("几个方案提到清理"), [])
    assert (form.ask, form.about, form.words) == ("number", "清理", "")
    form = Form(held="industries", pick="max")
    settle_ranking(form, Question("哪个行业任务最多"), [])
    assert (form.ask, form.top) == ("compare", 1)

"""Every question has equal answers on both engines, for the sample plans and for the real ones."""

from __future__ import annotations

import neo4j_server
import pytest
from any_plan import full

from graph.errors import ZerentuError
from queries import (
    agencies,
    agency_tasks,
    ask,
    audit,
    catalogue,
    industries,
    plans,
    query_subgraph,
    subgraph,
    targets,
    task,
    tasks,
)
from queries.agencies import resolve_agency
from queries.answers import Session
from queries.network import cooperation, findings
from queries.whatif import Abolish, Merge, Move
from zerentu import cascade, diff, whatif

FEW = 4

_LONG_TERM, _CURRENT = neo4j_server.VERSIONS

pytestmark = pytest.mark.parametrize(
    ("engine", "loaded"),
    [(_LONG_TERM, "all"), (_CURRENT, "sample")],
    indirect=True,
    scope="module",
)


def spread(values):
    """A few of the values, from the first to the last."""
    values = list(dict.fromkeys(values))
    return values[:: max(1, len(values) // FEW)]


def ends(values):
    """The first of the values, one in the middle and the last."""
    return [values[0], *values[len(values) // 2 : -1][:1], *values[1:][-1:]]


def outcome(act, store):
    """What a call answers, as plain values with their types, or the sentence with which it refuses."""
    try:
        answer = act(store)
    except ZerentuError as error:
        return type(error), str(error), error.zh
    return [*answer.columns], [[(type(value), value) for value in row] for row in answer.itertuples(index=False)]


def same(loaded, act):
    """Assert that both engines answer the same, and return the answer."""
    local, server = loaded
    answer = outcome(act, local)
    assert outcome(act, server) == answer
    return answer


def test_everything_is_there(loaded):
    local, server = loaded
    assert full(server.graph()) == full(local.graph())


@pytest.fixture(scope="module")
def choices(loaded):
    """Values for the parameters of questions by name, the most telling first."""
    local, _ = loaded
    ids, properties = {}, {}
    for key, data in local.graph().nodes(data=True):
        ids.setdefault(f"{data['label'].lower()}s", []).append(key)
        for name, value in data.items():
            if isinstance(value, str | int):
                properties.setdefault(name, {}).setdefault(type(value), []).append(value)
    ids["agencies"] = ids.pop("agencys")
    return {
        **{name: [value for each in kinds.values() for value in spread(each)] for name, kinds in properties.items()},
        "region": ["", *spread(filter(None, plans(local)["region"])), "无此地"],
        "plan": ["", *spread(ids["plans"]), "plan-0"],
        "industry": [*spread(local.rows("MATCH (i:Industry) RETURN i.name AS n ORDER BY n")["n"]), "无此业"],
        "text": ["工业", "'\"\\%", ""],
        "said": ["改造", "'\"\\%", ""],
        "words": [["改造", "园区"], [""]],
        **{name: [keys, spread(keys), keys[:1] * 2, ["no-id"], []] for name, keys in ids.items()},
    }


BY_TYPE = {"string": ["", "2025-06-30"], "integer": [0, 2025, 1900], "boolean": [False, True], "strings": [[]]}


def fitting(item, choices):
    kind = type(BY_TYPE[item.type][0])
    return [value for value in choices.get(item.name, ()) if type(value) is kind] or BY_TYPE[item.type]


@pytest.mark.parametrize("name", [*catalogue()])
def test_every_question_of_the_catalogue(loaded, choices, name, request):
    query = catalogue()[name]
    values = {item.name: fitting(item, choices) for item in query.params}
    usual = {item.name: values[item.name][0] if item.default is None else item.default for item in query.params}
    answers = [same(loaded, lambda store: ask(store, name, **usual))]
    for key, some in values.items():
        # A server plans a query anew for each kind of values, half a second each: one of the two servers tries them.
        for value in ends(some) if request.node.callspec.params["loaded"] == "all" else ():
            answers.append(same(loaded, lambda store, given={**usual, key: value}: ask(store, name, **given)))
    if query.subgraph:
        ours, theirs = (query_subgraph(store, name, **usual) for store in loaded)
        assert full(theirs) == full(ours)
    assert all(len(answer) == 2 for answer in answers), "a question was refused"


def test_every_helper(loaded):
    local, _ = loaded
    for act in (plans, agencies, industries, tasks, targets, audit):
        same(loaded, act)
    for region in [*spread(filter(None, plans(local)["region"])), "无此地"]:
        for act in (plans, agencies, tasks, targets, audit):
            same(loaded, lambda store, act=act, region=region: act(store, region=region))


def test_what_agencies_are_responsible_for(loaded):
    local, _ = loaded
    for name in [*spread(agencies(local)["name"]), "工信局", "无此局"]:
        same(loaded, lambda store, name=name: agency_tasks(store, name))
    for name in [*spread(agencies(local)["name"]), "财政局"]:
        ours, theirs = (resolve_agency(store, name) if name in [*agencies(store)["name"]] else None for store in loaded)
        assert theirs == ours


def test_tasks_by_number_words_and_id(loaded):
    local, _ = loaded
    held = tasks(local)
    for text in [*spread(held["number"]), *spread(filter(None, held["title"])), *spread(held["task_id"])[:3], "无此事"]:
        same(loaded, lambda store, text=text: task(store, text))


def test_pictures(loaded):
    local, _ = loaded
    assert full(subgraph(loaded[1])) == full(subgraph(local))
    for name in spread(agencies(local)["id"])[:3]:
        ours, theirs = (subgraph(store, agency=name) for store in loaded)
        assert full(theirs) == full(ours)


def test_comparisons_of_plans_and_thoughts_about_offices(loaded, request):
    if request.node.callspec.params["loaded"] != "sample":
        pytest.skip("the sample has what is compared here")
    local, server = loaded
    one, other = plans(local)["id"][:2]
    held = tasks(local, plan=one)
    leads = list(agencies(local)[agencies(local)["leads"] > 0]["name"])
    region = plans(local)["region"][0]
    acts = {
        "cascade": lambda store: cascade(store, one, other).to_json(),
        "diff": lambda store: diff(one, other, store=store).to_json(),
        "network": lambda store: findings(cooperation(store)).to_json(),
        "abolish": lambda store: whatif(store, [Abolish(leads[0])], region=region).to_json(),
        "merge": lambda store: whatif(store, [Merge((leads[0],), "市综合局")], region=region).to_json(),
        "move": lambda store: whatif(store, [Move(held["task_id"][0], "市综合局")]).to_json(),
    }
    for name, act in acts.items():
        ours, theirs = act(local), act(server)
        assert theirs == ours, name
        assert any(ours.values()), name


def test_questions_in_plain_words(loaded, request):
    if request.node.callspec.params["loaded"] != "sample":
        pytest.skip("the sample has what is compared here")
    local, _ = loaded
    region = plans(local)["region"][0]
    body = agencies(local)["name"][0]
    asked = [
        f"{region}哪些任务没人管", f"{region}有多少项任务", "哪些任务有量化目标", f"{region}{body}负责什么", f"{body}和谁合作",
        f"{region}的目标有哪些", "水泥行业任务由谁负责", f"{region}任务最多的单位", f"{region}市无名局负责什么",
    ]  # fmt: skip
    ours, theirs = ([Session(store).ask(text).to_json() for text in asked] for store in loaded)
    assert theirs == ours
    assert {answer["answer"] for answer in ours} >= {"tasks", "number", "refused"}

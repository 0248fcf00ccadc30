"""A form becomes an answer: by forms filled by hand, without the reading of words."""

from __future__ import annotations

import pytest

from queries.answers.answer import Refusal
from queries.answers.deciding import decide
from queries.answers.form import AgencySlot, Form


@pytest.fixture(scope="module")
def facts(session):
    return session.facts.of_regions(["衡阳市"])


@pytest.fixture(scope="module")
def slot(facts):
    """Return the slot of a body of the plan by its name there."""
    ids = {owner.name: (owner.id, owner.official) for task in facts.tasks for owner in task.owners}

    def named(name):
        key, official = ids[name]
        return AgencySlot(written=name, place=None, ids={"衡阳市": frozenset([key])}, names={key: official})

    return named


def numbers(answer):
    return answer.kind, [row["number"] for row in answer.rows]


@pytest.mark.parametrize(
    ("form", "found"),
    [
        (Form(path=["二", "（一）"]), ["二/（一）/1", "二/（一）/2"]),
        (Form(path=["?三"]), ["二/（三）"]),
        (Form(words="起降场地"), ["二/（一）/1"]),
        (Form(industries=["水泥"]), ["二/（二）/3"]),
        (Form(owners="none"), ["二/（二）/2"]),
        (Form(owners="collective_only"), ["三/（一）"]),
        (Form(owners="no_lead"), ["二/（二）/1", "三/（一）"]),
        (Form(owners="single"), ["二/（二）/3"]),
        (Form(open_ended=True), ["二/（三）"]),
        (Form(roles={"co_own"}), ["二/（二）/1", "三/（一）"]),
        (Form(without_roles={"lead"}), ["二/（二）/1", "三/（一）"]),
    ],
)
def test_every_slot_lets_through_what_fits(facts, form, found):
    assert numbers(decide("？", form, facts)) == ("tasks", found)


def test_a_row_tells_who_answers_and_by_which_words(facts, slot):
    answer = decide("？", Form(agencies=[slot("市数据局")]), facts)
    (row,) = answer.rows
    assert {name: row[name] for name in ("region", "number", "part", "title", "role", "basis", "agency", "deadline", "line")} == {
        "region": "衡阳市", "number": "二/（一）/2", "part": 1, "title": "建设调度平台", "role": "lead", "basis": "explicit",
        "agency": "市数据局", "deadline": None, "line": 9,
    }  # fmt: skip


def test_roles_are_those_of_the_agency_and_none_says_what_there_is_instead(facts, slot):
    finance = slot("市财政局")
    assert numbers(decide("？", Form(agencies=[finance], roles={"lead"}), facts)) == ("tasks", ["三/（二）"])
    nothing = decide("？", Form(agencies=[slot("市商务局")], roles={"lead"}), facts)
    assert (nothing.kind, nothing.rows, nothing.instead) == ("none", (), {"co_own": 1})


def test_an_agency_may_be_denied(facts, slot):
    answer = decide("？", Form(agencies=[slot("市财政局")], without_agency=True), facts)
    others = [task.id for task in facts.tasks if all(owner.name != "市财政局" for owner in task.owners)]
    assert [row["task_id"] for row in answer.rows] == others
    assert len(others) == len(facts.tasks) - 2


def test_owners_of_a_task_and_partners_of_an_agency(facts, slot):
    owners = decide("？", Form(ask="agencies", path=["二", "（一）", "1"]), facts)
    assert [(row["agency"], row["role"]) for row in owners.rows] == [
        ("市交通运输局", "lead"),
        ("市自然资源和规划局", "support"),
        ("市财政局", "support"),
    ]
    partners = decide("？", Form(ask="agencies", partners=True, top=1, agencies=[slot("市交通运输局")]), facts)
    assert [(row["agency"], row["role"], row["shared"]) for row in partners.rows] == [
        ("市财政局", "support", 2),
        ("市财政局", "lead", 2),
    ]


@pytest.mark.parametrize(
    ("form", "number"),
    [
        (Form(ask="number", count="tasks"), 8),
        (Form(ask="number", count="agencies", path=["二", "（一）"]), 6),
        (Form(ask="number", count="targets", due=2027), 2),
    ],
)
def test_numbers(facts, form, number):
    assert decide("？", form, facts).number == number


def test_sides_are_compared_and_the_best_wins(facts, slot):
    form = Form(ask="compare", compare=True, pick="max", agencies=[slot("市交通运输局"), slot("市商务局")])
    answer = decide("？", form, facts)
    sides = [
        {"region": "衡阳市", "name": "市交通运输局", "number": 3},
        {"region": "衡阳市", "name": "市商务局", "number": 1},
    ]
    assert (answer.kind, answer.rows, answer.winner) == ("compare", sides, sides[:1])


def test_the_first_of_a_ranking_leaves_collectives_out(facts):
    answer = decide("？", Form(ask="compare", compare=True, by_agency=True, pick="max", top=1, roles={"lead"}), facts)
    assert [(row["name"], row["number"]) for row in answer.rows] == [
        ("市交通运输局", 1), ("市公安局", 1), ("市工业和信息化局", 1), ("市数据局", 1), ("市财政局", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "found"),
    [
        (Form(ask="targets"), [(30.0, "条", 2027), (50.0, "个", 2027), (None, None, 2030)]),
        (Form(ask="targets", words="起降点"), [(50.0, "个", 2027)]),
        (Form(ask="targets", target_kind="qualitative"), [(None, None, 2030)]),
        (Form(ask="targets", no_due=True), []),
    ],
)
def test_targets(facts, form, found):
    answer = decide("？", form, facts)
    assert (answer.kind, [(row["value"], row["unit"], row["due"]) for row in answer.rows]) == (
        "targets" if found else "none",
        found,
    )


@pytest.mark.parametrize(
    ("form", "why", "suggest"),
    [
        (Form(path=["九"]), "no_such_task", []),
        (Form(words="冷链"), "nonsense", []),
        (Form(words="夜间场地"), "no_such_task", ["布局起降场地"]),
        (Form(ask="targets", words="夜间巡逻"), "no_such_target", []),
        (Form(ask="targets", due=2029), "no_such_year", ["2027", "2030"]),
    ],
)
def test_what_the_plans_do_not_have_is_refused(facts, form, why, suggest):
    with pytest.raises(Refusal) as refused:
        decide("？", form, facts)
    assert (refused.value.why, refused.value.suggest) == (why, suggest)


def test_a_number_that_two_chapters_have_is_asked_back(session):
    with pytest.raises(Refusal) as refused:
        decide("？", Form(path=["（一）"]), session.facts.of_regions(["湘潭市"]))
    assert (refused.value.why, refused.value.suggest) == ("not_understood", ["三/（一）", "二/（一）"])


def test_bodies_that_have_several_roles_have_each_of_them(facts):
    roles = {"lead", "support"}
    having = {role: {owner.id for task in facts.tasks for owner in task.owners if owner.role == role} for role in roles}
    both = having["lead"] & having["support"]
    assert both and both != having["lead"] | having["support"]
    answer = decide("", Form(ask="agencies", roles=roles, has_roles=roles), facts)
    assert {row["agency_id"] for row in answer.rows} == both
    counted = decide("", Form(ask="number", count="agencies", roles=roles, has_roles=roles), facts)
    assert (counted.kind, counted.number) == ("number", len(both))

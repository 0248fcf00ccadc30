"""Industries, and the tasks that act on them."""

from __future__ import annotations

import pytest

from graph.errors import UnknownNameError
from queries import industries, industry_tasks


def test_industries_are_counted(sample_store):
    assert industries(sample_store)[["name", "wider", "tasks"]].values.tolist() == [
        ["建材", None, 0],
        ["水泥", "建材", 1],
    ]


@pytest.mark.parametrize("name", ["水泥", "水泥行业", "建材", "建材产业"])
def test_an_industry_has_the_tasks_of_its_narrower_ones(sample_store, name):
    [row] = industry_tasks(sample_store, name).to_dict("records")
    assert (row["title"], row["industry"], row["written"]) == ("改造锅炉", ["水泥"], ["水泥行业"])
    assert row["due"] == [2025]
    assert (row["leads"], row["co_owns"]) == (["市工业和信息化局"], [])
    assert [owner["role"] for owner in row["owners"]] == ["lead", "support", "support"]
    assert [(target["metric"], target["value"]) for target in row["targets"]] == [("锅炉改造数", 10.0)]


def test_the_plan_narrows(sample_store):
    assert industry_tasks(sample_store, "水泥", plan="数字车间").empty


def test_an_unknown_industry_names_the_nearest(sample_store):
    with pytest.raises(UnknownNameError) as caught:
        industry_tasks(sample_store, "水尼")
    assert caught.value.nearest[0] == "水泥"

"""Who shares tasks with whom, and when these are due."""

from __future__ import annotations

import pytest

from graph.errors import UnknownNameError
from graph.stores.store import Store
from queries.network import cooperation


def test_the_weight_is_the_number_of_shared_tasks_and_collectives_are_no_part_of_it(rivers: Store) -> None:
    found = cooperation(rivers)
    shared = {
        (found.names[one], found.names[other]): [found.tasks[each].title for each in at]
        for (one, other), at in found.pairs.items()
    }
    assert {frozenset(pair): titles for pair, titles in shared.items()} == {
        frozenset({"市水利局", "市财政局"}): ["修缮灌渠", "清淤疏浚"],
        frozenset({"市水利局", "市农业农村局"}): ["修缮灌渠"],
        frozenset({"市财政局", "市农业农村局"}): ["修缮灌渠"],
        frozenset({"市水利局", "市生态环境局"}): ["监测水质"],
        frozenset({"市林业局", "市公安局"}): ["补种苗木", "巡护队伍"],
        frozenset({"市林业局", "市财政局"}): ["防火道路"],
    }
    assert sorted(weight for *_, weight in found.graph().edges(data="weight")) == [1, 1, 1, 1, 2, 2]
    assert found.tasks[0].sentence == "市水利局牵头，市财政局、市农业农村局配合"
    assert found.tasks[0].quarters == ("2026Q2",)


def test_only_the_plans_of_a_region_count(rivers: Store) -> None:
    assert len(cooperation(rivers, region="安庆").tasks) == 7
    with pytest.raises(UnknownNameError):
        cooperation(rivers, region="洛阳市")

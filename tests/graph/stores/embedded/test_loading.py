"""What a load makes of what a store holds."""

from __future__ import annotations

import pytest

from graph.model.frames import Frames, merge, to_frames
from graph.model.rows import plan_of
from graph.model.same_plan import card_of
from graph.stores.embedded.engine import Engine
from graph.stores.embedded.held import Held
from graph.stores.embedded.loading import Loading


@pytest.fixture
def holding(tmp_path):
    """Return what a file holds that some graphs were copied into."""
    engine = Engine.building(tmp_path / "held.lbug")

    def fill(*graphs):
        engine.fill(merge(map(to_frames, graphs)))
        return Held(engine)

    yield fill
    engine.close()


def test_an_unchanged_plan_is_not_written(holding, sample_graph):
    one, two = sample_graph(), sample_graph("洛阳市")
    loading = Loading(holding(one, two), [two], "newer")
    assert (loading.written, loading.gone, loading.report.unchanged) == ({}, set(), [plan_of(two)])
    assert loading.frames() == Frames()


def test_another_plan_of_the_same_id_is_written_under_another(holding, sample_graph):
    held, new = sample_graph(), sample_graph()
    new.nodes[plan_of(new)].update(number="某政发〔2024〕2号", sha256="1" * 64)
    loading = Loading(holding(held), [new], "newer")
    assert (list(loading.written), loading.gone) == ([card_of(new).spare_id], set())


def test_an_empty_store_takes_everything(sample_graph):
    loading = Loading(Held(None), [sample_graph(), sample_graph("洛阳市")], "exact")
    assert loading.report.added == list(loading.written) == [plan_of(sample_graph()), plan_of(sample_graph("洛阳市"))]

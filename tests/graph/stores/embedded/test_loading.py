"""What a load makes of the frames that a store holds."""

from __future__ import annotations

from graph.model.frames import Frames, merge, plan_of, to_frames
from graph.model.same_plan import card_of
from graph.stores.embedded.loading import Loading


def test_an_unchanged_plan_is_not_written(sample_graph):
    one, two = sample_graph(), sample_graph("洛阳市")
    loading = Loading(merge([to_frames(one), to_frames(two)]), [two], "newer")
    assert (loading.written, loading.gone, loading.report.unchanged) == ({}, set(), [plan_of(two)])


def test_another_plan_of_the_same_id_is_written_under_another(sample_graph):
    held, new = sample_graph(), sample_graph()
    new.nodes[plan_of(new)].update(number="某政发〔2024〕2号", sha256="1" * 64)
    loading = Loading(to_frames(held), [new], "newer")
    assert (list(loading.written), loading.gone) == ([card_of(new).spare_id], set())


def test_an_empty_store_takes_everything(sample_graph):
    loading = Loading(Frames(), [sample_graph(), sample_graph("洛阳市")], "exact")
    assert loading.report.added == list(loading.written) == [plan_of(sample_graph()), plan_of(sample_graph("洛阳市"))]

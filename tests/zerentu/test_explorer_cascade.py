"""Which plans the explorer compares, and what it is told of a comparison."""

from __future__ import annotations

from pathlib import Path

from graph.stores.embedded.store import EmbeddedStore
from zerentu.explorer import explorer_content
from zerentu.explorer_cascade import pairs


def plan(region: str | None, title: str | None) -> dict[str, str | None]:
    return {"region": region, "title": title}


def test_a_plan_is_compared_with_the_next_above_of_its_subject() -> None:
    plans = [
        plan("全国", "节水实施方案"), plan("河南省", "河南省植树方案"), plan("洛阳市", "洛阳市节水实施方案"),
        plan("洛阳市", "洛阳市植树方案"), plan(None, "节水实施方案"), plan("石家庄市", "石家庄市节水方案"), plan("河南省", None),
    ]  # fmt: skip
    assert [(above["region"], below["title"]) for above, below in pairs(plans)] == [
        ("全国", "洛阳市节水实施方案"),
        ("河南省", "洛阳市植树方案"),
    ]


def test_a_comparison_points_at_tasks_and_targets_of_the_page(sample_graph, tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "a.lbug") as store:
        store.load([sample_graph("河南省"), sample_graph("洛阳市")])
        found = explorer_content(store, today="2026-01-01")
    (told,) = found.cascades
    assert (found.plans[told.above].region, found.plans[told.below].region) == ("河南省", "洛阳市")
    upper = {at for at, task in enumerate(found.tasks) if task.plan == told.above}
    lower = {at for at, task in enumerate(found.tasks) if task.plan == told.below}
    assert {link.up for link in told.tasks} - {None} == upper
    assert {link.down for link in told.tasks} - {None} == lower
    assert {found.targets[link.up].plan for link in told.targets} == {told.above}

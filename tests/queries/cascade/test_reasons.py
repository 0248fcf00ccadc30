"""Reasons that are told and decide nothing."""

from __future__ import annotations

from queries.cascade.reasons import Surroundings


def test_sections_and_industries_that_two_tasks_share() -> None:
    around = Surroundings(
        sections={"a": "拓展市场", "b": "拓展市场", "c": "加快市场拓展", "d": "组织保障"},
        industries={"a": ["钢铁", "建材", "钢铁"], "b": ["建材", "钢铁"], "c": ["纺织"]},
    )
    assert around.reasons("a", "b") == ["同章节：拓展市场", "同行业：钢铁、建材"]
    assert around.reasons("a", "d") == []
    assert around.reasons("c", "e") == []
    assert Surroundings({}, {}).reasons("a", "b") == []

"""Sections with their tasks are walked in document order."""

from __future__ import annotations

from ingest.document.outline import Section
from ingest.tasks.task import SectionTasks


def section(path: str, *children: SectionTasks) -> SectionTasks:
    return SectionTasks(
        section=Section(marker=None, path=path, title="", body=()), tasks=(), taken=(), skipped=(), children=children
    )


def test_a_section_comes_before_what_stands_below_it() -> None:
    tree = section("", section("一", section("一/（一）"), section("一/（二）")), section("二"))
    assert [each.section.path for each in tree.walk()] == ["", "一", "一/（一）", "一/（二）", "二"]

"""Editions out of graphs: bodies without number and clause, owners, targets and goals."""

from __future__ import annotations

from pathlib import Path

from queries.editions import Edition
from queries.editions.edition import words
from zerentu.library import graphs


def test_an_edition_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "云泽市治水行动方案\n一、目标\n到2027年，水质优良断面比例达到90%。\n二、任务\n（一）治水\n"
        "1.修缮灌渠。修缮灌渠。到2026年，新打机井80眼。（市水利局牵头，市财政局配合）\n",
        encoding="utf-8",
    )
    found = Edition.of(graphs(tmp_path / "a.txt")[0])
    (task,) = found.tasks
    assert (found.title, task.number, task.parent) == ("云泽市治水行动方案", "二/（一）/1", "二/（一）")
    assert task.body == "修缮灌渠修缮灌渠到2026年新打机井80眼"
    assert [(owner.name, owner.role) for owner in task.owners.values()] == [
        ("市水利局", "lead"),
        ("市财政局", "support"),
    ]
    assert [target.demands["value"] for target in task.targets] == [80]
    assert [goal.metric for goal in found.goals] == ["水质优良断面比例"]


def test_words_are_without_signs_and_in_half_width() -> None:
    assert words("到２０２５年，“扩建”\n 3 座（新）。") == "到2025年扩建3座新"

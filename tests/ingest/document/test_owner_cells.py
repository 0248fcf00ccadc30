"""What owner cells say together."""

from __future__ import annotations

from ingest.document.owner_cells import OwnerCell, bracketed_cells, read_owner_cells
from ingest.language.paragraphs import Paragraph

LINE = Paragraph("一行", ((0, 0),), table=True)


def cell(label: str, text: str, *, inherited: bool = False) -> OwnerCell:
    return OwnerCell(label=label, name=label, text=text, place=LINE, inherited=inherited)


def said(*cells: OwnerCell) -> list[tuple[str, str, str, bool]]:
    found = read_owner_cells(cells, LINE, first_leads=False).owners
    return [(owner.agency.name, owner.role, owner.basis, owner.inherited) for owner in found]


def test_levels_of_bodies_are_listed_and_none_leads() -> None:
    assert said(cell("国家部委", "科技部"), cell("国家部委", "省科技厅、省财政厅")) == [
        ("科技部", "co_own", "listed", False), ("省科技厅", "co_own", "listed", False), ("省财政厅", "co_own", "listed", False),
    ]  # fmt: skip


def test_a_lead_named_again_is_one_owner_and_persons_are_none() -> None:
    assert said(cell("牵头单位", "省卫健委（张丽）"), cell("责任单位", "省卫健委、省医保局")) == [
        ("省卫健委", "lead", "explicit", False), ("省医保局", "co_own", "explicit", False),
    ]  # fmt: skip


def test_owners_of_a_cell_above_are_inherited() -> None:
    assert said(cell("牵头单位", "市教育局", inherited=True)) == [("市教育局", "lead", "explicit", True)]


def test_a_bracket_in_another_cell_says_who_leads() -> None:
    found = list(bracketed_cells(["1", "智慧医疗（牵头单位：省卫健委）", "影像（高清）"], [0, 1, 2], LINE))
    assert [(each.label, each.text) for each in found] == [("牵头单位", "省卫健委")]

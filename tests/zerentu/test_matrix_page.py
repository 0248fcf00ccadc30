"""What the page of a matrix is told."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from queries.matrix import matrices
from zerentu.matrix_page import write_matrix_page


def test_a_page_holds_all_plans_and_shows_the_first(sample_store, tmp_path: Path) -> None:
    tree = html.fromstring(write_matrix_page(tmp_path / "a.html", matrices(sample_store)).read_bytes().decode())
    assert tree.xpath("//h1/text()") == ["责任矩阵：2 份方案"]
    assert [each.get("hidden") is None for each in tree.xpath("//section")] == [True, False]
    assert len(tree.xpath("//tr[contains(@class, 'row')]")) == 11

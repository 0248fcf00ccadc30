"""Several duties with owners of their own in one cell."""

from __future__ import annotations

import pytest

from ingest.document.cell_duties import read_cell_duties


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (
            "1.开设专窗，由区政务局牵头，区公安局配合；2.免费刻章（区财政局负责）。",
            [("开设专窗", "区政务局牵头，区公安局配合"), ("免费刻章", "区财政局负责")],
        ),
        ("①清理河道（区水利局牵头）②修整堤岸（区住建局牵头，区财政局配合）", [("清理河道", "区水利局牵头"), ("修整堤岸", "区住建局牵头，区财政局配合")]),
        ("1.清理河道（区水利局牵头）；2.修整堤岸。", []),
        ("1.开工3.5公里；2.完工2公里。", []),
        ("清理河道（区水利局牵头）。", []),
        ("1.开工（企业自行负责）；2.完工（由其负责）。", []),
    ],
)  # fmt: skip
def test_each_duty_names_who_answers_or_none_is_read(cell: str, found: list[tuple[str, str]]) -> None:
    assert [(duty.title, duty.clause) for duty in read_cell_duties(cell)] == found

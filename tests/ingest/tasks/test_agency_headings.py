from __future__ import annotations

from pathlib import Path

import pytest
from office_forms import owners, parse


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("市教育局", "市教育局:lead"),
        ("市教育局（共2项）", "市教育局:lead"),
        ("市教育局、市民政局", "市教育局:co_own 市民政局:co_own"),
        ("团市委", "团市委:lead"),
        ("市文化中心", ""),
        ("成立专项办公室", ""),
        ("教育事业", ""),
    ],
)
def test_what_stands_below_a_heading_of_agencies_is_theirs(heading: str, wanted: str, tmp_path: Path) -> None:
    text = f"云泽市任务分解\n一、{heading}\n1.新建学校。\n2.改造食堂。（市商务局负责）"
    found = owners(parse(tmp_path, ".txt", text.replace("任务分解", "重点任务")))
    assert found[0] == ("一/1", wanted)


def test_an_item_that_names_its_agency_first(tmp_path: Path) -> None:
    text = "云泽市重点任务\n一、任务\n（一）市教育局\n新建学校3所。\n（二）市住建局。修缮校舍。\n（三）市审计局"
    assert owners(parse(tmp_path, ".txt", text)) == [
        ("一/（一）", "市教育局:lead"),
        ("一/（二）", "市住建局:lead"),
        ("一/（三）", ""),
    ]

from __future__ import annotations

import pytest

from graph.agencies.own_names import own_names


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (["市文化广电和旅游局", "市文旅局"], {"市文旅局": "市文化广电和旅游局"}),
        (["县文化广电旅游体育局", "县文旅局"], {"县文旅局": "县文化广电旅游体育局"}),
        (["市文化广电和旅游局", "市文化广电旅游体育局", "市文旅局"], {}),
        (["市文化和旅游局", "市文化广电和旅游局", "市文旅局"], {}),
        (["省文化广电和旅游局", "市文旅局"], {}),
        (["市文化广电和旅游局", "市旅游局", "市文化局"], {}),
        (["市公安局", "市交警支队"], {}),
        (["市发改委", "市发展和改革委员会"], {}),
        (["各有关部门", "云泽大学"], {}),
    ],
)
def test_a_full_name_decides_the_short_ones_of_its_level_and_line(names: list[str], wanted: dict[str, str]) -> None:
    assert own_names(names) == wanted
    assert own_names(reversed(names)) == wanted

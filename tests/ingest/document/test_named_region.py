from __future__ import annotations

import pytest

from ingest.document.named_region import named_region


@pytest.mark.parametrize(
    ("text", "level", "wanted"),
    [
        ("河南" * 5, "省", "河南省"),
        ("河南" * 4, "省", None),
        ("河南" * 9 + "山东", "省", "河南省"),
        ("河南" * 8 + "山东", "省", None),
        ("新疆" * 5, "省", "新疆维吾尔自治区"),
        ("洛阳市" * 5, "市", "洛阳市"),
        ("大同" * 9, "市", None),
        ("嵩县" * 9, "区县", None),
        ("", "省", None),
    ],
)
def test_only_a_name_that_comes_again_and_again_without_rival_counts(text: str, level: str, wanted: str | None) -> None:
    assert named_region(text, level) == wanted

from __future__ import annotations

import pytest

from ingest.industries.presented import trades


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("前瞻布局量子信息、脑机接口等未来产业", ["量子信息", "脑机接口"]),
        ("壮大预制菜产业", ["预制菜"]),
        ("加强预制菜行业协会建设", []),
        ("推动纺织等传统产业升级", ["纺织"]),
        ("在产品开发、技术创新等领域开展合作", []),
        ("支持甲市、乙县等地发展产业", []),
        ("建设产业园区", []),
    ],
)
def test_names_that_a_text_presents_as_trades(text: str, names: list[str]) -> None:
    assert sorted(text[start:end] for start, end in trades(text, {"纺织", "软件"}.__contains__)) == sorted(names)

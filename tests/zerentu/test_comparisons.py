"""Comparisons through the library."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import SettingsError, UnknownNameError
from zerentu import cascade, load, open_store

PLAN = """{region}防汛行动方案
一、主要任务
（一）堤防
1.加固堤防。加固中小河流堤防并清理河道淤积。（{agency}负责）
"""


def test_a_cascade_takes_regions_and_titles_and_refuses_others(tmp_path: Path) -> None:
    for region, agency in (("河南省", "省水利厅"), ("洛阳市", "市水利局")):
        (tmp_path / f"{region}.txt").write_text(PLAN.format(region=region, agency=agency), encoding="utf-8")
    load([tmp_path], db=tmp_path / "a.lbug")
    with open_store(tmp_path / "a.lbug") as store:
        found = cascade(store, "河南", "洛阳市防汛行动方案")
        assert [(link.up, link.down, link.degree) for link in found.links] == [(0, 0, "same")]
        assert found.owners[0] == []
        with pytest.raises(UnknownNameError, match="安阳"):
            cascade(store, "河南", "安阳市")
        with pytest.raises(SettingsError, match="nowhere"):
            cascade(store, "河南", "洛阳市", overrides=tmp_path / "nowhere.toml")

"""A plan in which few agencies work together, loaded once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.stores.store import Store
from zerentu.library import load, open_store

PLAN = """安庆市河湖管护行动方案
一、重点任务
（一）治水
1.修缮灌渠。修缮灌渠和提水泵站。到2026年6月，新打机井80眼。（市水利局牵头，市财政局、市农业农村局配合）
2.监测水质。监测河湖水质。（市生态环境局、市水利局按职责分工负责）
3.清淤疏浚。疏浚中小河流。（市水利局牵头，市财政局、各县（市、区）人民政府配合）
4.巡查河道。组织巡查。（各县（市、区）人民政府负责）
（二）护林
5.补种苗木。沿岸补种耐水苗木。（市林业局牵头，市公安局配合）
6.巡护队伍。组建巡护队伍。（市林业局牵头，市公安局配合）
7.防火道路。整修防火道路。（市林业局、市财政局按职责分工负责）
"""


@pytest.fixture(scope="session")
def rivers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("河湖")
    (folder / "a.txt").write_text(PLAN, encoding="utf-8")
    load([folder / "a.txt"], db=folder / "a.lbug")
    with open_store(folder / "a.lbug") as store:
        yield store

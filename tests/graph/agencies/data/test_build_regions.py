"""The gazetteer from the tables of the package: zones and place holders left out, codes of six digits."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.agencies.data.build_regions import main, rows

TABLES = {
    "provinces.csv": "code,name\n41,河南省\n",
    "cities.csv": "code,name\n4103,洛阳市\n4190,省直辖县级行政区划\n4419,东莞市\n",
    "areas.csv": "code,name\n410301,市辖区\n410302,老城区\n410371,高新技术产业开发区\n419001,济源市\n441900,东莞市\n",
}


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    for name, text in TABLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_zones_and_rows_that_hold_a_place_are_no_regions(dist: Path) -> None:
    assert list(rows(dist)) == [
        ("410000", "河南省"), ("410300", "洛阳市"), ("441900", "东莞市"), ("410302", "老城区"), ("419001", "济源市"),
        ("441900", "东莞市"),
    ]  # fmt: skip


def test_the_table_is_sorted_with_what_the_package_lacks_and_each_region_once(dist: Path, capsysbinary) -> None:
    import io
    import sys

    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    saved, sys.stdout = sys.stdout, out
    try:
        main(dist)
        out.flush()
    finally:
        sys.stdout = saved
    lines = [line for line in out.buffer.getvalue().decode("utf-8").splitlines() if not line.startswith("#")]
    assert lines == [
        "410000\t河南省", "410300\t洛阳市", "410302\t老城区", "419001\t济源市", "441900\t东莞市", "710000\t台湾省",
        "810000\t香港特别行政区", "820000\t澳门特别行政区",
    ]  # fmt: skip

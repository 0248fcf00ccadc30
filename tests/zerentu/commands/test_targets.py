"""``zerentu targets``: numbers, years, and who answers for them."""

from __future__ import annotations

import json

import pytest


def test_the_table_tells_derived_years_and_every_owner(said) -> None:
    assert said("targets", "--region", "洛阳市") == (
        0,
        [
            "地区    编号         指标          数值   年份          责任单位                                              行  原文",
            "─" * 140,
            "洛阳市  一           园区面貌             2025                                                                2   到2025年，园区面貌明显改善",
            "        二/（一）/1  锅炉改造数    ≥10台  2025          牵头：市工业和信息化局；配合：市财政局、市生态环境局  7   改造水泥行业锅炉10台以上",
            "        二/（二）    绿色企业      ≥30家  2025（推定）  共同负责：市工业和信息化局、市科技局                  10  “十四五”末绿色企业达到30家",
            "        二/（四）    新能源车占比  约60%  2024          共同负责：市交通运输局、市公安局                      14  新能源车占比达到60%左右",
        ],
        ["共 4 个目标"],
    )


@pytest.mark.parametrize(
    ("options", "metrics"),
    [
        (["--due", "2025"], ["园区面貌", "锅炉改造数", "绿色企业"]),
        (["--kind", "qualitative"], ["园区面貌"]),
        (["--agency", "市工业和信息化局", "--region", "石家庄市"], ["数字车间"]),
        (["--agency", "市工业和信息化局", "--region", "洛阳市"], ["锅炉改造数", "绿色企业"]),
        (["--overdue", "--today", "2028-01-01", "--region", "石家庄市"], ["数字车间"]),
        (["--overdue", "--today", "2027-12-31", "--region", "石家庄市"], []),
        (["--plan", "数字车间"], ["数字车间"]),
    ],
)
def test_options_choose(said, options: list[str], metrics: list[str]) -> None:
    status, out, err = said("targets", *options, "--format", "json")
    assert (status, [row["metric"] for row in json.loads("\n".join(out))], err) == (0, metrics, [])


def test_an_agency_that_nobody_knows_is_a_sentence(said) -> None:
    status, out, err = said("targets", "--agency", "星际探索局", "--region", "洛阳市")
    assert (status, out, len(err)) == (1, [], 1)


def test_a_day_is_written_as_a_date(said) -> None:
    status, out, err = said("targets", "--overdue", "--today", "昨天")
    assert (status, out, err[-1]) == (2, [], "错误：'--today'：'昨天' 不是日期，日期写成 2027-12-31 这样")

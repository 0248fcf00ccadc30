"""Where the metric of a target stands in its clause, and what a clause without a number claims."""

from __future__ import annotations

import pytest

from ingest.targets.metrics import claim, counted_metric, shared_metrics


@pytest.mark.parametrize(
    ("clause", "metric", "change"),
    [
        ("污水排放明显下降", "污水排放", "decrease"),
        ("服务水平显著提升", "服务水平", "increase"),
        ("推动产能稳步增长", "产能", "increase"),
        ("排放达到峰值并实现稳中有降", "排放", "decrease"),
        ("加快建设综合枢纽", "综合枢纽", "level"),
        ("基本建成服务网络", "服务网络", "level"),
    ],
)
def test_a_clause_claims_something_of_its_subject_or_its_object(clause: str, metric: str, change: str) -> None:
    found = claim(clause, 0, [])
    assert found is not None
    assert (clause[found.start : found.end], found.change) == (metric, change)


@pytest.mark.parametrize(
    "clause", ["以重点流域为主体", "主要目标", "实现以下目标", "在稳定产量的前提下", "通过技术改造等方式", "甲"]
)
def test_what_only_leads_in_claims_nothing(clause: str) -> None:
    assert claim(clause, 0, []) is None


def test_what_stands_before_a_date_is_the_subject() -> None:
    clause = "排放在2030年前达峰"
    found = claim(clause, 0, [(3, 9)])
    assert found is not None
    assert clause[found.start : found.end] == "排放"


@pytest.mark.parametrize(
    ("clause", "stop", "following", "metric"),
    [
        ("建成30个站点", 5, 7, "站点"),
        ("10个公园、20个绿道", 3, 6, "公园"),
        ("7个公园和广场、绿道3个站点", 2, 10, "公园"),
        ("30个、20个", 3, 4, ""),
    ],
)
def test_the_noun_behind_a_count(clause: str, stop: int, following: int, metric: str) -> None:
    start, end = counted_metric(clause, stop, following)
    assert clause[start:end] == metric


@pytest.mark.parametrize(
    ("whole", "count", "metrics"),
    [
        ("甲类、乙类回收率", 2, ["甲类回收率", "乙类回收率"]),
        ("新型材料、光纤行业占比", 2, ["新型材料行业占比", "光纤行业占比"]),
        ("覆盖率和合格率", 2, ["覆盖率", "合格率"]),
        ("公园、绿道", 3, ["公园、绿道"] * 3),
    ],
)
def test_a_shared_ending_is_given_to_those_that_lack_it(whole: str, count: int, metrics: list[str]) -> None:
    assert shared_metrics(whole, count) == metrics

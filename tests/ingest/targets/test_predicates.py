from __future__ import annotations

import pytest

from ingest.targets.predicates import Predicate, is_report, is_rule, read_predicate


def read(clause: str, number: str) -> Predicate:
    return read_predicate(clause, 0, clause.index(number))


@pytest.mark.parametrize(
    ("clause", "number", "expected"),
    [
        ("覆盖率达到80%", "80", (3, ">=", "level", True, None)),
        ("渗漏率降低到9%", "9", (3, "<=", "level", True, None)),
        ("产值增长5%", "5", (2, None, "increase", True, None)),
        ("能耗比2020年下降15%", "15", (2, None, "decrease", True, None)),
        ("失业率控制在5%以内", "5", (3, "<=", "level", True, None)),
        ("新增床位500张", "500", (4, None, "increase", False, "inc")),
        ("达标率≥95%", "95", (3, ">=", "level", True, None)),
        ("达标率>=95%", "95", (3, ">=", "level", True, None)),
        ("达标率大于等于95%", "95", (3, ">=", "level", True, None)),
        ("达标率不小于95%", "95", (3, ">=", "level", True, None)),
        ("达标率超过95%", "95", (3, ">=", "level", True, None)),
        ("达标率>95%", "95", (3, ">", "level", True, None)),
        ("达标率大于95%", "95", (3, ">", "level", True, None)),
        ("事故率≤3‰", "3", (3, "<=", "level", True, None)),
        ("事故率不大于3‰", "3", (3, "<=", "level", True, None)),
        ("事故率小于或等于3‰", "3", (3, "<=", "level", True, None)),
        ("事故率<3‰", "3", (3, "<", "level", True, None)),
        ("事故率小于3‰", "3", (3, "<", "level", True, None)),
        ("合格率=100%", "100", (3, "=", "level", True, None)),
        ("培育企业30家", "30", (4, None, "level", False, "wish")),
        ("现有站点30个", "30", (4, None, "level", False, "block")),
        ("建设规模30公顷", "30", (4, None, "level", False, None)),
    ],
)
def test_what_governs_a_number(clause: str, number: str, expected: tuple[object, ...]) -> None:
    found = read(clause, number)
    assert (found.start, found.comparator, found.change, found.direct, found.verb) == expected


@pytest.mark.parametrize(
    ("clause", "rule", "report"),
    [
        ("按实际缴纳数返还50%", True, False),
        ("推动担保费率降至1%以下", False, False),
        ("担保费率不超过1%", True, False),
        ("已建成站点30个", False, True),
        ("已建成的站点达到30个", False, False),
        ("覆盖率较上年提高2个百分点", False, False),
    ],
)
def test_rules_and_reports(clause: str, rule: bool, report: bool) -> None:
    assert (is_rule(clause), is_report(clause)) == (rule, report)

"""`parse --explain`: the rule that decided each role is told, in JSON and on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.parse import parse_file
from ingest.to_json import to_json

PLAN = """云泽市养老服务行动方案
一、总体任务
（一）扩大床位。新增床位。（市民政局牵头，市财政局配合）
（二）培训人员。开展培训。（责任单位：市人力资源社会保障局、市教育局）
（三）巡查设施。每月巡查。（市应急局负责）
（四）提升餐食。开办食堂。（市商务局、市民政局按职责分工负责）
（五）智慧平台。建成平台。（市数据局（牵头）、市民政局）
"""


@pytest.mark.parametrize("explain", [True, False])
def test_explain_tells_the_rule_of_each_role(tmp_path: Path, explain: bool) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    found = to_json(parse_file(path), explain=explain)
    told = [(owner["name"], owner["role"], owner.get("rule")) for task in found["tasks"] for owner in task["owners"]]
    rules = [
        ("市民政局", "lead", "verb 牵头"),
        ("市财政局", "support", "verb 配合"),
        ("市人力资源社会保障局", "co_own", "label 责任单位"),
        ("市教育局", "co_own", "label 责任单位"),
        ("市应急局", "lead", "sole agency"),
        ("市商务局", "co_own", "verb 按职责分工负责"),
        ("市民政局", "co_own", "verb 按职责分工负责"),
        ("市数据局", "lead", "mark 牵头"),
        ("市民政局", "co_own", "list without a role word"),
    ]
    assert told == (rules if explain else [(name, role, None) for name, role, _ in rules])

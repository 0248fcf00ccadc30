"""The chain of rules that tells targets from numbers that are only mentioned: every rule decides its own example."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.parse import parse_file
from ingest.targets.rules import RULES, Rule, deciding_rule
from ingest.to_json import to_json


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_decides_its_own_example(rule: Rule) -> None:
    assert deciding_rule(rule.example.case()).name == rule.name


def test_rules_have_names_of_their_own_and_the_last_one_always_applies() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(RULES[-1].applies(rule.example.case()) for rule in RULES)


def test_a_parse_names_the_rule_behind_each_target(tmp_path: Path) -> None:
    text = (
        "云泽市体育发展实施方案\n一、重点任务\n1.建设步道。到2027年，新建步道30公里，环境明显改善。（市体育局负责）\n"
    )
    path = tmp_path / "plan.txt"
    path.write_text(text, encoding="utf-8")
    parsed = parse_file(path)
    explained = to_json(parsed, explain=True)["targets"]
    assert [(target["value"], target["rule"]) for target in explained] == [(30, "dated"), (None, "dated_claim")]
    assert [{**target, "rule": None} for target in to_json(parsed)["targets"]] == [
        {**target, "rule": None} for target in explained
    ]
    assert all("rule" not in target for target in to_json(parsed)["targets"])

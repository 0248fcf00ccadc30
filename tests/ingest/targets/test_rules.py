"""The chain of rules that tells targets from numbers that are only mentioned: every rule decides its own example."""

from __future__ import annotations

import pytest

from ingest.targets.rules import RULES, Rule, deciding_rule


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_decides_its_own_example(rule: Rule) -> None:
    assert deciding_rule(rule.example.case()).name == rule.name


def test_rules_have_names_of_their_own_and_the_last_one_always_applies() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(RULES[-1].applies(rule.example.case()) for rule in RULES)

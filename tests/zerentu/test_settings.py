"""Which language a run speaks."""

from __future__ import annotations

import sys

import pytest

from zerentu.settings import language, set_language, tell


@pytest.mark.parametrize(
    ("arguments", "variable", "spoken"),
    [
        ([], None, "zh"),
        ([], "en", "en"),
        ([], "fr", "zh"),
        (["plans", "--lang", "en"], None, "en"),
        (["plans", "--lang=en"], "zh", "en"),
        (["--lang", "zh"], "en", "zh"),
        (["--lang", "fr"], "en", "en"),
        (["--lang"], None, "zh"),
    ],
)
def test_the_option_wins_over_the_variable(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], variable: str | None, spoken: str
) -> None:
    monkeypatch.setattr(sys, "argv", ["zerentu", *arguments])
    if variable is None:
        monkeypatch.delenv("ZERENTU_LANG")
    else:
        monkeypatch.setenv("ZERENTU_LANG", variable)
    assert language() == spoken
    assert tell("已移除：{plan}", plan="甲") == {"zh": "已移除：甲", "en": "removed: 甲"}[spoken]


def test_the_rest_of_the_run_speaks_what_was_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["zerentu"])
    set_language("en")
    assert language() == "en"

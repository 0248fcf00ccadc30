"""Columns to fill in: captions that are known in both languages, quarters, and what a header may say."""

from __future__ import annotations

import pytest

from graph.errors import SettingsError
from zerentu.sheet_columns import FILLED, caption_of, header_key, quarters_between, sheet_caption
from zerentu.sheet_identity import LOCKED

KEYS = ["at", *LOCKED, "identity", "due", *FILLED, "2026Q1", "2027Q4"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_header_is_known_in_the_language_in_which_it_was_written(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZERENTU_LANG", lang)
    captions = [sheet_caption(key) for key in KEYS]
    assert len(set(captions)) == len(KEYS)
    assert [header_key(caption) for caption in captions] == KEYS
    assert [header_key(f" {caption}\n") for caption in captions] == KEYS


def test_captions_in_sentences() -> None:
    assert [caption_of(key).zh for key in ("said", "lead", "identity", "2026Q1")] == [
        "进展情况", "牵头单位", "标识（勿改）", "2026年第1季度",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("caption", "key"),
    [
        ("2026年第二季度", "2026Q2"),
        ("2026年3季度", "2026Q3"),
        ("2026q4", "2026Q4"),
        ("备注", None),
        ("2026年", None),
        ("", None),
    ],
)
def test_captions_that_people_write(caption: str, key: str | None) -> None:
    assert header_key(caption) == key


def test_quarters_between_two() -> None:
    assert quarters_between("2026Q4") == ["2026Q4"]
    assert quarters_between("2026Q3..2027Q2") == ["2026Q3", "2026Q4", "2027Q1", "2027Q2"]


@pytest.mark.parametrize("text", ["", "2026", "2026Q5", "2026Q2..2026Q1", "2026Q1..2036Q1"])
def test_other_quarters_are_refused(text: str) -> None:
    with pytest.raises(SettingsError) as error:
        quarters_between(text)
    assert error.value.zh == f"--quarters {text}：要写成 2026Q1 或 2026Q1..2026Q4，前一个季度在前，至多 40 个季度"

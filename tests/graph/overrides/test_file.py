"""Overrides: every entry is held against its form, and refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import SettingsError
from graph.overrides.file import parse_overrides, read_overrides

AGENCY, OTHER, TASK, TARGET = (
    f"{label}-0123456789abcde{digit}" for label, digit in (("agency", 0), ("agency", 1), ("task", 0), ("target", 0))
)
WHOLE = f"""
[[merge]]
agency = "{AGENCY}"
same_as = "{OTHER}"
note = "同一机构两块牌子"

[[owner]]
task = "{TASK}"
add = "市审计局"
role = "support"

[[split]]
agency = "{AGENCY}"
into = ["市财政局", "市教育局"]

[[target]]
within = "{TASK}"
text = "到2027年，建成3个"
metric = "平台"
value = 3
due = 2027
"""


def test_entries_come_in_the_order_in_which_they_are_applied() -> None:
    found = parse_overrides(WHOLE, "甲.toml")
    assert [(each.kind, each.where) for each in found] == [
        ("split", "甲.toml 第 12 行 [[split]]"),
        ("owner", "甲.toml 第 7 行 [[owner]]"),
        ("target", "甲.toml 第 16 行 [[target]]"),
        ("merge", "甲.toml 第 2 行 [[merge]]"),
    ]
    assert [each.subject for each in found] == [AGENCY, TASK, TASK, AGENCY]
    assert found[-1].note == "同一机构两块牌子"


def test_the_key_is_what_the_entry_says_and_not_where_or_why() -> None:
    plain = f'[[rename]]\nagency = "{AGENCY}"\nname = "市数据局"\n'
    (first,) = parse_overrides(plain)
    (second,) = parse_overrides(f'\n\n[[rename]]\nnote = "改"\nname = "市数据局"\nagency = "{AGENCY}"\n')
    (third,) = parse_overrides(plain.replace("市数据局", "市大数据局"))
    assert first.key == second.key != third.key


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("rename = 1", "请用双方括号 [[rename]]"),
        ("[[renames]]", "没有“renames”这种更正；可用：[[split]]、[[rename]]、[[owner]]、[[target]]、[[merge]]"),
        ("[[rename]]\nagency = 市", "不是正确的 TOML"),
        ("[[rename]]", "甲.toml 第 1 行 [[rename]]：写的是 （空），应为 agency, name"),
        (f'[[rename]]\nagency = "{AGENCY}"\nname = "甲"\ncolour = "红"', "写的是 agency、colour、name"),
        ('[[rename]]\nagency = "市财政局"\nname = "甲"', "agency 应为标识，例如 agency-0123456789abcdef"),
        (f'[[rename]]\nagency = "{TASK}"\nname = "甲"', "agency 应为标识"),
        (f'[[rename]]\nagency = "{AGENCY}"\nname = 3', "name 应为文字"),
        (f'[[rename]]\nagency = "{AGENCY}"\nname = " "', "name 应为文字"),
        (f'[[split]]\nagency = "{AGENCY}"\ninto = ["甲"]', "into 应为两个以上名称的列表"),
        (f'[[owner]]\ntask = "{TASK}"\nadd = "市财政局"', "应为 task, add, role | target, add, role"),
        (
            f'[[owner]]\ntask = "{TASK}"\nadd = "甲"\nrole = "牵头"',
            "role 应为 lead、co_own、support、guide、implement 之一",
        ),
        (f'[[owner]]\ntask = "{TASK}"\nadd = "甲"\ndrop = "乙"\nrole = "lead"', "写的是 add、drop、role、task"),
        (f'[[target]]\ndrop = "{TASK}"', "drop 应为标识，例如 target-0123456789abcdef"),
        (f'[[target]]\nwithin = "{TARGET}"\ntext = "甲"\nmetric = "乙"', "within 应为标识，例如 plan-0123456789abcdef"),
        (f'[[target]]\nwithin = "{TASK}"\ntext = "甲"\nmetric = "乙"\nvalue = "三"', "value 应为数字"),
        (f'[[target]]\nwithin = "{TASK}"\ntext = "甲"\nmetric = "乙"\ndue = 2027.5', "due 应为数字"),
        (
            f'[[target]]\ndrop = "{TARGET}"\n[[target]]\ndrop = "{TARGET}"',
            "第 3 行 [[target]]：与 甲.toml 第 1 行 [[target]] 重复",
        ),
    ],
)
def test_whatever_does_not_fit_is_refused(text: str, says: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_overrides(text, "甲.toml")
    assert says in caught.value.zh
    assert caught.value.zh.startswith("甲.toml")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be opened"):
        read_overrides(tmp_path / "none.toml")
    path = tmp_path / "a.toml"
    path.write_bytes("# 说明".encode("gb18030"))
    with pytest.raises(SettingsError, match="not UTF-8"):
        read_overrides(path)
    path.write_bytes(b"\xef\xbb\xbf# \xe8\xaf\xb4\xe6\x98\x8e\r\n")
    assert read_overrides(path) == []


@given(st.text(alphabet='[]="renamowertgt \nagency-0123', max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parse_overrides(text)
    except SettingsError as error:
        assert str(error).startswith("zerentu.overrides.toml")


def test_a_counterpart_is_accepted_or_rejected() -> None:
    entry = f'[[counterpart]]\nup = "{TASK}"\ndown = "task-0123456789abcde9"\nverdict = "{{}}"\nnote = "核对过"\n'
    (found,) = parse_overrides(entry.format("reject"))
    assert (found.kind, found.subject, found.note) == ("counterpart", TASK, "核对过")
    with pytest.raises(SettingsError, match="verdict"):
        parse_overrides(entry.format("maybe"))
    with pytest.raises(SettingsError, match="down"):
        parse_overrides(f'[[counterpart]]\nup = "{TASK}"\ndown = "{AGENCY}"\nverdict = "accept"\n')


def test_brackets_without_end_are_refused_in_a_sentence() -> None:
    with pytest.raises(SettingsError, match="brackets are nested too deeply"):
        parse_overrides("a = " + "[" * 100_000)

"""zerentu.toml: what wins, what it may say, and the sentence for what it may not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.errors import SettingsError
from ingest.files.limits import limit
from zerentu.config import SETTINGS, Value, config_path, read_config, value_of
from zerentu.own_files import limits_in_force
from zerentu.paths import store_target
from zerentu.settings import language


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variables in SETTINGS.values():
        for variable in variables:
            monkeypatch.delenv(variable, raising=False)
    monkeypatch.delenv("ZERENTU_CONFIG", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_nothing_is_set() -> None:
    assert (config_path(), [value_of(name) for name in SETTINGS]) == (None, [None] * 8)
    assert (store_target(), language()) == ("zerentu.lbug", "zh")


def test_the_option_wins_then_the_environment_then_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / "zerentu.toml", 'store = "库/办公室.lbug"\nlanguage = "en"\nregion = "洛阳市"\n')
    local = str(folder / "库" / "办公室.lbug")
    assert value_of("store") == Value(local, "zerentu.toml")
    assert (store_target(), language(), value_of("region")) == (local, "en", Value("洛阳市", "zerentu.toml"))
    monkeypatch.setenv("NEO4J_URI", "neo4j://localhost:7687")
    assert value_of("store") == Value("neo4j://localhost:7687", "NEO4J_URI")
    monkeypatch.setenv("ZERENTU_DB", "乙.lbug")
    monkeypatch.setenv("ZERENTU_LANG", "zh")
    assert (store_target(), language()) == ("乙.lbug", "zh")
    assert store_target("甲.lbug") == "甲.lbug"


def test_another_file_is_named_by_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / "zerentu.toml", 'region = "洛阳市"\n')
    (folder / "别处").mkdir()
    other = write(folder / "别处" / "设置.toml", 'lexicon = "词表.txt"\nstore = "neo4j://localhost:7687"\n')
    monkeypatch.setenv("ZERENTU_CONFIG", str(other))
    assert value_of("region") is None
    assert value_of("lexicon") == Value(str(folder / "别处" / "词表.txt"), str(other))
    assert store_target() == "neo4j://localhost:7687"
    monkeypatch.setenv("ZERENTU_CONFIG", "没有.toml")
    with pytest.raises(SettingsError, match=r"没有\.toml: there is no such file"):
        config_path()


def test_a_change_of_the_file_is_seen(folder: Path) -> None:
    path = write(folder / "zerentu.toml", 'region = "洛阳市"\n')
    assert read_config(path) == {"region": "洛阳市"}
    write(path, 'region = "安庆市"\n')
    os.utime(path, ns=(1, 1))
    assert read_config(path) == {"region": "安庆市"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('stroe = "a"', "x.toml: there is no setting stroe; use store"),
        (
            '"色" = 1',
            "x.toml: there is no setting 色; use store, lexicon, overrides, region, language, bulletin_template, tasks_template, limits",
        ),
        ("region = 3", 'x.toml: region must be a text, as in region = "…"'),
        ('region = " "', 'x.toml: region must be a text, as in region = "…"'),
        ('store = "a\\u0000b"', "x.toml: store holds control characters that cannot be seen; type it anew"),
        ('region = "洛阳市\\u202e"', "x.toml: region holds control characters that cannot be seen; type it anew"),
        ('language = "fr"', "x.toml: language is one of zh, en"),
        ("limits = 3", "x.toml: write limits of reading as a table [limits], one a line, as in pages = 3000"),
        (
            "[limits]\nsides = 3",
            "x.toml [limits]: sides=3 is not a limit of reading; write name=number, with the name one of",
        ),
        ("[limits]\npages = 0", "x.toml [limits]: pages is 0; write a number above 0 and up to"),
        ("[limits]\npages = true", "x.toml [limits]: pages is True; write a number above 0 and up to"),
        ("store = ", "x.toml: not TOML in UTF-8 (Invalid value (at end of document))"),
        ("store = " + "[" * 40_000, "x.toml: not TOML in UTF-8 ("),
        ("#" * 100_001, "x.toml: too large for a configuration file; check it"),
    ],
    ids=lambda text: text[:20],
)
def test_what_it_may_not_say_is_told_in_a_sentence(folder: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsError) as refused:
        read_config(write(folder / "x.toml", text))
    assert str(refused.value).startswith(told) and "\n" not in str(refused.value)


def test_a_file_that_is_not_there_or_not_utf8(folder: Path) -> None:
    with pytest.raises(SettingsError, match=r"^x.toml: cannot be opened \("):
        read_config(folder / "x.toml")
    (folder / "x.toml").write_bytes('region = "洛阳市"'.encode("gb18030"))
    with pytest.raises(SettingsError, match=r"^x.toml: not TOML in UTF-8 \("):
        read_config(folder / "x.toml")


def test_limits_of_reading_are_a_table_and_the_environment_and_the_option_win(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "zerentu.toml", "[limits]\npages = 3000\nrows = 70_000\nmegabytes = 0.5\n")
    assert value_of("limits") == Value("pages=3000 rows=70000 megabytes=0.5", "zerentu.toml")
    with limits_in_force():
        assert [limit(name) for name in ("pages", "rows", "megabytes", "merged")] == [3000, 70_000, 0.5, 100_000]
    monkeypatch.setenv("ZERENTU_LIMITS", "pages=4000, rows=80000")
    monkeypatch.setenv("ZERENTU_MAX_MB", "50")
    with limits_in_force({"rows": 90_000}):
        assert [limit(name) for name in ("pages", "rows", "megabytes")] == [4000, 90_000, 50]
        with limits_in_force():
            assert limit("rows") == 90_000

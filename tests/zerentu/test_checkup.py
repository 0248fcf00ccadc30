"""What the doctor finds, as a machine has it."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from zerentu.checkup import Finding, findings
from zerentu.config import SETTINGS
from zerentu.library import load, sample_plan


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variables in SETTINGS.values():
        for variable in variables:
            monkeypatch.delenv(variable, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(item: str, db: str | None = None) -> Finding:
    (only,) = [each for each in findings(db) if each.item.en == item]
    return only


def text(finding: Finding) -> str:
    return str(finding.found)


def test_a_store_is_counted_or_its_way_to_be_made_is_told(folder: Path) -> None:
    missing = found("store")
    assert (missing.state, text(missing)) == ("hint", "zerentu.lbug does not exist yet")
    load([sample_plan()], db=folder / "a.lbug")
    there = found("store", "a.lbug")
    assert (there.state, text(there)) == ("ok", "a.lbug: 1 plan, 17 tasks")
    (folder / "b.lbug").write_bytes(b"no store" * 100)
    damaged = found("store", "b.lbug")
    assert damaged.state == "fault" and damaged.remedy is not None


def test_a_server_without_password_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    assert found("store", "neo4j://localhost:1").state == "fault"


def test_every_setting_tells_where_it_comes_from(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "zerentu.toml").write_text(
        'region = "洛阳市"\nlanguage = "zh"\n[limits]\npages = 3000\n', encoding="utf-8"
    )
    monkeypatch.setenv("ZERENTU_LANG", "en")
    told = {each.item.en: text(each) for each in findings("甲.lbug") if each.item.en.startswith("setting")}
    assert told == {
        "setting store": "甲.lbug (from the option --db)",
        "setting lexicon": "zerentu.lexicon beside the store (default)",
        "setting overrides": "zerentu.overrides.toml beside the store (default)",
        "setting region": "洛阳市 (from zerentu.toml)",
        "setting language": "en (from ZERENTU_LANG)",
        "setting bulletin_template": "none (default)",
        "setting tasks_template": "none (default)",
        "setting limits": "pages=3000 (from zerentu.toml)",
    }


def test_a_limit_in_the_environment_that_is_wrong_is_a_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZERENTU_LIMITS", "pages=many")
    (fault,) = [text(each) for each in findings() if each.state == "fault"]
    assert fault.startswith("ZERENTU_LIMITS: pages is many; write a number above 0")


def test_a_wrong_file_is_a_fault_and_the_store_is_not_guessed(folder: Path) -> None:
    (folder / "zerentu.toml").write_text("region = 3\n", encoding="utf-8")
    told = findings()
    assert [text(each) for each in told if each.state == "fault"] == [
        'zerentu.toml: region must be a text, as in region = "…"'
    ]
    assert [each for each in told if each.item.en in ("store", "setting region")] == []


@pytest.mark.parametrize(("encoding", "state"), [("utf-8", "ok"), ("gbk", "hint"), ("ascii", "hint")])
def test_a_console_that_cannot_write_every_character(
    monkeypatch: pytest.MonkeyPatch, encoding: str, state: str
) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    assert found("console").state == state


def test_the_libraries_are_within_their_ranges() -> None:
    libraries = found("libraries")
    assert libraries.state == "ok" and {"click", "ladybug", "scipy"} <= {
        each.split()[0] for each in text(libraries).split("、")
    }


@pytest.mark.skipif(sys.platform != "linux", reason="fc-list of fontconfig")
def test_a_list_of_fonts_that_does_not_run_is_a_hint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "fc-list"
    program.write_text("#!/nowhere/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    fonts = found("font")
    assert (fonts.state, text(fonts).startswith("fc-list does not run (")) == ("hint", True)

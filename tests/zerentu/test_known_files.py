"""Files that were loaded are known by their content, for as long as they would be read in the same way."""

from __future__ import annotations

from pathlib import Path

import pytest

from zerentu.known_files import KnownFiles, checksum, way_of_reading
from zerentu.library import load, remove, sample_plan
from zerentu.own_files import lexicon_in_force


@pytest.fixture
def loaded(tmp_path):
    """A copy of the sample plan, loaded into a store beside it."""
    path = tmp_path / "plan.txt"
    path.write_bytes(sample_plan().read_bytes())
    db = tmp_path / "s.lbug"
    assert load([path], db=db).skipped == []
    return path, db


def known(db: Path, *, region: str | None = None) -> KnownFiles:
    return KnownFiles(db, way_of_reading(region, []))


def test_a_file_is_known_under_any_name_until_its_content_changes(loaded):
    path, db = loaded
    other = path.rename(path.with_name("other.txt"))
    [card] = known(db).plans(other)
    assert (card.title, card.sha256) == ("云泽市制造业绿色转型行动方案（2026—2028年）", checksum(other))
    other.write_bytes(other.read_bytes() + b"\n")
    assert known(db).plans(other) == []
    assert known(db).plans(path) == []


def test_another_way_of_reading_knows_nothing(loaded, tmp_path):
    path, db = loaded
    assert known(db, region="洛阳市").plans(path) == []
    lexicon = tmp_path / "words"
    lexicon.write_text("机构 督导专班\n", encoding="utf-8")
    with lexicon_in_force(lexicon):
        assert known(db).plans(path) == []
    assert len(known(db).plans(path)) == 1


def test_a_plan_that_left_the_store_is_read_again(loaded):
    path, db = loaded
    remove("云政办发〔2026〕7号", db=db)
    assert known(db).plans(path) == []
    assert load([path], db=db).report.added != []


@pytest.mark.parametrize("text", ["", "zerentu files 1", "\x00", "zerentu files 1  x\nabc\n"])
def test_a_damaged_list_is_as_good_as_none(loaded, text):
    path, db = loaded
    db.with_name("s.lbug.known").write_text(text, encoding="utf-8")
    assert known(db).plans(path) == []


def test_a_store_that_is_gone_knows_nothing(loaded):
    path, db = loaded
    db.unlink()
    assert known(db).plans(path) == []
    assert len(load([path], db=db).report.added) == 1

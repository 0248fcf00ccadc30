"""Files to take away: asked for by name, made by the commands' functions, leaving nothing behind."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from served import PLAN

from graph.errors import SettingsError, UnknownNameError
from ingest.files.read import read_document
from zerentu.library import load, open_store
from zerentu.web.downloads import Wishes, download


def test_what_is_wished_is_in_the_file_and_nothing_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZERENTU_LANG", "zh")
    plan, db, place = tmp_path / "节水.txt", tmp_path / "a.lbug", tmp_path / "place"
    plan.write_text(PLAN, encoding="utf-8")
    place.mkdir()
    load([plan], db=db)
    with open_store(db) as store:
        name, data = download("bulletin.docx", store, Wishes(sender="市政府督查室"), db=str(db), folder=place)
        (tmp_path / name).write_bytes(data)
        assert name == "督查通报.docx"
        assert "市政府督查室" in read_document(tmp_path / name).text
        for name in ("passwd", "../a", ""):
            with pytest.raises(UnknownNameError):
                download(name, store, Wishes(), db=str(db), folder=place)
        with pytest.raises(UnknownNameError):
            download("matrix.xlsx", store, Wishes(plan="没有的方案"), db=str(db), folder=place)
    assert list(place.iterdir()) == []


def test_wishes_are_read_as_a_page_sends_them() -> None:
    given = {"plan": "", "return_by": "2026-12-20", "sender": " 督查室 ", "quarters": None, "more": 1}
    assert Wishes.of(given) == Wishes(plan=None, return_by=date(2026, 12, 20), sender="督查室", quarters="")
    with pytest.raises(SettingsError):
        Wishes.of({"return_by": "20261220x"})

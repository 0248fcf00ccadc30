"""The page of tables: escaped, marked, offline."""

from __future__ import annotations

from pathlib import Path

from viz.report import Table, plain_text, write_report

MARKED = (("新建", False), ("三", True), ("座", False))


def page(tmp_path: Path, *tables: Table, lang: str = "zh") -> str:
    return write_report(tmp_path / "a" / "页.html", "甲 → 乙 & 丙", tables, lang=lang).read_text(encoding="utf-8")


def test_texts_are_escaped_and_differences_marked(tmp_path: Path) -> None:
    table = Table(
        "目标", {"a": "原文", "b": "数值", "c": "空"}, [{"a": MARKED, "b": 3, "c": None}, {"a": "<b>", "b": 0, "c": ""}]
    )
    found = page(tmp_path, table)
    assert (
        '<td class="a" data-caption="原文">新建<mark>三</mark>座</td><td class="b" data-caption="数值">3</td>' in found
    )
    assert '<td class="a" data-caption="原文">&lt;b&gt;</td><td class="b" data-caption="数值">0</td>' in found
    assert "<h1>甲 → 乙 &amp; 丙</h1>" in found
    assert '<th scope="col">原文</th><th scope="col">数值</th><th scope="col">空</th>' in found


def test_an_empty_table_is_a_heading_with_nought(tmp_path: Path) -> None:
    found = page(tmp_path, Table("目标", {"a": "原文"}, []), lang="en")
    assert '<h2 id="t1">目标 <small>0</small></h2>' in found
    assert "<table>" not in found
    assert '<html lang="en">' in found


def test_what_turns_text_round_is_shown_as_a_sign(tmp_path: Path) -> None:
    found = page(tmp_path, Table("目\u202e标", {"a": "原文"}, [{"a": "甲\x1b]0;乙\x07\u2028丙\n丁"}]))
    assert '<h2 id="t1">目␦标 ' in found
    assert 'data-caption="原文">甲␛]0;乙␇↵丙\n丁</td>' in found


def test_the_page_loads_nothing(tmp_path: Path) -> None:
    found = page(tmp_path, Table("目标", {"a": "原文"}, [{"a": "字"}]))
    assert "default-src &#39;none&#39;; script-src &#39;sha256-" in found
    assert not [word for word in ("http:", "https:", "src=", "@import", "url(") if word in found]


def test_marks_come_off_for_screens_and_sheets() -> None:
    assert [plain_text(value) for value in (MARKED, "字", 3, None)] == ["新建三座", "字", 3, None]

"""Lines around the text of a plan: signature, date, copies, and the list of annexes."""

from __future__ import annotations

import pytest

from ingest.document.edge_lines import is_signature, lists_annexes
from ingest.language.item_numbers import read_marker
from ingest.language.paragraphs import Paragraph


def line(text: str, *, table: bool = False) -> Paragraph:
    return Paragraph(text, ((0, 0),), table)


@pytest.mark.parametrize(
    "text",
    [
        "云泽市人民政府",
        "2026年1月5日",
        "二〇二六年一月五日",
        "（此件公开发布）",
        "抄送：市委各部门。",
        "（联系人：张某）",
    ],
)
def test_what_is_a_line_of_the_signature(text: str) -> None:
    assert is_signature(line(text), None)


@pytest.mark.parametrize("text", ["做好保障工作。", "各县区、各部门", "2026年1月5日前完成整治。"])
def test_what_is_text(text: str) -> None:
    assert not is_signature(line(text), None)


def test_bodies_sign_above_a_date_and_a_table_line_never_signs() -> None:
    signed = "市发展改革委、市财政局"
    assert is_signature(line(signed), line("2026年1月5日"))
    assert not is_signature(line(signed), line("做好保障工作。"))
    assert not is_signature(line("市财政局", table=True), None)


def test_the_list_of_annexes_goes_on_with_short_items_only() -> None:
    listing = False
    read = []
    for text in ("附件：1.指标表", "2.分工表", "3.这一项是正文，写到句号为止。", "4.清单"):
        listing = lists_annexes(line(text), read_marker(line(text).folded), listing)
        read.append(listing)
    assert read == [True, True, False, False]

"""Lines become paragraphs again by where they begin and end."""

from __future__ import annotations

import pytest
from pdf_lines import line

from ingest.files.pdf.lines import Line
from ingest.files.pdf.paragraphs import Margins, continues, margins

#: Forty characters of 10 from 100 to 500.
FULL = "推进各类园区循环化和低碳化改造建成示范工程" + "完善公共服务设施提升治理能力保障运行安全"
INDENTED = Margins(left=100.0, right=500.0, pitch=20.0, indented=True, justified=True)
FLUSH = Margins(left=100.0, right=500.0, pitch=20.0, indented=False, justified=True)
RAGGED = Margins(left=100.0, right=500.0, pitch=20.0, indented=False, justified=False)


def running(*texts: tuple[float, str]) -> list[Line]:
    return [line(text, x=x, y=100.0 + 20 * at) for at, (x, text) in enumerate(texts)]


def test_margins_are_where_most_lines_begin_and_end() -> None:
    paragraph = [(120.0, FULL[:38]), (100.0, FULL[:40]), (100.0, "完成普查。")]
    assert margins(running(*paragraph * 4), 600.0) == INDENTED


def test_paragraphs_without_an_indent_are_known_and_a_narrow_text_has_the_margin_of_the_page() -> None:
    assert margins(running(*[(100.0, FULL[:40]), (100.0, "完成普查。")] * 4), 600.0) == FLUSH
    narrow = margins(running(*[(100.0, "完成普查。")] * 4), 600.0)
    assert narrow == Margins(left=100.0, right=450.0, pitch=20.0, indented=False, justified=False)


def test_a_mark_over_the_margin_does_not_move_it() -> None:
    lines = running(*[(120.0, FULL[:38] + "，"), (100.0, FULL[:40]), (100.0, "完成普查。")] * 4)
    assert margins(lines, 600.0) == INDENTED


@pytest.mark.parametrize("lines", [[], running((100.0, FULL))])
def test_one_line_has_no_margins(lines: list[Line]) -> None:
    assert margins(lines, 600.0) is None


@pytest.mark.parametrize(
    ("before", "after", "page", "expected"),
    [
        ((FULL[:40], 100.0), ("完成普查。", 100.0), INDENTED, True),
        ((FULL[:40], 100.0), ("完成普查。", 120.0), INDENTED, False),  # indented
        (("推进改造", 100.0), ("完成普查。", 100.0), INDENTED, False),  # there was room for more
        ((FULL[:38], 100.0), ("2026年底前", 100.0), INDENTED, True),  # no room for the whole number
        ((FULL[:39] + "。", 100.0), ("完成普查。", 100.0), INDENTED, True),
        ((FULL[:39] + "。", 100.0), ("完成普查。", 100.0), FLUSH, True),  # full to the margin
        ((FULL[:38] + "。", 100.0), ("完成普查。", 100.0), RAGGED, False),
        ((FULL[:40], 100.0), ("2.完成普查。", 100.0), INDENTED, True),  # breaks off in a sentence: a value
        ((FULL[:39] + "。", 100.0), ("2.完成普查。", 100.0), INDENTED, False),
        ((FULL[:40], 100.0), ("2.完成普查。", 100.0), FLUSH, False),
        (("第一章总则" + "." * 70, 100.0), ("完成普查。", 100.0), INDENTED, True),
        (("第一章总则" + "." * 68 + "12", 100.0), ("完成普查。", 100.0), INDENTED, False),  # a table of contents
        ((FULL[:30], 150.0 + 50.0), ("保障运行安全", 270.0), INDENTED, True),  # what is left over of a title
    ],
)
def test_a_line_goes_on_if_it_did_not_fit(
    before: tuple[str, float], after: tuple[str, float], page: Margins, expected: bool
) -> None:
    one, two = line(before[0], x=before[1]), line(after[0], x=after[1], y=120.0)
    assert continues(one, two, page, page) is expected


def test_lines_far_apart_or_of_another_size_are_apart() -> None:
    before = line(FULL[:40], x=100.0)
    assert not continues(before, line("完成普查。", x=100.0, y=140.0), INDENTED, INDENTED)
    assert continues(before, line("完成普查。", x=100.0, y=80.0, page=2), INDENTED, INDENTED)
    assert not continues(before, line("完成普查。", x=100.0, y=120.0, size=14.0), INDENTED, INDENTED)
    assert continues(before, line("100", x=100.0, y=120.0, size=8.0), INDENTED, INDENTED)


def test_a_line_goes_on_between_the_margins_of_the_next_page() -> None:
    before, after = line(FULL[:40], x=100.0), line("完成普查。", x=130.0, y=80.0, page=2)
    shifted = Margins(left=130.0, right=530.0, pitch=20.0, indented=True, justified=True)
    assert continues(before, after, INDENTED, shifted)
    assert not continues(before, after, INDENTED, INDENTED)

"""Characters of a page: what counts, what runs another way, what nobody sees."""

from __future__ import annotations

import pytest
from pdf_writer import HEIGHT, WIDTH, PdfPage, opened

from ingest.files.pdf.chars import Char, Printed, printed, quarters_of, text_objects
from ingest.files.pdf.sight import Sight
from ingest.files.pdf.turn import Turn


def read(made: PdfPage, quarter: int = 0) -> Printed:
    with opened(made) as document:
        page = document[0]
        text = page.get_textpage()
        objects = text_objects(text)
        turn = Turn(quarter, 0, 0, WIDTH, HEIGHT)
        found = printed(
            text, objects, quarters_of(text, objects), turn, Sight(turn.box(0, 0, WIDTH, HEIGHT), [], False)
        )
        text.close()
        page.close()
        return found


def test_a_character_has_its_box_its_baseline_and_its_size() -> None:
    made = PdfPage()
    made.text(100, 742, "任A", 16)
    wide, narrow = read(made).chars
    assert (wide.text, round(wide.x0), round(wide.x1), round(wide.y), round(wide.size)) == ("任", 100, 116, 100, 16)
    assert (narrow.text, round(narrow.x0), round(narrow.y)) == ("A", 116, 100)
    assert narrow.size == pytest.approx(wide.size, rel=0.3)
    assert wide.middle == pytest.approx(94.4)


def test_line_ends_are_no_characters_and_a_hyphen_at_the_end_of_a_line_is_one() -> None:
    made = PdfPage()
    made.text(100, 742, "A-")
    made.text(100, 700, "B。")
    assert "".join(char.text for char in read(made).chars if not char.text.isspace()) == "A-B。"


def test_what_runs_another_way_is_counted_and_what_lies_outside_is_unseen() -> None:
    made = PdfPage()
    made.text(100, 742, "任务")
    made.text(100, -60, "备注")
    made.text(300, 300, "草案", matrix="0 1 -1 0")
    found = read(made)
    assert ("".join(char.text for char in found.chars), found.unseen, found.turned) == ("任务", "备注", 2)
    turned = read(made, 1)
    assert ("".join(char.text for char in turned.chars), turned.turned) == ("草案", 4)


def test_white_letters_on_white_are_unseen() -> None:
    made = PdfPage()
    made.text(100, 742, "任务")
    made.text(100, 700, "备注", painted="1 g")
    found = read(made)
    assert ("".join(char.text for char in found.chars), found.unseen) == ("任务", "备注")


def test_characters_that_say_the_same_are_two() -> None:
    assert Char("任", 0.0, 1.0, 2.0, 3.0) != Char("任", 0.0, 1.0, 2.0, 3.0)

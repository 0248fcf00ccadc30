"""What was filled in on a page: values of fields and text boxes, and no comments of readers."""

from __future__ import annotations

import pytest
from pdf_writer import PdfPage, opened

from ingest.files.pdf.annotations import Filled, filled_in


def filled(made: PdfPage) -> list[Filled]:
    with opened(made) as document:
        page = document[0]
        try:
            return list(filled_in(page, document.formenv))
        finally:
            page.close()


def test_values_of_fields_and_texts_of_boxes_come_with_their_place() -> None:
    made = PdfPage()
    made.fill_in(100, 700, 200, 20, "市交通运输局")
    made.fill_in(100, 600, 150, 40, "市商务局\r市财政局", "box")
    made.fill_in(300, 300, 20, 20, "请核实", "note")
    assert filled(made) == [
        Filled("市交通运输局", (100.0, 700.0, 300.0, 720.0), 12.0),
        Filled("市商务局\r市财政局", (100.0, 600.0, 250.0, 640.0), 12.0),
    ]


def test_what_is_hidden_or_blank_is_not_filled_in() -> None:
    made = PdfPage()
    made.fill_in(100, 700, 200, 20, "市民政局", "box")
    made.annotations[0] = made.annotations[0].replace("/F 4 ", "/F 2 ")
    made.fill_in(100, 600, 200, 20, "　 ", "box")
    assert filled(made) == []


@pytest.mark.parametrize(("appearance", "size"), [("/F 9.5 Tf 0 g", 9.5), ("/F 0 Tf 0 g", 12.0), ("0 g", 12.0)])
def test_a_size_that_fits_itself_to_the_field_is_the_usual_one(appearance: str, size: float) -> None:
    made = PdfPage()
    made.fill_in(100, 700, 200, 20, "市水利局", "box")
    made.annotations[0] = made.annotations[0].replace("/F 12 Tf 0 g", appearance)
    assert filled(made) == [Filled("市水利局", (100.0, 700.0, 300.0, 720.0), size)]


def test_a_file_without_a_form_has_boxes_only() -> None:
    made = PdfPage()
    made.fill_in(100, 700, 200, 20, "市交通运输局")
    made.fill_in(100, 600, 200, 20, "市商务局", "box")
    with opened(made) as document:
        page = document[0]
        try:
            assert [each.text for each in filled_in(page, None)] == ["市商务局"]
        finally:
            page.close()


@pytest.mark.parametrize(
    ("text", "wide", "lines"),
    [
        ("市发展改革委", 100.0, ["市发展改革委"]),
        ("市发展改革委", 39.0, ["市发展", "改革委"]),
        ("市财政局\r\n市科技局", 100.0, ["市财政局", "市科技局"]),
        ("财政", 1.0, ["财", "政"]),
    ],
)
def test_a_text_is_broken_where_its_box_ends(text: str, wide: float, lines: list[str]) -> None:
    assert Filled(text, (0.0, 0.0, wide, 50.0), 12.0).lines(wide, 12.0) == lines

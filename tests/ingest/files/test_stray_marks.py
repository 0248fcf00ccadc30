from hypothesis import given
from hypothesis import strategies as st

from ingest.files.stray_marks import strip_stray_marks


def test_headings_bold_marks_and_rules_go() -> None:
    lines = ["## 一、任务", "**牵头单位：**市财政局", "-----", "做好3*4的衔接"]
    assert strip_stray_marks(lines) == ["一、任务", "牵头单位：市财政局", "", "做好3*4的衔接"]


@given(st.lists(st.text("一#*-= a", min_size=1).filter(lambda line: "**" not in line and not line.startswith("#"))))
def test_lines_without_marks_are_left_alone(lines: list[str]) -> None:
    assert strip_stray_marks(lines) == lines


def test_numbers_that_are_not_to_be_told_stay() -> None:
    lines = ["联系电话：138****0000、139****0000", "做好3*4的衔接"]
    assert strip_stray_marks(lines) == lines

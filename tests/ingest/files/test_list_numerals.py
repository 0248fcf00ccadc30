import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.files.list_numerals import numeral


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("decimal", ["1", "10", "11", "21"]),
        ("chineseCounting", ["一", "十", "十一", "二十一"]),
        ("chineseLegalSimplified", ["壹", "壹拾", "壹拾壹", "贰拾壹"]),
        ("ideographTraditional", ["甲", "癸", "11", "21"]),
        ("decimalEnclosedCircle", ["①", "⑩", "⑪", "21"]),
        ("decimalZero", ["01", "10", "11", "21"]),
        ("upperRoman", ["I", "X", "XI", "XXI"]),
        ("lowerLetter", ["a", "j", "k", "u"]),
        ("none", ["", "", "", ""]),
        ("noSuchFormat", ["1", "10", "11", "21"]),
    ],
)
def test_formats(form: str, shown: list[str]) -> None:
    assert [numeral(value, form) for value in (1, 10, 11, 21)] == shown


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_chinese_numbers_are_told_apart(one: int, other: int) -> None:
    assert (numeral(one, "chineseCounting") == numeral(other, "chineseCounting")) is (one == other)

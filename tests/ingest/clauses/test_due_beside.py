import pytest

from ingest.clauses.due_beside import due_beside, is_due


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("2027年6月底前", True),
        ("力争2027年底前基本完成", True),
        ("长期坚持", True),
        ("每季度", True),
        ("2027年", False),
        ("市水利局", False),
        ("2027年底前，市水利局", False),
    ],
)
def test_words_that_say_when_and_nothing_else(words: str, due: bool) -> None:
    assert is_due(words.replace("，", ",")) is due


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("修渠。(市水利局牵头)(2027年底前)", ["2027年底前"]),
        ("修渠。(2027年底前)(市水利局牵头)", ["2027年底前"]),
        ("修渠。(市水利局牵头)2027年底前完成。", ["2027年底前完成"]),
        ("修渠。(市水利局牵头)2027年底前完成清淤。", []),
        ("修渠。(市水利局牵头)", []),
        ("(2026年底前)修渠。(市水利局牵头)", []),
    ],
)
def test_dates_beside_a_bracket(text: str, dates: list[str]) -> None:
    start = text.index("(市")
    end = text.index(")", start) + 1
    found = list(due_beside(text, start, end))
    assert [text[slice(*due.said)] for due in found] == dates
    assert all(due.start == end or due.end == start for due in found)

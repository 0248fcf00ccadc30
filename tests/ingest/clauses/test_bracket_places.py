import pytest

from ingest.clauses.bracket_places import closes


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        ("修建水渠。(市水利局)", True),
        ("修建水渠(市水利局)", True),
        ("报市安委会办公室(市应急局)", False),
        ("组长:张某(市应急局)", False),
        ("政策法规科(行政审批科)", False),
        ("完成用地(市自然资源局、市林业局);其他", True),
        ("完成用地(市自然资源局)并开工", False),
    ],
)
def test_a_bracket_is_a_clause_by_its_place(text: str, closing: bool) -> None:
    start, end = text.index("("), text.index(")") + 1
    assert closes(text, start, end, heading=False, numbered=True) is closing


def test_a_bracket_alone_on_its_line_belongs_to_the_item_above() -> None:
    text = "(市水利局)"
    assert closes(text, 0, len(text), heading=False, numbered=True)
    assert not closes(text, 0, len(text), heading=True, numbered=True)
    assert not closes(text, 0, len(text), heading=False, numbered=False)

import pytest

from ingest.clauses.clause import parse_clause
from ingest.clauses.named_bodies import names_bodies, names_bodies_only, nobody_in_particular


@pytest.mark.parametrize(
    ("words", "only"),
    [
        ("市水利局牵头，规划处配合", True),
        ("各县区负责落实", True),
        ("方案报送生态环境部", False),
        ("市水利局牵头，并建立台账", False),
        ("龙头企业牵头，高校院所参与", False),
        ("云泽钢铁公司牵头", True),
    ],
)
def test_a_sentence_without_marks_names_nothing_but_bodies(words: str, only: bool) -> None:
    clause = parse_clause(words)
    assert clause is not None
    assert names_bodies_only(clause) is only


@pytest.mark.parametrize(
    ("words", "bodies"),
    [("市水利局、市财政局", True), ("市水利局、市财政局、专项资金", True), ("北山村、柳林镇", False)],
)
def test_most_of_a_bracket_without_a_role_word_are_bodies(words: str, bodies: bool) -> None:
    clause = parse_clause(words)
    assert clause is not None
    assert names_bodies(clause) is bodies


def test_kinds_of_firms_are_nobody_in_particular() -> None:
    assert [
        name for name in ("龙头企业", "高校院所", "行业协会", "市工商联", "云泽钢铁公司") if nobody_in_particular(name)
    ] == [
        "龙头企业",
        "高校院所",
        "行业协会",
    ]

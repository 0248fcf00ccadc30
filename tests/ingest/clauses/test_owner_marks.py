"""Marks behind owners of a table: on what grounds they stand there."""

from __future__ import annotations

import pytest
from parsed import parse

HEAD = "云泽市重点任务分解表\n序号\t重点任务\t牵头单位\t共同负责（责任单位）\t配合单位\t指导\t落实\t完成时限\n"
FILL = "9\t修路\t市财政局\t市水利局\t市教育局\t省水利厅\t各县（市、区）人民政府\t2028年"


@pytest.mark.parametrize(
    ("row", "owners"),
    [
        ("市水利局（唯一单位）\t—\t—\t—\t—", ["市水利局 lead sole"]),
        ("市水利局(文件规定)\t市财政局\t—\t—\t—", ["市水利局 lead rule", "市财政局 co_own explicit"]),
        ("—\t市水利局（并列）\t—\t—\t—", ["市水利局 co_own listed"]),
        ("市水利局\t—\t市财政局（承自上级条款）、市教育局\t—\t—", [
            "市水利局 lead explicit", "市财政局 support explicit inherited", "市教育局 support explicit"
        ]),
        ("市水利局（唯一单位，承自上级条款）\t—\t—\t省水利厅\t—", [
            "市水利局 lead sole inherited", "省水利厅 guide explicit"
        ]),
        ("市水利局 (sole unit)\t—\t—\t—\t市财政局 (inherited)", [
            "市水利局 lead sole", "市财政局 implement explicit inherited"
        ]),
        ("市水利局（人工更正）\t—\t—\t—\t—", ["市水利局 lead explicit"]),
        ("无\t无\t无\t无\t无", []),
    ],
)  # fmt: skip
def test_a_mark_gives_basis_and_inheritance(row: str, owners: list[str]) -> None:
    first, second = parse(f"{HEAD}{FILL}\n1\t清淤河道\t{row}\t—")["tasks"]
    said = [f"{o['name']} {o['role']} {o['basis']}{' inherited' * o['inherited']}" for o in second["owners"]]
    assert (first["title"], said) == ("修路", owners)


def test_a_dash_is_no_deadline_and_no_blank() -> None:
    first, second = parse(f"{HEAD}{FILL}\n1\t清淤河道\t市水利局\t—\t—\t—\t—\t—")["tasks"]
    assert (first.get("deadline"), second.get("deadline"), len(second["owners"])) == ("2028年", None, 1)

"""Signs and words of matrices."""

from __future__ import annotations

from queries.matrix import MatrixColumn, MatrixOwner, matrices
from zerentu.matrix_words import csv_rows, groups_of, note_words, signs_of


def owner(role: str, basis: str = "explicit", inherited: bool = False) -> MatrixOwner:
    return MatrixOwner(role=role, basis=basis, inherited=inherited, quote="市财政局牵头")


def test_a_sole_unit_has_a_sign_of_its_own_and_two_roles_two_signs() -> None:
    assert signs_of([owner("lead")]) == "●"
    assert signs_of([owner("lead", "sole")]) == "○"
    assert signs_of([owner("co_own", "listed"), owner("implement")]) == "◐▲"


def test_a_note_tells_role_basis_and_clause() -> None:
    assert note_words(owner("lead", "rule", inherited=True)) == "牵头·文件规定（承自上级条款）\n市财政局牵头"


def test_agencies_stand_below_their_line_or_their_kind() -> None:
    columns = [
        MatrixColumn(id=name, name=name, kind=kind, functional_line=line)
        for name, kind, line in (
            ("省财政厅", "body", "财政"),
            ("市财政局", "body", "财政"),
            ("各县（市、区）人民政府", "collective", None),
        )
    ]
    assert groups_of(columns) == [("财政", 2), ("群体", 1)]


def test_csv_has_the_agencies_of_all_plans_as_columns(sample_store) -> None:
    rows, columns = csv_rows(matrices(sample_store))
    assert (columns[:5], columns[-4:]) == (
        ["方案", "编号", "章节", "任务", "时限"],
        ["单位数", "原文", "出处", "任务标识"],
    )
    assert len(rows) == 11
    assert (rows[0]["市工业和信息化局"], rows[0]["市财政局"], rows[0]["单位数"]) == ("●", "△", 3)

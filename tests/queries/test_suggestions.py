"""The refusal of a name that nothing has."""

from __future__ import annotations

from graph.messages import _
from queries.suggestions import unknown

WHAT = _("机构")
NONE = _("库里还没有方案")


def test_three_names_that_come_nearest() -> None:
    error = unknown("市财正局", ["市财政局", "县财政局", "市商务局", "公安部"], what=WHAT, none=NONE)
    assert error.nearest == ["市财政局", "市商务局", "县财政局"]
    assert error.zh == "没有名为“市财正局”的机构；相近的有：市财政局、市商务局、县财政局"
    assert str(error) == "no agency is called 市财正局; nearest: 市财政局, 市商务局, 县财政局"


def test_a_spelling_suggests_its_name_once() -> None:
    spelled = {"市工信局": "市工业和信息化局", "市工业和信息化局": "市工业和信息化局"}
    assert unknown("市工信", spelled, what=WHAT, none=NONE).nearest == ["市工业和信息化局"]


def test_no_names_at_all() -> None:
    error = unknown("市财政局", [], what=WHAT, none=NONE)
    assert (error.nearest, error.zh) == ([], "没有名为“市财政局”的机构；库里还没有方案")

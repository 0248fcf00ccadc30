"""The words for degrees and verdicts of a comparison of two plans."""

from __future__ import annotations

from graph.messages import _

__all__ = ["DEGREES", "LESS", "VERDICTS"]

DEGREES = {"same": _("相同"), "partial": _("部分")}
VERDICTS = {
    "missing": _("缺失"),
    "weaker": _("减弱"),
    "later": _("推迟"),
    "different baseline": _("基期或口径不同"),
    "same": _("相同"),
    "stronger": _("加强"),
    "earlier": _("提前"),
    "lead changed": _("牵头改变"),
    "owner added": _("新增单位"),
    "owner dropped": _("去掉单位"),
    "role changed": _("角色改变"),
}
#: Verdicts of targets that a reader has to look at, the most serious first.
LESS = ("missing", "weaker", "later", "different baseline")

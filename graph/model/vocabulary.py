"""The words that properties take: roles, the basis of a responsibility, kinds of an agency.

`graph.model.schema` re-exports them; they stand here because a caption is no part of the graph's shape.
"""

from __future__ import annotations

from typing import Literal, get_args

__all__ = ["BASES", "KINDS", "ROLES", "Basis", "Kind", "Role", "as_role"]

Role = Literal["lead", "co_own", "support", "guide", "implement"]
Basis = Literal["explicit", "rule", "sole", "listed", "manual"]
Kind = Literal["body", "office", "enterprise", "organisation", "government", "collective", "post"]

_ROLES: dict[str, Role] = {role: role for role in get_args(Role)}


def as_role(word: str) -> Role:
    """Return a role as one of those there are; a table of words that has another is at fault.

    Raises
    ------
    KeyError
        If it is no role.

    Examples
    --------
    >>> as_role("lead")
    'lead'
    """
    return _ROLES[word]


#: Role in a parse (gold/GUIDE terms) to relationship type.
ROLES: dict[str, str] = {
    "lead": "LEADS",
    "co_own": "CO_OWNS",
    "support": "SUPPORTS",
    "guide": "GUIDES",
    "implement": "IMPLEMENTS",
}

#: What an agency may be, in Chinese and English.
KINDS: dict[str, tuple[str, str]] = {
    "body": ("党政机关", "party or government body"),
    "office": ("法定机构", "statutory office"),
    "enterprise": ("企业", "enterprise"),
    "organisation": ("群团组织", "mass organisation"),
    "government": ("地方政府", "local government"),
    "collective": ("群体", "collective"),
    "post": ("岗位", "post"),
}

#: What the basis of a responsibility may be, in the order of how surely an office may act on them.
BASES: dict[str, tuple[str, str, str]] = {
    "explicit": ("明示", "explicit", "The document writes the role: 牵头, 配合, 责任单位 …"),
    "rule": ("文件规定", "declared rule", "Lead because the document declares that the first one listed leads."),
    "sole": ("唯一单位", "sole unit", "Lead because the clause names one unit only: X负责."),
    "listed": ("并列", "listed", "One of several units of a plain list: X、Y按职责分工负责."),
    "manual": ("人工更正", "by hand", "Added by an overrides file; the document does not say so."),
}

"""Sentences that speak for later clauses: 列首位的为牵头单位，下同 declares a rule, 以下均需…落实，不再列出 adds owners."""

from __future__ import annotations

import re

from graph.model.vocabulary import Role, as_role
from ingest.clauses.words import any_of, either
from ingest.language.hinted import Hinted
from ingest.language.role_verbs import ROLE_WORDS

__all__ = ["CARRY_OUT", "DECLARED", "FIRST_LEADS", "NOTE", "SAME_BELOW", "note_role"]

#: What a note makes of its agencies by its verb (以下均需…配合) or by 均为…单位; any other word lets them carry out.
_NOTE_ROLES = ROLE_WORDS.meanings("note") | ROLE_WORDS.meanings("note_post")
#: The role word of a note that says none.
CARRY_OUT = ROLE_WORDS.of("note.implement")[0].text
_LISTED = any_of("listed")
_IS = any_of("is")
# ，其他为配合单位，下同
_OTHERS = rf"""
    (?:[,;]\s?(?:其[他余它]|后面)[^,;。:()]{{0,8}}(?:为|是){ROLE_WORDS.pattern("others")}[^,;。()]{{0,6}})?
    (?:[,]\s?(?:以?下同|以下同))?
"""
#: In a clause or a header: （列首位的为牵头单位，下同）, 第一个为主责单位.
FIRST_LEADS = Hinted(
    f"第一|首位|{either('first')}",
    re.compile(
        rf"""\(?(?P<rule>
        {any_of("whose")}?[,]?
        # 第一个, 列首位, 排在最前, 首位
        (?:第一个|{_LISTED}{any_of("first")}|首位|第一责任)
        [^,;。:]{{0,16}}?{_IS}?[^,;。:]{{0,4}}?
        {ROLE_WORDS.pattern("first")}[^,;。()]{{0,12}}
        {_OTHERS}
    )\)?""",
        re.VERBOSE,
    ),
)
#: The same in running text, where 首位 and 牵头 alone say nothing: 责任单位中排第一位的为牵头单位.
DECLARED = Hinted(
    f"第一|{either('first.declared')}",
    re.compile(
        rf"""(?P<rule>
        (?:(?:责任|承担|分工)?(?:单位|部门)(?:中|里)?[,]?)?
        # 排第一位的, 第一家
        (?:{_LISTED}{any_of("first.declared")}|第一(?:个|家|位))的?
        [^,;。:]{{0,12}}?{_IS}[^,;。:]{{0,4}}?
        {ROLE_WORDS.pattern("first.declared")}[^,;。()]{{0,12}}
        {_OTHERS}
    )""",
        re.VERBOSE,
    ),
)
#: Owners of all that follows: 以下任务均需各区政府落实，不再列出; 各区政府均为责任单位，下同.
NOTE = Hinted(
    "均",
    re.compile(
        rf"""\(?(?P<note>
        (?:
            # 以下任务均需 X 落实
            (?:{any_of("all")}[^,;。()]{{0,14}})?均{any_of("need")}
            (?P<agencies>(?!{ROLE_WORDS.pattern("note.not_first")}).{{2,160}}?)
            (?P<verb>(?:共同|分别|具体)?{ROLE_WORDS.pattern("note.implement", "note.support")})?
            # X 均为责任单位
          | (?P<named>(?<![^,;。()])[^,;。()]{{2,40}}?(?:\([^()]{{1,12}}\)[^,;。()]{{0,12}}?)?)
            均(?:为|是)
            (?P<post>{ROLE_WORDS.pattern("note_post.co_own", "note_post.support", "note_post.implement")})(?:单位|部门|主体)
        )
        # ，不再一一列出，下同
        [,;。]?\s?
        (?:不再{any_of("again")}?(?:分工)?{any_of("list_again")}?(?:[,]?\s?下同)?|以?下同)
    )。?\)?""",
        re.VERBOSE,
    ),
)
#: A clause that holds below too: 市财政局负责，下同.
SAME_BELOW = re.compile(r"[,;。]?\s?(?:以?下同)\s?[。]?$")


def note_role(verb: str) -> Role:
    """Return the role that the verb of a note gives its agencies; carrying out where none is said.

    Examples
    --------
    >>> note_role("共同配合"), note_role("责任"), note_role("")
    ('support', 'co_own', 'implement')
    """
    said = (role for word, role in _NOTE_ROLES.items() if role != "implement" and verb.endswith(word))
    return as_role(next(said, "implement"))

"""Role verbs with what belongs to them: X牵头组织实施, Y、Z按职责分工负责, 各区政府抓好落实.

The words are `data/role_verbs.tsv`, by role and place in the phrase; a verb of the lexicon in force is a row of its role.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.agencies.lexicon import Lexicon
from graph.model.vocabulary import Role
from graph.words import Table, Word, alternatives, initials
from ingest.language.labels import own_labels
from ingest.language.lexicon_pattern import LexiconPattern

__all__ = ["ROLE_WORDS", "TRIGGER", "VERB", "own_verbs", "verb_role"]

_VERBS = Table(__file__, "role_verbs")
#: Role words where they stand without the phrases around them, by use.
ROLE_WORDS = Table(__file__, "role_words")
#: The groups of `VERB` that tell a role; all others say that several share one.
_GROUPS: dict[str, Role] = {
    "lead": "lead",
    "leads": "lead",
    "implement": "implement",
    "support": "support",
    "guide": "guide",
}


@lru_cache(maxsize=4)
def own_verbs(lexicon: Lexicon) -> tuple[Word, ...]:
    """Return the role verbs of a lexicon as rows of the table of verbs."""
    # 兜底单位 is a label as 牵头单位 is.
    labelled = _VERBS.of("lead")[0].not_before
    return tuple(
        Word(text=verb, kind=role, not_before=labelled if role == "lead" else (), example=verb)
        for verb, role in lexicon.verbs.items()
    )


def verb_role(verb: re.Match[str]) -> Role:
    """Return the role that a match of `VERB` gives; co_own where it is still to be weighed against others.

    Examples
    --------
    >>> [verb_role(VERB.search(text)) for text in ("市教育局统筹推进", "市教育局、市民政局按职责分工负责", "各区政府抓好落实")]
    ['lead', 'co_own', 'implement']
    """
    return next((role for group, role in _GROUPS.items() if verb[group]), "co_own")


def _verb(lexicon: Lexicon) -> str:
    word = _VERBS.pattern
    own: dict[str, tuple[Word, ...]] = {}
    for each in own_verbs(lexicon):
        own[each.kind] = (*own.get(each.kind, ()), each)

    def whole(role: str) -> str:
        """Return what says a role as it is, words of the lexicon included."""
        listed = _VERBS.of(role) if any(each.kind == role for each in _VERBS.words) else ()
        return f"(?:{alternatives([*own.get(role, ()), *listed])})"

    end = r"(?=$|[,;。、)\s])"
    post = "(?:为|是)"
    agency = "(?:单位|部门)"
    charge = word("charge")
    to_do = f"(?:{word('object.before')}{word('object')})"
    by, what = word("division.by"), word("division.what")
    return rf"""
    # Nothing else begins one: 各自职责, 的职能, 部门职责, 工作职责, 为主责单位, 是牵头单位
    (?={initials([*_VERBS.words, *own_verbs(lexicon)], "各的部工为是")})
    # 按职责分工, 依据各自职能, 按权限分别: what stands before the verb of several
    (?P<division>
        (?:{word("division.by", "division.by_or_in")}?(?:各自)?(?:的)?(?:部门|工作)?{what}
         | {by}(?:各自)?(?:的)?{word("division.what_by")})
        (?:任务)?(?:分工)?(?:范围)?内?{word("division.adverb")}?
    )?
    (?:
        # 牵头, 总牵头组织实施, 负总责
        (?P<lead>{whole("lead")}|{word("lead.stem")}{word("lead.behind")}{{0,3}})
        # 为主, 统筹推进, 为牵头单位: only at the end of a phrase
      | (?P<leads>(?:{word("lead.end")}|{word("lead.plan")}{word("lead.plan_behind")}{{0,2}}
                   |{post}{word("post.lead")}{agency}){end})
        # 负责组织落实, 抓好落实, 具体抓落实
      | (?P<implement>(?:{whole("implement")}|{charge}(?:具体)?(?:组织)?{word("implement.charge")}
                       |{word("implement.before")}{{0,3}}{word("implement.stem")}))(?:{end}|(?=等))
        # 共同负责, 各司其职, 分头推进落实; 按职责抓好落实 only behind what divides; 为责任单位
      | (?P<owner>{whole("co_own")}|{word("co_own.before")}{{0,3}}{word("co_own.stem")}
                 |{word("co_own.jointly")}{{1,2}}{word("co_own.push")}{word("co_own.push_behind")}?
                 |(?(division){word("co_own.division")}(?:{word("co_own.division_behind")}|{to_do})?|(?!))
                 |{post}{word("post.co_own")}(?:单位|部门|主体)){end}
        # X、Y按职责分工，…: the division alone
      | (?P<shared>{word("division.alone_by")}(?:各自)?(?:的)?(?:部门)?{word("division.alone")}(?:任务)?(?:分工)?)(?=[,;])
        # 积极配合, 协助做好, 配合抓好相关工作, 为配合单位
      | (?P<support>(?:{whole("support")}|{word("support.before")}{{0,3}}{word("support.stem")}{{1,2}}
                      {word("support.behind")}?(?:{word("support.end")}|{to_do})?
                     |{post}{word("post.support")}{agency})){end}
        # 业务指导, 负责督促落实, 跟踪督办
      | (?P<guide>(?:{whole("guide")}|{charge}?{word("guide.before")}?{word("guide.stem")}{{1,2}}{word("guide.behind")}?)){end}
    )
    """


#: A role verb with what belongs to it, ending where a list of agencies may begin or the clause ends.
VERB = LexiconPattern(_verb, re.VERBOSE)


def _trigger(lexicon: Lexicon) -> str:
    # Alternatives that begin with their own first character, none in a group: the engine then skips to a character
    # that one of them begins with, and most sentences never reach the rest.
    labels = (f"{word.pattern}(?:单位|部门)(?=[:：])" for word in ROLE_WORDS.of("trigger.label"))
    own = (f"{label.pattern}(?=[:：])" for label in own_labels(lexicon))
    return "|".join([alternatives([*ROLE_WORDS.of("trigger"), *own_verbs(lexicon)]), *labels, *own])


#: What makes a sentence suspect of holding responsibility.
TRIGGER = LexiconPattern(_trigger)

"""What no answer may pass over: a slot or a word of a question that its answer would not depend on.

Every kind of answer looks at some slots only. A question that fills another one asks for something else, and is
refused rather than answered without it.
"""

from __future__ import annotations

import re

from graph.words import Table
from queries.answers.answer import Refusal
from queries.answers.form import Form
from queries.answers.later import Later
from queries.answers.tokens import Question

__all__ = ["refuse_unheard"]

#: For each kind of answer the slots that it does not look at.
_UNHEARD: dict[str, tuple[str, ...]] = {
    "tasks": ("target_kind", "pick", "top"),
    "agencies": (
        "owners",
        "open_ended",
        "due",
        "quarter",
        "half",
        "month",
        "no_due",
        "target_kind",
        "inherited",
        "sets",
    ),
    "compare": ("no_due", "due", "quarter", "half", "month", "target_kind", "inherited"),
    "targets": ("owners", "open_ended", "boxes", "partners", "top", "without_agency", "about"),
    "number": ("pick", "top", "partners"),
    "plans": ("pick", "top"),
    "regions": ("pick", "top"),
    "industries": ("pick", "top"),
    "sections": ("pick", "top"),
}
_WORDS = Table(__file__, "phrases")
_NUMERALS = "一二三四五六七八九十"
_YEAR = re.compile(r"(?:19|20)\d\d")
_EVERY = Later(lambda: r"各[自有是为占]?\s?(?:多少|几)", "各")
#: 谁配合财政局, 财政局配合谁: bodies are asked for, by what another one does for them or they for it.
_WHO_WITH = Later(
    lambda: (
        rf"谁{_WORDS.pattern('toward')}|{_WORDS.pattern('toward')}了?谁|哪[些个几]?(?:{_WORDS.pattern('body')}|家){_WORDS.pattern('toward')}"
    )
)
#: 怎么分工 asks who does what; how anything else is done stands in no plan.
_HOW = Later(lambda: f"(?:怎么|如何|怎样)(?!{_WORDS.pattern('how_asked')})", "怎么", "如何", "怎样")
#: 有哪些园区: things are asked for that a store has no list of, and not tasks that bear their name.
_THINGS = Later(lambda: r"哪(?:些|几[个家种座]?|种)\s?", "哪")
#: Tasks are not ranked by the number of their owners.
_MOST_OWNERS = Later(
    lambda: (
        rf"(?:最[多少]的?{_WORDS.pattern('most_owned')}[^谁]{{0,6}}的{_WORDS.pattern('task')}|{_WORDS.pattern('most_owned')}最[多少]的?(?:是?哪[些几个]?)?{_WORDS.pattern('task')}"
        rf"|哪[些几个一]?{_WORDS.pattern('task')}[^谁]{{0,8}}{_WORDS.pattern('most_owned')}(?:数量?)?最[多少])"
    ),
    "最多",
    "最少",
)
#: 甲和乙都提到的单位, 省里的任务在洛阳由谁落实: what two plans share is a comparison of plans.
_ACROSS = Later(
    lambda: (
        rf"""
    都{_WORDS.pattern("across")}的?.{{0,4}}(?:单位|部门|机构|局)                    # 都提到的单位
    | (?:单位|部门|机构)都(?:有|提到|出现)                                      # 哪些单位都出现
    | 的(?:任务|要求|目标).{{0,2}}[在到][^的]{{2,8}}(?:[由归谁]|怎么|如何)         # 省里的任务在洛阳由谁落实
    """
    ),
    flags=re.VERBOSE,
)
#: 都由谁负责 and 都有哪些 ask for a list; other words behind 都 mean what is common to several.
_COMMON = Later(lambda: f"都(?!{_WORDS.pattern('of_a_list')})|均|同时|both")
#: 两个部门牵头, 三家以上单位: nothing asks for tasks by the number of their owners, but for a single one.
_COUNTED = Later(
    lambda: (
        rf"(?<!第)(?P<number>[一两二三四五六七八九十]|\d{{1,2}})\s?[个家][或及]?(?:以上|以下)?的?{_WORDS.pattern('counted')}"
    ),
    "个",
    "家",
)
_HOW_MANY = Later(lambda: "(?:多少|(?<![哪十])几)[项条件个家]", "多少", "几")
_MANY = Later(lambda: "(?<![哪十第好这那上前后数])(?:几(?![个项条家份])|多少)[一-鿿]?", "多少", "几")
_BODIES = Later(lambda: rf"(?<![a-z]){_WORDS.pattern('in_english')}(?![a-z])", *_WORDS.texts("in_english"))
#: A second question about another agency: 发改委牵头几项，经信局呢.
_AND = "呢"
_BOTH = Later(lambda: r"既.{0,12}又|又.{0,12}又", "又")


def refuse_unheard(form: Form, question: Question) -> None:
    """Refuse a question that says more than its answer would depend on.

    Raises
    ------
    Refusal
        ``not_understood``, with the words that would go unheard.
    """
    for name in _UNHEARD[form.ask]:
        if getattr(form, name) not in ("", None, False, 0) and not _looked_at(form, name):
            raise Refusal("not_understood", detail=_words_of(question, name))
    for kind in ("except", "range", "only"):
        if question.has(kind) and not (kind == "only" and form.without_roles):
            raise Refusal("not_understood", detail=question.said[kind][0])
    if form.ask in ("tasks", "number") and form.words and not question.has("task_word", "target_word"):
        thing = next(
            (m for m in _THINGS.finditer(question.text) if question.text[m.end() :].startswith(form.words)), None
        )
        if thing:
            raise Refusal("unsupported", detail=thing[0] + form.words)
    if _YEAR.search(question.free):
        raise Refusal("not_understood", detail=_YEAR.findall(question.free)[0])
    how = _HOW.search(question.free) or _HOW.search(question.text)
    if how:
        raise Refusal("unsupported", detail=how[0])
    several = len(form.roles) > 1 or len(form.agencies) > 1 or len(form.regions) > 1
    if form.ask == "number" and several and _EVERY.search(question.text):
        raise Refusal("not_understood", detail="各")
    if _MOST_OWNERS.search(question.text):
        raise Refusal("not_understood", detail=_MOST_OWNERS.findall(question.text)[0])
    numbers = _HOW_MANY.findall(question.text)
    if len(numbers) > 1:
        # 一共几项，几项没有责任单位: two questions, of which one would go unheard.
        raise Refusal("not_understood", detail=numbers[-1])
    if form.ask in ("tasks", "number") and form.count != "agencies" and not form.owners and not form.open_ended:
        bodies = _BODIES.search(question.text)
        if bodies:
            # what are the agencies in 安庆: bodies are asked for, and not their tasks.
            raise Refusal("not_understood", detail=bodies[0])
    shared = question.said["role_co_own"]
    beside = [word for word in question.said["partners"] if word not in shared and not word.isascii()]
    if beside and form.ask in ("tasks", "number") and len(form.agencies) == 1 and not form.without_agency:
        # 和其他部门一起负责: with whom, is not said, and some of its tasks it may have alone.
        raise Refusal("not_understood", detail=beside[0])
    many = _MANY.search(question.text)
    if many and form.ask in ("tasks", "agencies") and not (form.count or question.has("listing", "which")):
        # 蔬菜面积几分: a number is asked for, which no list of tasks is.
        raise Refusal("not_understood", detail=many[0])
    counted = _COUNTED.search(question.text)
    if counted and not _is_heard(counted["number"], form):
        raise Refusal("not_understood", detail=counted[0])
    if len(form.agencies) > 1 and form.ask != "compare" and _AND in question.text:
        raise Refusal("not_understood", detail="呢")
    if (
        form.ask in ("tasks", "number")
        and not (form.sets or form.targets_held)
        and form.count != "targets"
        and question.has("target_word")
    ):
        raise Refusal("not_understood", detail=question.said["target_word"][0])
    if len(form.regions) > 1 and _ACROSS.search(question.text):
        raise Refusal("not_understood", detail=_ACROSS.findall(question.text)[0])
    if len(form.regions) > 1 and not form.agencies and _COMMON.search(question.text):
        raise Refusal("not_understood", detail=_COMMON.findall(question.text)[0])
    if (
        _BOTH.search(question.text)
        and not _does_both(form)
        and (len(form.roles) > 1 or (form.roles and question.has("role_any")))
    ):
        raise Refusal("not_understood", detail="既…又…")
    if len(question.said["not"]) > _denied(form):
        raise Refusal("not_understood", detail=question.said["not"][-1])
    if form.ask in ("tasks", "number") and len(form.agencies) > 1 and not _joined(form, question):
        raise Refusal("not_understood", detail="、".join(slot.written for slot in form.agencies))
    if (
        form.ask in ("tasks", "number")
        and form.agencies
        and not form.owners
        and (asked := _WHO_WITH.search(question.text))
    ):
        raise Refusal("not_understood", detail=asked[0])
    if form.compare and form.ask not in ("compare", "targets") and not form.partners:
        raise Refusal("not_understood", detail=_words_of(question, "pick"))
    _refuse_unclear_ranking(form, question)
    if form.ask == "compare" and question.has("target_word"):
        raise Refusal("not_understood", detail=question.said["target_word"][0])
    if form.ask == "agencies" and not form.partners and form.agencies and question.has("who"):
        raise Refusal("not_understood", detail=question.said["who"][0])


def _refuse_unclear_ranking(form: Form, question: Question) -> None:
    """Refuse to rank what has no owner by its owners, a target of one plan, and the plans by any of their targets."""
    if form.ask == "compare" and form.owners == "none" and (form.agencies or form.by_agency or len(form.regions) < 2):
        raise Refusal("not_understood", detail=_words_of(question, "owners"))
    if form.ask == "targets" and form.compare and (len(form.regions) < 2 or question.has("which_region")):
        raise Refusal("not_understood", detail=_words_of(question, "pick"))
    if sum(map(bool, (form.month, form.quarter, form.half))) > 1:
        # 上半年和9月: an answer looks at one of them.
        raise Refusal("not_understood", detail="季度" if form.quarter else "半年")
    if form.months() and not form.due:
        raise Refusal("not_understood", detail="季度" if form.quarter else "半年" if form.half else f"{form.month}月")


def _does_both(form: Form) -> bool:
    """Return whether bodies are asked for that have each of some roles: 哪些单位既牵头又配合."""
    return bool(form.has_roles) and (form.ask == "agencies" or form.count == "agencies")


def _is_heard(number: str, form: Form) -> bool:
    """Return whether the answer depends on a number of agencies that the question says."""
    value = _NUMERALS.index(number) + 1 if number in _NUMERALS else 2 if number == "两" else int(number)
    if value == 1:
        # 超过一家单位牵头 is a word of its own.
        return form.owners in ("single", "several_leads") or form.top == 1
    if value == 2 and form.owners == "several_leads":
        return True
    return value in (form.top, len(form.agencies))


def _joined(form: Form, question: Question) -> bool:
    """Return whether it was said how several agencies go together; what A和B负责 may be shared or not."""
    first, *others = (set(slot.ids) for slot in form.agencies)
    if form.without_agency or any(slot.roles is not None for slot in form.agencies):
        return True
    return question.has("partners", "partners_noun", "both", "role_co_own") or not any(
        first & other for other in others
    )


def _looked_at(form: Form, name: str) -> bool:
    if name == "top" and form.ask == "agencies":
        return form.partners
    if name == "pick":
        return form.partners
    if name == "target_kind":
        return bool(form.sets)
    return name == "inherited" and form.partners


def _denied(form: Form) -> int:
    """Return how many negations the slots hold: 没有责任单位 and the like are words of their own."""
    own = sum(bool(slot.without) for slot in form.agencies)
    return (
        len(form.without_roles)
        + own
        + (len(form.agencies) if form.without_agency else 0)
        + (form.sets == "none")
        + form.lacks
    )


def _words_of(question: Question, name: str) -> str:
    kinds = {
        "target_kind": ("quantitative", "qualitative"),
        "pick": ("more", "most", "higher", "less", "least", "lower", "versus"),
        "top": ("most", "least"),
        "owners": ("orphan", "collective", "single"),
        "open_ended": ("open_list",),
        "boxes": ("box",),
        "inherited": ("inherited", "not_inherited"),
        "partners": ("partners", "partners_noun"),
    }
    said = [word for kind in kinds.get(name, (name,)) for word in question.said.get(kind, ())]
    return said[0] if said else question.text

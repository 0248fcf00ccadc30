"""What a question asks for, from the slots and words that it fills: tasks, agencies, targets, a number, a comparison."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.words import Table
from queries.answers.answer import Refusal
from queries.answers.form import Form
from queries.answers.holders import settle_holder, settle_ranking
from queries.answers.later import Later
from queries.answers.task import Row
from queries.answers.tokens import Question
from queries.answers.vocabulary import finder, spelled

__all__ = ["settle"]

_WORDS = Table(__file__, "phrases")
_NEVER = Later(lambda: rf"{_WORDS.pattern('not')}[^的]{{1,8}}过?的(?:任务)?{_WORDS.pattern('body')}")
#: What tasks may have, and who is asked for where it is one task that is asked about.
_HAVING = {"owned": "owner_word", "led": "owner_word_lead", "helped": "owner_word_support"}
#: 哪些任务有责任单位, 有牵头单位的任务有几项.
_TASK = _WORDS.pattern("task")
_OWNED = f"(?:{spelled(*_HAVING)})"
_OWNED_TASKS = Later(
    lambda: (
        rf"(?:哪[些几]|多少|几)[^谁]{{0,14}}?{_TASK}[^谁]{{0,6}}{_OWNED}"
        rf"|{_OWNED}了?的[^谁]{{0,14}}?{_TASK}|tasks? (?:with|that have)"
    )
)
_SUPPORTERS = spelled("owner_word_support")
#: 任务的配合单位 of the tasks of a body.
_OTHERS_OF_TASKS = Later(
    lambda: (
        rf"(?<![多几些个么哪项条]){_TASK}的?(?:(?P<lead>{spelled('owner_word_lead')})"
        rf"|(?P<support>{_SUPPORTERS})|(?:{spelled('owner_word')}))"
        rf"|{_TASK}(?:分别|都|各)?是?由?(?:谁|哪[些个几]?个?{_WORDS.pattern('body')})来?(?:(?P<lead_by>牵头)|(?P<support_by>配合|协助|支持))"
    )
)
#: 谁配合市财政局: those who support it, as 市财政局的配合单位.
_HELPING = rf"(?:(?:谁|哪[些个几]?个?{_WORDS.pattern('body')})来?(?:配合|协助|支持)了?|(?:who|which agenc(?:y|ies)) (?:supports?|assists?|helps?) )"
_EACH = Later(lambda: _WORDS.pattern("each_role"))
_MEASURED = re.compile(r"[数率]$")


def settle(form: Form, question: Question, plans: Sequence[Row] = ()) -> None:
    """Decide what a form asks for; the first rule that fits decides.

    Parameters
    ----------
    form, question
        What was understood, and what was said.
    plans
        That are asked about: rows of the question ``plan_list``.

    Raises
    ------
    Refusal
        If nothing was said that can be asked.
    """
    if question.has(*_HAVING):
        _settle_owned(form, question)
    who = question.has("who", "owner_word", "owner_word_lead", "owner_word_support")
    if question.has("owner_word_lead"):
        form.return_roles = {"lead"}
    elif question.has("owner_word_support") and "support" not in form.roles:
        form.return_roles = {"support"}
    each = _EACH.search(question.text) if len(form.roles) > 1 and not form.agencies else None
    if each and form.compare:
        raise Refusal("not_understood", detail=each[0])
    if each:
        # 同时牵头和配合: those that do both, and not any of them.
        form.has_roles = set(form.roles)
    if form.held and not form.compare:
        settle_holder(form, question, plans)
        return
    if form.held and not form.agencies and not form.words and not question.has("target_word"):
        settle_ranking(form, question, plans)
        return
    if len(form.agencies) == 1 and not form.owners and (asked := _others(form, question)):
        # 市财政局牵头任务的配合单位: those who support the tasks that it leads.
        _settle_others(form, asked)
        return
    several = len(form.agencies) > 1
    together = question.has("partners")
    if (form.owners or form.open_ended) and not form.compare:
        form.ask = "number" if form.count else "tasks"
        if not form.agencies:
            form.roles = set()
        if form.owners == "none":
            # 没有落实单位: nobody at all, and not nobody in one role.
            form.without_roles = set()
    elif who and not form.agencies and form.without_roles == {"support"} and question.has("owner_word_support"):
        # 哪些任务没有配合单位: tasks are asked for, and not bodies that do not support.
        form.ask = "number" if form.count else "tasks"
    elif not form.agencies and form.without_roles and _NEVER.search(question.text):
        # 从不牵头的单位: bodies are asked for, and not tasks without such a role.
        form.ask = "number" if form.count else "agencies"
        form.count = "agencies" if form.count else ""
    elif form.sets and not (form.compare or together or who):
        form.ask = "number" if form.count else "tasks"
        form.without_agency = question.has("not") and form.sets == "some" and _denies_agencies(form)
    elif _compares(form, question, several):
        form.ask = "compare"
    elif together and several:
        form.ask, form.roles = ("number" if form.count else "tasks"), form.roles - {"co_own"}
    elif form.agencies and not form.words and (question.has("partners_noun") or (together and who)):
        form.ask, form.partners = "agencies", True
        form.roles = form.roles - {"co_own", "support"}
        if any(word.endswith("牵头") for word in question.said["partners"]):
            # 和谁一起牵头: those who lead beside it, and not those who support it.
            form.roles, form.return_roles = {"lead"}, {"lead"}
        form.top = 1 if question.has("most", "least") else 0
    elif _asks_how_many(form, question, bool(who)):
        form.ask, form.count = "targets", ""
    elif _asks_for_targets(form, question, who):
        form.ask = "number" if form.count == "targets" and not form.words else "targets"
    elif who and not form.agencies:
        if not (
            form.words
            or form.path
            or form.industries
            or form.about
            or form.roles
            or form.without_roles
            or form.regions
            or form.plans
            or form.return_roles
        ):
            raise Refusal("nonsense")
        if form.count == "tasks" and question.has("owner_word", "owner_word_lead", "owner_word_support"):
            form.count = "agencies"
        if form.count in ("tasks", "targets"):
            raise Refusal("not_understood", detail=question.said["count"][0])
        if question.has("target_word") and not (form.words or form.path or form.industries or form.about):
            raise Refusal("not_understood", detail=question.said["target_word"][0])
        form.ask = "number" if form.count == "agencies" else "agencies"
        form.return_roles = form.return_roles or (form.roles if form.roles else set())
    elif question.has("not") and _denies_agencies(form):
        form.ask, form.without_agency = ("number" if form.count else "tasks"), True
    elif _is_of_a_trade(form, question):
        raise Refusal("unknown_agency", detail=form.words)
    elif form.count:
        form.ask = "number"
    elif (
        form.agencies
        or form.industries
        or form.about
        or form.words
        or form.path
        or form.roles
        or form.without_roles
        or form.has_roles
        or form.due
        or form.months()
        or form.no_due
        or form.boxes
        or ((form.plans or form.regions) and question.has("task_word"))
    ):
        if form.words and not (form.agencies or form.path) and question.has("role_any") and not question.has("who"):
            # 企业要做什么: what stands before the verb is the name of nobody that we know, and no title.
            raise Refusal("unknown_agency", detail=form.words)
        if not (form.has_names() or question.has("task_word", "listing", "role_any")):
            raise Refusal("nonsense")
        form.ask = "tasks"
    else:
        raise Refusal("nonsense")


def _is_of_a_trade(form: Form, question: Question) -> bool:
    """Return whether bodies are named by their trade alone: 财政部门 of any level, and no title that says 财政."""
    named = form.words and not (form.agencies or form.path)
    return bool(named and re.search(f"{re.escape(form.words)}{_WORDS.pattern('of_a_trade')}", question.text))


def _others(form: Form, question: Question) -> re.Match[str] | None:
    """Return where the others of an agency's tasks are asked for (任务的牵头单位), or its supporters (市财政局的配合单位)."""
    name = re.escape(form.agencies[0].written)
    own = re.compile(rf"(?P<lead>\0)|(?P<support>{name}的(?:{_SUPPORTERS})|{_HELPING}{name})")
    found = _OTHERS_OF_TASKS.search(question.text)
    if found and found["lead_by"] and "support" not in form.roles:
        # Of its tasks it leads some itself.
        return None
    return found or own.search(question.text)


def _settle_others(form: Form, asked: re.Match[str]) -> None:
    form.ask, form.partners = "agencies", True
    groups = {name for name, found in asked.groupdict().items() if found}
    form.return_roles = {"lead"} if groups & {"lead", "lead_by"} else {"support"} if groups else set()
    said = "role_lead" if form.return_roles == {"lead"} else "role_support"
    if form.return_roles and not finder(said).search(asked.string[: asked.start()]):
        # The word that names those who are asked for is none of what the body itself does.
        form.roles -= form.return_roles
    if asked.re is not _OTHERS_OF_TASKS.compiled and not form.roles:
        # Who supports beside it supports somebody else.
        form.roles = {"lead", "co_own"}


def _settle_owned(form: Form, question: Question) -> None:
    """Tell tasks that have owners (哪些任务有责任单位) from the owners of a task (这一条有责任单位吗)."""
    if form.agencies and question.has("helped"):
        # 由市财政局牵头并且有配合单位: whose supporters, no slot can say.
        raise Refusal("not_understood", detail=question.said["helped"][0])
    if form.held or (not form.agencies and _OWNED_TASKS.search(question.text)):
        led = question.has("led", "owner_word_lead") and form.owners != "no_lead"
        helped = question.has("helped", "owner_word_support") and "support" not in form.without_roles
        if question.has("led", "helped") and helped and (led or form.owners == "no_lead"):
            # 既有牵头单位又有配合单位: both, and not any of them.
            form.has_roles, form.roles = {"support", *({"lead"} if led else ())}, set()
            question.said["owner_word_lead"], question.said["owner_word_support"] = [], []
        elif question.has("led", "helped"):
            form.roles = {"lead"} if question.has("led") else {"support"}
        elif not form.owners:
            form.owners = "some"
        return
    for having, word in _HAVING.items():
        question.said[word] += question.said[having]


def _compares(form: Form, question: Question, several: bool) -> bool:
    if form.top and not form.agencies and not form.pick:
        form.pick, form.compare, form.by_agency = "max", True, True
        return True
    if not form.compare or question.has("partners"):
        return False
    if several:
        return True
    if form.words and len(form.regions) > 1:
        return False
    if not form.agencies and question.has("most", "least"):
        if len(form.regions) > 1 and not form.by_agency:
            if question.has("who"):
                raise Refusal("not_understood", detail=question.said["who"][0])
            return True
        form.top = form.top or 1
        return True
    slots = sum(len(slot.ids) for slot in form.agencies)
    return len(form.regions) > 1 or slots > 1


def _asks_for_targets(form: Form, question: Question, who: bool) -> bool:
    if who and not form.agencies:
        return False
    if question.has("no_due") and question.has("task_word") and not question.has("target_word"):
        return False
    if form.words and _MEASURED.search(form.words) and not (form.agencies or question.has("task_word", "role_any")):
        # 新增护理型床位数: what is counted is the metric of a target.
        return True
    return question.has("target_word", "quantitative", "qualitative", "no_due")


def _denies_agencies(form: Form) -> bool:
    """Return whether what is denied can only be that the agencies are named."""
    own = any(slot.roles is not None for slot in form.agencies)
    return bool(form.agencies) and not (form.without_roles or form.roles or own)


def _asks_how_many(form: Form, question: Question, who: bool) -> bool:
    """Return whether a number of things is asked for that a target may set: 要建多少家绿色工厂."""
    if not form.words or form.agencies or who or form.roles or question.has("role_any", "task_word", "count_owners"):
        return False
    if form.count == "agencies":
        return set(question.said["count_agencies"]) <= {"多少家", "几家"}
    return form.count == "tasks" and not any(word[-1] in "项条件" for word in question.said["count"])

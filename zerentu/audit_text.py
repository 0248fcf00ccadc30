"""The audit for people: first what is wrong, how much of it and where the worst is, then the findings plan by plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from graph.messages import Message, _
from zerentu.cells import Row
from zerentu.output import table, write_out
from zerentu.settings import language, tell

__all__ = ["print_audit"]

_LONGEST_SENTENCE = 60
#: So many lines tell the finding as a whole.
_MOST = 9
_BOX = "专栏"
_BOXES = _("专栏无责任单位")


def print_audit(rows: Sequence[Row], rules: Sequence[str], plans: Sequence[Row], *, notices: bool) -> None:
    """Print findings for people.

    Parameters
    ----------
    rows
        Findings, as `queries.audit` gives them.
    rules
        Names of the rules that were asked for, in their order.
    plans
        Rows of the question ``plan_leads``: every plan with its tasks and written leads.
    notices
        Show what is only a notice too.
    """
    from queries import RULES

    shown = [row for row in rows if notices or row["severity"] != "notice"]
    _print_finding(shown, rules, plans)
    left = len(rows) - len(shown)
    if left:
        write_out(tell("另有 {count} 条仅作提示；加 --all 显示", count=left))
    unled = {plan["plan_id"] for plan in plans if plan["tasks"] and not plan["written"]}
    by_plan = sorted(enumerate(shown), key=lambda each: (each[1]["region"] or "", each[1]["plan"] or "", each[0]))
    for (region, title), group in groupby(by_plan, key=lambda each: (each[1]["region"], each[1]["plan"])):
        here = [row for _at, row in group]
        write_out("")
        write_out(tell("{region}  {plan}：{count} 条", region=region or "—", plan=title or "—", count=len(here)))
        for name in RULES:
            found = [row for row in here if row["rule"] == name]
            if name == "no_lead" and found and found[0]["plan_id"] in unled:
                write_out(tell("通篇未写牵头：{count} 项任务有责任单位而无牵头单位", count=len(found)))
                continue
            boxes = [row for row in found if name == "no_owner" and _is_box(row)]
            tasks = [row for row in found if row not in boxes]
            for caption, some in ((_caption(name), tasks), (_BOXES.told(language()), boxes)):
                if some:
                    _print_rows(caption, some)


def _print_finding(rows: Sequence[Row], rules: Sequence[str], plans: Sequence[Row]) -> None:
    """Print the finding as a whole: one line a rule, the fullest first where there are too many."""
    totals = {plan["plan_id"]: plan["tasks"] for plan in plans}
    lines = []
    for name in rules:
        found = [row for row in rows if row["rule"] == name]
        groups: list[tuple[str | Message, list[Row]]] = [
            (tell("{caption}（{name}）", caption=_caption(name), name=name), found)
        ]
        if name == "no_owner":
            boxes = [row for row in found if _is_box(row)]
            groups = [
                (
                    tell("{caption}（{name}）", caption=_caption(name), name=name),
                    [row for row in found if row not in boxes],
                ),
                (_BOXES.told(language()), boxes),
            ]
        lines += [
            (len(some), tell("{caption}：{count}", caption=said, count=len(some)) + _worst(some, totals))
            for said, some in groups
        ]
    told = [line for line in lines if line[0]] or lines[:1]
    if len(told) > _MOST:
        told = sorted(told, key=lambda line: -line[0])[:_MOST]
    for _count, line in told:
        write_out(line)


def _worst(rows: Sequence[Row], totals: Mapping[str, int]) -> str:
    """Return where most of some findings are, and what share of that plan's tasks they are."""
    counts = Counter((row["plan_id"], row["region"], row["plan"]) for row in rows if row["plan_id"])
    if not counts:
        return ""
    (plan, region, title), most = counts.most_common(1)[0]
    where = title if region and title and title.startswith(region) else f"{region or ''}{title}"
    tasks = totals.get(plan, 0)
    if not tasks or most > tasks:
        return tell("，最多的是{where}（{most} 条）", where=where, most=most)
    rate = round(100 * most / tasks)
    return tell("，最多的是{where}（{tasks} 项中 {most}，{rate}%）", where=where, tasks=tasks, most=most, rate=rate)


def _print_rows(caption: str, rows: Sequence[Row]) -> None:
    write_out(tell("{caption}：{count}", caption=caption, count=len(rows)))
    columns = ["number", "title", "word", "agencies", "reason", "line", "sentence"]
    table([{**row, "sentence": _short(row["sentence"])} for row in rows], columns, language())


def _caption(name: str) -> str:
    from queries import RULES

    return RULES[name].english if language() == "en" else RULES[name].caption


def _is_box(row: Row) -> bool:
    return str(row["number"] or "").split("/")[-1].startswith(_BOX)


def _short(text: str | None) -> str:
    text = (text or "").replace("\t", " ")
    return text if len(text) <= _LONGEST_SENTENCE else text[: _LONGEST_SENTENCE - 1] + "…"

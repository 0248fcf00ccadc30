"""Answers to questions in plain words, as text for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from graph.messages import Message, _
from zerentu.captions import basis_word, role_word
from zerentu.output import table, write_out
from zerentu.settings import tell

if TYPE_CHECKING:
    from queries.answers import Answer

__all__ = ["MOST_LISTED", "AnswerGroup", "answer_groups", "file_words", "print_answer", "said_words", "slot_words"]

#: A store of thousands of plans may answer with thousands of rows, which nobody reads on a screen.
MOST_LISTED = 200

#: Why a question is refused, by code; `detail` is the word that could not be answered.
_REFUSALS: dict[str, Message] = {
    "unknown_agency": _("不认识“{detail}”这个单位"),
    "wrong_level": _("这里没有“{detail}”：层级不对"),
    "not_in_region": _("“{detail}”不在所问的方案里"),
    "region_not_loaded": _("图库里没有“{detail}”的方案"),
    "no_such_task": _("没有找到“{detail}”这项任务"),
    "no_such_target": _("没有找到“{detail}”这个目标"),
    "no_such_year": _("没有这一年的目标或时限：{detail}"),
    "no_such_industry": _("没有任务写明“{detail}”这个行业"),
    "unsupported": _("方案里没有这类内容，无法回答：“{detail}”"),
    "nonsense": _("没有听懂这个问题"),
    "not_understood": _("没有听懂“{detail}”，所以不作回答"),
    "empty_store": _("图库里没有方案"),
    "error": _("查询失败：{detail}"),
}
_SLOTS: dict[str, Message] = {
    "regions": _("地区"),
    "agencies": _("单位"),
    "roles": _("角色"),
    "without_roles": _("不是这种角色"),
    "return_roles": _("问哪种角色"),
    "has_roles": _("须有的角色"),
    "without_agency": _("没有该单位"),
    "inherited": _("继承"),
    "owners": _("责任情况"),
    "open_ended": _("名单未列尽"),
    "boxes": _("专栏"),
    "partners": _("共同单位"),
    "shared": _("共同负责"),
    "industries": _("行业"),
    "number": _("编号"),
    "due": _("年份"),
    "quarter": _("季度"),
    "half": _("半年（1 上，2 下）"),
    "month": _("月份"),
    "until_month": _("此前各月也算"),
    "no_due": _("没有期限"),
    "kind": _("目标类别"),
    "words": _("标题或指标"),
    "about": _("原文提到"),
    "count": _("计数"),
    "top": _("前几名"),
    "pick": _("比较"),
    "level": _("层级"),
    "lacks": _("问没有的"),
    "held": _("排名的是"),
}
_VALUES: dict[str, Message] = {
    "some": _("有责任单位"),
    "none": _("没有责任单位"),
    "no_lead": _("没有牵头单位"),
    "collective_only": _("只写了集体，没有点名"),
    "single": _("只有一家"),
    "several_leads": _("多头牵头"),
    "max": _("最多（高）"),
    "min": _("最少（低）"),
    "quantitative": _("定量"),
    "qualitative": _("定性"),
    "plans": _("方案"),
    "regions": _("地区"),
    "industries": _("行业"),
    "sections": _("章节"),
    "tasks": _("任务清单"),
    "agencies": _("单位"),
    "targets": _("目标"),
}


@dataclass(frozen=True)
class AnswerGroup:
    """Rows of one file under its name, or of a comparison without one; columns are keys of the rows."""

    title: str | None
    columns: Sequence[str]
    rows: Sequence[Mapping[str, Any]]


def print_answer(answer: Answer, lang: str, *, with_question: bool = False, everything: bool = False) -> None:
    """Print what was understood, the command that gives the same rows, and the answer with its lines.

    Parameters
    ----------
    answer
        What came back of a question.
    lang
        ``zh`` or ``en``.
    with_question
        Print the question above it, as one of several.
    everything
        List every row, and not the first `MOST_LISTED` alone.
    """
    if with_question:
        write_out(tell("问：{question}", question=answer.question))
    if slots := slot_words(answer, lang):
        write_out(tell("理解为：{slots}", slots=slots))
    if answer.command:
        write_out(tell("相当于：{command}", command=answer.command))
    for sentence in said_words(answer, lang):
        write_out(sentence)
    for group in answer_groups(answer, lang, most=None if everything else MOST_LISTED):
        if group.title:
            write_out("")
        table(group.rows, group.columns, lang, title=group.title)
    left = len(answer.rows) - MOST_LISTED
    if answer.kind in (*_ROWS, *_HELD) and left > 0 and not everything:
        write_out("")
        write_out(tell("还有 {count} 行没有列出：加 --all 全部列出，或用 -o 表格.xlsx 写成表格", count=left))
    if answer.suggest:
        write_out(tell("可以问：{names}", names=list(answer.suggest)))
    if with_question:
        write_out("")


def slot_words(answer: Answer, lang: str) -> str:
    """Return what was read out of a question, in words; nothing where nothing was.

    Parameters
    ----------
    answer
        What came back of it.
    lang
        ``zh`` or ``en``.
    """
    slots = [
        tell("{name}：{value}", name=caption.told(lang), value=_slot_value(answer.understood[key], key, lang))
        for key, caption in _SLOTS.items()
        if key in answer.understood
    ]
    return ("；" if lang == "zh" else "; ").join(slots)


def _slot_value(value: Any, key: str, lang: str) -> str:
    if value is True or value is False:
        return tell("是") if value else tell("否")
    if isinstance(value, list):
        return "、".join(_slot_value(each, key, lang) for each in value)
    if isinstance(value, Mapping):
        names = "、".join(value["names"])
        where = "、".join(value["regions"])
        return tell("{written}（{where}：{names}）", written=value["written"], where=where, names=names)
    if key in ("roles", "without_roles", "return_roles", "has_roles"):
        return role_word(str(value), lang)
    return _VALUES[value].told(lang) if value in _VALUES else str(value)


def said_words(answer: Answer, lang: str) -> list[str]:
    """Return the sentences that answer a question or refuse it, without its rows.

    Parameters
    ----------
    answer
        What came back of a question.
    lang
        ``zh`` or ``en``.
    """
    if answer.kind == "refused":
        why = _REFUSALS[str(answer.why)]
        return [Message(why.template, {"detail": answer.understood.get("detail", "")}).told(lang)]
    if answer.kind in ("none", "number"):
        none = tell("没有：问题听懂了，方案里没有符合的")
        said = [none if answer.kind == "none" else str(answer.number)]
        if answer.instead:
            found = [f"{role_word(role, lang)} {count}" for role, count in answer.instead.items()]
            said.append(tell("换一种角色则有：{found}", found=found))
        return said
    if answer.kind == "compare":
        return []
    counted = {
        "tasks": _("{count} 项任务"),
        "agencies": _("{count} 个单位"),
        "targets": _("{count} 个目标"),
        "plans": _("{count} 个方案"),
        "regions": _("{count} 个地区"),
        "industries": _("{count} 个行业"),
        "sections": _("{count} 个章节"),
    }
    return [Message(counted[answer.kind].template, {"count": len(answer.rows)}).told(lang)]


def answer_groups(answer: Answer, lang: str, *, most: int | None = None) -> list[AnswerGroup]:
    """Return the rows of an answer for people, those of each file together.

    Parameters
    ----------
    answer
        What came back of a question.
    lang
        ``zh`` or ``en``.
    most
        So many rows and no more; all of them without it.
    """
    if answer.kind == "compare":
        best = [(row["region"], row["name"]) for row in answer.winner]
        shown = [
            {
                "region": r["region"],
                "name": r["name"],
                "tasks": r["number"],
                "state": "✓" if (r["region"], r["name"]) in best else "",
            }
            for r in answer.rows
        ]
        return [AnswerGroup(None, _filled(["region", "name", "tasks", "state"], shown), shown)]
    if answer.kind in _HELD or (answer.kind == "number" and answer.understood.get("count") in _HELD):
        groups = []
        for title, held in groupby(answer.rows[:most], key=_section_of):
            shown = [_held_cells(row, lang) for row in held]
            groups.append(AnswerGroup(title, _filled(list(shown[0]), shown), shown))
        return groups
    if answer.kind not in _ROWS:
        return []
    groups = []
    for (region, source), rows in groupby(answer.rows[:most], key=lambda row: (row["region"], row["source"])):
        shown = [_ROWS[answer.kind](row, lang) for row in rows]
        groups.append(
            AnswerGroup(file_words({"region": region, "source": source}), _filled(list(shown[0]), shown), shown)
        )
    return groups


def file_words(row: Mapping[str, Any]) -> str:
    """Return what stands above the rows of a file: its region and its name."""
    return f"{row['region'] or '—'}  {row['source']}"


def _filled(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the columns that say something in any row."""
    return [name for name in columns if any(row[name] not in (None, "") for row in rows)]


def _task_cells(row: Mapping[str, Any], lang: str) -> dict[str, Any]:
    return {
        "role": _role(row, lang),
        "number": row["number"] if row["part"] == 1 else f"{row['number']}·{row['part']}",
        "title": row["title"],
        "deadline": row["deadline"],
        "line": row["line"],
        "quote": row["quote"],
    }


def _agency_cells(row: Mapping[str, Any], lang: str) -> dict[str, Any]:
    return {
        "role": _role(row, lang), "agency": row["agency"], "tasks": row.get("shared"), "number": row["number"],
        "line": row["line"], "quote": row["quote"],
    }  # fmt: skip


def _target_cells(row: Mapping[str, Any], lang: str) -> dict[str, Any]:
    value = "" if row["value"] is None else f"{row['value']:g}{row['unit'] or ''}"
    return {
        "section": row["number"], "metric": row["metric"], "value": value, "due": row["due"] or row["due_derived"],
        "line": row["line"], "text": row["text"].replace("\t", " "),
    }  # fmt: skip


def _section_of(row: Mapping[str, Any]) -> str | None:
    """Return what stands above the chapters of one plan; other rows stand in one table."""
    return file_words(row) if "section" in row else None


def _held_cells(row: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Return the cells of a plan, region, industry or chapter: how many of its tasks fit, and where the first stands."""
    roles = [f"{role_word(role, lang)} {row[name]}" for name, role in _ROLE_COUNTS.items() if row.get(name)]
    named = (
        {"section": row["section"], "heading": row["heading"]}
        if "section" in row
        else {name: row.get(name) for name in ("region", "plan", "industry", "plans")}
    )
    return {
        **named, "tasks": row.get("tasks"), "targets": row.get("targets"), "roles": "、".join(roles),
        "first": row.get("number"), "title": row.get("title"), "line": row.get("line"),
        "source": None if "section" in row else row.get("source"),
    }  # fmt: skip


def _role(row: Mapping[str, Any], lang: str) -> str | None:
    if row["role"] is None:
        return None
    said = tell("{role}·{basis}", role=role_word(row["role"], lang), basis=basis_word(row["basis"], lang))
    return f"{said}{'*' if row.get('inherited') else ''}"


_HELD = ("plans", "regions", "industries", "sections")
_ROLE_COUNTS = {
    "leads": "lead",
    "co_owns": "co_own",
    "supports": "support",
    "guides": "guide",
    "implements": "implement",
}
_ROWS = {"tasks": _task_cells, "agencies": _agency_cells, "targets": _target_cells}

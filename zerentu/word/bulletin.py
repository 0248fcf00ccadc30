"""A notice of supervision (督查通报) in the form that offices use: title, addressee, findings by body, overdue tasks, annexes.

It says nothing that the store does not hold, and for each finding where it stands. Page, fonts and page numbers are those of
`zerentu.word.forms` (GB/T 9704-2012).
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any

from graph.messages import Message, _
from graph.model.schema import ROLES
from graph.visible import visible
from zerentu.cells import Row
from zerentu.settings import language, tell
from zerentu.word.findings import Findings, where
from zerentu.word.forms import (
    BODY,
    CELL,
    HEAD,
    LEVEL_ONE,
    LEVEL_TWO,
    SIGNED,
    TITLE,
    landscape,
    new_document,
    number_pages,
    portrait,
    saved,
)
from zerentu.word.tables import Cell, Table
from zerentu.word.task_table import add_task_table, table_title

if TYPE_CHECKING:
    from docx.document import Document

    from zerentu.word.rows import PlanTable
    from zerentu.word.template import Template

__all__ = ["Letter", "bulletin_document", "bulletin_title", "fill_bulletin"]

#: Captions of tables, with widths that add up to those of the type area, 156 mm.
_TASKS: tuple[tuple[Message, float], ...] = (
    (_("序号"), 10), (_("任务"), 46), (_("责任单位"), 29), (_("完成时限"), 19), (_("情况"), 20), (_("出处"), 32)
)  # fmt: skip
_BODIES: tuple[tuple[Message, float], ...] = (
    (_("单位"), 39), (_("牵头"), 13), (_("共同负责"), 18), (_("配合"), 13), (_("指导"), 13), (_("落实"), 13),
    (_("逾期"), 13), (_("临近或滞后"), 21), (_("未报"), 13),
)  # fmt: skip
_AUDIT: tuple[tuple[Message, float], ...] = (
    (_("序号"), 11), (_("问题"), 30), (_("任务"), 50), (_("责任单位"), 35), (_("出处"), 30)
)  # fmt: skip
_GROUND = "D9E2EC"


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What the store does not know: to whom the notice goes, from whom it comes, and the day it speaks of."""

    to: str
    sender: str
    day: date


def bulletin_document(findings: Findings, tables: Sequence[PlanTable], letter: Letter) -> bytes:
    """Return the notice as a Word document.

    Parameters
    ----------
    findings
        What it tells.
    tables
        The task tables of its plans, which are its annexes.
    letter
        Addressee, sender and day.
    """
    document = new_document()
    section = document.sections[0]
    portrait(section)
    number_pages(document, section, outside=True)
    _add(document, bulletin_title(findings), TITLE)
    _add(document, "", BODY)
    _add(document, _addressee(letter), BODY).paragraph_format.first_line_indent = 0
    _add_text(document, findings, tables, letter)
    # Who signs, and the day, never stand alone on a page.
    for text, style in (("", BODY), (letter.sender, SIGNED)):
        if text or style == BODY:
            _add(document, text, style).paragraph_format.keep_with_next = True
    _add(document, day_words(letter.day), SIGNED)
    wide = document.add_section()
    landscape(wide)
    number_pages(document, wide, outside=False)
    _add_annexes(document, tables)
    return saved(document)


def fill_bulletin(template: Template, findings: Findings, tables: Sequence[PlanTable], letter: Letter) -> bytes:
    """Return the notice in a template; what the template has no place for is left out."""
    template.fill(
        {
            "标题": bulletin_title(findings),
            "主送": _addressee(letter),
            "落款": letter.sender,
            "日期": day_words(letter.day),
        },
        {
            "正文": lambda document: _add_text(document, findings, tables, letter),
            "附件": lambda document: _add_annexes(document, tables),
        },
    )
    return saved(template.document)


def bulletin_title(findings: Findings) -> str:
    """Return the title: of one plan by its name; of progress only where any was reported."""
    plans = findings.plans
    about = tell("《{title}》", title=plans[0]["title"] or plans[0]["source"]) if len(plans) == 1 else tell("重点任务")
    if findings.reported:
        return tell("关于{about}落实情况的督查通报", about=about)
    return tell("关于{about}责任分工和完成时限的督查通报", about=about)


def _addressee(letter: Letter) -> str:
    return letter.to + tell("：") if not letter.to.endswith(("：", ":")) else letter.to


def day_words(day: date) -> str:
    """Return a day as it stands below a letter: 2026年3月5日."""
    return tell("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)


def _add(document: Document, text: str, style: str) -> Any:
    return document.add_paragraph(visible(text), style=style)


def _add_text(document: Document, findings: Findings, tables: Sequence[PlanTable], letter: Letter) -> None:
    """Add the text from the first paragraph to the list of annexes."""
    plans = "、".join(
        tell("《{title}》（出处：{source}）", title=plan["title"] or plan["source"], source=plan["source"])
        for plan in findings.plans
    )
    _add(
        document,
        tell(
            "截至{day}，{plans}共有任务{tasks}项。现将有关情况通报如下。",
            day=day_words(letter.day), plans=plans, tasks=len(findings.rows),
        ),
        BODY,
    )  # fmt: skip
    chapter = count(1)
    _add(document, _heading(next(chapter), tell("总体情况")), LEVEL_ONE)
    for heading, text in _overall(findings):
        _add_led(document, heading, text)
    _add(document, _heading(next(chapter), tell("各单位情况")), LEVEL_ONE)
    _add_bodies(document, findings)
    for caption, rows, none in (
        (_("逾期任务"), findings.overdue, _("截至{day}，没有逾期任务。")),
        (_("临近到期和进度滞后的任务"), findings.near, _("截至{day}，没有临近到期或进度滞后的任务。")),
    ):
        _add(document, _heading(next(chapter), caption.told(language())), LEVEL_ONE)
        if rows:
            _add(document, tell("共{count}项，见下表。", count=len(rows)), BODY)
            _add_tasks(document, rows, [findings.why(row) for row in rows])
        else:
            _add(document, Message(none.template, {"day": day_words(letter.day)}).told(language()), BODY)
    _add(document, _heading(next(chapter), tell("责任和时限不明确的任务")), LEVEL_ONE)
    _add_unclear(document, findings)
    _add(document, _heading(next(chapter), tell("方案文本中需要核实的问题")), LEVEL_ONE)
    _add_audit(document, findings)
    _add(document, tell("特此通报。"), BODY)
    _add(document, "", BODY)
    for at, table in enumerate(tables, 1):
        number = "" if len(tables) == 1 else f"{at}."
        lead = tell("附件：") if at == 1 else "　　　"
        _add(document, f"{lead}{number}{table_title(table)}", BODY).paragraph_format.keep_with_next = True


def _heading(number: int, words: str) -> str:
    return tell("{number}、{words}", number="一二三四五六七八九"[number - 1], words=words)


def _add_led(document: Document, heading: str, text: str) -> None:
    """Add a paragraph that begins with its heading in the type of the second level."""
    paragraph = document.add_paragraph(style=BODY)
    run = paragraph.add_run(visible(heading))
    fonts = document.styles[LEVEL_TWO].element.find(".//{*}rFonts")
    if fonts is not None:
        run._element.get_or_add_rPr().append(deepcopy(fonts))
    paragraph.add_run(visible(text))


def _overall(findings: Findings) -> list[tuple[str, str]]:
    """Return the paragraphs of the first chapter, each with its heading."""
    rows = findings.rows
    explicit, sole, rule, manual = (findings.leads(basis) for basis in ("explicit", "sole", "rule", "manual"))
    grounds = [
        said
        for number, said in (
            (explicit, tell("原文写明牵头的{count}项", count=explicit)),
            (sole, tell("只写了一个单位的{count}项", count=sole)),
            (rule, tell("按原文规定以首位为牵头的{count}项", count=rule)),
            (manual, tell("人工更正的{count}项", count=manual)),
        )
        if number
    ]
    led = tell(
        "{all}项任务中，有牵头单位的{led}项{grounds}，列了责任单位而没有牵头的{none}项，没有责任单位的{orphans}项。",
        all=len(rows), led=explicit + sole + rule + manual, grounds=tell("（{said}）", said="，".join(grounds)) if grounds else "",
        none=len(findings.without_lead), orphans=len(findings.orphans),
    )  # fmt: skip
    due = tell(
        "有完成时限的{due}项，其中逾期{overdue}项、临近到期或进度滞后{near}项；没有完成时限的{none}项。",
        due=len(rows) - len(findings.without_deadline), overdue=len(findings.overdue), near=len(findings.near),
        none=len(findings.without_deadline),
    )  # fmt: skip
    if findings.reported:
        said = tell(
            "报送了进展的{reported}项，其中报告已完成的{done}项；没有报送的{silent}项。",
            reported=findings.reported, done=findings.done, silent=len(rows) - findings.reported,
        )  # fmt: skip
    else:
        said = tell("库中没有进展报送。本通报所称逾期，是指完成时限已过而没有进展报送，不等于任务没有完成。")
    return [
        (tell("（一）责任分工。"), led),
        (tell("（二）完成时限。"), due),
        (tell("（三）进展报送。"), said),
    ]


def _add_bodies(document: Document, findings: Findings) -> None:
    late = [tell("{name}{count}项", name=body.name, count=body.overdue) for body in findings.bodies if body.overdue]
    counted = tell("{count}个单位承担任务。", count=len(findings.bodies))
    if late:
        counted += tell("有逾期任务的单位：{late}。", late="、".join(late))
    _add(document, counted, BODY)
    table = _begin(document, _BODIES)
    for body in findings.bodies:
        numbers = [*(body.roles[role] for role in ROLES), body.overdue, body.near, body.silent]
        cells = [Cell(str(number) if number else "", style=CELL, centred=True) for number in numbers]
        table.row([Cell(body.name, style=CELL), *cells])


def _add_tasks(document: Document, rows: Sequence[Row], reasons: Sequence[str]) -> None:
    table = _begin(document, _TASKS)
    for at, (row, why) in enumerate(zip(rows, reasons, strict=True), 1):
        table.row(
            [
                Cell(str(at), style=CELL, centred=True),
                Cell(row["title"] or "", style=CELL),
                Cell("、".join(row["answering"]) or "无", style=CELL),
                Cell(row["deadline"] or row["due"] or "", style=CELL),
                Cell(why, style=CELL),
                Cell(where(row), style=CELL, small=True),
            ]
        )


def _add_unclear(document: Document, findings: Findings) -> None:
    """Add the tasks without owner or lead, and how many have no deadline."""
    rows = [*findings.orphans, *findings.without_lead]
    reasons = [tell("无责任单位")] * len(findings.orphans) + [tell("无牵头单位")] * len(findings.without_lead)
    _add(
        document,
        tell(
            "没有责任单位的{orphans}项，有责任单位而没有牵头单位的{none}项，没有完成时限的{undated}项（见附件中完成时限空白的任务）。",
            orphans=len(findings.orphans), none=len(findings.without_lead), undated=len(findings.without_deadline),
        ),
        BODY,
    )  # fmt: skip
    if rows:
        _add_tasks(document, rows, reasons)


def _add_audit(document: Document, findings: Findings) -> None:
    from queries import RULES

    if not findings.audit:
        _add(document, tell("没有发现需要核实的问题。"), BODY)
        return
    english = language() == "en"
    caption = {name: rule.english if english else rule.caption for name, rule in RULES.items()}
    counts = {name: sum(row["rule"] == name for row in findings.audit) for name in RULES}
    said = [
        tell("{caption}{count}处", caption=caption[name], count=number) for name, number in counts.items() if number
    ]
    _add(document, tell("共{count}处：{said}。", count=len(findings.audit), said="，".join(said)), BODY)
    # Who leads is told task by task above.
    rows = [row for row in findings.audit if row["rule"] != "no_lead"]
    table = _begin(document, _AUDIT) if rows else None
    for at, row in enumerate(rows, 1):
        assert table is not None
        line = tell("第{line}行", line=row["line"]) if row["line"] else ""
        table.row(
            [
                Cell(str(at), style=CELL, centred=True),
                Cell(caption[row["rule"]], style=CELL),
                Cell(
                    row["title"] or row["sentence"] or "", style=CELL, more=f" {row['reason']}" if row["reason"] else ""
                ),
                Cell("、".join(row["agencies"]), style=CELL),
                Cell(" ".join(filter(None, (row["source"], line))), style=CELL, small=True),
            ]
        )


def _begin(document: Document, columns: Sequence[tuple[Message, float]]) -> Table:
    table = Table(document, [width for _caption, width in columns])
    table.row([Cell(caption.told(language()), style=HEAD, shade=_GROUND) for caption, _width in columns], head=True)
    return table


def _add_annexes(document: Document, tables: Sequence[PlanTable]) -> None:
    for at, table in enumerate(tables, 1):
        label = document.add_paragraph(tell("附件{number}", number=at if len(tables) > 1 else ""), style=LEVEL_ONE)
        label.paragraph_format.first_line_indent = 0
        label.paragraph_format.page_break_before = at > 1
        add_task_table(document, table)

"""Answers as tables of an office: what a person reads first, in words, then what programs read, hidden in a workbook.

A task stands with who leads, shares, supports, guides and carries it out in columns of their own, with its deadline,
its targets, the words of the source and where they stand. Behind that come the values of ``--format json`` by their
names, so that a script finds ``task_id`` in every table.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.messages import Message, _
from graph.model.schema import ROLES
from graph.stores.store import Store
from zerentu.captions import basis_word, column, kind_word, role_word
from zerentu.cells import Row, ends_open, place_cell, role_cell, target_due, target_value, telling_title, years_cell
from zerentu.output import emit_csv, save, sheet_value
from zerentu.settings import language, tell
from zerentu.sheet_layout import SheetColumn, SheetTable, fitting_width

if TYPE_CHECKING:
    from queries import Rule

__all__ = [
    "audit_list",
    "audit_tables",
    "emit_tables",
    "facts_of",
    "plain_table",
    "shown_caption",
    "shown_message",
    "target_line",
    "target_table",
    "task_table",
]

#: Captions and widths of what a task, a target or a finding shows.
_SHOWN: dict[str, tuple[Message, float]] = {
    "at": (_("序号"), 6),
    "task": (_("任务"), 30),
    "own": (_("我方角色"), 15),
    "lead": (_("牵头单位"), 18),
    "co_own": (_("共同负责"), 24),
    "support": (_("配合"), 24),
    "guide": (_("指导"), 14),
    "implement": (_("落实"), 18),
    "deadline": (_("时限（明示/推定）"), 17),
    "targets": (_("目标"), 30),
    "metric": (_("指标"), 26),
    "value": (_("数值"), 14),
    "text": (_("原文"), 70),
    "place": (_("出处"), 22),
    "plan": (_("方案"), 24),
    "number": (_("编号"), 14),
    "agencies": (_("责任单位"), 24),
    "word": (_("词"), 14),
    "reason": (_("语境或对照"), 30),
    "rule": (_("问题"), 22),
    "severity": (_("程度"), 8),
    "count": (_("条数"), 8),
    "doc": (_("说明"), 70),
}
_ROLE_COLUMNS = tuple(ROLES)
_SEVERITIES = {"error": _("错误"), "warning": _("警告"), "notice": _("提示")}
#: What the columns of a task already say of a row; whatever else a question returns gets a column of its own.
_SAID = frozenset(
    {
        "region", "plan", "number", "part", "of", "title", "kind", "clause", "quote", "text", "written", "role",
        "role_word", "basis", "inherited", "open_ended", "deadline", "deadline_year", "due", "owners", "targets",
        "sections", "industries", "industry_names", "with", "source", "page", "line", "start", "end", "position", "ordinal",
    }
)  # fmt: skip
#: What only programs count by.
_OFFSETS = frozenset({"start", "end", "position", "ordinal"})
#: Values that a table says in words.
_WORDS = {"role": role_word, "basis": basis_word, "kind": kind_word}


def task_table(store: Store, rows: Sequence[Row], names: Sequence[str], title: str) -> SheetTable:
    """Return a table of tasks.

    Parameters
    ----------
    store
        The store that the rows come from.
    rows
        Each with ``task_id``; those with a role tell that of the agency that was asked for.
    names
        Keys of the rows, in order.
    title
        What stands above the table.
    """
    from queries.owners import owners_of

    lang = language()
    tasks, targets = facts_of(store, rows, "tasks"), facts_of(store, rows, "targets")
    owners = owners_of(store, [row["task_id"] for row in rows])
    own = "role" in names
    several = len({row.get("agency_id") for row in rows}) > 1
    more = [name for name in names if name not in _SAID and not name.endswith("_id") and not (own and name == "agency")]
    found = []
    for at, row in enumerate(rows, 1):
        key = row["task_id"]
        [task] = tasks[key]
        role = role_cell(row, lang) if own and row["role"] else None
        if role and several and row.get("agency"):
            role = tell("{name}：{value}", name=row["agency"], value=role)
        found.append(
            [
                at,
                telling_title(task["title"], task["text"]) if (task["of"] or 1) > 1 else task["title"],
                *([role] if own else []),
                *_owner_cells(owners.get(key, [])),
                _deadline(task, targets.get(key, [])),
                "\n".join(map(target_line, targets.get(key, []))) or None,
                *(_word(name, row[name]) for name in more),
                _one_line(task["text"]),
                place_cell(task["source"], task["page"], task["line"]),
                *_machine(row, names),
            ]
        )
    shown = ["at", "task", *(["own"] if own else []), *_ROLE_COLUMNS, "deadline", "targets"]
    columns = [*_columns(shown), *_fitting(more, rows), *_columns(["text", "place"]), *_hidden(names)]
    return SheetTable(name=tell("任务"), title=title, columns=columns, rows=found)


def target_table(rows: Sequence[Row], names: Sequence[str], title: str) -> SheetTable:
    """Return a table of targets, as `queries.targets` gives them."""
    found = [
        [
            at,
            row["metric"],
            target_value(row) or None,
            _marked(target_due(row), derived=row["due"] is None) or None,
            *_owner_cells(row["owners"]),
            _one_line(row["text"]),
            place_cell(row["source"], row["page"], row["line"]),
            *_machine(row, names),
        ]
        for at, row in enumerate(rows, 1)
    ]
    shown = ["at", "metric", "value", "deadline", *_ROLE_COLUMNS, "text", "place"]
    return SheetTable(name=tell("目标"), title=title, columns=[*_columns(shown), *_hidden(names)], rows=found)


def audit_tables(rows: Sequence[Row], names: Sequence[str], rules: Sequence[Rule], title: str) -> list[SheetTable]:
    """Return the findings of an audit: a summary of all rules, then a table for each that found something."""
    lang = language()
    by_rule = {rule.name: [row for row in rows if row["rule"] == rule.name] for rule in rules}
    caption = {rule.name: rule.english if lang == "en" else rule.caption for rule in rules}
    summary = [
        [
            at,
            caption[rule.name],
            _SEVERITIES[rule.severity].told(lang),
            len(by_rule[rule.name]),
            rule.doc_english if lang == "en" else rule.doc,
        ]
        for at, rule in enumerate(rules, 1)
    ]
    tables = [
        SheetTable(
            name=tell("汇总"), title=title, columns=_columns(["at", "rule", "severity", "count", "doc"]), rows=summary
        )
    ]
    for name, found in by_rule.items():
        if found:
            head = tell("{caption}：{count}", caption=caption[name], count=len(found))
            cells = [[at, *_finding(row), *_machine(row, names)] for at, row in enumerate(found, 1)]
            columns = [*_columns(["at", *_FINDING]), *_hidden(names)]
            tables.append(SheetTable(name=caption[name], title=head, columns=columns, rows=cells))
    return tables


def audit_list(rows: Sequence[Row], names: Sequence[str], rules: Sequence[Rule], title: str) -> SheetTable:
    """Return the findings of an audit as one table that says the rule of each."""
    caption = {rule.name: rule.english if language() == "en" else rule.caption for rule in rules}
    cells = [[at, caption[row["rule"]], *_finding(row), *_machine(row, names)] for at, row in enumerate(rows, 1)]
    columns = [*_columns(["at", "rule", *_FINDING]), *_hidden(names)]
    return SheetTable(name=tell("结果"), title=title, columns=columns, rows=cells)


#: The columns of a finding behind its place in the list.
_FINDING = ("plan", "number", "task", "agencies", "word", "reason", "text", "place")


def _finding(row: Row) -> list[Any]:
    return [
        row["plan"],
        row["number"],
        row["title"],
        "、".join(row["agencies"]) or None,
        row["word"],
        row["reason"],
        _one_line(row["sentence"] or "") or None,
        place_cell(row["source"], None, row["line"]) if row["source"] and row["line"] else row["source"],
    ]


def plain_table(rows: Sequence[Row], names: Sequence[str], title: str) -> SheetTable:
    """Return a table of any rows: their columns in words, but for ids, and behind them all by their names."""
    shown = [name for name in names if name != "id" and not name.endswith("_id") and name not in _OFFSETS] or list(
        names
    )
    cells = [[at, *(_word(name, row[name]) for name in shown), *_machine(row, names)] for at, row in enumerate(rows, 1)]
    columns = [*_columns(["at"]), *_fitting(shown, rows), *_hidden(names)]
    return SheetTable(name=tell("结果"), title=title, columns=columns, rows=cells)


def emit_tables(tables: Sequence[SheetTable], style: str, output: Path | None) -> None:
    """Write tables as a workbook, or one table as CSV.

    Raises
    ------
    SettingsError
        If the file cannot be written.
    """
    if style == "xlsx":
        from zerentu.workbooks import workbook_of_tables

        assert output is not None, "the option is checked before a command runs"
        save(output, workbook_of_tables(tables))
        return
    [table] = tables
    emit_csv([each.caption for each in table.columns], table.rows, output)


def facts_of(store: Store, rows: Iterable[Row], question: str) -> dict[str, list[Row]]:
    """Return the rows of a question that are of the tasks of some rows, by task."""
    from queries import ask

    wanted = {row["task_id"]: row["plan_id"] for row in rows}
    found: dict[str, list[Row]] = {}
    for plan in dict.fromkeys(wanted.values()):
        for each in ask.answer(store, question, plan=plan).records:
            if each["task_id"] in wanted:
                found.setdefault(each["task_id"], []).append(each)
    return found


def _owner_cells(owners: Sequence[Any]) -> list[str | None]:
    """Return for each role the names of those who have it, in the order of the clause, or None."""
    cells: list[str | None] = []
    for role in _ROLE_COLUMNS:
        some = [owner for owner in owners if owner["role"] == role]
        names = "、".join(dict.fromkeys(owner["name"] for owner in some))
        ends = any(ends_open(owner) for owner in some if "written" in owner)
        cells.append(names + (tell("［未列尽］") if ends else "") if names else None)
    return cells


def _deadline(task: Row, targets: Sequence[Row]) -> str | None:
    """Return when a task is due: as it is written, else the years that its targets name."""
    written = task["deadline"] or task["deadline_year"]
    if written:
        return _marked(str(written), derived=False)
    years = {row["due"] for row in targets if row["due"]}
    derived = {row["due_derived"] for row in targets if row["due_derived"]} - years
    said = [_marked(years_cell(sorted(some)), derived=some is derived) for some in (years, derived) if some]
    return "、".join(said) or None


def _marked(said: str, *, derived: bool) -> str:
    if not said or said.endswith(tell("（推定）")):
        return said
    return said + (tell("（推定）") if derived else tell("（明示）"))


def target_line(row: Row) -> str:
    """Return a target as a line of a cell: its metric, value and year, else its words."""
    value = target_value(row)
    due = target_due(row)
    if not value:
        return _one_line(row["text"])
    said = f"{row['metric']} {value}"
    return tell("{said}（{due}）", said=said, due=due) if due else said


def _one_line(text: str) -> str:
    """Return a text on one line, a row of a table with bars between its cells."""
    return " ".join(text.replace("\t", "｜").split())


def _word(name: str, value: Any) -> Any:
    if name in _WORDS and isinstance(value, str):
        return _WORDS[name](value, language())
    return sheet_value(value)


def _machine(row: Mapping[str, Any], names: Sequence[str]) -> list[Any]:
    return [sheet_value(row.get(name), words=False) for name in names]


def shown_message(name: str) -> Message:
    """Return the caption of a column for people, for use in a sentence."""
    return _SHOWN[name][0]


def shown_caption(name: str, lang: str) -> str:
    """Return the caption of a column for people in a language: that of ``co_own`` is 共同负责."""
    return _capital(_SHOWN[name][0].told(lang))


def _capital(caption: str) -> str:
    """Return a caption that no name of a column for programs equals: those are in small letters."""
    return caption[:1].upper() + caption[1:]


def _columns(shown: Iterable[str]) -> list[SheetColumn]:
    return [SheetColumn(caption=shown_caption(name, language()), width=_SHOWN[name][1]) for name in shown]


def _fitting(names: Iterable[str], rows: Collection[Row]) -> list[SheetColumn]:
    lang = language()
    return [
        SheetColumn(
            caption=_capital(column(name, lang)),
            width=fitting_width([column(name, lang), *(_word(name, row[name]) for row in rows)]),
        )
        for name in names
    ]


def _hidden(names: Iterable[str]) -> list[SheetColumn]:
    return [SheetColumn(caption=name, width=14, hidden=True) for name in names]

"""Questions in plain words, as the page shows their answers and as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.visible import visible
from zerentu.answer_text import AnswerGroup, answer_groups, file_words, said_words, slot_words
from zerentu.captions import column
from zerentu.output import csv_text, plain
from zerentu.settings import language, tell

if TYPE_CHECKING:
    from graph.stores.store import Store

__all__ = ["MOST_SHOWN", "answer_csv", "answer_page"]

#: So many rows are looked through on a page; the file has all.
MOST_SHOWN = 500


def answer_page(store: Store, question: str) -> dict[str, Any]:
    """Return what was understood of a question, the sentences and rows that answer it, and what can be asked instead.

    Parameters
    ----------
    store
        An open store.
    question
        As somebody typed it.
    """
    from queries.answers import ask

    lang = language()
    found = ask(store, question)
    groups = answer_groups(found, lang, most=MOST_SHOWN)
    said = said_words(found, lang)
    if sum(len(group.rows) for group in groups) < len(found.rows):
        said.append(tell("这里列出前 {count} 行；下载 CSV 可看全部", count=MOST_SHOWN))
    titles = _titles(store) if groups else {}
    return {
        "question": question,
        "understood": slot_words(found, lang),
        "refused": found.kind == "refused",
        "said": said,
        "unknown": str(found.understood.get("detail") or ""),
        "suggest": list(found.suggest),
        "groups": [
            {"title": titles.get(group.title or "", group.title), "captions": [column(name, lang) for name in group.columns], "columns": group.columns,
             "rows": _cells(group)}
            for group in groups
        ],
    }  # fmt: skip


def _titles(store: Store) -> dict[str, str]:
    """Return what stands above the rows of each file in place of its name: the title of its plan, if it holds one."""
    from queries import ask

    held: dict[str, list[dict[str, Any]]] = {}
    for row in ask.answer(store, "plan_list").records:
        held.setdefault(file_words(row), []).append(row)
    return {
        words: visible(f"{row['region'] or ''}　{row['title']}（{row['source']}）".strip())
        for words, (row, *others) in held.items()
        if not others
    }


def _cells(group: AnswerGroup) -> list[list[str]]:
    return [[_text(row[name]) for name in group.columns] for row in group.rows]


def _text(value: Any) -> str:
    value = plain(value)
    return "" if value is None else visible(str(value), lines=True)


def answer_csv(store: Store, question: str) -> str:
    """Return the rows of an answer as CSV for a spreadsheet, each with its file.

    Parameters
    ----------
    store
        An open store.
    question
        As somebody typed it.
    """
    from queries.answers import ask

    lang = language()
    groups = answer_groups(ask(store, question), lang)
    names = list(dict.fromkeys(name for group in groups for name in group.columns))
    several = any(group.title for group in groups)
    header = [*([tell("文件")] if several else []), *(column(name, lang) for name in names)]
    rows = [
        [*([group.title] if several else []), *(row.get(name) for name in names)]
        for group in groups
        for row in group.rows
    ]
    return csv_text(header, rows)

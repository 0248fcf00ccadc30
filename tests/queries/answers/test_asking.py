"""Questions in many words, each with the answer that a reader of the plans would give."""

from __future__ import annotations

from pathlib import Path

import pytest

KINDS = {
    "tasks_of_agency",
    "owners_of_task",
    "partners",
    "orphans",
    "targets",
    "industry",
    "count",
    "compare",
    "unknown",
}


def questions(table="questions.tsv"):
    for line in Path(__file__).with_name(table).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, answer, phrasings = line.split("\t")
            for phrasing in phrasings.split(" | "):
                yield kind, answer, phrasing.strip()


def said(answer):
    """Return an answer in the words of the table: its kind, and what its rows are known by."""
    rows = {
        "tasks": lambda row: f"{(row['region'] or '青溪')[:2]}:{row['number']}",
        "agencies": lambda row: f"{row['agency']}/{row['role']}",
        "targets": lambda row: f"{row['number']}:{row['value'] if row['value'] is None else format(row['value'], 'g')}",
        "compare": lambda row: f"{'*' * (row in answer.winner)}{row['region'][:2]}:{row['name'] or ''}={row['number']}",
    }
    if answer.kind == "number":
        return ["number", str(answer.number)]
    return [answer.kind, *sorted(map(rows[answer.kind], answer.rows))] if answer.rows else [answer.kind]


@pytest.mark.parametrize(("answer", "question"), [each[1:] for each in questions()], ids=lambda value: value[:60])
def test_questions_are_answered_as_a_reader_would(session, answer, question):
    kind, *rows = answer.split()
    assert said(session.ask(question)) == [kind, *sorted(rows)]


@pytest.mark.parametrize(
    ("answer", "question"), [each[1:] for each in questions("more_questions.tsv")], ids=lambda value: value[:60]
)
def test_plans_are_told_apart_and_those_without_region_answer(more, answer, question):
    kind, *rows = answer.split()
    assert said(more.ask(question)) == [kind, *sorted(rows)]


@pytest.mark.parametrize(
    ("answer", "question"), [each[1:] for each in questions("third_questions.tsv")], ids=lambda value: value[:60]
)
def test_answers_decided_before_the_first_run_are_given(third, answer, question):
    kind, *rows = answer.split()
    assert said(third.ask(question)) == [kind, *sorted(rows)]


@pytest.mark.parametrize(
    ("answer", "question"), [each[1:] for each in questions("fourth_questions.tsv")], ids=lambda value: value[:60]
)
def test_ledgers_and_plans_answer_as_was_decided_before_the_first_run(fourth, answer, question):
    kind, *rows = answer.split()
    assert said(fourth.ask(question)) == [kind, *sorted(rows)]


@pytest.mark.parametrize(
    ("answer", "question"), [each[1:] for each in questions("fifth_questions.tsv")], ids=lambda value: value[:60]
)
def test_periods_negations_and_names_that_only_look_right_are_read_as_was_decided(fifth, answer, question):
    kind, *rows = answer.split()
    assert said(fifth.ask(question)) == [kind, *sorted(rows)]


@pytest.mark.parametrize(
    ("answer", "question"), [each[1:] for each in questions("sixth_questions.tsv")], ids=lambda value: value[:60]
)
def test_months_branches_industries_in_english_and_bodies_with_two_roles(sixth, answer, question):
    kind, *rows = answer.split()
    assert said(sixth.ask(question)) == [kind, *sorted(rows)]


def test_the_table_has_every_kind_and_enough_of_them():
    asked = list(questions())
    assert {kind for kind, _, _ in asked} == KINDS
    assert len({question for _, _, question in asked}) == len(asked) >= 250

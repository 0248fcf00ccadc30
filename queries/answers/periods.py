"""The year of a quarter or month that a question names without one: 三季度要完成什么."""

from __future__ import annotations

from queries.answers.facts import Facts
from queries.answers.form import Form
from queries.answers.tokens import Question
from queries.answers.wide import WideFacts
from queries.quarters import last_month

__all__ = ["year_of_months"]


def year_of_months(form: Form, question: Question, scope: Facts) -> int | None:
    """Return the only year in which anything of the plans is due in the months that a question names.

    Where nothing is due in these months of any year, the only year in which anything is due at all; None where there are
    several: which of them is meant depends on the day, and the same question is answered the same every day. Many plans
    are not read for it.
    """
    if isinstance(scope, WideFacts):
        return None
    if question.has("target_word"):
        days = [str(row["due_by"]) for row in scope.targets if row["due_by"]]
        due = [(int(day[:4]), int(day[5:7])) for day in days]
    else:
        rows = [task.row for task in scope.tasks if task.row["deadline_year"]]
        due = [(row["deadline_year"], last_month(row["deadline"])) for row in rows]
    years = {year for year, month in due if month in form.months()} or {year for year, _ in due}
    return years.pop() if len(years) == 1 else None

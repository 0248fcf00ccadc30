"""A quarter or month without its year has one only where the plans leave no other."""

from __future__ import annotations

import pytest

from queries.answers.form import Form
from queries.answers.periods import year_of_months
from queries.answers.tokens import Question
from queries.answers.wide import WideFacts


@pytest.mark.parametrize(
    ("form", "year"),
    [(Form(quarter=3), 2026), (Form(month=10), 2026), (Form(month=6, until_month=True), None), (Form(quarter=1), None)],
)
def test_the_year_is_the_only_one_that_has_such_a_deadline(sixth, form, year):
    assert year_of_months(form, Question("完成"), sixth.facts) == year


def test_many_plans_are_not_read_for_it(sixth):
    assert year_of_months(Form(quarter=3), Question("完成"), WideFacts(sixth.store, sixth.facts.plans)) is None

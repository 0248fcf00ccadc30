"""Regions in Latin letters."""

from __future__ import annotations

from queries.answers.latin import latin_regions
from queries.answers.tokens import Question


def test_a_region_of_the_store_is_known_by_its_latin_name():
    question = Question("tasks in luoyang")
    assert list(latin_regions(question, ["洛阳市", "安庆市"])) == ["洛阳市"]
    assert question.free == "tasks in " + "\0" * len("luoyang")

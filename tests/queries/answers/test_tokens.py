"""A question whose characters are taken slot by slot."""

from __future__ import annotations

import re

from queries.answers.tokens import Question, asked_plainly, fold_question


def test_what_is_taken_is_not_found_again():
    question = Question("市财政局牵头哪些任务")
    assert question.find(re.compile("财政局"))[0] == "财政局"
    assert question.find(re.compile("财政局")) is None
    question.read_words()
    assert question.has("role_lead", "task_word") and not question.has("role_support")
    assert list(question.left()) == ["市"]


def test_questions_are_folded_to_one_width():
    assert fold_question("Ｗｈｏ　leads 二(三)４？") == "who leads 二（三）4"


def test_what_only_asks_whether_it_may_be_asked_is_left_out():
    asked = ("可否列出任务", "有没有专栏", "市财政局管不管审计", "能不能按期完成")
    assert [*map(asked_plainly, asked)] == ["列出任务", "有专栏", "市财政局管审计", "能不能按期完成"]

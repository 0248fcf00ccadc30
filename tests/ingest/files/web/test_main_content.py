"""The part of a web page that is the document: not its navigation, its footer, its notes."""

from __future__ import annotations

import pytest
from lxml import html

from ingest.files.web.main_content import main_content, page_title, take_out_notes

TEXT = "<p>第一段，说明任务；列出措施。</p><p>第二段，说明分工，列出时限。</p>"


def text(page: str) -> str:
    return " ".join(main_content(html.document_fromstring(page)).text_content().split())


def test_the_way_leads_down_to_where_the_sentences_are() -> None:
    page = f"<body><div>首页 政务公开</div><div><div id='c'>{TEXT}</div><div>相关链接</div></div></body>"
    assert text(page) == "第一段，说明任务；列出措施。第二段，说明分工，列出时限。"


def test_navigation_and_hidden_parts_are_taken_out() -> None:
    page = f"<body><div class='nav'>首页</div>{TEXT}<div style='display:none'>草稿，勿看。</div></body>"
    assert text(page) == "第一段，说明任务；列出措施。第二段，说明分工，列出时限。"


def test_what_is_taken_out_of_a_part_does_not_count_for_the_parts_around_it() -> None:
    # With the menus the text has 5 of 7 marks, without them all.
    menu = "<div class='menu'><div class='menu'>甲、乙</div></div><nav>丙、丁</nav>"
    page = f"<body><div id='a'>{menu}<div id='b'>{menu}<div id='c'>{TEXT}</div></div>页脚</div></body>"
    assert main_content(html.document_fromstring(page)).get("id") == "c"


def test_a_page_without_sentences_is_its_body() -> None:
    assert text("<body><div>甲</div><div>乙</div></body>") == "甲乙"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>云泽市养老服务实施方案_云泽市政府</title>", "云泽市养老服务实施方案"),
        ("<title>云泽市养老服务实施方案-云泽市人民政府门户网</title>", "云泽市养老服务实施方案"),
        ("<meta name='ArticleTitle' content='云泽市养老服务工作要点'><title>云泽网</title>", "云泽市养老服务工作要点"),
        ("<title>云泽市人民政府门户网站</title>", ""),
    ],
)
def test_the_title_of_a_page_is_that_of_a_plan_or_none(head: str, title: str) -> None:
    assert page_title(html.document_fromstring(f"<html><head>{head}</head><body>{TEXT}</body></html>")) == title


def test_notes_go_with_their_marks_and_powers_stay() -> None:
    page = html.document_fromstring(
        "<body><p>任务<a href='#_ftn1'>[1]</a>落实<sup>2</sup>，面积3m<sup>2</sup>。</p><div id='ftn1'>注释</div></body>"
    )
    assert take_out_notes(page) == 1
    assert page.text_content() == "任务落实，面积3m2。"

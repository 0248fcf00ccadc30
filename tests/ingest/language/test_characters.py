import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document.reflow import reflow
from ingest.language.characters import clean_line, tidy


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("市财\u200b政局\ufeff牵\u00ad头\u202a。", "市财政局牵头。"),
        ("⼯⼚的⻋辆与⻔店", "工厂的车辆与门店"),
        ("市\xa0财政局\u2009牵头", "市财政局牵头"),
        ("市财政局\u2009市商务局", "市财政局\u2009市商务局"),
        ("市财政局\xa0责任单位：市商务局", "市财政局\xa0责任单位：市商务局"),
        ("建设 AI\xa0Lab", "建设 AI\xa0Lab"),
        ("市财政局牵 头，市商务局、市教育局按职责 分工　负责", "市财政局牵头，市商务局、市教育局按职责分工负责"),
        ("责任 单位：市财政局 市商务局", "责任单位：市财政局 市商务局"),
        ("责任 人民政府 负责", "责任 人民政府 负责"),
        ("（ 一　）选址，（ 12）定点（ 见附件 ）", "（一）选址，（12）定点（ 见附件 ）"),
    ],
)
def test_what_is_read(written: str, read: str) -> None:
    assert tidy(written).text == read


@given(st.text("市财政局（ 一二）\u200b\ufeff\xa0\u2009⼯⻋\xad\t\n"))
def test_every_character_keeps_its_place(text: str) -> None:
    tidied = tidy(text)
    places = [tidied.source(at) for at in range(len(tidied.text))]
    assert places == sorted(set(places))
    plain = [text[place] for place in places]
    assert [char if char in "\n\t\xa0\u2009" else clean_line(char) for char in plain] == list(tidied.text)


def test_paragraphs_know_their_places_in_the_text_as_it_was() -> None:
    text = "一、任\u200b务\n（ 一 ）建\u200b\u200b站。（市财\xad政局牵\n\n\u2060头）\n1\t建\u200b站\t市\u200b水利局\n2\t设点\t市商务局"
    assert [paragraph.text for paragraph in reflow(text)] == [
        "一、任务",
        "（一）建站。（市财政局牵头）",
        "1\t建站\t市水利局",
        "2\t设点\t市商务局",
    ]
    for paragraph in reflow(text):
        assert [text[paragraph.source(at)] for at in range(len(paragraph.text))] == list(paragraph.text)

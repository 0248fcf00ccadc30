from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ReadError
from ingest.files.web.html import read_html

BODY = "<p>一、重点任务</p><p>1.推进改造，加快升级。（市财政局牵头，市商务局配合）</p><p>2.做好服务，优化流程。（市科技局负责）</p>"


def lines(page: str, encoding: str = "utf-8") -> list[str]:
    return read_html(page.encode(encoding), Path("a.html")).text.split("\n")


@pytest.mark.parametrize(
    ("page", "encoding", "codec"),
    [
        ('<meta charset="gb2312"><p>一、任务：镕</p>', "gbk", "html/gb18030"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=GBK"><p>一、任务：镕</p>', "gbk", "html/gb18030"),
        ("<p>一、任务：镕</p>", "gb18030", "html/gb18030"),
        # Declared wrongly, as pages are that were saved anew: strict UTF-8 comes first.
        ('<meta charset="gb2312"><p>一、任务：镕</p>', "utf-8", "html/utf-8"),
        ('<meta charset="iso-8859-1"><p>一、任务：镕</p>', "gb18030", "html/gb18030"),
        ("<p>一、任务：镕</p>", "utf-8-sig", "html/utf-8-sig"),
        ("<p>一、任务：镕</p>", "utf-16", "html/utf-16"),
        ('<?xml version="1.0" encoding="gb2312"?><html><p>一、任务：镕</p></html>', "utf-8", "html/utf-8"),
    ],
)
def test_charsets(page: str, encoding: str, codec: str) -> None:
    content = read_html(page.encode(encoding), Path("a.html"))
    assert (content.text, content.codec) == ("一、任务：镕", codec)


def test_traditional_pages_that_declare_big5_are_read() -> None:
    page = '<meta charset="big5"><p>一、重點任務：推動產業升級</p>'
    assert lines(page, "big5") == ["一、重點任務：推動產業升級"]


PAGE = f"""<!DOCTYPE html><html><head><title>关于印发绿色转型方案的通知_政策文件_云泽市人民政府</title><style>p{{}}</style>
<script>document.write("市财政局牵头")</script></head><body>
<div class="header"><h2>云泽市人民政府</h2><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li><li><a href="/b">办事服务</a></li></ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/f">政策文件</a></div>
<table width="100%"><tr><td class="side"><ul><li><a href="1">市财政局牵头落实的通知</a><li><a href="2">解读、问答</a><li><a href="3">图解</a></ul></td>
<td><h1>关于印发绿色转型方案的通知</h1><div class="share">分享到：微信、微博</div><div id="zoom">{BODY}</div><p>附件：清单.docx</p></td></tr></table>
<div class="footer">主办单位：云泽市人民政府办公室　承办单位：市政务服务局。建议使用最新浏览器，分辨率不低于1024。</div>
</body></html>"""


def test_the_main_content_of_a_page_without_its_navigation() -> None:
    found = lines(PAGE)
    assert found[:4] == [
        "关于印发绿色转型方案的通知",
        "一、重点任务",
        "1.推进改造，加快升级。（市财政局牵头，市商务局配合）",
        "2.做好服务，优化流程。（市科技局负责）",
    ]
    assert not any(word in "".join(found) for word in ("首页", "主办单位", "分享", "解读", "document"))


def test_a_clause_outside_of_the_densest_part_is_not_cut_away() -> None:
    page = (
        f"<body><div><div>{BODY * 5}</div><div><p>3.开展评估（市统计局牵头）</p></div></div><div>联系我们</div></body>"
    )
    assert "3.开展评估（市统计局牵头）" in lines(page)


def test_a_title_that_the_text_has_is_not_said_twice() -> None:
    page = f"<title>绿色转型实施方案-云泽市人民政府网</title><body><p>绿色转型</p><p>实施方案</p>{BODY}</body>"
    assert lines(page)[:3] == ["绿色转型", "实施方案", "一、重点任务"]


def test_source_line_breaks_are_no_lines_and_breaks_are() -> None:
    page = "<p>1.推进\n    改造 &amp; 升级&mdash;加快\n  AI 应用<br>责任单位：&#24066;财政局</p>"
    assert lines(page) == ["1.推进改造 & 升级—加快 AI 应用", "责任单位：市财政局"]


def test_a_source_wrapped_beside_a_digit_is_one_line_and_words_stay_apart() -> None:
    page = "<p>到\n2026\n年底前完成80%\n以上，推广\n  AI\nplus 应用</p>"
    assert lines(page) == ["到2026年底前完成80%以上，推广 AI plus 应用"]


def test_blanks_of_any_width_at_the_ends_go() -> None:
    assert lines("<p>&emsp;&ensp;&thinsp;一、任务&#8239;</p>") == ["一、任务"]


def test_tabs_part_the_cells_of_a_preformatted_table() -> None:
    assert lines("<pre>\t一、任务\n序号\t任务\n1\t 做好服务</pre>") == ["一、任务", "序号\t任务", "1\t做好服务"]


def test_buttons_alone_on_a_line_are_no_text() -> None:
    page = f"<body>{BODY}<p>【打印本页】 【关闭窗口】</p><a href=x>返回</a><p>返回率达到80%</p></body>"
    assert lines(page)[-2:] == ["2.做好服务，优化流程。（市科技局负责）", "返回率达到80%"]


def test_merged_cells_are_filled() -> None:
    page = """<table><tr><th rowspan=2>序号<th rowspan=2>任务<th colspan=2>责任单位<tr><th>牵头单位<th>配合单位
    <tr><td>1<td>做好服务<td rowspan=0>市发展和<br>改革委<td>市财政局<br>市商务局<tr><td>2<td>推进改革<td>市教育局<tr><td colspan=4>三、分组</table>"""
    assert lines(page) == [
        "序号\t任务\t责任单位\t责任单位",
        "序号\t任务\t牵头单位\t配合单位",
        "1\t做好服务\t市发展和改革委\t市财政局  市商务局",
        "2\t推进改革\t市发展和改革委\t市教育局",
        "三、分组\t三、分组\t市发展和改革委\t三、分组",
    ]


def test_tables_within_tables_are_read_once_each() -> None:
    # Twice as long with each table inside another, this would never end.
    depth = 40
    page = "<table><tr><td>甲</td></tr><tr><td>" * depth + "乙" + "</td></tr></table>" * depth
    assert lines(page) == [*["甲"] * depth, "乙"]


def test_the_caption_of_a_table_is_the_line_above_it() -> None:
    table = "<table><caption>滨海市信访<br>事项台账</caption><tr><th>序号</th><th>事项</th></tr><tr><td>1</td><td>甲</td></tr></table>"
    assert lines(table) == ["滨海市信访", "事项台账", "序号\t事项", "1\t甲"]


def test_a_frame_table_is_text() -> None:
    cell = "".join(f"<p>{at}.做好服务，优化流程。</p>" for at in range(1, 20))
    assert lines(f"<table><tr><td>{cell}</td></tr></table>")[0] == "1.做好服务，优化流程。"
    assert len(lines(f"<table><tr><td>导航</td><td>{cell}</td></tr></table>")) == 19


def test_numbered_lists_show_their_numbers_unless_they_are_typed() -> None:
    page = "<ol start=3><li>做好服务</li><li>推进改革</li></ol><ol><li>1.已有编号</li></ol><ol style='list-style:none'><li>没有编号</li></ol><ul><li>要点</li></ul>"
    assert lines(page) == ["3. 做好服务", "4. 推进改革", "1.已有编号", "没有编号", "要点"]


def test_footnotes_are_left_out_with_their_marks_and_told() -> None:
    page = """<p>1.推进改造<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>，建成5km<sup>2</sup>园区<sup>[2]</sup>。
    （市财政局<sup><a href="#sdfootnote1sym">3</a></sup>牵头）</p><div id=ftn1><p><a href="#_ftnref1">[1]</a>由市发展改革委解释。</p></div>"""
    content = read_html(page.encode(), Path("a.html"))
    assert content.text == "1.推进改造，建成5km2园区。（市财政局牵头）"
    assert [unread.zh for unread in content.unread] == ["有 1 条脚注，没有读入"]


def test_pictures_and_embedded_documents_are_told() -> None:
    images = "<img src=/a/W020.png><img src=icon_doc.gif><img src=b.png width=16 height=16><img src=c.jpg width='600'>"
    outside = "<div class=footer><img src=jiucuo.png></div>"
    page = f"<body><div>{BODY}{images}</div><iframe src='/x/方案.pdf'></iframe>{outside}</body>"
    (unread,) = read_html(page.encode(), Path("a.html")).unread
    assert unread.en.endswith("were not read: 3") and unread.zh.startswith("有 3 处图片")
    assert read_html(f"<body>{BODY}</body>".encode(), Path("a.html")).unread == ()


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("<html><script>load()</script></html>", "no text"),
        ("<p>x</p>" + "<div>" * 5000 + "一、任务", "nested too deeply"),
    ],
)
def test_refused(page: str, says: str) -> None:
    with pytest.raises(ReadError, match=says):
        lines(page)


SOUP = [
    "<div>",
    "</div>",
    "<table>",
    "<tr>",
    "<td rowspan=3>",
    "<td colspan=9>",
    "</table>",
    "<ol>",
    "<li>",
    "<p>",
    "<br>",
    "&nbsp;",
]


@given(
    st.lists(st.sampled_from([*SOUP, "一、任务，做好。", "（市财政局牵头）"]), max_size=60),
    st.lists(st.sampled_from([*SOUP, "<a href=x>"])),
)
def test_any_soup_keeps_its_clauses(parts: list[str], behind: list[str]) -> None:
    found = "".join(lines(f"<body>（市教育局负责）{''.join(parts)}{''.join(behind)}</body>"))
    assert found.count("（市财政局牵头）") >= parts.count("（市财政局牵头）")

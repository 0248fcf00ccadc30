"""What a browser shows of a page is what is read."""

from pathlib import Path

import pytest

from ingest.files.web.html import read_html
from ingest.parse import parse_file
from ingest.to_json import to_json

BODY = "<p>一、重点任务</p><p>1.推进改造，加快升级。（市财政局牵头，市商务局配合）</p>"


def told(page: str) -> tuple[list[str], list[str]]:
    content = read_html(page.encode(), Path("a.html"))
    return content.text.split("\n"), [unread.zh for unread in content.unread]


@pytest.mark.parametrize(
    "gone",
    [
        "<s>市民政局、</s>",
        "<strike>市民政局、</strike>",
        "<del>市民政局、</del>",
        '<span style="text-decoration: line-through">市民政局、</span>',
        '<style>.old { color: red; text-decoration: underline line-through; }</style><b class="x old">市民政局、</b>',
    ],
)
def test_struck_out_text_is_left_out_and_told(gone: str) -> None:
    lines, unread = told(f"{BODY}<p>2.做好服务。（{gone}市科技局负责）</p>")
    assert lines[-1] == "2.做好服务。（市科技局负责）"
    assert unread == ["有 1 处已划掉（删除线）的文字没有读入（第一处：“市民政局、”）"]


@pytest.mark.parametrize(
    "page",
    [
        '{}<div style="display:none">2.备注。（市民政局牵头）</div>',
        "{}<p hidden>2.备注。（市民政局牵头）</p>",
        "<style>/* 注 */ p#note, .x{{visibility: hidden}}</style>{}<p id=note>2.备注。（市民政局牵头）</p>",
    ],
)
def test_hidden_text_is_left_out_and_told(page: str) -> None:
    lines, unread = told(page.format(BODY))
    assert lines == ["一、重点任务", "1.推进改造，加快升级。（市财政局牵头，市商务局配合）"]
    assert unread == ["有 1 处隐藏的文字没有读入（第一处：“2.备注。（市民政局牵头）”）"]


def test_a_hidden_part_with_most_of_the_text_is_shown_by_a_script() -> None:
    assert len(told(f'<div style="display:none">{BODY * 3}</div><p>正在加载</p>')[0]) == 6


def test_values_of_form_fields_are_read_and_fields_of_the_site_are_not() -> None:
    page = f"""<form class=search><input name=keyword value="请输入关键字"></form>{BODY}
    <p>2.做好服务。牵头单位：<input type=text value="市科技局"></p>
    <p>配合单位：<select><option>请选择</option><option selected>市教育局</option><option>市水利局</option></select></p>
    <textarea>3.开通专线。
（市公安局负责）</textarea><input type=hidden value="暗文"><input type=submit value="提交">
    <select onchange="go()"><option>友情链接</option></select>"""
    assert told(page)[0][2:] == [
        "2.做好服务。牵头单位：市科技局",
        "配合单位：市教育局",
        "3.开通专线。",
        "（市公安局负责）",
    ]


@pytest.mark.parametrize(
    ("opening", "first", "second"),
    [
        ("<ol>", "1. 建站", "2. 设点"),
        ('<ol style="list-style-type: cjk-ideographic">', "一、建站", "二、设点"),
        ('<ol style="list-style: simp-chinese-informal inside">', "一、建站", "二、设点"),
        ("<style>ol.n{list-style:upper-roman}</style><ol class=n start=3>", "III. 建站", "IV. 设点"),
        ("<ol reversed>", "2. 建站", "1. 设点"),
        ("<ol style='list-style: none'>", "建站", "设点"),
        ("<ul>", "建站", "设点"),
    ],
)
def test_numbers_of_lists(opening: str, first: str, second: str) -> None:
    assert told(f"{BODY}{opening}<li>建站</li><li>设点</li></ol></ul>")[0][2:] == [first, second]


def test_an_item_may_set_its_number() -> None:
    assert told(f"{BODY}<ol><li>建站</li><li value=7>设点</li><li>开线</li></ol>")[0][2:] == [
        "1. 建站",
        "7. 设点",
        "8. 开线",
    ]


def test_lists_in_lists_are_deeper_items(tmp_path: Path) -> None:
    inner = "<ol><li>引进整机。（市商务局牵头）</li><li>扶持配套。（市教育局牵头）</li></ol>"
    path = tmp_path / "a.html"
    path.write_text(
        f"<h1>云泽市低空经济实施方案</h1><p>一、重点任务</p><ol><li>完善设施。（市水利局牵头）</li><li>培育企业{inner}</li><li>做好保障。（市财政局牵头）</li></ol>",
        encoding="utf-8",
    )
    tasks = to_json(parse_file(path))["tasks"]
    assert [(task["number"], [owner["name"] for owner in task["owners"]]) for task in tasks] == [
        ("一/1", ["市水利局"]),
        ("一/2/1", ["市商务局"]),
        ("一/2/2", ["市教育局"]),
        ("一/3", ["市财政局"]),
    ]


def test_lines_above_a_table_of_data_are_read() -> None:
    rows = "".join(f"<tr><td>{at}<td>推进改造，加快升级。<td>市商务局、市财政局</tr>" for at in range(1, 4))
    page = f"<p>附件1</p><p>云泽市任务清单</p><table><tr><th>序号<th>任务<th>责任单位</tr>{rows}</table>"
    assert told(page)[0][:3] == ["附件1", "云泽市任务清单", "序号\t任务\t责任单位"]


def test_a_table_inside_an_owner_cell_is_part_of_the_cell() -> None:
    inner = "<table><tr><td>牵头单位<td>市公安局</tr><tr><td>配合单位<td>市商务局</tr></table>"
    page = f"<table><tr><th>序号<th>任务<th>责任单位</tr><tr><td>1<td>建站<td>{inner}</td></tr></table>"
    assert told(page)[0] == ["序号\t任务\t责任单位", "1\t建站\t牵头单位：市公安局；配合单位：市商务局"]


def test_control_characters_of_a_page_are_blanks() -> None:
    """The parser lets them pass, but no element takes them back when the one before is left out."""
    page = f"{BODY}<script>x</script>2.做好\x0b服务&#1;。（市科技局负责）<textarea>\x0c备注</textarea>"
    assert "".join(told(page)[0][-1].split()).startswith("2.做好服务")

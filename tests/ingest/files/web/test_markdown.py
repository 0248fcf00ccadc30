from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ingest.files.web.markdown import read_markdown, strip_marks


def lines(text: str, encoding: str = "utf-8") -> list[str]:
    return read_markdown(text.encode(encoding), Path("a.md")).text.split("\n")


def test_marks_go_and_typed_numbers_stay() -> None:
    text = "# 实施方案\n\n## 一、任务\n\n1. **推进*节能*改造**。做好`服务`~~旧~~\n   - 子项\n* [x] 清单\n> 引文\n\n1\\. 转义\n***\n（一）__保障__\n===\n"
    assert lines(text) == [
        "实施方案",
        "一、任务",
        "1. 推进节能改造。做好服务旧",
        "子项",
        "清单",
        "引文",
        "1. 转义",
        "（一）保障",
    ]


def test_grid_tables_have_cells_of_several_lines() -> None:
    text = """
+------+----------+----------------+
| 序号 | **任务** | 责任单位       |
+:====:+==========+================+
| 1    | 做好服务 | 市发展和       |
|      | ，优化。 | 改革委         |
+------+----------+----------------+
| 2    | 推进改造 | 市财政局、     |
|      |          | 市商务局       |
+------+----------+----------------+

后文"""
    assert lines(text) == [
        "序号\t任务\t责任单位",
        "1\t做好服务，优化。\t市发展和改革委",
        "2\t推进改造\t市财政局、市商务局",
        "后文",
    ]


def test_numbers_set_as_formulas_are_numbers_and_dollars_are_dollars() -> None:
    text = r"到$2 0 2 6$年达到$\geq 95 \%$、$3.5 \mathrm{km}$，总价$100和$200，按$x_{1}+\alpha$计算"
    assert lines(text) == [r"到2026年达到≥95%、3.5km，总价$100和$200，按$x_{1}+\alpha$计算"]


def test_lines_stay_as_typed() -> None:
    text = "1. 做好服务。\n责任单位：市财政局\n完成时限：2026年"
    assert lines(text) == text.split("\n")


def test_pipe_tables() -> None:
    text = "|序号|任务|责任单位|\n|:--|---|--:|\n| 1 | **做好**服务 | 市财政局<br>市商务局 |\n2|a\\|b|\n\n正文|不是表"
    assert lines(text) == ["序号\t任务\t责任单位", "1\t做好服务\t市财政局  市商务局", "2\ta|b", "正文|不是表"]


def test_tables_in_html_inside() -> None:
    text = "前文\n<table><tr><td>1</td><td rowspan=2>市财政局</td></tr><tr><td>2</td></tr></table>\n后文\n<table 未闭合"
    assert lines(text)[:4] == ["前文", "1\t市财政局", "2\t市财政局", "后文"]


def test_settings_comments_links_and_notes() -> None:
    text = '---\ntitle: 方案\ntags:\n- 政策\n---\n<!-- 隐\n藏 -->[通知](http://example.cn "题")![图](a.png)[^1]<b>加粗</b>\n[^1]: 脚注\n'
    assert lines(text) == ["通知加粗"]


def test_asterisks_and_underscores_inside_words_are_no_marks() -> None:
    assert strip_marks("3*4*5，a_b_c，填____写") == "3*4*5，a_b_c，填____写"


def test_gb18030() -> None:
    assert read_markdown("## 一、任务".encode("gb18030"), Path("a.md")).codec == "markdown/gb18030"


@given(st.text(alphabet="一、（市财政局牵头）任务12。，\n", max_size=200))
def test_text_without_marks_comes_back(text: str) -> None:
    assert lines(text) == ([line for line in text.split("\n") if line] or [""])


@given(st.text(alphabet="*_`~[]()!<>|#-\\ \n任务", max_size=300))
def test_no_word_is_ever_lost(text: str) -> None:
    # Words in code fences' info strings, targets of links and pictures are no text.
    if not any(mark in text for mark in ("](", "~~~", "```", "<!", "[^")):
        assert "".join(lines(text)).count("任") >= text.count("任") - text.count("<")

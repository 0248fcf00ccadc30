import pytest

from graph.width import fold_width
from ingest.language.item_numbers import read_marker


@pytest.mark.parametrize(
    ("line", "kind", "number", "title"),
    [
        ("一、总体要求", "han", "一", "总体要求"),
        ("十二．附则", "han", "十二", "附则"),
        ("（三）主要目标", "han_in", "（三）", "主要目标"),
        ("(十八) 加强统筹", "han_in", "（十八）", "加强统筹"),
        ("1. 优化布局。", "digits", "1", "优化布局。"),
        ("21．推广制度", "digits", "21", "推广制度"),
        ("３、做好服务", "digits", "3", "做好服务"),
        ("（2）分类处置", "digits_in", "（2）", "分类处置"),
        ("③压实责任", "circled", "③", "压实责任"),
        ("第一部分 总体要求", "部分", "第一部分", "总体要求"),
        ("1.1推进项目建设", "decimal", "1.1", "推进项目建设"),
        ("3.2026年建成通车", "digits", "3", "2026年建成通车"),
        ("重点任务二：建设平台", "named", "重点任务二", "建设平台"),
        ("⑵分类处置", "digits_in", "（2）", "分类处置"),
        ("㈢主要目标", "han_in", "（三）", "主要目标"),
        ("⒈优化布局", "digits", "1", "优化布局"),
        ("❷压实责任", "circled", "❷", "压实责任"),
        ("第三条 适用范围", "条", "第三条", "适用范围"),
        ("第二章　任务", "章", "第二章", "任务"),
        ("专栏 3 重点工程", "box", "专栏3", "重点工程"),
        ("a.优化布局", "letter", "a", "优化布局"),
        ("B）优化布局", "letter", "B", "优化布局"),
        ("iv. 优化布局", "letter", "iv", "优化布局"),
        ("附件2", "annex", "附件2", ""),
        ("附 1：", "annex", "附1", ""),
    ],
)
def test_markers(line: str, kind: str, number: str, title: str) -> None:
    marker = read_marker(fold_width(line))
    assert marker is not None
    assert (marker.kind, marker.number, line[marker.end :]) == (kind, number, title)


@pytest.mark.parametrize(
    "line",
    [
        "1.5万吨标准煤",
        "3.15行动",
        "2.0版本平台建设",
        "5.5左右的水平",
        "2025年底前",
        "一批项目",
        "（试行）",
        "附件材料要齐全",
        "专栏作家",
        "十分重要",
        "100余家企业",
        "十五五、要做好衔接",
    ],
)
def test_no_markers(line: str) -> None:
    assert read_marker(fold_width(line)) is None


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("1.6月底前完成清淤。", "1", "6月底前完成清淤。"),
        ("2.11 月开展演练。", "2", "11 月开展演练。"),
        ("3.5—9月每周巡查。", "3", "5—9月每周巡查。"),
        ("4.20日前上报。", "4", "20日前上报。"),
    ],
)
def test_a_number_glued_to_a_date_is_a_number(line: str, number: str, title: str) -> None:
    marker = read_marker(fold_width(line))
    assert marker is not None
    assert (marker.kind, marker.number, line[marker.end :]) == ("digits", number, title)


@pytest.mark.parametrize(("line", "after", "read"), [
    ("3.2个月内办结。", 2, ("3", "2个月内办结。")),
    ("3.2个月内办结。", 1, None),
    ("3.2个月内办结。", None, None),
    ("3.2个百分点以上。", 2, None),
    ("3.2万户用上新表。", 2, None),
])  # fmt: skip
def test_a_number_glued_to_a_quantity_goes_on_from_the_item_before(
    line: str, after: int | None, read: tuple[str, str] | None
) -> None:
    marker = read_marker(line, after=after)
    assert (marker and (marker.number, line[marker.end :])) == read


def test_letters_and_roman_numerals_count() -> None:
    values = [(marker := read_marker(f"{number}.优化")) and marker.value for number in ("a", "d", "i", "iv", "IX", "Ⅻ")]
    assert values == [1, 4, 1, 4, 9, 12]
    assert read_marker("A类企业") is None and read_marker("A、B两类企业") is None and read_marker("AI.优化") is None

"""The lexicon: plain lines, parsed strictly; names of one's own reach the grammar."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.agencies.lexicon import EMPTY, active, forget, parse_lexicon, read_lexicon, remembered, using
from graph.agencies.names import is_collective
from graph.agencies.resolve import resolve
from graph.errors import SettingsError

TEXT = """\
# 本办词表
机构 市热线中心；别名 12345热线、热线办；条线 政务热线；类别 法定机构
机构：市数字专班；类别：群体
别名 改革办；指 发展和改革委员会
别名 三局；指 市工业和信息化局；地区 安庆市   # 内部简称
别名 三局；指 市商务局；地区 洛阳

行业 氢冶金；属于 钢铁；代码 311；别名 富氢冶炼，氢基冶炼
标签 主抓单位；角色 牵头
标签 办结期限;角色 时限
动词 兜底；角色 落实
"""


def test_every_kind_of_line() -> None:
    found = parse_lexicon(TEXT)
    assert [(entry.name, entry.means, entry.region, entry.number) for entry in found.agencies] == [
        ("市热线中心", None, None, 2),
        ("市数字专班", None, None, 3),
        ("改革办", "发展和改革委员会", None, 4),
        ("三局", "市工业和信息化局", "安庆市", 5),
        ("三局", "市商务局", "洛阳市", 6),
    ]
    (industry,) = found.industries
    assert (industry.name, industry.broader, industry.code) == ("氢冶金", "钢铁", "311")
    assert industry.aliases == ("富氢冶炼", "氢基冶炼")
    assert found.labels == {"主抓单位": "lead", "办结期限": "deadline"}
    assert found.verbs == {"兜底": "implement"}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("机购 市热线中心", "“机购”不是关键词；可用：机构、别名、行业、标签、动词"),
        ("市热线中心", "“市热线中心”不是关键词"),
        ("机构", "“”不能作为名称"),
        ("机构 市热线、中心", "“市热线、中心”不能作为名称"),
        ("机构 市热线中心；备注 好", "“备注 好”不是“机构”的字段；可用：别名、条线、类别、地区"),
        (
            "机构 市热线中心；类别 单位",
            "“单位”不是类别；可用：党政机关、法定机构、企业、群团组织、地方政府、群体、岗位",
        ),
        ("机构 市热线中心；别名 甲；别名 乙", "“别名”写了两次"),
        ("机构 市热线中心；地区 火星", "“火星”不是地区"),
        ("别名 改革办", "“别名”后面缺少“指”"),
        ("别名 改革办；指 改革办", "“改革办”指的就是自己"),
        ("行业 氢冶金；代码 三一", "“三一”不是 GB/T 4754 的代码"),
        ("标签 主抓单位；角色 主抓", "“主抓”不是角色；可用：牵头、负责、配合、指导、落实、时限"),
        ("动词 主抓；角色 时限", "“时限”不是角色；可用：牵头、负责、配合、指导、落实"),
        ("标签 完成", "“标签”后面缺少“角色”"),
    ],
)
def test_whatever_is_not_understood_is_refused_with_its_line(line: str, says: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_lexicon(f"# 第一行\n\n{line}\n", "甲.lexicon")
    assert caught.value.zh.startswith(f"甲.lexicon 第 3 行：{says}")
    assert str(caught.value).startswith("甲.lexicon:3: ")


def test_a_word_stands_for_one_thing_only() -> None:
    with pytest.raises(SettingsError) as caught:
        parse_lexicon("机构 市热线中心；别名 热线办\n别名 热线办；指 市信访局\n", "a")
    assert caught.value.zh == "a 第 2 行：“热线办”在第 1 行已经写过"


def test_names_mean_what_the_lexicon_says_and_the_reason_names_the_line() -> None:
    with using(parse_lexicon(TEXT, "词.lexicon")):
        assert resolve("三局", "安庆市").id == resolve("市三局", "安庆市").id == resolve("市工信局", "安庆市").id
        assert resolve("三局", "洛阳市").id == resolve("市商务局", "洛阳市").id
        assert resolve("三局", "信阳市").functional_line is None
        for region in ("河南省", "洛阳市", "象州县"):
            assert resolve("改革办", region).id == resolve("发展和改革委员会", region).id
        assert resolve("省改革办", "洛阳市").id == resolve("省发改委", "河南省").id
        centre = resolve("12345热线", "洛阳市")
        assert (centre.canonical, centre.functional_line, centre.kind, centre.region) == (
            "市热线中心", "政务热线", "office", "洛阳市",
        )  # fmt: skip
        assert centre.id == resolve("热线办", "洛阳市").id == resolve("市热线中心", "洛阳市").id
        assert centre.basis.startswith("词.lexicon 第 2 行：机构 市热线中心")
        assert set(centre.aliases) == {"12345热线", "热线办", "市热线中心"}
        assert is_collective("市数字专班")
    assert active() is EMPTY
    assert resolve("三局", "安庆市").functional_line is None
    assert not is_collective("市数字专班")


def test_a_file_of_a_windows_editor(tmp_path: Path) -> None:
    path = tmp_path / "zerentu.lexicon"
    path.write_bytes("\ufeff动词 兜底；角色 落实\r\n".encode())
    assert read_lexicon(path).verbs == {"兜底": "implement"}
    path.write_bytes("动词 兜底；角色 落实".encode("gb18030"))
    with pytest.raises(SettingsError, match="not UTF-8"):
        read_lexicon(path)
    with pytest.raises(SettingsError, match="cannot be opened"):
        read_lexicon(tmp_path / "none")


@given(st.text(alphabet="机构别名行业标签动词角色牵头指；：、 \n#abc市局", max_size=60))
def test_any_text_is_read_or_refused_with_a_line(text: str) -> None:
    try:
        parse_lexicon(text, "a")
    except SettingsError as error:
        number = int(str(error).split(":")[1])
        assert 1 <= number <= len(text.splitlines())


def test_what_is_remembered_follows_the_lexicon_in_force_and_long_texts_are_asked_anew() -> None:
    asked: list[str] = []

    @remembered
    def spelled(text: str) -> str | None:
        asked.append(text)
        entry = active().entry(text)
        return entry.means if entry else None

    long = "长" * 201
    assert [spelled("改革办"), spelled("改革办")] == [None, None]
    with using(parse_lexicon("别名 改革办；指 市发展和改革委员会")):
        assert [spelled("改革办"), spelled(long), spelled(long)] == ["市发展和改革委员会", None, None]
    assert spelled("改革办") is None
    assert asked == ["改革办", "改革办", long, long]
    for at in range(9):
        with using(parse_lexicon(f"别名 改革办；指 市{at}局")):
            assert [spelled("改革办"), spelled("改革办")] == [f"市{at}局"] * 2
    assert len(asked) == 4 + 9
    forget()
    assert spelled("改革办") is None
    assert len(asked) == 4 + 9 + 1

"""One width: every text keeps its length, is folded once and for all, and holds no sign of another width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.width import FOLD, OFTEN, fold_width, replacer

SIGNS = st.text(
    st.sampled_from("市财政局（）()［］[]【】〔〕｛｝{}﹙﹚〈〉〖〗：︰∶；，。、！？１5％%　 \u2003\xa0ＡA《》“”\n")
)


def test_signs_brackets_and_blanks_have_one_form_and_chinese_signs_stay() -> None:
    assert fold_width("［１］｛ａ｝【牵头】﹙市直﹚：︰∶；，！？％　\u2003\xa0") == "(1)(a)(牵头)(市直):::;,!?%   "
    assert fold_width("1﹒甲﹑乙﹐丙﹔丁﹕") == "1.甲、乙,丙;丁:"
    assert fold_width("。、“”《》\n①〇") == "。、“”《》\n①〇"


@given(SIGNS | st.text())
def test_length_stays_and_folding_twice_changes_nothing(text: str) -> None:
    folded = fold_width(text)
    assert len(folded) == len(text)
    assert fold_width(folded) == folded
    assert not set(folded) & set("（）［］[]【】〔〕｛｝{}﹙﹚〈〉〖〗：︰∶；，！？１％　\u2003\xa0Ａ")


@given(
    st.dictionaries(st.characters(), st.text(max_size=2), min_size=1, max_size=8),
    st.text(st.characters() | st.sampled_from("]^-\\\U000e0100\U000e0101")),
)
def test_a_replacer_does_what_translate_does(plain: dict[str, str], text: str) -> None:
    text += "".join(plain)
    assert replacer(plain)(text) == text.translate(str.maketrans(plain))


@given(SIGNS | st.text())
def test_what_is_often_is_replaced_as_the_rest(text: str) -> None:
    text += OFTEN
    assert replacer(FOLD, OFTEN)(text) == replacer(FOLD)(text)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.files.cell_lines import cell_text

WHOLE = ["市市场监督管理局", "市工业和信息化局", "市委宣传部", "市人民政府办公室", "市公安局", "市商务局", "各区人民政府", "市人力资源和社会保障局"]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["市市", "场监督管理局"], "市市场监督管理局"),
        (["市市场监", "督管理局"], "市市场监督管理局"),
        (["市", "市场监督管理局"], "市市场监督管理局"),
        (["市商务局", "市工业和信息化局"], "市商务局  市工业和信息化局"),
        (["市财政局", "市商务局", "市工业和", "信息化局"], "市财政局  市商务局  市工业和信息化局"),
        (["市委", "宣传部"], "市委宣传部"),
        (["市委", "市政府"], "市委  市政府"),
        (["市政府办", "公室"], "市政府办公室"),
        (["市政府", "办公室"], "市政府办公室"),
        (["市人力资源", "社会保障局"], "市人力资源社会保障局"),
        (["市公安局", "交警支队"], "市公安局交警支队"),
        (["市发展改革委", "员会"], "市发展改革委员会"),
        (["财政局", "科技局"], "财政局  科技局"),
        (["市住房和城乡建设局", "交通运输局"], "市住房和城乡建设局  交通运输局"),
        (["市发展改革委", "市场监管局"], "市发展改革委  市场监管局"),
        (["市妇联", "团市委"], "市妇联  团市委"),
        (["洛阳市", "财政局"], "洛阳市财政局"),
        (["吴兴区", "南浔区", "德清县"], "吴兴区  南浔区  德清县"),
        (["市财政局、", "市商务局"], "市财政局、市商务局"),
        (["市交通", "运输局"], "市交通运输局"),
        (["市财政局、市文化广电", "和旅游局，市科", "技局"], "市财政局、市文化广电和旅游局，市科技局"),
        (["各县（市、区）", "人民政府"], "各县（市、区）人民政府"),
        (["建设标准厂房", "20万平方米"], "建设标准厂房20万平方米"),
        (["联合市财政局", "做好资金保障"], "联合市财政局做好资金保障"),
        (["建设AI", "Lab 5个", "", "服务站"], "建设AI Lab 5个服务站"),
        ([], ""),
    ],
)
def test_lines_of_a_cell(lines: list[str], text: str) -> None:
    assert cell_text(lines) == text


@given(st.lists(st.sampled_from(WHOLE), min_size=1, max_size=5, unique=True), st.data())
def test_whole_names_on_lines_of_their_own_stay_apart_and_lose_nothing(names: list[str], data: st.DataObject) -> None:
    assert cell_text(names) == "  ".join(names)
    at = data.draw(st.integers(1, len(names[0]) - 1))
    assert "".join(cell_text([names[0][:at], names[0][at:]]).split()) == names[0]


def test_long_cells_take_no_longer_than_they_must() -> None:
    lines = ["推进改造提升工程建设"] * 3000
    assert cell_text(lines) == "".join(lines)

"""Task tables in Word: what they show, and that they come back to the same owners."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document as read_word
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.stores.embedded.store import EmbeddedStore
from graph.visible import visible
from ingest.files.read import Document
from ingest.parse import parse_document, parse_file
from ingest.to_graph import build_graphs
from queries.owners import owners_of
from zerentu import settings as language_of
from zerentu.word.rows import PlanTable, TaskRow, plan_tables
from zerentu.word.task_table import note_words, table_title, task_table_document

PLAN = """洛阳市绿色园区实施方案
一、重点任务
（一）节能改造
1.改造锅炉。2027年底前改造锅炉10台。（市工业和信息化局牵头，市财政局、生态环境局配合）
2.铺设管网。（市住房和城乡建设局、市水利局等按职责分工负责；完成时限：2028年6月底前）
3.公布名录。（市统计局负责，省统计局指导）
4.开展宣传。持续开展宣传。
（二）落实到位
1.巡查河道。（市水利局牵头，市财政局负责，各县（市、区）人民政府、云泽供电公司配合，各乡镇人民政府落实）
2.培训人员。（各有关单位负责）
"""


def tables_of(text: str, folder: Path) -> tuple[list[PlanTable], list[list[tuple[str, str, str, bool]]]]:
    """Return the tables of a plan, and the owners of each row as the store has them."""
    with EmbeddedStore(folder / "a.lbug") as store:
        store.load(build_graphs(parse_document(Document("方案.txt", text, "utf-8", "0"))))
        tables = plan_tables(store)
        owners = owners_of(store, [row.id for table in tables for row in table.rows])
    said = [
        sorted(
            (o["name"], o["role"], grounds(o["role"], o["basis"]), bool(o["inherited"])) for o in owners.get(row.id, [])
        )
        for table in tables
        for row in table.rows
    ]
    return tables, said


def grounds(role: str, basis: str) -> str:
    """Return the basis of a lead: a table says of the others in its columns whatever it says of them."""
    return basis if role == "lead" else ""


def read_back(data: bytes, folder: Path) -> tuple[str | None, list[str], list[list[tuple[str, str, str, bool]]]]:
    path = folder / "表.docx"
    path.write_bytes(data)
    [plan] = parse_file(path).plans
    owners = [
        sorted((o.agency.name, o.role, grounds(o.role, o.basis), o.inherited) for o in t.owners) for t in plan.tasks
    ]
    return plan.metadata.region, [task.title for task in plan.tasks], owners


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[PlanTable, list[list[tuple[str, str, str, bool]]]]:
    [table], owners = tables_of(PLAN, tmp_path_factory.mktemp("表"))
    return table, owners


@pytest.fixture(scope="module")
def document(found: tuple[PlanTable, object]) -> WordDocument:
    return read_word(io.BytesIO(task_table_document([found[0]])))


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = language_of.language()
    language_of.set_language(request.param)
    yield request.param
    language_of.set_language(before)


@pytest.mark.usefixtures("language")
def test_a_table_comes_back_to_the_same_owners(tmp_path: Path) -> None:
    [table], owners = tables_of(PLAN, tmp_path)
    titles = ["改造锅炉", "铺设管网", "公布名录", "开展宣传", "巡查河道", "培训人员"]
    assert read_back(task_table_document([table]), tmp_path) == ("洛阳市", titles, owners)


def test_each_owner_stands_in_its_role_with_its_grounds(document: WordDocument) -> None:
    [table] = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == [
        "序号", "重点任务", "牵头单位", "共同负责\n（责任单位）", "配合单位", "指导", "落实", "完成时限", "目标", "出处"
    ]  # fmt: skip
    assert [row[0] for row in rows[1:] if len(set(row)) == 1] == ["一、重点任务", "（一）节能改造", "（二）落实到位"]
    by_title = {row[1].partition("。")[0]: row[2:] for row in rows}
    assert by_title["改造锅炉"] == [
        "市工业和信息化局", "—", "市财政局、市生态环境局", "—", "—", "2027（据目标）", "锅炉 10台（2027）", "方案.txt 第4行（一/（一）/1）"
    ]  # fmt: skip
    assert by_title["铺设管网"][:6] == ["—", "市住房和城乡建设局、市水利局等", "—", "—", "—", "2028年6月底前"]
    assert by_title["公布名录"][:4] == ["市统计局（唯一单位）", "—", "—", "省统计局"]
    assert by_title["开展宣传"][:5] == ["无"] * 5


def test_orphans_are_shaded_and_counted(document: WordDocument, found: tuple[PlanTable, object]) -> None:
    rows = document.element.body.iter(qn("w:tr"))
    fills = [next((shade.get(qn("w:fill")) for shade in row.iter(qn("w:shd"))), None) for row in rows]
    shaded = [row.cells[1].text for row, fill in zip(document.tables[0].rows, fills, strict=True) if fill == "F8CBAD"]
    assert shaded == ["开展宣传。持续开展宣传"]
    assert document.paragraphs[-1].text == note_words(found[0])
    assert note_words(found[0]).startswith("注：共 6 项任务，其中 1 项原文没有写明由谁承担（底色标出）。")


def test_the_page_lies_on_its_side_repeats_the_header_and_has_a_number(document: WordDocument) -> None:
    section = document.sections[0]
    size = (round(section.page_width.mm), round(section.page_height.mm))
    assert (section.orientation, size) == (WD_ORIENT.LANDSCAPE, (297, 210))
    heads = [next(row.iter(qn("w:tblHeader")), None) is not None for row in document.element.body.iter(qn("w:tr"))]
    assert heads == [True, *[False] * (len(heads) - 1)]
    assert section.footer.paragraphs[0].text == "— 1 —"
    assert document.paragraphs[0].text == "洛阳市绿色园区实施方案任务分解表"


def test_the_same_store_gives_the_same_bytes(found: tuple[PlanTable, object]) -> None:
    assert task_table_document([found[0]]) == task_table_document([found[0]])


def test_the_title_names_the_region_where_the_plan_does_not() -> None:
    plan = {"title": "关于支持小微企业的若干措施", "source": "a.txt", "region": "云泽市", "level": "市"}
    assert table_title(PlanTable(plan=plan, rows=())) == "云泽市关于支持小微企业的若干措施任务分解表"


BODIES = [
    "市水利局", "市财政局", "市工业和信息化局", "省统计局", "各县（市、区）人民政府", "市国资委", "云泽供电公司", "国家税务总局云泽市税务局"
]  # fmt: skip


@st.composite
def clauses(draw: st.DrawFn) -> str:
    """Draw a clause, or none."""
    names = draw(st.lists(st.sampled_from(BODIES), min_size=1, max_size=5, unique=True))
    first, rest = names[0], "、".join(names[1:])
    forms = [f"（{first}负责）", ""]
    if rest:
        forms += [
            f"（{first}牵头，{rest}配合）", f"（{first}牵头，{rest}按职责分工负责）", f"（{first}、{rest}等按职责分工负责）",
            f"（责任单位：{first}、{rest}）", f"（{first}牵头，{rest}落实）", f"（{first}牵头，{rest}指导）", f"（{first}、{rest}负责）",
        ]  # fmt: skip
    return draw(st.sampled_from(forms))


@given(st.lists(st.lists(clauses(), min_size=1, max_size=4), min_size=1, max_size=3))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_plan_comes_back_to_the_same_owners(sections: list[list[str]]) -> None:
    from tempfile import TemporaryDirectory

    lines = ["云泽市河湖治理实施方案", "一、重点任务"]
    for at, said in enumerate(sections):
        lines.append(f"（{'一二三'[at]}）{['清淤', '护坡', '巡查'][at]}工程")
        lines += [
            f"{number}.{'甲乙丙'[at]}段第{number}期工程。按期完成工程。{clause}"
            for number, clause in enumerate(said, 1)
        ]
    with TemporaryDirectory() as folder:
        [table], owners = tables_of("\n".join(lines), Path(folder))
        assert read_back(task_table_document([table]), Path(folder))[2] == owners


@pytest.mark.parametrize("text", ["\x00甲\x1b[31m", "</w:t>&amp;", "\ufffe", "=1+1", "行\u2028行\x0c"])
def test_no_text_spoils_the_document(text: str) -> None:
    row = TaskRow(
        id="1",
        groups=(text,),
        title=text,
        words=text,
        owners={"lead": text},
        deadline=text,
        targets=(text,),
        place=text,
    )
    plan = {"title": text, "source": "a.txt", "region": None, "level": None}
    document = read_word(io.BytesIO(task_table_document([PlanTable(plan=plan, rows=(row,))])))
    assert document.tables[0].rows[2].cells[2].text == visible(text)

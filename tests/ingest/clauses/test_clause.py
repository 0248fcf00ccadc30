import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clauses.clause import parse_clause

Edge = tuple[str, str, str]


def edges(text: str, *, first_leads: bool = False) -> list[Edge]:
    clause = parse_clause(text, first_leads=first_leads)
    return [] if clause is None else [(owner.agency.name, owner.role, owner.basis) for owner in clause.owners]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市财政局牵头", [("市财政局", "lead", "explicit")]),
        ("牵头单位：市财政局", [("市财政局", "lead", "explicit")]),
        ("由市财政局牵头", [("市财政局", "lead", "explicit")]),
        ("市财政局、市税务局牵头负责", [("市财政局", "lead", "explicit"), ("市税务局", "lead", "explicit")]),
        ("市财政局负责", [("市财政局", "lead", "sole")]),
        ("责任单位：市财政局", [("市财政局", "lead", "sole")]),
        ("市财政局、税务局按职责分工负责", [("市财政局", "co_own", "listed"), ("市税务局", "co_own", "listed")]),
        ("市财政局、市税务局负责", [("市财政局", "co_own", "listed"), ("市税务局", "co_own", "listed")]),
        ("责任单位:市财政局、税务局", [("市财政局", "co_own", "explicit"), ("市税务局", "co_own", "explicit")]),
        ("市财政局、市税务局等职责分工负责", [("市财政局", "co_own", "listed"), ("市税务局", "co_own", "listed")]),
        (
            "市发展改革委牵头，市财政局、市税务局等按职责分工负责",
            [("市发展改革委", "lead", "explicit"), ("市财政局", "co_own", "listed"), ("市税务局", "co_own", "listed")],
        ),
        (
            "市发展改革委牵头，市财政局按职责分工负责",
            [("市发展改革委", "lead", "explicit"), ("市财政局", "co_own", "listed")],
        ),
        ("市发展改革委牵头，市财政局配合", [("市发展改革委", "lead", "explicit"), ("市财政局", "support", "explicit")]),
        (
            "市卫生健康委负责，市国资委按职责分工负责",
            [("市卫生健康委", "lead", "sole"), ("市国资委", "co_own", "listed")],
        ),
        (
            "牵头单位：市商务委；责任单位：市财政局",
            [("市商务委", "lead", "explicit"), ("市财政局", "co_own", "explicit")],
        ),
        (
            "牵头部门：省司法厅；参与部门：省级有关部门；完成时限：2027年6月",
            [("省司法厅", "lead", "explicit"), ("省级有关部门", "support", "explicit")],
        ),
        (
            "生态环境部指导，试点城市政府负责落实",
            [("生态环境部", "guide", "explicit"), ("试点城市政府", "implement", "explicit")],
        ),
        ("商务部指导，供销合作总社参与", [("商务部", "guide", "explicit"), ("供销合作总社", "support", "explicit")]),
        ("市科技局会同市财政局负责", [("市科技局", "lead", "explicit"), ("市财政局", "support", "explicit")]),
        ("各有关部门按职责分工负责", [("各有关部门", "co_own", "listed")]),
        ("责任单位：各行政执法部门", [("各行政执法部门", "co_own", "explicit")]),
        ("落实部门：省级有关部门", [("省级有关部门", "implement", "explicit")]),
        ("市十大产业链专班牵头单位按职责分工负责", [("市十大产业链专班牵头单位", "co_own", "listed")]),
    ],
)
def test_roles_and_bases(text: str, expected: list[Edge]) -> None:
    assert edges(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Verbs put together, and verbs with what they are about.
        ("市教育局牵头推动，市财政局协同配合", ["市教育局:lead", "市财政局:support"]),
        ("市教育局牵头制定，市财政局、市人社局积极参与配合", ["市教育局:lead", "市财政局:support", "市人社局:support"]),
        ("市教育局统筹协调，各县区分头负责", ["市教育局:lead", "各县区:co_own"]),
        ("市教育局为主，市财政局协助做好相关工作", ["市教育局:lead", "市财政局:support"]),
        ("市教育局、市财政局按职责分工推进落实", ["市教育局:co_own", "市财政局:co_own"]),
        ("市教育局、市财政局在各自职责范围内负责", ["市教育局:co_own", "市财政局:co_own"]),
        ("市教育局、市财政局各司其职", ["市教育局:co_own", "市财政局:co_own"]),
        ("省教育厅督促指导，各市落实", ["省教育厅:guide", "各市:implement"]),
        ("市教育局、市财政局等部门分别牵头负责", ["市教育局:lead", "市财政局:lead"]),
        ("县市场监管局、县教育局按职责抓好落实", ["县市场监管局:co_own", "县教育局:co_own"]),
        # One with others.
        ("市教育局牵头解决，市财政局配合解决", ["市教育局:lead", "市财政局:support"]),
        ("市教育局、市财政局按责任分工负责", ["市教育局:co_own", "市财政局:co_own"]),
        ("市教育局主管，市财政局给予支持，市人社局协作", ["市教育局:lead", "市财政局:support", "市人社局:support"]),
        ("市政府督查室督办，市教育局、市财政局分工协作", ["市政府督查室:guide", "市教育局:co_own", "市财政局:co_own"]),
        ("市教育局（负责中小学）、市人社局（负责技工院校）", ["市教育局:co_own", "市人社局:co_own"]),
        ("市教育局会同有关部门，各县区负责", ["市教育局:lead", "有关部门:support", "各县区:co_own"]),
        ("市教育局商市财政局", ["市教育局:lead", "市财政局:support"]),
        ("市教育局联合市财政局、市人社局", ["市教育局:lead", "市财政局:support", "市人社局:support"]),
        ("市商务局商有关部门", ["市商务局:lead", "有关部门:support"]),
        # Each with a share of its own.
        ("市教育局负责招生，市财政局负责资金保障", ["市教育局:co_own", "市财政局:co_own"]),
        (
            "市财政局负责资金保障，市教育局负责组织实施，各县区负责落实",
            ["市财政局:lead", "市教育局:co_own", "各县区:implement"],
        ),
        ("市教育局牵头，市公安局负责校园周边秩序，市财政局配合", ["市教育局:lead", "市公安局:co_own", "市财政局:support"]),
        # Labels without colon.
        ("责任单位市教育局、市财政局", ["市教育局:co_own", "市财政局:co_own"]),
        ("牵头单位为市教育局，配合单位为市财政局", ["市教育局:lead", "市财政局:support"]),
        ("市教育局为牵头单位，市财政局、市人社局为配合单位", ["市教育局:lead", "市财政局:support", "市人社局:support"]),
        ("牵头单位 市教育局 配合单位 市财政局", ["市教育局:lead", "市财政局:support"]),
        # Roles in brackets behind a name, and members put apart by other signs.
        ("市教育局（牵头单位）、市财政局（责任单位）、各县区（落实单位）", ["市教育局:lead", "市财政局:co_own", "各县区:implement"]),
        ("责任单位：市教育局/市财政局", ["市教育局:co_own", "市财政局:co_own"]),
        ("责任单位：市教育局·市财政局", ["市教育局:co_own", "市财政局:co_own"]),
        ("责任单位：1.市教育局 2.市财政局", ["市教育局:co_own", "市财政局:co_own"]),
        ("★市教育局、市财政局（以下简称“两部门”）负责", ["市教育局:co_own", "市财政局:co_own"]),
        ("市教育局牵头（市财政局配合），各县区落实", ["市教育局:lead", "市财政局:support", "各县区:implement"]),
        ("市教育局、市财政局等8部门负责", ["市教育局:co_own", "市财政局:co_own"]),
        # People are no owners.
        ("牵头领导：市委常委、副市长张某；牵头单位：市教育局", ["市教育局:lead"]),
        # 政协办 is an office, 协办 in it no verb.
        ("县政府办、县政协办负责", ["县政府办:co_own", "县政协办:co_own"]),
    ],
)  # fmt: skip
def test_words_of_responsibility(text: str, expected: list[str]) -> None:
    assert [f"{name}:{role}" for name, role, _ in edges(text)] == expected


@pytest.mark.parametrize(
    "words", ["市教育局各负其责", "其他单位为配合单位", "各县区政府主体责任", "市教育局协助做好有关工作"]
)
def test_a_name_ends_where_the_verb_begins(words: str) -> None:
    assert not any(len(name) > 5 for name, *_ in edges(words))


def test_a_declared_rule_makes_the_first_one_lead_from_its_own_clause_on() -> None:
    clause = parse_clause("税务总局、财政部负责，排在第一位的部门为牵头部门，下同")
    assert clause is not None
    assert [(o.agency.name, o.role, o.basis) for o in clause.owners] == [
        ("税务总局", "lead", "rule"),
        ("财政部", "co_own", "listed"),
    ]
    assert [(note.text, note.rule) for note in clause.notes] == [
        ("排在第一位的部门为牵头部门，下同", "first_listed_leads")
    ]
    assert edges("责任单位：市财政局、市税务局", first_leads=True) == [
        ("市财政局", "lead", "rule"),
        ("市税务局", "co_own", "explicit"),
    ]
    assert edges("市财政局负责", first_leads=True) == [("市财政局", "lead", "sole")]
    assert edges("市财政局牵头，市税务局、市教育局按职责分工负责", first_leads=True)[0] == (
        "市财政局",
        "lead",
        "explicit",
    )
    assert edges("各有关部门按职责分工负责", first_leads=True) == [("各有关部门", "co_own", "listed")]


def test_a_note_adds_owners_to_its_own_clause_and_tells_them() -> None:
    clause = parse_clause("市财政局牵头，各县区政府负责落实。以下各项任务均需各县区政府落实，不再列出")
    assert clause is not None
    assert [(o.agency.name, o.role) for o in clause.owners] == [("市财政局", "lead"), ("各县区政府", "implement")]
    (note,) = clause.notes
    assert note.text == "以下各项任务均需各县区政府落实，不再列出"
    assert [(o.agency.name, o.role, o.agency.collective) for o in note.owners] == [("各县区政府", "implement", True)]


def test_a_note_takes_role_and_full_name_from_the_list_it_repeats() -> None:
    clause = parse_clause(
        "责任单位：市财政局，各县（市、区）政府、市直园区管委会。以下各项工作均涉及各县（市、区）、市直园区，不再单独列出"
    )
    assert clause is not None
    (note,) = clause.notes
    assert [(o.agency.written, o.agency.name, o.role) for o in note.owners] == [
        ("各县（市、区）", "各县（市、区）政府", "co_own"),
        ("市直园区", "市直园区管委会", "co_own"),
    ]


def test_the_deadline_of_a_label_is_kept_as_written() -> None:
    clause = parse_clause("责任单位：市财政局；完成时限：2027年12月底前")
    assert clause is not None
    assert clause.deadline == "2027年12月底前"


@pytest.mark.parametrize("text", ["以下简称领导小组", "垃圾焚烧企业依法依规安装设备", "5G", "试行", ""])
def test_explanations_are_no_clauses(text: str) -> None:
    assert edges(text) == []


UNITS = ["市财政局", "市教育局", "市委宣传部", "各有关部门", "市市场监管局", "安庆高新区管委会", "人民银行洛阳市分行"]


@given(
    st.lists(st.sampled_from(UNITS), min_size=1, max_size=3, unique=True),
    st.lists(st.sampled_from(UNITS), max_size=4, unique=True),
    st.sampled_from(["按职责分工负责", "配合", "参与", "协助"]),
    st.booleans(),
)
def test_clauses_that_are_put_together_are_read_back(
    lead: list[str], others: list[str], verb: str, open_ended: bool
) -> None:
    others = [name for name in others if name not in lead]
    text = "、".join(lead) + "牵头"
    if others:
        text += "，" + "、".join(others) + ("等" if open_ended else "") + verb
    role = "co_own" if verb == "按职责分工负责" else "support"
    clause = parse_clause(text)
    assert clause is not None
    assert [(o.agency.name, o.role) for o in clause.owners] == [(n, "lead") for n in lead] + [(n, role) for n in others]
    assert clause.open_ended == (open_ended and bool(others))


@given(
    st.text(
        alphabet=st.sampled_from("市财政局教育各县区、，；：:牵头负责配合落实责任单位下同等均需会同不再列出首位的为()"),
        max_size=60,
    )
)
def test_any_words_are_read_without_failing_and_nothing_is_invented(text: str) -> None:
    clause = parse_clause(text)
    for owner in clause.owners if clause else ():
        assert owner.agency.written in text
        assert owner.role in ("lead", "co_own", "support", "implement", "guide")
        assert owner.basis in ("explicit", "rule", "sole", "listed")


@pytest.mark.parametrize(
    ("text", "expected", "deadline"),
    [
        ("责任单位：市教育局 完成时间：6月底 备注：每月报送", ["市教育局:lead"], "6月底"),
        ("责任单位：市教育局；推进措施：开展调研、加强督导；完成时限：6月底", ["市教育局:lead"], "6月底"),
        ("市教育局负责，区县人民政府落实属地责任", ["市教育局:lead", "区县人民政府:implement"], None),
        ("责任单位：吴兴、南浔、长兴", ["吴兴:co_own", "南浔:co_own", "长兴:co_own"], None),
        ("全国总工会、共青团中央、全国妇联负责", ["全国总工会:co_own", "共青团中央:co_own", "全国妇联:co_own"], None),
    ],
)
def test_what_stands_beside_the_units(text: str, expected: list[str], deadline: str | None) -> None:
    clause = parse_clause(text)
    assert clause is not None
    assert [f"{owner.agency.name}:{owner.role}" for owner in clause.owners] == expected
    assert (clause.deadline, clause.skipped) == (deadline, ())


def test_who_explains_a_text_answers_for_no_task() -> None:
    assert parse_clause("由市教育局负责解释") is None


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("市水利局组织实施，市财政局协助", [("市水利局", "lead", "sole"), ("市财政局", "support", "explicit")]),
        ("市水利局具体实施", [("市水利局", "lead", "sole")]),
        ("由市水利局具体承担", [("市水利局", "lead", "sole")]),
        ("市水利局、市财政局组织实施", [("市水利局", "co_own", "listed"), ("市财政局", "co_own", "listed")]),
        ("市水利局牵头，市财政局组织实施", [("市水利局", "lead", "explicit"), ("市财政局", "implement", "explicit")]),
        ("各县区政府组织实施", [("各县区政府", "implement", "explicit")]),
        (
            "市水利局为第一责任单位，市财政局为第二责任单位",
            [("市水利局", "lead", "explicit"), ("市财政局", "co_own", "listed")],
        ),
        (
            "第一责任单位：市水利局；第二责任单位：市财政局",
            [("市水利局", "lead", "explicit"), ("市财政局", "co_own", "explicit")],
        ),
        (
            "责任单位：市水利局、各县〈市、区〉政府",
            [("市水利局", "co_own", "explicit"), ("各县〈市、区〉政府", "co_own", "explicit")],
        ),
    ],
)
def test_who_carries_out_alone_answers(text: str, owners: list[tuple[str, str, str]]) -> None:
    clause = parse_clause(text)
    assert clause is not None
    assert [(owner.agency.name, owner.role, owner.basis) for owner in clause.owners] == owners


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Roles in brackets stand before the names where the first one does, else behind them.
        ("（牵头）市教育局、（配合）市财政局", ["市教育局:lead", "市财政局:support"]),
        ("【牵头】市教育局【配合】市财政局、市人社局", ["市教育局:lead", "市财政局:support", "市人社局:support"]),
        ("市教育局【牵头】、市财政局【配合】", ["市教育局:lead", "市财政局:support"]),
        # How several answer, in a bracket behind the last.
        ("市公安局、市检察院、市法院（按职责分工负责）", ["市公安局:co_own", "市检察院:co_own", "市法院:co_own"]),
        ("市公安局、市法院（按职责分工）", ["市公安局:co_own", "市法院:co_own"]),
        # Short labels, other words for 主管部门, marks between names, who has it done by others.
        ("承办：市人社局；协办：市妇联", ["市人社局:lead", "市妇联:support"]),
        ("主抓：市人社局；协同：市妇联；督办：市委督查室", ["市人社局:lead", "市妇联:support", "市委督查室:guide"]),
        ("行业主管部门：市文旅局", ["市文旅局:lead"]),
        ("市金融办\\市财政局", ["市金融办:co_own", "市财政局:co_own"]),
        ("市住建局委托第三方机构", ["市住建局:lead"]),
        # Persons who stand for an office, and those beside it.
        ("市水利局党组书记、局长", ["市水利局:lead"]),
        ("责任单位：市国资委；主要负责人：张某", ["市国资委:lead"]),
    ],
)
def test_marks_and_short_labels_of_offices(text: str, expected: list[str]) -> None:
    assert [f"{name}:{role}" for name, role, _ in edges(text)] == expected


def test_a_project_is_due_when_it_is_finished_not_when_it_begins() -> None:
    clause = parse_clause("责任单位：城关镇；开工时间：2026年3月；竣工时间：2026年10月")
    assert clause is not None
    assert ([owner.agency.name for owner in clause.owners], clause.deadline) == (["城关镇"], "2026年10月")

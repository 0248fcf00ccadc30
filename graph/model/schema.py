"""What the graph is: every label, relationship type and property, with a caption and one sentence.

This is the only description. DDL, constraints, import headers, legends and the
schema page of the docs are derived from it, and `graph.model.check` holds a graph against it.

The value that travels between packages is a ``networkx.MultiDiGraph``: node key =
id, node attribute ``label`` plus the properties below; edge key = relationship
type, edge attributes = properties. A property that is unknown is ``None`` or left out.

Shared nodes (agencies, industries, regions) are pure functions of their identity:
whatever a plan says of them stands on relationships, so that plans can come and go
without leaving anything behind.
"""

from __future__ import annotations

from graph.errors import SchemaError
from graph.messages import _
from graph.model.declarations import Label, Property, Relationship
from graph.model.vocabulary import BASES, KINDS, ROLES

__all__ = [
    "BASES",
    "KINDS",
    "LABELS",
    "RELATIONSHIPS",
    "RESPONSIBILITIES",
    "ROLES",
    "Label",
    "Property",
    "Relationship",
    "label",
    "relationship",
]


def _text(name: str, caption: str, english: str, doc: str) -> Property:
    return Property(name, "string", caption, english, doc)


def _int(name: str, caption: str, english: str, doc: str) -> Property:
    return Property(name, "integer", caption, english, doc)


def _bool(name: str, caption: str, english: str, doc: str) -> Property:
    return Property(name, "boolean", caption, english, doc)


ID = _text("id", "标识", "id", "Stable id: a hash of the natural key, the same on every machine.")
PLAN_ID = _text("plan_id", "所属方案", "plan id", "Id of the plan that this was read from.")
ORDER = _int("order", "次序", "order", "Position in document order, from 1.")
PROVENANCE = (
    _int("page", "页", "page", "Page of the source, from 1; null where the format has no pages."),
    _int("line", "行", "line", "Line of the stored text where it begins, from 1."),
    _int("start", "起", "start", "Offset of its first character in the stored text, from 0."),
    _int("end", "止", "end", "Offset behind its last character in the stored text."),
    _text("text", "原文", "verbatim text", "The words of the source, line breaks of conversion joined."),
)

# (:Plan)
PLAN = Label(
    "Plan",
    "方案",
    "plan",
    "A government plan: 实施方案, 行动方案, 意见, 若干措施 or 任务分解表.",
    (
        ID,
        _text("title", "标题", "title", "Title without the issuer's 关于印发…的通知."),
        _text("number", "文号", "document number", "发文字号, such as 国发〔2019〕3号."),
        _text(
            "region", "地区", "region", "Name of the region it applies to; 全国 for a national plan; null if unknown."
        ),
        _text("level", "层级", "level", "国家, 省, 市 or 区县."),
        Property("issuers", "strings", "发文机关", "issuers", "Issuing bodies as the document names them."),
        _text("issued", "成文日期", "issued", "Date of issue, YYYY-MM-DD."),
        _bool("draft", "征求意见稿", "draft", "True for a 征求意见稿."),
        _text("source", "来源文件", "source file", "Name of the file it was read from, without folders."),
        _text("sha256", "校验和", "SHA-256", "SHA-256 of the file's bytes."),
        _int("part", "文件内序号", "index in the file", "1, or the index among several plans of one file."),
        _text("stored_text", "存储文本", "stored text", "The decoded text that all offsets refer to."),
    ),
)

# (:Section)
SECTION = Label(
    "Section",
    "章节",
    "section",
    "A numbered heading of a plan: chapter, section or item with deeper items.",
    (
        ID,
        PLAN_ID,
        _text("number", "编号", "number", "Numbers from the chapter down, joined by a slash: 二/（一）."),
        _text("title", "标题", "title", "The heading's own words."),
        _int("depth", "层次", "depth", "1 for a chapter."),
        ORDER,
        *PROVENANCE,
    ),
)

# (:Task)
TASK = Label(
    "Task",
    "任务",
    "task",
    "One measure: the smallest passage governed by one responsibility clause.",
    (
        ID,
        PLAN_ID,
        _text("number", "编号", "number", "Numbers from the chapter down, joined by a slash: 二/（一）/1."),
        _int("part", "分项", "part", "Which measure of the numbered item, from 1."),
        _int("of", "分项数", "parts", "How many measures the numbered item holds."),
        _text("title", "标题", "title", "The heading's own words."),
        _text("kind", "类别", "kind", "item, section, box (专栏), row (of a task table) or duty."),
        _text(
            "clause",
            "责任条款",
            "clause",
            "The responsibility clause verbatim, without its outer brackets; null if none.",
        ),
        _bool("open_ended", "责任单位未列尽", "open-ended", "True when the list of owners ends in 等."),
        _text("deadline", "完成时限", "deadline", "The deadline as written."),
        _int("due", "到期年份", "due year", "The year of the deadline, if it names one."),
        ORDER,
        *PROVENANCE,
    ),
)

# (:Target)
TARGET = Label(
    "Target",
    "目标",
    "target",
    "A number that the plan wants reached, or a statement with a deadline year.",
    (
        ID,
        PLAN_ID,
        _text("section", "所在编号", "section", "Number path of the section or task where it stands."),
        _text("metric", "指标", "metric", "What is measured, as written."),
        _text("kind", "类别", "kind", "quantitative or qualitative."),
        _text("change", "变化", "change", "level, increase or decrease."),
        _text("comparator", "比较", "comparator", ">=, <=, >, <, = or ~; null for a qualitative target."),
        Property("value", "float", "数值", "value", "The number; null for a qualitative target."),
        _text("unit", "单位", "unit", "The unit as written."),
        _int("due", "目标年份", "due year", "The year that is written."),
        _int("due_derived", "推定年份", "derived due year", "The year that a period implies (“十四五”末: 2025)."),
        _text(
            "due_by",
            "截止日",
            "last day",
            "Last day that meets the deadline, YYYY-MM-DD: of the month or quarter where one is written, else of the year.",
        ),
        _int("baseline", "基期年份", "baseline year", "The year compared with."),
        ORDER,
        *PROVENANCE,
    ),
)

# (:UnreadTrigger)
UNREAD_TRIGGER = Label(
    "UnreadTrigger",
    "未解析触发词",
    "unread trigger word",
    "A trigger word (牵头, 负责, 配合, 责任单位 …) outside every clause that was read.",
    (
        ID,
        PLAN_ID,
        _text("word", "触发词", "word", "The trigger word."),
        _text("number", "所在编号", "number", "Number path of the section or task where it stands."),
        _text(
            "reason", "语境", "context", "Why it is no clause, where the context tells; null if nothing explains it."
        ),
        ORDER,
        *PROVENANCE,
    ),
)

# (:Override)
OVERRIDE = Label(
    "Override",
    "人工更正",
    "override",
    "An override that took effect in a plan.",
    (
        ID,
        PLAN_ID,
        _text("kind", "类别", "kind", "rename, merge, split, owner or target."),
        _text("entry", "条目", "entry", "Hash of what the entry of the file says, to find it there again."),
        _text("subject", "对象", "subject", "Id of what was overridden, as the file gives it."),
        _text("task_id", "任务标识", "task id", "Id of the task that was overridden, if it is one."),
        _text("text", "内容", "text", "What it did, in a sentence."),
        _text("note", "说明", "note", "Why, as the file says."),
        ORDER,
    ),
)

# (:Agency)
AGENCY = Label(
    "Agency",
    "机构",
    "agency",
    "A body that answers for tasks. Identity: region and official name; 市财政局 of two cities are two agencies.",
    (
        ID,
        _text(
            "name", "名称", "name", "Official full name with its level word; relationships carry the plan's own name."
        ),
        _text("region", "地区", "region", "Name of the region it belongs to; null where the plan does not tell."),
        _text("level", "层级", "level", "国家, 省, 市, 区县 or 乡镇."),
        _text("kind", "类别", "kind", "body, office, collective, government, enterprise, organisation or post."),
        _text(
            "functional_line", "条线", "functional line", "Key shared by counterparts of all levels; null if unknown."
        ),
        Property(
            "aliases",
            "strings",
            "别名",
            "aliases",
            "Names that mean the same body in its region, by the alias grammar.",
        ),
    ),
    shared=True,
)

# (:Industry)
INDUSTRY = Label(
    "Industry",
    "行业",
    "industry",
    "An industry, sector or product trade that a task acts on.",
    (
        ID,
        _text("name", "名称", "name", "Name without 行业 or 产业."),
        _text("code", "代码", "code", "GB/T 4754-2017 division or group; null where the standard has none."),
        Property("aliases", "strings", "别名", "aliases", "Other words for it."),
    ),
    shared=True,
)

# (:Region)
REGION = Label(
    "Region",
    "地区",
    "region",
    "An administrative region.",
    (
        ID,
        _text("name", "名称", "name", "Full name; 全国 for the state."),
        _text("level", "层级", "level", "国家, 省, 市 or 区县."),
        _text("code", "代码", "code", "GB/T 2260 code."),
    ),
    shared=True,
)

LABELS: tuple[Label, ...] = (PLAN, SECTION, TASK, TARGET, UNREAD_TRIGGER, OVERRIDE, AGENCY, INDUSTRY, REGION)

_RESPONSIBILITY = (
    _text("role", "角色", "role", "lead, co_own, support, guide or implement, as the relationship type says."),
    _text("role_word", "原文角色", "role word", "The word of the document: 牵头, 负责, 配合 …"),
    _text("basis", "依据", "basis", "Grade: explicit, rule, sole or listed; manual if an overrides file added it."),
    _bool("inherited", "继承", "inherited", "True when it comes from a section's clause or a 下同 note."),
    _bool("open_ended", "未列尽", "open-ended", "True when the list in its clause ends in 等."),
    _int("order", "次序", "order", "Position among the owners, from 1."),
    _text("name", "方案用名", "in-plan name", "The agency's full in-plan name."),
    _text("written", "原文用名", "written", "The agency as the text writes it."),
    _text("quote", "责任条款", "quote", "The clause that says so, verbatim."),
    *PROVENANCE[:-1],
)

#: A row of an indicator table has owners of its own; any other target is answered for by those of its task.
_ANSWERED = (("Agency", "Task"), ("Agency", "Target"))

# (:Agency)-[:LEADS]->(:Task|Target)
LEADS = Relationship(
    "LEADS",
    _ANSWERED,
    "牵头",
    "leads",
    "Answers for it first: 牵头, or the one unit of X负责.",
    _RESPONSIBILITY,
)
# (:Agency)-[:CO_OWNS]->(:Task|Target)
CO_OWNS = Relationship(
    "CO_OWNS",
    _ANSWERED,
    "共同负责",
    "co-owns",
    "One of several that answer for it: 按职责分工负责, 责任单位.",
    _RESPONSIBILITY,
)
# (:Agency)-[:SUPPORTS]->(:Task|Target)
SUPPORTS = Relationship("SUPPORTS", _ANSWERED, "配合", "supports", "Helps: 配合, 参与, 协助.", _RESPONSIBILITY)
# (:Agency)-[:GUIDES]->(:Task|Target)
GUIDES = Relationship("GUIDES", _ANSWERED, "指导", "guides", "Guides those who carry it out: 指导.", _RESPONSIBILITY)
# (:Agency)-[:IMPLEMENTS]->(:Task|Target)
IMPLEMENTS = Relationship(
    "IMPLEMENTS",
    _ANSWERED,
    "落实",
    "implements",
    "Carries it out, as local governments do: 落实, 具体实施.",
    _RESPONSIBILITY,
)

RESPONSIBILITIES: tuple[Relationship, ...] = (LEADS, CO_OWNS, SUPPORTS, GUIDES, IMPLEMENTS)

RELATIONSHIPS: tuple[Relationship, ...] = (
    # (:Plan)-[:HAS_SECTION]->(:Section)-[:HAS_SECTION]->(:Section)
    Relationship(
        "HAS_SECTION",
        (("Plan", "Section"), ("Section", "Section")),
        "章节",
        "has section",
        "Holds the section directly.",
    ),
    # (:Section)-[:HAS_TASK]->(:Task)
    Relationship("HAS_TASK", (("Plan", "Task"), ("Section", "Task")), "任务", "has task", "Holds the task directly."),
    *RESPONSIBILITIES,
    # (:Task)-[:CONCERNS]->(:Industry)
    Relationship(
        "CONCERNS",
        (("Task", "Industry"),),
        "涉及行业",
        "concerns",
        "The task's text names the industry as what it acts on.",
        (
            _text(
                "written", "原文用名", "written", "The industry as the text writes it; several spellings joined by 、."
            ),
            ORDER,
        ),
    ),
    # (:Industry)-[:PART_OF]->(:Industry)
    Relationship(
        "PART_OF", (("Industry", "Industry"),), "属于", "part of", "The narrower industry belongs to the wider."
    ),
    # (:Plan|Section|Task)-[:SETS]->(:Target)
    Relationship(
        "SETS",
        (("Plan", "Target"), ("Section", "Target"), ("Task", "Target")),
        "设定目标",
        "sets",
        "The target stands in its text.",
    ),
    # (:Plan|Section|Task)-[:LEAVES_UNREAD]->(:UnreadTrigger)
    Relationship(
        "LEAVES_UNREAD",
        (("Plan", "UnreadTrigger"), ("Section", "UnreadTrigger"), ("Task", "UnreadTrigger")),
        "未解析",
        "leaves unread",
        "The unread trigger word stands in its text.",
    ),
    # (:Plan)-[:HAS_OVERRIDE]->(:Override)
    Relationship(
        "HAS_OVERRIDE", (("Plan", "Override"),), "人工更正", "has override", "The override took effect in the plan."
    ),
    # (:Override)-[:SAME_AS]->(:Agency)
    Relationship(
        "SAME_AS",
        (("Override", "Agency"),),
        "视为同一",
        "same as",
        "All agencies that one override joins are taken for one body when asked for.",
    ),
    # (:Agency)-[:IN]->(:Region)
    Relationship("IN", (("Agency", "Region"),), "所在地区", "in", "The region the agency belongs to."),
    # (:Region)-[:WITHIN]->(:Region)
    Relationship("WITHIN", (("Region", "Region"),), "隶属", "within", "The region next above."),
    # (:Plan)-[:APPLIES_TO]->(:Region)
    Relationship("APPLIES_TO", (("Plan", "Region"),), "适用地区", "applies to", "The region the plan is for."),
)

_LABELS = {item.name: item for item in LABELS}
_RELATIONSHIPS = {item.name: item for item in RELATIONSHIPS}


def label(name: str) -> Label:
    """Return the label called `name`.

    Raises
    ------
    SchemaError
        If the schema has no such label.
    """
    if name not in _LABELS:
        raise SchemaError(_("图模型中没有标签 {name!r}；有 {labels}", name=name, labels=list(_LABELS)))
    return _LABELS[name]


def relationship(name: str) -> Relationship:
    """Return the relationship type called `name`.

    Raises
    ------
    SchemaError
        If the schema has no such type.
    """
    if name not in _RELATIONSHIPS:
        raise SchemaError(_("图模型中没有关系类型 {name!r}；有 {types}", name=name, types=list(_RELATIONSHIPS)))
    return _RELATIONSHIPS[name]

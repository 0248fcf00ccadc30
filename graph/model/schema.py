"""What the graph is: every label, relationship type and property, with a caption and one sentence.

With the labels (`graph.model.labels`) it is the only description. DDL, constraints, import headers, legends and the
schema page of the docs are derived from it, and `graph.model.check` holds a graph against it.

The value that travels between packages is a ``networkx.MultiDiGraph``: node key =
id, node attribute ``label`` plus the properties below; edge key = relationship
type, edge attributes = properties. A property that is unknown is ``None`` or left out.
"""

from __future__ import annotations

from graph.errors import SchemaError
from graph.messages import _
from graph.model.declarations import Label, Property, Relationship, boolean, integer, text
from graph.model.labels import LABELS, ORDER, PROVENANCE
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

_RESPONSIBILITY = (
    text("role", "角色", "role", "lead, co_own, support, guide or implement, as the relationship type says."),
    text("role_word", "原文角色", "role word", "The word of the document: 牵头, 负责, 配合 …"),
    text("basis", "依据", "basis", "Grade: explicit, rule, sole or listed; manual if an overrides file added it."),
    boolean("inherited", "继承", "inherited", "True when it comes from a section's clause or a 下同 note."),
    boolean("open_ended", "未列尽", "open-ended", "True when the list in its clause ends in 等."),
    integer("order", "次序", "order", "Position among the owners, from 1."),
    text("name", "方案用名", "in-plan name", "The agency's full in-plan name."),
    text("written", "原文用名", "written", "The agency as the text writes it."),
    text("quote", "责任条款", "quote", "The clause that says so, verbatim."),
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
            text(
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
    # (:Agency)-[:REPORTED]->(:Progress)-[:REPORTS_ON]->(:Task)
    Relationship("REPORTED", (("Agency", "Progress"),), "填报", "reported", "The agency reported it."),
    Relationship(
        "REPORTS_ON",
        (("Progress", "Task"),),
        "进展所属任务",
        "reports on",
        "It is about the task; none where that is gone.",
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

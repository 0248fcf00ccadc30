"""The labels of the graph, each with its properties; `graph.model.schema` says how they are joined.

Shared nodes (agencies, industries, regions) are pure functions of their identity:
whatever a plan says of them stands on relationships, so that plans can come and go
without leaving anything behind.
"""

from __future__ import annotations

from graph.model.declarations import Label, Property, boolean, integer, text

__all__ = ["LABELS", "ORDER", "PROVENANCE"]

ID = text("id", "标识", "id", "Stable id: a hash of the natural key, the same on every machine.")
PLAN_ID = text("plan_id", "所属方案", "plan id", "Id of the plan that this was read from.")
ORDER = integer("order", "次序", "order", "Position in document order, from 1.")
_DUE_BY = text(
    "due_by",
    "截止日",
    "last day",
    "Last day that meets the deadline, YYYY-MM-DD: of the month or quarter where one is written, else of the year.",
)
PROVENANCE = (
    integer("page", "页", "page", "Page of the source, from 1; null where the format has no pages."),
    integer("line", "行", "line", "Line of the stored text where it begins, from 1."),
    integer("start", "起", "start", "Offset of its first character in the stored text, from 0."),
    integer("end", "止", "end", "Offset behind its last character in the stored text."),
    text("text", "原文", "verbatim text", "The words of the source, line breaks of conversion joined."),
)

# (:Plan)
PLAN = Label(
    "Plan",
    "方案",
    "plan",
    "A government plan: 实施方案, 行动方案, 意见, 若干措施 or 任务分解表.",
    (
        ID,
        text("title", "标题", "title", "Title without the issuer's 关于印发…的通知."),
        text("number", "文号", "document number", "发文字号, such as 国发〔2019〕3号."),
        text(
            "region", "地区", "region", "Name of the region it applies to; 全国 for a national plan; null if unknown."
        ),
        text("level", "层级", "level", "国家, 省, 市 or 区县."),
        Property("issuers", "strings", "发文机关", "issuers", "Issuing bodies as the document names them."),
        text("issued", "成文日期", "issued", "Date of issue, YYYY-MM-DD."),
        boolean("draft", "征求意见稿", "draft", "True for a 征求意见稿."),
        text("source", "来源文件", "source file", "Name of the file it was read from, without folders."),
        text("sha256", "校验和", "SHA-256", "SHA-256 of the file's bytes."),
        integer("part", "文件内序号", "index in the file", "1, or the index among several plans of one file."),
        text("stored_text", "存储文本", "stored text", "The decoded text that all offsets refer to."),
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
        text("number", "编号", "number", "Numbers from the chapter down, joined by a slash: 二/（一）."),
        text("title", "标题", "title", "The heading's own words."),
        integer("depth", "层次", "depth", "1 for a chapter."),
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
        text("number", "编号", "number", "Numbers from the chapter down, joined by a slash: 二/（一）/1."),
        integer("part", "分项", "part", "Which measure of the numbered item, from 1."),
        integer("of", "分项数", "parts", "How many measures the numbered item holds."),
        text("title", "标题", "title", "The heading's own words."),
        text("kind", "类别", "kind", "item, section, box (专栏), row (of a task table) or duty."),
        text(
            "clause",
            "责任条款",
            "clause",
            "The responsibility clause verbatim, without its outer brackets; null if none.",
        ),
        boolean("open_ended", "责任单位未列尽", "open-ended", "True when the list of owners ends in 等."),
        text("deadline", "完成时限", "deadline", "The deadline as written."),
        integer("due", "到期年份", "due year", "The year of the deadline, if it names one."),
        _DUE_BY,
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
        text("section", "所在编号", "section", "Number path of the section or task where it stands."),
        text("metric", "指标", "metric", "What is measured, as written."),
        text("kind", "类别", "kind", "quantitative or qualitative."),
        text("change", "变化", "change", "level, increase or decrease."),
        text("comparator", "比较", "comparator", ">=, <=, >, <, = or ~; null for a qualitative target."),
        Property("value", "float", "数值", "value", "The number; null for a qualitative target."),
        text("unit", "单位", "unit", "The unit as written."),
        integer("due", "目标年份", "due year", "The year that is written."),
        integer("due_derived", "推定年份", "derived due year", "The year that a period implies (“十四五”末: 2025)."),
        _DUE_BY,
        integer("baseline", "基期年份", "baseline year", "The year compared with."),
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
        text("word", "触发词", "word", "The trigger word."),
        text("number", "所在编号", "number", "Number path of the section or task where it stands."),
        text("reason", "语境", "context", "Why it is no clause, where the context tells; null if nothing explains it."),
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
        text("kind", "类别", "kind", "rename, merge, split, owner or target."),
        text("entry", "条目", "entry", "Hash of what the entry of the file says, to find it there again."),
        text("subject", "对象", "subject", "Id of what was overridden, as the file gives it."),
        text("task_id", "任务标识", "task id", "Id of the task that was overridden, if it is one."),
        text("text", "内容", "text", "What it did, in a sentence."),
        text("note", "说明", "note", "Why, as the file says."),
        ORDER,
    ),
)

# (:Progress)
PROGRESS = Label(
    "Progress",
    "进展",
    "progress report",
    "What an office reported about a task. Reports add up, none replaces another, and they outlive a new version of the plan.",
    (
        ID,
        PLAN_ID,
        text(
            "task_id", "任务标识", "task id", "Id of the task that it is about, also where the plan no longer has it."
        ),
        text("number", "编号", "number", "Number path of the task when it was reported on."),
        text("title", "标题", "title", "Title of the task when it was reported on."),
        text(
            "agency_id", "单位标识", "agency id", "Id of the agency that reports; null where the sheet does not tell."
        ),
        text("agency", "填报单位", "agency", "Name of the agency that reports; null where the sheet names nobody."),
        text("said", "进展情况", "said", "What was done, verbatim."),
        text("state", "完成状态", "state", "not_started, under_way, done or blocked; null if nothing was chosen."),
        Property("share", "float", "完成比例", "share done", "How much is done, in percent from 0 to 100."),
        text("person", "责任人", "person", "Whom to ask."),
        text("phone", "联系电话", "phone", "Telephone number of that person."),
        text("updated", "更新日期", "updated", "When it was written, YYYY-MM-DD."),
        Property("quarters", "strings", "季度进展", "quarters", "What was said of each quarter: 2026Q1 …"),
        text("imported", "导入日期", "imported", "When it was taken in, YYYY-MM-DD."),
        ORDER,
        text("file", "文件", "file", "Name of the file that it was read from, without folders."),
        text("sheet", "工作表", "sheet", "Name of its sheet."),
        integer("row", "表行", "row", "Line of the sheet, from 1."),
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
        text(
            "name", "名称", "name", "Official full name with its level word; relationships carry the plan's own name."
        ),
        text("region", "地区", "region", "Name of the region it belongs to; null where the plan does not tell."),
        text("level", "层级", "level", "国家, 省, 市, 区县 or 乡镇."),
        text("kind", "类别", "kind", "body, office, collective, government, enterprise, organisation or post."),
        text(
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
        text("name", "名称", "name", "Name without 行业 or 产业."),
        text("code", "代码", "code", "GB/T 4754-2017 division or group; null where the standard has none."),
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
        text("name", "名称", "name", "Full name; 全国 for the state."),
        text("level", "层级", "level", "国家, 省, 市 or 区县."),
        text("code", "代码", "code", "GB/T 2260 code."),
    ),
    shared=True,
)

LABELS: tuple[Label, ...] = (PLAN, SECTION, TASK, TARGET, UNREAD_TRIGGER, OVERRIDE, PROGRESS, AGENCY, INDUSTRY, REGION)

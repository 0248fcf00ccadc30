"""The words of the explorer, in Chinese and English, one line each.

Captions of roles, bases and kinds are not here: they come from `graph.model.schema`.
"""

from __future__ import annotations

from viz.captions import LANGUAGES, words

__all__ = ["explorer_words"]

_WORDS: dict[str, tuple[str, str]] = {
    "and": ("、", ", "),
    "comma": ("，", ", "),
    "semicolon": ("；", "; "),
    "colon": ("：", ": "),
    "skip": ("跳到正文", "Skip to content"),
    "views": ("各页", "Views"),
    "home": ("← 方案、提问、下载", "← Plans, questions, downloads"),
    "old": (
        "本页需要较新的浏览器（Edge、Chrome 63 以上或 Firefox 60 以上），并允许运行页面自带的脚本。",
        "This page needs a recent browser (Edge, Chrome 63 or newer, Firefox 60 or newer) that may run the page's own script.",
    ),
    "search": ("搜索单位、任务、原文、年份（按 / 键）", "Search agencies, tasks, sentences, years (press /)"),
    "found": ("搜索结果", "Search results"),
    "nothing": ("没有找到", "Nothing found"),
    "more_found": ("另有 {n} 项任务", "{n} more tasks"),
    "filter_with": ("任务：{what}（{n} 项）", "Tasks: {what} ({n})"),
    "due_in": ("{year} 年到期", "due in {year}"),
    "made": ("生成日期 {day}", "Made {day}"),
    "held": ("{plans} 份方案，{tasks} 项任务", "{plans} plans, {tasks} tasks"),
    "missing": (
        "这里没有这一项；可能链接来自另一份文件。",
        "There is no such item here; the link may come from another file.",
    ),
    "all": ("全部", "all"),
    "conditions": ("条件", "Filters"),
    "reset": ("清除条件", "Clear filters"),
    "copy": ("复制表格", "Copy table"),
    "copy_link": ("复制链接", "Copy link"),
    "csv": ("下载 CSV", "Download CSV"),
    "print": ("打印", "Print"),
    "copied": ("已复制", "Copied"),
    "not_copied": ("浏览器不允许复制；请选中后按 Ctrl+C", "The browser refused to copy; select and press Ctrl+C"),
    "rows_n": ("{n} 行", "{n} rows"),
    "rows_of": ("{n} / {all} 行", "{n} of {all} rows"),
    "none_left": ("没有符合条件的行", "No row fits"),
    # views
    "overview": ("概览", "Overview"),
    "agencies": ("单位", "Agencies"),
    "tasks": ("任务", "Tasks"),
    "matrix": ("责任矩阵", "Matrix"),
    "targets": ("目标", "Targets"),
    "audit": ("检查", "Audit"),
    "map": ("责任图", "Map"),
    "relations": ("协作关系", "Partners map"),
    # overview
    "plans": ("方案", "Plans"),
    "without_owner": ("无责任单位", "No owner"),
    "without_lead": ("无牵头单位", "No lead"),
    "agencies_n": ("单位", "Agencies"),
    "who_leads": ("谁牵头多少", "Who leads how much"),
    "who_leads_doc": (
        "按牵头任务数排列的前 {n} 个单位；条形由左到右：{roles}。",
        "The {n} agencies that lead most; bars from left to right: {roles}.",
    ),
    "all_agencies": ("全部 {n} 个单位", "All {n} agencies"),
    "what_nobody": ("哪些任务没有着落", "What has nobody"),
    "what_nobody_doc": ("按问题分；点击看逐条原文。", "By kind; a click lists each with its sentence."),
    "nobody_tasks": ("无责任单位的任务", "Tasks without an owner"),
    "nobody_none": ("每项任务都有责任单位。", "Every task has an owner."),
    "all_n": ("全部 {n} 项", "All {n}"),
    "by_year": ("目标与时限落在哪一年", "When targets and deadlines fall due"),
    "by_year_doc": ("目标按年份；点击看该年的目标。", "Targets by year; a click lists those of the year."),
    "no_year": ("未写年份", "no year"),
    "by_plan": ("各份方案", "Plan by plan"),
    "no_lead_written": (
        "{all} 份方案中有 {n} 份通篇未写“牵头”：列首位不等于牵头，请与发文机关核实后再督办。",
        "{n} of {all} plans nowhere write who leads (牵头): the first of a list is no lead; ask the issuer before you chase anybody.",
    ),
    "plan_writes_no_lead": (
        "这份方案通篇未写“牵头”：○ 是只写了一个单位，列首位不等于牵头；请与发文机关核实后再督办。",
        "This plan nowhere writes who leads (牵头): ○ is a sole unit, and the first of a list is no lead; ask the issuer before you chase anybody.",
    ),
    "which_plans": ("是哪些方案", "Which plans"),
    "with_lead": ("有牵头单位", "With a lead"),
    "owners_only": ("有责任单位而无牵头", "Owners without a lead"),
    "nobody_at_all": ("无责任单位", "Nobody"),
    "owners_n": ("等 {n} 个", " … {n} in all"),
    "share_led": ("有牵头", "With lead"),
    # columns
    "agency": ("单位", "Agency"),
    "region": ("地区", "Region"),
    "kind": ("类别", "Kind"),
    "line": ("条线", "Functional line"),
    "plan": ("方案", "Plan"),
    "number": ("编号", "No."),
    "title": ("任务", "Task"),
    "section": ("章节", "Section"),
    "deadline": ("时限", "Deadline"),
    "owners": ("责任单位", "Owners"),
    "role": ("角色", "Role"),
    "basis": ("依据", "Basis"),
    "year": ("年份", "Year"),
    "state": ("情况", "State"),
    "total": ("合计", "Total"),
    "place": ("出处", "Source"),
    "metric": ("指标", "Metric"),
    "value": ("数值", "Value"),
    "due": ("期限", "Due"),
    "text": ("原文", "Text"),
    "sentence": ("原文", "Sentence"),
    "about": ("语境或对照", "Context"),
    "severity": ("程度", "Severity"),
    "document_number": ("文号", "Document number"),
    "issued": ("成文日期", "Issued"),
    "file": ("文件", "File"),
    # agencies
    "agencies_doc": (
        "点击列名排序，点击单位看它的全部任务。",
        "Click a caption to sort, an agency to see all it answers for.",
    ),
    "search_agency": ("名称、简称、别名", "Name, short name, alias"),
    "also": ("又称：{names}", "Also: {names}"),
    "tasks_in_role": ("{role} {n} 项", "{role}: {n}"),
    "partners": ("共同承担任务的单位", "Partners"),
    "partners_doc": (
        "与该单位同在一项任务里的单位，按共同任务数排列。",
        "Agencies that answer for the same tasks, most first.",
    ),
    "shared": ("共同任务", "Shared tasks"),
    "it_leads": ("该单位牵头", "This one leads"),
    "other_leads": ("对方牵头", "The other leads"),
    "no_partners": ("没有与其他单位共同承担的任务。", "It shares no task with another agency."),
    "deadlines": ("时限", "Deadlines"),
    "targets_of": ("目标 {n} 个", "Targets: {n}"),
    "in_map": ("看协作关系图", "See the partners map"),
    "inherited": ("承自上级条款", "inherited"),
    "open_ended": ("名单未列尽", "open-ended list"),
    "collective_note": ("这是一个群体，不是可以直接去问的单位。", "This is a group, not a unit that can be asked."),
    # tasks
    "search_task": ("标题、编号、原文", "Title, number, text"),
    "any_state": ("任何情况", "any"),
    "full_text": ("原文", "Full text"),
    "quote_elsewhere": (
        "条款写在上级章节或表头，不在本段：",
        "The clause stands in the section above, not in this passage:",
    ),
    "nobody": ("无责任单位", "no owner"),
    "nobody_note": (
        "这项任务没有任何单位以任何方式负责，请与发文机关核实。",
        "Nobody answers for this task in any role; ask the issuer.",
    ),
    "previous": ("上一项", "Previous"),
    "next": ("下一项", "Next"),
    "task_targets": ("任务中的目标", "Targets in this task"),
    "task_findings": ("检查结果", "Findings"),
    "to_matrix": ("在矩阵中看", "See in the matrix"),
    # matrix
    "matrix_doc": (
        "● 牵头　○ 唯一单位　◐ 共同负责　△ 配合　☆ 指导　▲ 落实；底色越浓依据越明确，黄色为人工更正，红色为无责任单位。点击符号看原文。",
        "● leads  ○ sole unit  ◐ co-owns  △ supports  ☆ guides  ▲ carries out; the stronger the ground, the surer; yellow by hand; red nobody. Click a sign for the sentence.",
    ),
    "count": ("单位数", "Agencies"),
    "led_here": ("牵头合计", "Leads"),
    # targets
    "search_target": ("指标、原文", "Metric, text"),
    "timeline": ("时间线", "Time line"),
    "timeline_doc": (
        "每格一个目标，实心为定量、空心为定性；点击年份只看该年。",
        "A square is a target, full: quantitative, hollow: qualitative; click a year to see its own.",
    ),
    "quantitative": ("定量", "quantitative"),
    "qualitative": ("定性", "qualitative"),
    "in_year": ("{year} 年", "{year}"),
    "no_targets": ("这些方案里没有读出目标。", "No target was read out of these plans."),
    # audit
    "audit_doc": (
        "检查不是定性，每条都要看原文。错误与警告在前，提示在后；未查出的列在最后。",
        "A finding is a sentence to be read, not a verdict. Errors and warnings first, then notices, then what was not found.",
    ),
    "severity_error": ("错误", "error"),
    "severity_warning": ("警告", "warning"),
    "severity_notice": ("提示", "notice"),
    "findings_n": ("{n} 条", "{n}"),
    "not_found": ("未查出：{rules}", "Not found: {rules}"),
    "all_rules": ("← 全部检查项", "← All rules"),
    # progress
    "progress": ("进展", "Progress"),
    "progress_doc": (
        "截至 {day}，按单位填报和时限：红为逾期，黄为临近、滞后或受阻，绿为完成或正常，灰为未报。每一项都写明理由。",
        "As of {day}, from reports and deadlines: red is overdue, yellow due soon, behind or blocked, green done or on time, grey not reported; each with its reason.",
    ),
    "light": ("红绿灯", "Light"),
    "light_red": ("红", "red"),
    "light_yellow": ("黄", "yellow"),
    "light_green": ("绿", "green"),
    "light_grey": ("灰", "grey"),
    "why": ("理由", "Why"),
    "last_day": ("到期日", "Due"),
    "report": ("进展情况", "Report"),
    "reporter": ("填报单位", "Reported by"),
    "reported": ("填报日期", "Reported"),
    "by_agency": (
        "各单位的红绿灯（按牵头，无牵头的按全部责任单位）",
        "Lights by agency (by lead; without a lead by all owners)",
    ),
    # cascade
    "cascade": ("上下级对照", "Cascade"),
    "cascade_doc": (
        "同一主题（标题除地区外相同）的方案，下级与最近的上级对照，点下级方案看逐条；其他方案请用 zerentu cascade。",
        "Plans of one subject (same title but for the place), each with the next above; click the plan below for the details; for others: zerentu cascade.",
    ),
    "above": ("上级", "Above"),
    "below": ("下级", "Below"),
    "taken_up": ("已承接", "Taken up"),
    "not_taken_up": ("未承接", "Not taken up"),
    "new_below": ("下级新增", "New below"),
    "less": ("目标减弱、推迟或缺失", "Targets weaker, later or missing"),
    "owner_changes": ("责任单位变化", "Owner changes"),
    "verdict": ("判断", "Verdict"),
    "all_pairs": ("← 全部对照", "← All pairs"),
    "tasks_above": ("上级任务", "Task above"),
    "tasks_below": ("下级任务", "Task below"),
    "targets_above": ("上级目标", "Target above"),
    "targets_below": ("下级目标", "Target below"),
    # map
    "map_doc": (
        "方块是单位，圆点是任务，线是责任；单击看其页。箭头、粗细和虚线也表示角色，不只靠颜色。",
        "Squares are agencies, dots tasks, lines responsibilities; a click opens a page. Width and dashes tell roles too, not colour alone.",
    ),
    "map_doc_plans": (
        "方块是单位，六边形是方案；线越粗，该单位在该方案中任务越多，颜色和线型取其最强的角色。单击方案看它的图。",
        "Squares are agencies, hexagons plans; the wider a line, the more tasks, drawn as the strongest role. A click on a plan opens its map.",
    ),
    "letters": ("图上字母所指", "What the letters on the map mean"),
    "map_holds": (
        "单位 {agencies}，{kind} {others}，连线 {lines}",
        "{agencies} agencies, {others} {kind}, {lines} lines",
    ),
    "map_nobody": ("无责任单位的任务 {n} 项", "{n} tasks without owner"),
    "whole_map": ("全部方案", "All plans"),
    "whole": ("看全图", "Whole map"),
    "zoom_in": ("放大", "Zoom in"),
    "zoom_out": ("缩小", "Zoom out"),
    # partners map
    "choose_agency": ("选择单位", "Choose an agency"),
    "relations_doc": (
        "中间是所选单位；左边是牵头、由它参与的单位，右边是由它牵头、参与进来的单位，下面是并列承担的单位。数字为共同任务数，各画前 {n} 个，其余见单位页。",
        "The chosen agency in the middle; left: who leads where it takes part; right: who takes part where it leads; below: side by side. "
        "Figures are shared tasks; the first {n} each, the others on its page.",
    ),
    "they_lead": ("对方牵头，它参与", "They lead, it takes part"),
    "helpers": ("它牵头，对方参与", "It leads, they take part"),
    "beside": ("并列承担", "Side by side"),
    "more_partners": ("另有 {n} 个", "{n} more"),
    # roles
    "doc_lead": ("第一责任：写明牵头，或条款只写了这一个单位。", "Answers first: 牵头, or the one unit of the clause."),
    "doc_co_own": ("几个单位共同负责。", "One of several that answer for it."),
    "doc_support": ("配合、参与、协助。", "Helps: 配合, 参与, 协助."),
    "doc_guide": ("指导承担单位。", "Guides those who carry it out."),
    "doc_implement": ("具体落实，多为地方政府。", "Carries it out, as local governments do."),
    "doc_explicit": ("文件写明。", "The document says so."),
    "doc_rule": ("文件规定列首位者牵头。", "The document declares that the first listed leads."),
    "doc_sole": ("条款只写了一个单位。", "The clause names one unit only."),
    "doc_listed": ("几个单位并列，没有写明角色。", "One of a plain list; no role is written."),
    "doc_manual": ("更正文件所加，原文没有。", "Added by an overrides file, not by the document."),
}


def explorer_words(lang: str) -> dict[str, str]:
    """Return every word of the explorer in one language.

    Raises
    ------
    SettingsError
        If `lang` is neither ``zh`` nor ``en``.

    Examples
    --------
    >>> explorer_words("en")["who_leads"]
    'Who leads how much'
    """
    words(lang)
    index = LANGUAGES.index(lang)
    return {key: pair[index] for key, pair in _WORDS.items()}

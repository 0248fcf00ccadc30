"""The words of the page, in Chinese and English, one line each.

Captions of labels, relationships, properties and bases are not here: they come from `graph.model.schema`.
"""

from __future__ import annotations

from graph.errors import SettingsError
from graph.messages import _

__all__ = ["LANGUAGES", "words"]

LANGUAGES = ("zh", "en")

_WORDS: dict[str, tuple[str, str]] = {
    "search": ("搜索机构、任务、原文（按 / 键）", "Search names, tasks, sentences (press /)"),
    "search_results": ("搜索结果", "Search results"),
    "no_results": ("没有找到", "Nothing found"),
    "more_results": ("另有 {n} 条，请再输入几个字", "{n} more; type a few more characters"),
    "found": ("找到 {n} 条", "{n} found"),
    "map": ("图", "Map"),
    "map_keys": (
        "责任图：方向键平移，加减号缩放，Shift 加方向键走到相邻图形，回车以它为中心展开；逐项阅读请用搜索或表格",
        "Map: arrow keys pan, plus and minus zoom, Shift with an arrow goes to the next shape, Enter shows what stands around it; "
        "to read item by item use the search or the table",
    ),
    "table": ("表", "Table"),
    "fit": ("看全图", "Fit"),
    "png": ("把看到的图存成 PNG 图片", "Save what is seen as PNG"),
    "svg": ("把看到的图存成 SVG 矢量图", "Save what is seen as SVG"),
    "print": ("打印", "Print"),
    "link": ("复制链接", "Copy link"),
    "copied": ("已复制", "Copied"),
    "not_copied": ("未能复制", "Not copied"),
    "minimap": ("全图中的位置：点按或拖动", "Where the window is in the whole: click or drag"),
    "zoom_in": ("放大", "Zoom in"),
    "zoom_out": ("缩小", "Zoom out"),
    "copy_rows": ("复制这些行", "Copy these rows"),
    "save_rows": ("下载 CSV", "Save CSV"),
    "sort_by": ("按{name}排序", "Sort by {name}"),
    "agency": ("机构（只看相关）", "Agency (only what touches it)"),
    "matching": ("含“{text}”", "with “{text}”"),
    "find_ownerless": ("筛选：无责任单位的任务", "Filter: tasks without an owner"),
    "find_unled": ("筛选：无牵头单位的任务", "Filter: tasks without a lead"),
    "find_year": ("筛选：{n} 年到期", "Filter: due by {n}"),
    "state": ("责任情况", "Owners"),
    "unled_tasks": ("无牵头单位", "no lead"),
    "reset": ("清除筛选", "Reset filters"),
    "legend": ("图例与筛选", "Legend and filters"),
    "legend_short": ("图例", "Legend"),
    "panel_short": ("说明", "Facts"),
    "things": ("图形", "Shapes"),
    "roles": ("连线的颜色、粗细和末端：关系", "Colour, width and end of a line"),
    "bases": ("线型：依据", "Line style: basis"),
    "inherited_line": ("继承（细而淡）", "inherited (thin, pale)"),
    "inherited_doc": ("由上级章节条款或“下同”带来", "comes from a section's clause or a 下同 note"),
    "collective": ("集体（如各有关部门）", "collective (各有关部门)"),
    "lights": ("进展（任务的颜色）", "Progress (colour of tasks)"),
    "light_red": ("红：逾期未完成", "red: overdue"),
    "light_yellow": ("黄：临期、落后或受阻", "yellow: due soon, behind or blocked"),
    "light_green": ("绿：已完成或按期", "green: done or on time"),
    "light_grey": ("灰：未报进展", "grey: nothing reported"),
    "light_mark": ("［{light}］", "[{light}] "),
    "ownerless_short": ("无责任单位", "without an owner"),
    "ownerless_head": ("无责任单位的任务 {n} 项", "{n} tasks without an owner"),
    "task_list": ("任务", "Tasks"),
    "continued": ("（续）", " (continued)"),
    "waiting": ("未显示：{names}（在图例中勾选）", "not shown: {names} (tick them in the legend)"),
    "waiting_doc": ("起初不显示，勾选即可看到", "not shown at first; tick to see them"),
    "around": ("以它为中心展开", "Show what stands around it"),
    "whole": ("全图", "Whole map"),
    "left_out": (
        "此处只画与它有关的；另有 {n} 个图形在全图中",
        "only what has to do with it; {n} more shapes in the whole map",
    ),
    "tall": ("共 {n} 个机构，上下拖动看全部", "{n} agencies; drag up and down to see all"),
    "left_items": ("未画任务 {n} 项，见说明栏或表格", "{n} tasks not drawn; see the panel or the table"),
    "left_partners": ("未画协作单位 {n} 个，见说明栏或表格", "{n} partners not drawn; see the panel or the table"),
    "unled": (
        "{names}通篇没有写明牵头，图上没有其牵头线：并列单位由谁牵头，须先核实。",
        "{names} nowhere writes who leads, so no lead is drawn for it: ask before acting.",
    ),
    "unled_more": (
        "{names}等 {n} 份方案通篇没有写明牵头，图上没有其牵头线：并列单位由谁牵头，须先核实。",
        "{names} and others ({n} plans) nowhere write who leads, so no lead is drawn for them: ask before acting.",
    ),
    "ownerless": ("图中无责任单位的任务", "task without an owner in this map"),
    "narrow": ("缩小范围", "Narrow"),
    "all": ("全部", "all"),
    "industry": ("行业", "Industry"),
    "plan": ("方案", "Plan"),
    "region": ("地区", "Region"),
    "year": ("时限", "Deadline"),
    "due_past": ("今天前到期", "due before today"),
    "due_quarter": ("本季度到期", "due this quarter"),
    "due_none": ("没有写明日期", "without a date"),
    "due_before": ("到期不晚于", "Due no later than"),
    "find_due": ("筛选：{name}", "Filter: {name}"),
    "widen": ("加上与它相关的", "Add what touches it"),
    "panel": ("原文与说明", "Source and facts"),
    "start_title": ("这张图", "This map"),
    "start_hint": (
        "点机构、任务、行业、目标或连线，这里显示出处原文。滚轮缩放，拖动平移；按 / 搜索，Esc 取消。",
        "Click a shape or a line: its source sentence appears here. Wheel zooms, dragging pans; / searches, Esc clears.",
    ),
    "drawn": ("图中画出", "Drawn"),
    "not_drawn": ("未画成图形，见各项说明或表格", "Not drawn as shapes; see the facts or the table"),
    "overview": ("汇总图", "Overview"),
    "overview_notice": (
        "这是汇总图：{agencies} 个机构、{plans} 份方案，其中任务 {tasks} 项、目标 {targets} 个没有逐项画出。一条线是一个机构在一份方案中的全部任务；"
        "点开逐项列出，双击机构或方案逐项画出。",
        "This is an overview: {agencies} agencies and {plans} plans, with {tasks} tasks and {targets} targets not drawn one by one. "
        "A line is all that an agency does in a plan: a click lists it, a double click on an agency or a plan draws it.",
    ),
    "group": ("汇总", "Group"),
    "group_rest": ("其余", "the rest"),
    "group_orphans": ("（无主 {n}）", " ({n} without an owner)"),
    "group_parts": ("包含", "Holds"),
    "no_region": ("未写地区", "no region"),
    "no_line": ("条线不明", "line unknown"),
    "unfold": ("展开", "Open"),
    "fold_up": ("收起", "Close"),
    "sum_by": ("汇总", "Sum up"),
    "sum_map": ("机构与方案", "agencies and plans"),
    "sum_region": ("地区", "regions"),
    "sum_plan": ("方案", "plans"),
    "sum_section": ("章节", "sections"),
    "sum_agencies": ("机构", "agencies"),
    "sum_lines": ("条线", "lines"),
    "overview_brief": (
        "汇总图：任务 {tasks} 项、目标 {targets} 个没有逐项画出，点开逐项列出。",
        "Overview: {tasks} tasks and {targets} targets are not drawn one by one; a click lists them.",
    ),
    "sum_brief": (
        "按{by}汇总：任务 {tasks} 项，有 {n} 项没有逐项画出；点带 ▸ 的图形展开。",
        "By {by}: {tasks} tasks, {n} not drawn one by one; a click on a shape with ▸ opens it.",
    ),
    "sum_notice": (
        "这是按{by}汇总的图：左边是机构，右边是任务；任务 {tasks} 项，连同由机构直接负责的目标，有 {n} 项没有逐项画出。"
        "点带 ▸ 的图形展开，再点收起。",
        "This is summed up by {by}: agencies on the left, tasks on the right; there are {tasks} tasks, and {n} of them, with the targets "
        "that agencies answer for, are not drawn one by one. A click on a shape with ▸ opens it, another closes it.",
    ),
    "overview_hint": (
        "点机构、方案或连线，这里逐项列出任务、角色、依据、时限和原文。搜索可找任务、目标、行业和原文；滚轮缩放，拖动平移；按 / 搜索，Esc 取消。",
        "Click an agency, a plan or a line: its tasks with role, basis, deadline and sentence are listed here. "
        "Search finds tasks, targets, industries and sentences. Wheel zooms, dragging pans; / searches, Esc clears.",
    ),
    "in_panels": (
        "未画成图形，点开机构、方案、连线或在表中逐项可查",
        "Not drawn as shapes; listed at a click and in the table",
    ),
    "bundle": ("一个机构在一份方案中的任务", "What an agency does in a plan"),
    "bundles": ("机构与方案", "Agencies and plans"),
    "entries": ("任务（含由其负责的目标）", "Tasks (and targets of its own)"),
    "entries_n": ("{n} 项", "{n}"),
    "tasks_n": ("{n} 项任务", "{n} tasks"),
    "ownerless_n": ("{n} 项任务在图中没有责任单位", "{n} tasks without an owner in this map"),
    "strongest_role": ("连线的颜色和箭头：最主要的角色", "Line colour and mark: strongest role"),
    "line_width": ("连线粗细：任务数", "Line width: number of tasks"),
    "key": ("字母所指　任务数（共 {n} 个）", "Letters and tasks ({n} in all)"),
    "key_label": ("图上字母所指", "What the letters on the map mean"),
    "key_empty": ("应有的名称都已写在图上", "What must be named is named on the map"),
    "back": ("← 返回", "← Back"),
    "leaders": ("谁牵头（牵头数 / 全部任务数）", "Who leads (leads / all tasks)"),
    "leads_of": ("{leads} / {all}", "{leads} / {all}"),
    "further": ("其余机构", "Other agencies"),
    "showing": ("显示", "showing"),
    "lines": ("连线", "lines"),
    "hidden_now": ("按当前筛选不在图上", "hidden by the current filters"),
    "only": ("只看相关", "Show only what touches it"),
    "only_now": ("只看与“{name}”相关", "only what touches {name}"),
    "source": ("原文", "Source text"),
    "clause": ("责任条款", "Responsibility clause"),
    "basis": ("依据", "Basis"),
    "written": ("原文用名", "Written as"),
    "place": ("位置", "Place"),
    "path": ("章节", "Section"),
    "line_no": ("第 {n} 行", "line {n}"),
    "page_no": ("第 {n} 页", "page {n}"),
    "sentence": ("依据", "why"),
    "sentence_of": ("查看这条关系的原文", "Show the sentence of this relationship"),
    "nobody": ("图中没有责任单位", "No owner in this map"),
    "mentions": ("未解析触发词", "Unread trigger words"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "close": ("关闭", "Close"),
    "from": ("起点", "From"),
    "relation": ("关系", "Relationship"),
    "to": ("终点", "To"),
    "kind": ("类别", "Kind"),
    "name": ("名称", "Name"),
    "facts": ("说明", "Facts"),
    "table_edges": ("关系", "Relationships"),
    "table_nodes": ("机构、任务、行业、目标", "Agencies, tasks, industries, targets"),
    "table_plans": ("方案", "Plans"),
    "rows": ("{n} 行，共 {all} 行", "{n} of {all} rows"),
    "more_rows": ("接着列出，还有 {n} 行", "Go on; {n} more rows"),
    "inherited": ("继承", "inherited"),
    "open_ended": ("责任单位未列尽（原文有“等”）", "list of owners left open (等)"),
    "empty": ("当前筛选下没有可画的内容，请放宽筛选。", "Nothing passes the filters; relax them."),
    "no_script": ("此页需要浏览器脚本才能显示。", "This page needs scripts to draw."),
    "due_in": ("{n} 年", "by {n}"),
    "value_explicit": (
        "原文写明角色（牵头、配合、责任单位等），可以直接督办",
        "The document writes the role; an office may act on it",
    ),
    "value_rule": (
        "文件规定列第一位者牵头，角色由该规定得出",
        "Lead because the document declares that the first one listed leads",
    ),
    "value_sole": (
        "条款只列一个单位“负责”，据此认作牵头，宜先核实",
        "Lead because the clause names one unit only; ask before acting",
    ),
    "value_listed": ("与其他单位并列，未分主次，宜先核实", "One of several in a plain list; ask who leads"),
    "value_manual": ("人工更正：更正文件加上的，原文没有", "By hand: added by an overrides file, not by the document"),
    "value_body": ("单位", "body"),
    "value_office": ("法定机构", "statutory office"),
    "value_collective": ("集体", "collective"),
    "value_government": ("政府", "government"),
    "value_enterprise": ("企业", "enterprise"),
    "value_organisation": ("团体", "organisation"),
    "value_post": ("职务", "post"),
    "value_item": ("条目", "item"),
    "value_section": ("章节", "section"),
    "value_box": ("专栏", "box"),
    "value_row": ("表格行", "table row"),
    "value_duty": ("职责", "duty"),
    "value_quantitative": ("定量", "quantitative"),
    "value_qualitative": ("定性", "qualitative"),
    "value_level": ("达到", "level"),
    "value_increase": ("增加", "increase"),
    "value_decrease": ("降低", "decrease"),
}


def words(lang: str) -> dict[str, str]:
    """Return every word of the page in one language.

    Parameters
    ----------
    lang
        ``zh`` or ``en``.

    Raises
    ------
    SettingsError
        For another language.

    Examples
    --------
    >>> words("zh")["legend"]
    '图例与筛选'
    """
    if lang not in LANGUAGES:
        raise SettingsError(
            _("没有语言 {language!r}；请用 {first} 或 {second}", language=lang, first=LANGUAGES[0], second=LANGUAGES[1])
        )
    index = LANGUAGES.index(lang)
    return {key: pair[index] for key, pair in _WORDS.items()}

"""Captions in Chinese and English: columns, roles, bases."""

from __future__ import annotations

from graph.model.schema import BASES, KINDS, LABELS, RELATIONSHIPS, ROLES, relationship

__all__ = ["COLUMNS", "basis_word", "column", "kind_word", "role_word", "yes_no"]

COLUMNS: dict[str, tuple[str, str]] = {
    "agency_id": ("单位标识", "agency id"),
    "agencies": ("责任单位", "agencies"),
    "agency": ("单位", "agency"),
    "aliases": ("别名", "aliases"),
    "baseline": ("基期", "baseline"),
    "basis": ("依据", "basis"),
    "change": ("变化", "change"),
    "comparator": ("比较", "comparator"),
    "degree": ("程度", "degree"),
    "deadline": ("时限", "deadline"),
    "draft": ("征求意见稿", "draft"),
    "due": ("年份", "due"),
    "functional_line": ("条线", "functional line"),
    "heading": ("章节", "heading"),
    "id": ("标识", "id"),
    "canonical": ("正式名称", "official name"),
    "code": ("代码", "code"),
    "industries": ("行业", "industries"),
    "industry": ("行业", "industry"),
    "leads": ("牵头", "leads"),
    "co_owns": ("共同负责", "co-owns"),
    "inherited": ("继承", "inherited"),
    "issued": ("成文日期", "issued"),
    "kind": ("类别", "kind"),
    "left_over": ("未解析触发词", "left over"),
    "level": ("层级", "level"),
    "line": ("行", "line"),
    "metric": ("指标", "metric"),
    "name": ("名称", "name"),
    "number": ("编号", "number"),
    "open_ended": ("未列尽", "open-ended"),
    "owned_tasks": ("有责任单位", "with owners"),
    "owners": ("责任单位", "owners"),
    "params": ("参数", "parameters"),
    "plan": ("方案", "plan"),
    "quote": ("原文", "quote"),
    "region": ("地区", "region"),
    "role": ("角色", "role"),
    "reason": ("语境或对照", "context"),
    "role_word": ("原文角色", "role word"),
    "section_id": ("章节标识", "section id"),
    "severity": ("程度", "severity"),
    "target_id": ("目标标识", "target id"),
    "task": ("在任务中", "in a task"),
    "task_id": ("任务标识", "task id"),
    "word": ("词", "word"),
    "rule": ("问题", "rule"),
    "section": ("编号", "section"),
    "sentence": ("原文", "sentence"),
    "source": ("文件", "file"),
    "state": ("结果", "result"),
    "summary": ("说明", "summary"),
    "caption": ("说明", "caption"),
    "targets": ("目标", "targets"),
    "tasks": ("任务", "tasks"),
    "text": ("原文", "text"),
    "title": ("标题", "title"),
    "unit": ("单位", "unit"),
    "value": ("数值", "value"),
    "why": ("理由", "reason"),
    "first": ("首条", "first"),
    "file": ("文件", "file"),
    "taken": ("收否", "taken in"),
    "added": ("新增", "added"),
    "known": ("已有", "known"),
    "problems": ("问题", "problems"),
    "light": ("进展", "light"),
    "answering": ("责任单位", "answers for it"),
    "due_day": ("时限", "due"),
    "done": ("完成", "done"),
    "red": ("红", "red"),
    "yellow": ("黄", "yellow"),
    "green": ("绿", "green"),
    "grey": ("灰", "grey"),
    "reported": ("已报", "reported"),
    "score": ("分值", "score"),
    "note": ("说明", "note"),
    "changes": ("变化", "changes"),
    "verdict": ("判断", "verdict"),
    "old_number": ("旧编号", "old number"),
    "new_number": ("新编号", "new number"),
    "old": ("旧", "old"),
    "new": ("新", "new"),
    "up_number": ("上级编号", "number above"),
    "up_title": ("上级任务", "task above"),
    "up_agency": ("上级单位", "agency above"),
    "up_text": ("上级原文", "text above"),
    "down_number": ("下级编号", "number below"),
    "down_title": ("下级任务", "task below"),
    "down_agency": ("下级单位", "agency below"),
    "down_text": ("下级原文", "text below"),
    "share": ("占比", "share"),
    "shared": ("共同任务", "shared tasks"),
    "quarters": ("各季度牵头", "leads by quarter"),
    "stops": ("缺它停摆", "stop without it"),
    "stop_share": ("停摆占比", "share that stops"),
    "led": ("其一牵头", "one leads"),
    "share_of_one": ("占前者", "of the first"),
    "share_of_other": ("占后者", "of the second"),
    "collective": ("群体", "collective"),
    "joined": ("连接的单位", "joins"),
    "with": ("共同单位", "with"),
    "roles": ("角色与项数", "roles"),
    "sheet": ("填报表", "sheet"),
    "plans": ("方案数", "plans"),
    "supports": ("配合", "supports"),
    "guides": ("指导", "guides"),
    "implements": ("落实", "implements"),
    "used": ("写法", "as written"),
    "plan_title": ("方案名称", "title of plan"),
    "plan_region": ("方案地区", "region of plan"),
    "plan_level": ("方案层级", "level of plan"),
    "deadline_year": ("时限年份", "year of deadline"),
    "position": ("文中次序", "position"),
    "ordinal": ("单位次序", "place in list"),
    "upper": ("上级单位", "upper agency"),
    "upper_id": ("上级单位标识", "upper agency id"),
    "upper_region": ("上级地区", "upper region"),
    "upper_level": ("上级层级", "upper level"),
    "wider": ("上位行业", "wider industry"),
    "industry_id": ("行业标识", "industry id"),
    "override_id": ("更正标识", "override id"),
    "official": ("正式名称", "official name"),
    "agency_region": ("单位地区", "region of agency"),
    "agency_kind": ("单位类别", "kind of agency"),
    "partner": ("合作单位", "partner"),
    "same_id": ("同一单位标识", "same agency id"),
    "mention_id": ("提及标识", "mention id"),
    "report_id": ("填报标识", "report id"),
}


_PROPERTIES = {
    item.name: (item.caption, item.english)
    for properties in (*(kind.properties for kind in LABELS), *(kind.properties for kind in RELATIONSHIPS))
    for item in properties
}


def column(name: str, lang: str) -> str:
    """Return the caption of a column."""
    pair = COLUMNS.get(name) or _PROPERTIES.get(name)
    return name if pair is None else pair[lang == "en"]


def role_word(role: str, lang: str) -> str:
    """Return lead, co_own, support, guide or implement in words."""
    kind = relationship(ROLES[role]) if role in ROLES else None
    if kind is None:
        return role
    return kind.english if lang == "en" else kind.caption


def basis_word(basis: str, lang: str) -> str:
    """Return the basis of a responsibility in words."""
    pair = BASES.get(basis)
    return basis if pair is None else pair[lang == "en"]


def kind_word(kind: str, lang: str) -> str:
    """Return the kind of an agency in words."""
    pair = KINDS.get(kind)
    return kind if pair is None else pair[lang == "en"]


def yes_no(value: object, lang: str) -> str:
    """Return a truth value in words, nothing for an unknown one."""
    if value is None:
        return ""
    return ("yes" if value else "") if lang == "en" else ("是" if value else "")

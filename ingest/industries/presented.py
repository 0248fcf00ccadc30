"""Trades by their place: what a text calls 产业, 行业 or 产业链, though no lexicon may have its name.

前瞻布局X、Y等未来产业 names X and Y whatever they are, so the lists before such a word are read item by item. A name
that no lexicon knows needs a list or a verb (发展, 壮大 …) that shows where it begins; anything that reads as an act,
a technique or a place is none. What is not clear is left to the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

__all__ = ["trades"]

_CLAUSE = re.compile(r"[^，,。；;：:！？\n\t（）()《》\0]{2,400}")
#: The words that make what stands before them a trade.
_HEAD = re.compile(
    r"(?<![、和与及跨各分多本该同两])(?:全?产业(?:链|集群|带)|产业(?!联盟|集团|联合会|废弃物|固废|化|用地|政策|工人|基础|基金|结构|转移|布局|体系|园|基地|空间|规模|生态|人才|项目|集聚|转型|协同|数字|互联|大脑|技术|间|循环|准入|规划|资源|耦合)"
    r"|(?<!全)行业(?!协会|商会|组织|自律|标准|主管|监管|管理|部门|专家|龙头|领先|平均|标杆|大模型|间|方案|经验|耦合)"
    r"|(?:生产性|生活性|现代|高技术|专业)?服务业|(?:先进)?制造业|领域)"
)
#: What stands between a list and its head word without being part of a name.
_KINDS = (
    r"(?:[一二两三四五六七八九十]{1,3}[条个大类种]|[0-9]{1,3}[条个大类种项]|(?:[0-9]{1,5}|[一二三五十百千万])?(?:十亿|百亿|千亿|万亿|亿)元?级?|[五三二一]?[百千万]亿元?级?"
    r"|传统|优势|特色|重点|新兴|战略性|未来|主导|支柱|先导|前沿|主要|关键|相关|关联|配套|上下游|世界级|国家级|省级|市级|区域|县域|本地|高耗能|高排放|高载能|高耗水|高污染|首位|标志性|地方|富民|潜力|民生|细分|引领性|支撑性|高成长|重大|龙头)+"
)
_KIND_AT_END = re.compile(_KINDS + r"\Z")
_KIND = re.compile(_KINDS)
_JOINT = re.compile(r"、|以及|(?<!饱)和(?!谐)|与|(?<![普涉以])及(?![格时早])")
#: Whoever does this names what they do it to, known or not.
_FOSTERS = r"发展|培育|壮大|做[强大优精细实好]|打造|布局|聚焦|围绕|构建|抢占|巩固|引进|承接|招引|瞄准|锚定|谋划|扶持|振兴|深耕|建强|延伸|拓展|支持|推动|推进|促进|突出|依托|主攻|提升"
_FOSTERED = re.compile(rf"(?:{_FOSTERS}|[一-鿿]{{2}}[县区市])(?:[做优壮大]{{1,2}}|优质|现代)?\Z")
#: Verbs and particles that no trade's name holds: the name is behind the last of them.
_VERB = re.compile(
    rf"{_FOSTERS}|加快|大力|重点|积极|着力|引导|鼓励|突破|覆盖|涉及|带动|形成|升级|整合|立足|针对|面向|涵盖|包括|强化|优化|开展|实施|加强|推广|淘汰|化解|限制|严控|控制|遏制|挖掘|探索|创建|抓[好住]|布设"
    r"|提高|扩大|保持|助力|助推|赋能|建成|新增|选择|确定|组织|完善|落实|严格|全面|延长|补齐|贯彻|执行|研究|制定|出台|按照|根据|对标|对照|撬动|投入|发挥|改变|逐步|持续|完成|减少|增强|创新|健全|建立|指导|退出"
    r"|防止|适应|满足|符合|参与|融入|对接|链接|衔接|联合|搭建|成立|设立|用好|丰富|激活|盘活|催生|孵化|引入|落地|统筹|结合|通过|加大|增加|不断|深化|有序|稳步|高水平|高质量|高标准|进一步|要求|推行|协调|培养|坚决|严厉|查处|禁止|受(?!托)|规范|清理|整治|监管|监督|管控|保障|配合|会同|督促|防止|解决|缓解|稳定|鼓励|当前|其中|对(?!二甲苯)"
    r"|以(?!上|下|内)|(?<!内)在(?!线)|从(?!业)|将(?!军)|把|使(?!用)|为(?!主)|如|至|由|于|的|了|全市|全省|全县|全区|我[省市县区]|各"
)
#: 发展甲、乙和丙: what follows is what is to be grown.
_MEMBERS = re.compile(r"、|(?<!饱)和(?!谐)|与|以及")
_GROWN = re.compile(
    r"(?:发展|做[强大优精]|壮大)(?P<list>(?!的)[^，。；：等、和与及]{1,14}(?:(?:[、和与及]|以及)[^，。；：等、和与及]{1,14}){1,12})(?=等|\Z|[，。；：\n（(])"
)
_LEADS = re.compile(
    r"(?:工业(?=节能|环保|绿色)|建设|改造|生产|开发|服务|优质|向|其|该|本|同(?!城)|跨(?!境)|多层次|多元化|新(?=建|增)|一批|若干)+"
)
_PLACE = re.compile(
    r"(?:长三角|珠三角|京津冀|大湾区)(?=[一-鿿]{2})|(?!城市|都市|县市)[一-鿿]{2,3}[市县区镇州旗](?=[一-鿿]{2})"
)
#: An act, a technique, a thing, a place or a body at the end: no trade.
_NO_NAME = re.compile(
    r"(?:技术|工艺|平台|模式|体系|管理|制度|政策|消费|排放|能耗|碳|项目|园区|基地|企业|转型|改造|融合|化|中心|工程|活动|市场|人才|资金|机制|方案|安全|发展|建设|升级|数字|链|集群|业态|水平|能力|质量|效率|优势|资源|资本"
    r"|节能|节水|节材|减污|减排|降碳|诊断|创新|单位|部门|机构|委|局|厅|办|会|类|省|市|县|区|镇|乡|村|级|型|性|者|力|度|量|率|值|点|大|强|需|求|业主|特种设备|内|外|间|上|下|中|流域|部|省份|地区|合一|需求|标准|作用|保障|用能|达标|影响|防控|生产|新兴|传统|特色|优势|循环|带|媒体|石膏|自律|方式|燃料|生活|工程|循环经济|室|所|院|公司|集团)\Z"
    r"|[0-9a-z<>“”□]|\A(?:(?:回收|循环|综合)?利用\Z|国家|全国|产能|能源消费|城乡|部分|所有|一些|其他|多种|上述|以下)|等"
)
#: No names of trades, though they stand before 产业 and 行业.
_GENERAL = re.compile(
    r"(?:传统|(?:战略性|绿色)?新兴|未来|特色|优势|主导|支柱|重点|相关|关联|配套|上下游|[上下]游|(?:绿色)?低碳|绿色|高耗能|高排放|高污染|两高|乡村|县域|富民|工业|制造|龙头|高新?技术|高端|高精尖|现代化?"
    r"|实体|主体|本地|细分|其他|民生|公共|社会|基础|国民经济|先导|朝阳|涉农|一二三|第[一二三]|(?:劳动密集|资源|新)型|关键|重要|主要|地方|区域|国[内际]|城市|优质|先进|支撑|流程|离散|专业|服务|生产"
    r"|信息|技术|资本|知识|智能|环境|名优|京津冀|长三角|珠三角|产品|材料|加工|冶炼|原生|再生|供应链|创新|价值|全球|跨区域|中小微|特殊|热点|[分多大原轻重全])\Z"
)


def trades(text: str, known: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Yield start and end of every name that `text` presents as a trade, in no order.

    Parameters
    ----------
    text
        A masked text: what is not to be read is NUL.
    known
        Whether a word is an industry of the lexicon.

    Examples
    --------
    >>> text = "前瞻布局量子信息、脑机接口等未来产业，壮大预制菜产业。"
    >>> [text[start:end] for start, end in trades(text, {"软件"}.__contains__)]
    ['脑机接口', '量子信息', '预制菜']
    """
    for clause in _CLAUSE.finditer(text):
        low = clause.start()
        for head in _HEAD.finditer(text, clause.start(), clause.end()):
            yield from _before(text, max(low, head.start() - 160), head.start(), known, head[0])
            low = head.end()
        for found in _GROWN.finditer(text, clause.start(), clause.end()):
            yield from _grown(text, found.start("list"), found.end("list"), known)


def _grown(text: str, start: int, end: int, known: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Yield the members of a list of what is to be grown, if it is mostly one of known trades: 重点发展甲、乙和丙."""
    # 及 stays inside a name (显示及终端), and so does 和 but before the last member.
    last = text.rfind("、", start, end)
    joints = [
        found
        for found in _MEMBERS.finditer(text, start, end)
        if found.group() == "、" or (found.group() != "及" and found.start() > last)
    ]
    edges = [start, *(at for found in joints for at in found.span()), end]
    items = [(at, stop) for at, stop in zip(edges[::2], edges[1::2], strict=True) if stop - at <= 14]
    familiar = sum(any(known(text[cut:stop]) for cut in range(at, stop - 1)) for at, stop in items)
    for at, stop in items:
        word = text[at:stop]
        fits = len(word) > 2 and 2 * familiar >= len(items) > 1 and not _NO_NAME.search(word)
        if word.endswith(("产业", "行业", "产业链")) or (word.endswith("利用") and not known(word)):
            continue
        if known(word) or (fits and not _VERB.search(word)):
            yield at, stop


def _before(text: str, low: int, head: int, known: Callable[[str], bool], said: str) -> Iterator[tuple[int, int]]:
    """Yield the names of the list, or the one name, that ends before the head word that is `said`."""
    mark = text.rfind("等", low, head)
    if mark >= 0:
        kind = mark + 1
        if text[kind : kind + 1] in {"地", "市", "县", "省", "区"}:
            return  # what stands before are places
        sort = _KIND.match(text, kind, head)
        own = sort.end() if sort else kind
        verbs = [found.end() for found in _VERB.finditer(text, own, head)]
        own = verbs[-1] if verbs else own
        if not _GENERAL.match(text, own, head) and known(text[own:head]):
            yield own, head
        if verbs:
            return  # 等方式壮大钢铁产业: the list is none of trades
        head = mark
    elif said.endswith(("服务业", "制造业", "领域")):
        return
    else:
        sort = _KIND_AT_END.search(text, low, head)
        head = sort.start() if sort else head
    items = _items(text, low, head)
    names = [(_name(text, start, end), end) for start, end in items]
    familiar = sum(name is not None and known(text[name[0] : end]) for name, end in names)
    if said == "领域" and (len(items) < 3 or 2 * familiar < len(items)):
        return  # 在产品开发、技术创新等领域
    for at, (name, end) in enumerate(names):
        if name is None:
            continue
        begin, shown = name
        word = text[begin:end]
        listed = len(items) > 1 and (at < len(items) - 1 or shown)
        if known(word) or (
            not (_GENERAL.match(word) or _NO_NAME.search(word))
            and (
                (listed and (len(word) > 2 or (len(items) > 2 and 2 * familiar >= len(items))))
                or (said.startswith(("产业", "全产业")) and _FOSTERED.search(text[max(low, begin - 4) : begin]))
                or (shown and any(known(word[cut:]) for cut in range(1, min(5, len(word) - 1))))
            )
        ):
            yield begin, end


def _items(text: str, low: int, end: int) -> list[tuple[int, int]]:
    """Return the members of the list that ends at `end`, from the right, up to the one with its verb."""
    found: list[tuple[int, int]] = []
    joints = list(_JOINT.finditer(text, low, end))
    for joint in reversed(joints):
        found.append((joint.end(), end))
        if _VERB.search(text, joint.end(), end):
            return found
        end = joint.start()
    return [*found, (low, end)]


def _name(text: str, start: int, end: int) -> tuple[int, bool] | None:
    """Return where the name at the end of an item begins, and whether something shows that it begins there."""
    verbs = [found.end() for found in _VERB.finditer(text, start, end)]
    begin = verbs[-1] if verbs else start
    lead = _LEADS.match(text, begin, end)
    if lead and lead.end() < end - 1:
        begin = lead.end()
    sort = _KIND.match(text, begin, end)
    begin = sort.end() if sort and sort.end() < end - 1 else begin
    place = _PLACE.match(text, begin, end)
    begin = place.end() if place else begin
    size = end - begin
    return (begin, begin > start or size <= 6) if 1 <= size <= 12 else None

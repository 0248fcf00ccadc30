"""The alias grammar: what kind of body a name means, and every way to write it.

Level words decide and similarity never does: 市委 and 市委宣传部 share more characters
than 发改委 and 发展和改革委员会, and only the latter two are one body. A level word is
the plan's own (`graph.agencies.resolve` says which region it means), and 市 may belong to the
next word: 市场监管局 has no level word, 市市场监管局 has one.
"""

from __future__ import annotations

import re

from graph.agencies.bodies import Body, body, national, squash
from graph.agencies.lexicon import active
from graph.agencies.regions import leading_place, places_in

__all__ = [
    "aliases",
    "canonical",
    "department_like",
    "functional_line",
    "is_collective",
    "kind",
    "lookup",
    "restores_level",
    "self_contained",
    "split_level",
    "township",
]

_LEVEL = re.compile(
    "师市(?=[发财工科教公民司人自生住交水农商文卫审应市统医])|兵团(?!各|有关|分行|第)|地区(?!各|有关|相关|生产|性|间|经济(?![和信商科])|和|、|部门|单位)|地(?=委)|国家(?!电网|电投|能源集团|能源投资|开发银行|大剧院|公园|级|实验室|安全[局厅部]|税务局)|全国(?!性|各)|中央(?!企业)|自治区|自治州|自治县|自治旗"
    "|(?:省|市|县|区|州|盟|旗|乡镇|县乡|市县|省市|村|乡|镇)级|(?:省|市|县|区|州)直(?!机关|属)"
    "|乡镇|县乡(?!村)|市县|省市(?!场|监局|政)"
    "|省(?!域|际)|市(?!场|域|辖|监局|民中心|民服务|容|政(?:管理|园林|公用|工程|设施|建设|局|处)|中区|南区|北区)"
    "|县(?!域|区|（|\\()|区(?!域|块链|县|（|\\()|州(?!际)|盟(?!委$)|旗(?!舰)|乡(?!村|土)|镇(?!村)"
)
# 盟委 is the committee itself: the level word with nothing before 委 is still a level word.
_COMMITTEE = re.compile("^(省|市|县|区|州|盟|旗|地)委(?:员会)?$|^(自治区|兵团|区)党委$")
#: 党委宣传部 of an autonomous region is what others call 委宣传部.
_PARTY_OF_REGION = {"自治区": "自治区党", "兵团": "兵团党", "地区": "地"}
_NOT_PARTY = frozenset(["办", "办公室", "办公厅", "厅", "室"])

_PLURAL = re.compile(
    "各|有关|相关|成员单位|牵头单位|责任(?:单位|部门)|主管部门|职能部门|所属|属地|沿线|所在地?(?:政府|人民政府|县|市|区|镇|乡|街道|社区|村)|等(?:部门|单位)"
    "|(?:部门|单位|企业|院校|高校|学校|机构|国企|央企|运营商|平台|县区|区县|市县|市州|乡镇|镇街|街镇|街乡|商会协会|试点城市)$"
    # 城关街道, 幸福社区, 县医院 are one each; 街道, 村社区, 公立医院 are many.
    "|(?:^|级|上|类|[公民]立|营|定点|乡镇|镇|乡|村)(?:医院|社区|街道)$|^(?:[省市县区]直)?(?:产业|功能|专业|重点)?园区(?:管委会|管理委员会)?$"
    "|^试点城市|^(?:村|乡|镇|县|市|区|旗|街道|乡镇)级?[（(]|[)）](?:人民)?政府$|[两三四]级|县级(?:以上)?(?:地方)?(?:各级)?(?:人民)?政府"
    "|^(?:县区|区县|市县|乡镇|镇街|街镇|街道|村|社区|乡|镇)(?:级|人民政府|政府|党委|路长|河长|林长|居)"
    "|^(?:设区(?:的)?市|市州|州市|地州市|盟市|旗县|师市|县市区?|团镇|苏木镇?)(?:人民政府|政府|党委)?$"
    "|^县乡|^乡镇|科研院所$|^(?:街道办|村民委|居民委)|(?:(?<!银)行业|相关)协会$|^涉及(?:的?[县市区镇部单])|试点(?:县|区|镇|村)$|^(?:三大|基础)?(?:电信|通信)运营|^(?:商业银行|保险公司|担保公司|管委会|管理委员会)$"
    "|村[（(]居[）)]|^(?:全市|全省|全县|全区|其他|中央驻|驻)"
)
_POST = re.compile(
    "(?:路长|河长|湖长|林长|田长|链长|市长|省长|县长|区长|州长|主任|书记|专员|专管员|负责人|秘书长|网格员|总长|组长|局长|厅长|部长)$"
)
_GOVERNMENT = re.compile("(?:政府|管委会|管理委员会|行政公署|兵团)$")
_ENTERPRISE = re.compile(
    "(?:公司|集团|企业|电网|国网|中石化|中石油|中海油|农商行|信用社|联社|交易所|运营商|铁塔|(?<!人民)银行|商行)$|^中国(?:电信|移动|联通|铁塔|石油|石化|烟草|邮政(?!局))"
    "|^国网|^国家电网|供电局$|(?<!人民)银行.{0,12}[分支]行$|(?:电力|供电|自来水|燃气|水投|城投|交投|投资)公司"
)
_ORGANISATION = re.compile(
    "(?:国际贸易促进委员会|残联|妇联|工会|科协|文联|社科联|工商联|侨联|台联|红十字会|计生协|贸促会|作协|记协|消协|消保委|商会|协会|学会|促进会|联合会|联盟|基金会"
    "|供销合作社|供销社|供销合作总社|联合社|研究院|大学|学院)$|团[省市县区州]委|^共青团|^团中央"
)
#: A zone named as owner is its 管委会 (as a place is its 人民政府, which only the region can tell).
_ZONE = re.compile(
    "(?:开发区|经开区|高新区|新区|示范区|园区|保税区|保税港区|港区|试验区|实验区|度假区|管理区|合作区|产业园)$"
)
#: A district that the gazetteer does not know: a new one, an old one, or a zone.
_DISTRICT = re.compile("^[一-鿿]{2,6}(?<!军分)(?<![军灌社片])区$|^兵团第.{1,3}师$")
#: A street office, a town or a township: 坪山街道, 城关镇人民政府, but not 景德镇.
_TOWNSHIP = re.compile(
    "^(?P<name>[一-鿿]{1,10}?)(?:(?P<street>街道)(?:办事处|办)?|(?P<town>[镇乡])(?:人民)?(?:政府)?)$"
)
#: Organs by statute that no government directs: congress, courts, and the branches of national bodies.
_STATUTORY = re.compile(
    "人民代表大会|人大常委会$|政治协商会议|政协$|(?:人民)?法院$|检察院$|监察委员会$|纪委监委$"
    "|^国家税务总局.+局$|^中国人民银行.+行$|^中国人民银行.+部$|^中国银行保险监督管理委员会.+局$|^中国证券监督管理委员会.+局$"
    "|^国家金融监督管理总局.+局$|^国家外汇管理局.+局$|^国家能源局.+(?:局|办公室)$|^中华人民共和国.+(?:海关|海事局)$|^海关总署.+分署$|^国家统计局.+队$|^中国民用航空.+局$|^国家粮食和物资储备局.+局$|^国家矿山安全监察局.+局$"
)
_COURTS = {"省": "高级", "自治区": "高级", "市": "中级", "州": "中级", "盟": "中级"}
_YOUTH = re.compile("^(?:共青团|团)(省|市|县|区|州|盟|旗)委(?:员会)?$")
_TWICE = re.compile("^([省市县区州盟旗])(纪委)\\1(监委)$")
_DEPARTMENT = re.compile(
    "(?:厅|局|委员会|委|办公室|办|部|法院|检察院|总队|支队|大队|中心|联社|工会|残联|妇联|科协|工商联|人行|银保监分局)$"
)
_GENERIC_FIRM = re.compile(
    "^(?:投资|城市建设投资|城投|交通投资|交投|文旅投资?|文旅|水务|国投|产业投资|产投|供电|燃气|公交|融资担保|担保)(?:集团|公司|有限公司|集团公司)$"
)
_OWN = re.compile(
    "^(?:国网|国家电网|首都|中国|中共|中华|全国|人民银行|人行(?=.)|国家(?!发改|发展)|共青团|团[省市县区州]委|武警|中央|国务院|驻)"
    "|公司$|集团$|海关$|管委会$|管理委员会$|示范区$|开发区$|新区$"
)


def split_level(name: str) -> tuple[str, str]:
    """Return the level word that `name` starts with ("" if none) and the rest.

    Examples
    --------
    >>> split_level("市市场监管局"), split_level("市场监管局"), split_level("市委宣传部")
    (('市', '市场监管局'), ('', '市场监管局'), ('市', '委宣传部'))
    """
    found = _LEVEL.match(name)
    if not found or found.end() == len(name) or (found.group() in {"镇", "乡"} and leading_place(name)):
        return "", name  # 镇江市 and 乡宁县 are places
    return found.group(), name[found.end() :]


def is_collective(name: str) -> bool:
    """Return whether `name` stands for a group and names no one unit.

    Examples
    --------
    >>> is_collective("各有关部门"), is_collective("市财政局"), is_collective("各县（市、区）人民政府")
    (True, False, True)
    """
    entry = active().entry(name)
    if entry and not entry.means:
        return entry.kind == "collective"
    return bool(_PLURAL.search(name)) and not _is_proper(name)


def _is_proper(name: str) -> bool:
    """Return whether a name with a plural-looking word is one unit: it carries a place of its own, or is a listed body."""
    if lookup(name) is not None:
        return True
    return "各" not in name and "关" not in name and leading_place(name) is not None


def kind(name: str) -> str:
    """Return body, office, collective, government, enterprise, organisation or post.

    Examples
    --------
    >>> [kind(name) for name in ("杭州市人民政府", "国网石家庄供电公司", "省妇联", "县级总路长", "市财政局")]
    ['government', 'enterprise', 'organisation', 'post', 'body']
    """
    if is_collective(name):
        return "collective"
    patterns = (
        ("post", _POST),
        ("organisation", _ORGANISATION),
        ("enterprise", _ENTERPRISE),
        ("government", _GOVERNMENT),
    )
    for found, pattern in patterns:
        if pattern.search(name) and not (found in ("post", "government") and lookup(name)):
            return found
    place = leading_place(name)
    territory = township(name) or _ZONE.search(name) or _DISTRICT.match(name) or (place and place[1] == len(name))
    return "government" if territory else "office" if _STATUTORY.search(name) else "body"


def township(name: str) -> str | None:
    """Return the official name of a street office or of the government of a town, or None if `name` is neither.

    Examples
    --------
    >>> township("滨河街道"), township("河口镇"), township("景德镇"), township("各乡镇")
    ('滨河街道办事处', '河口镇人民政府', None, None)
    """
    found = _TOWNSHIP.match(name)
    place = leading_place(name)
    if (
        not found
        or found["name"] in {"城", "县", "市", "区", "村"}
        or is_collective(name)
        or (place and place[1] == len(name))
    ):
        return None
    return f"{found['name']}街道办事处" if found["street"] else f"{found['name']}{found['town']}人民政府"


def lookup(name: str) -> tuple[str, Body] | None:
    """Return level word and body of the table that `name` means, or None if the table does not know it.

    Examples
    --------
    >>> level, found = lookup("市政府国资委")
    >>> level, found.official
    ('市', '人民政府国有资产监督管理委员会')
    """
    name = _TWICE.sub(r"\1\2\3", name)
    level, rest = split_level(name)
    if level in ("", "国家", "中央", "全国"):
        found = national(name) or (national(rest) if level else None)
        if found and (level or body(name) is None):
            return "国家", found
    rest = rest.removeprefix("党") if rest.startswith("党委") else rest
    found = body(rest)
    if found is None and rest.startswith(("政府", "人民政府")):
        found = body(rest.removeprefix("人民").removeprefix("政府"))
    if found is None and rest not in _NOT_PARTY:
        found = body("委" + rest)  # 宣传部 is 市委宣传部
    return ({"地": "地区"}.get(level, level), found) if found else None


def canonical(name: str) -> str:
    """Return the official full name with its level word; a name that the grammar does not know comes back as it is.

    Examples
    --------
    >>> canonical("市发改委"), canonical("省住建厅"), canonical("市监局")
    ('市发展和改革委员会', '省住房和城乡建设厅', '市场监督管理局')
    """
    youth = _YOUTH.match(name)
    if youth:
        return f"共青团{youth.group(1)}委员会"
    committee = _COMMITTEE.match(name)
    if committee:
        return f"中共{committee.group(1) or committee.group(2)}委员会"
    known = lookup(name)
    if known:
        level, found = known
        if found.functional_line == "法院" and found.official == "人民法院":
            return level + _COURTS.get(level, "") + found.official
        if level == "国家" and national(found.official):
            return found.official
        return (_PARTY_OF_REGION.get(level, level) if found.official.startswith("委") else level) + found.official
    level, rest = split_level(name)
    if rest == "政府":
        return level + "人民政府"
    if rest.endswith("管委会") or _ZONE.search(rest):
        return level + rest.removesuffix("管委会") + "管理委员会"
    if rest.endswith(("领导小组办", "指挥部办", "联席会议办")):
        return level + rest + "公室"
    return level + rest


def aliases(name: str) -> list[str]:
    """Return the spellings of the same body, with the level word of `name` and without, sorted.

    Examples
    --------
    >>> [alias for alias in aliases("市工信局") if len(alias) < 5]
    ['工信局', '市工信局']
    """
    youth = _YOUTH.match(name)
    if youth:
        level = youth.group(1)
        return sorted({f"团{level}委", f"共青团{level}委", f"共青团{level}委员会", name})
    known = lookup(name)
    if not known:
        full = canonical(name)
        zone = full.removesuffix("管理委员会")
        return sorted({name, full} if zone == full else {name, full, zone, zone + "管委会"})
    level, found = known
    spelled = {name, *found.spellings, squash(name)}
    if level and level != "国家":
        spelled |= {level + rest for rest in found.spellings}
    return sorted(spelled)


def functional_line(name: str) -> str | None:
    """Return the functional line (条线) that joins counterparts of all levels, or None if it is not known.

    Examples
    --------
    >>> functional_line("工业和信息化部") == functional_line("省工信厅") == functional_line("市经济和信息化局")
    True
    """
    known = lookup(name)
    if known:
        return known[1].functional_line
    if is_collective(name):
        return None
    if name.endswith(("人民政府", "行政公署")) or split_level(name)[1] == "政府":
        return "人民政府"
    if _COMMITTEE.match(name) or (name.startswith("中共") and name.endswith("委员会")):
        return "党委"
    return "共青团" if _YOUTH.match(name) or name.startswith(("共青团", "团中央")) else None


def self_contained(name: str, region: str | None = None) -> bool:
    """Return whether `name` carries its own place, or a national or company prefix, and needs no level word.

    Parameters
    ----------
    name
        A name without level word.
    region
        The plan's region: the short names of its counties count as places too.

    Examples
    --------
    >>> self_contained("国家税务总局洛阳市税务局"), self_contained("遂宁海关"), self_contained("财政局")
    (True, True, False)
    """
    known = lookup(name)
    if known:
        return known[0] == "国家"
    return bool(_OWN.search(name) or national(name) or leading_place(name, region) or places_in(name, region))


def department_like(name: str) -> bool:
    """Return whether `name` reads as a department without level word: 工业和信息化局, 网信办, 人行.

    Examples
    --------
    >>> department_like("工业和信息化局"), department_like("市财政局"), department_like("各有关部门")
    (True, False, False)
    """
    if split_level(name)[0] or is_collective(name) or self_contained(name):
        return False
    return lookup(name) is not None or bool(_DEPARTMENT.search(name))


def restores_level(name: str, region: str | None = None) -> bool:
    """Return whether a list that writes its level word once would restore it for `name`.

    True for departments and for firms with a generic name (投资集团). Whether the list
    does write it once is for the caller to see: only then does this apply.

    Examples
    --------
    >>> restores_level("工业和信息化局"), restores_level("重庆海关"), restores_level("团省委")
    (True, False, False)
    """
    if _GENERIC_FIRM.search(name):
        return True
    return department_like(name) and not self_contained(name, region)

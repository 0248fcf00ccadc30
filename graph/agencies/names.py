"""The alias grammar: what kind of body a name means, and every way to write it.

Level words decide and similarity never does: 市委 and 市委宣传部 share more characters
than 发改委 and 发展和改革委员会, and only the latter two are one body. A level word is
the plan's own (`graph.agencies.resolve` says which region it means), and 市 may belong to the
next word: 市场监管局 has no level word, 市市场监管局 has one.
"""

from __future__ import annotations

from graph.agencies import name_patterns as patterns
from graph.agencies.bodies import Body, body, national, squash
from graph.agencies.committees import committee_of
from graph.agencies.lexicon import active, remembered
from graph.agencies.regions import leading_place, places_in
from graph.agencies.word_tables import texts_of, words_in

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

#: 党委宣传部 of an autonomous region is what others call 委宣传部.
_PARTY_OF_REGION = {"自治区": "自治区党", "兵团": "兵团党", "地区": "地"}
_NOT_PARTY = frozenset(texts_of("parts", "office"))
_NO_NAME = frozenset(texts_of("parts", "no_name"))
_SHORT_OFFICES = texts_of("parts", "short_office")
_COURTS = dict.fromkeys(texts_of("parts", "court_high"), "高级") | dict.fromkeys(
    texts_of("parts", "court_middle"), "中级"
)


@remembered
def split_level(name: str) -> tuple[str, str]:
    """Return the level word that `name` starts with ("" if none) and the rest.

    Examples
    --------
    >>> split_level("市市场监管局"), split_level("市场监管局"), split_level("市委宣传部")
    (('市', '市场监管局'), ('', '市场监管局'), ('市', '委宣传部'))
    """
    for each in words_in("levels", "before_body"):
        if name.startswith(each.text) and body(name.removeprefix(each.text)):
            return each.text, name.removeprefix(each.text)
    found = patterns.level_prefix().match(name)
    if not found or found.end() == len(name) or name == "盟委":
        return "", name
    if found.group() in {"镇", "乡"} and leading_place(name):
        return "", name  # 镇江市 and 乡宁县 are places
    return found.group(), name[found.end() :]


@remembered
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
    return bool(patterns.plural().search(name)) and not _is_proper(name)


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
    if committee_of(name):
        return "organisation"
    for found, pattern in patterns.kinds():
        if pattern.search(name) and not (found in ("post", "government") and lookup(name)):
            return found
    place = leading_place(name)
    territory = (
        township(name)
        or patterns.zone().search(name)
        or patterns.territory().match(name)
        or (place and place[1] == len(name))
    )
    return "government" if territory else "office" if patterns.statutory().search(name) else "body"


def township(name: str) -> str | None:
    """Return the official name of a street office or of the government of a town, or None if `name` is neither.

    Examples
    --------
    >>> township("滨河街道"), township("河口镇"), township("景德镇"), township("各乡镇")
    ('滨河街道办事处', '河口镇人民政府', None, None)
    """
    found = patterns.township().match(name)
    place = leading_place(name)
    if not found or found["name"] in _NO_NAME or is_collective(name) or (place and place[1] == len(name)):
        return None
    return f"{found['name']}街道办事处" if found["street"] else f"{found['name']}{found['town']}人民政府"


@remembered
def lookup(name: str) -> tuple[str, Body] | None:
    """Return level word and body of the table that `name` means, or None if the table does not know it.

    Examples
    --------
    >>> level, found = lookup("市政府国资委")
    >>> level, found.official
    ('市', '人民政府国有资产监督管理委员会')
    """
    name = patterns.doubled_level().sub(r"\1\2\3", name)
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
    youth = patterns.youth_league().match(name)
    if youth:
        return f"共青团{youth.group(1)}委员会"
    committee = patterns.committee().match(name)
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
    bureau = _bureau_of(name)
    if bureau:
        return canonical(bureau) + name[len(bureau) :]
    level, rest = split_level(name)
    if rest == "政府":
        return level + "人民政府"
    if rest.endswith(("管委会", "区管委")) or patterns.zone().search(rest):
        return level + rest.removesuffix("会").removesuffix("管委") + "管理委员会"
    if rest.endswith(_SHORT_OFFICES):
        return level + rest + "公室"
    if rest.startswith("委") and rest.endswith("工委") and len(rest) > len("委党工委"):
        return level + rest.removesuffix("工委") + "工作委员会"
    return level + rest


def _bureau_of(name: str) -> str:
    """Return the listed body that a unit carries in front (市公安局 of 市公安局涧西分局), "" if it carries none.

    The longest one counts: 市人力资源和社会保障局 of 市人力资源和社会保障局就业服务中心.
    """
    if not patterns.unit().search(name):
        return ""
    ends = [found.end() for found in patterns.body_end().finditer(name) if found.end() < len(name) - 1]
    return next((name[:end] for end in reversed(ends) if lookup(name[:end])), "")


def aliases(name: str) -> list[str]:
    """Return the spellings of the same body, with the level word of `name` and without, sorted.

    Examples
    --------
    >>> [alias for alias in aliases("市工信局") if len(alias) < 5]
    ['工信局', '市工信局']
    """
    youth = patterns.youth_league().match(name)
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
    known = lookup(name) or lookup(_bureau_of(name))
    if known:
        return known[1].functional_line
    if is_collective(name):
        return None
    if name.endswith(("人民政府", "行政公署")) or split_level(name)[1] == "政府":
        return "人民政府"
    committee = committee_of(name)
    if committee:
        return committee.functional_line
    if patterns.committee().match(name) or (name.startswith("中共") and name.endswith("委员会")):
        return "党委"
    return "共青团" if patterns.youth_league().match(name) or name.startswith(("共青团", "团中央")) else None


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
    return bool(
        patterns.needs_no_level().search(name)
        or national(name)
        or leading_place(name, region)
        or places_in(name, region)
    )


@remembered
def department_like(name: str) -> bool:
    """Return whether `name` reads as a department without level word: 工业和信息化局, 网信办, 人行.

    Examples
    --------
    >>> department_like("工业和信息化局"), department_like("市财政局"), department_like("各有关部门")
    (True, False, False)
    """
    if split_level(name)[0] or is_collective(name) or self_contained(name):
        return False
    return lookup(name) is not None or bool(patterns.department().search(name))


def restores_level(name: str, region: str | None = None) -> bool:
    """Return whether a list that writes its level word once would restore it for `name`.

    True for departments and for firms with a generic name (投资集团). Whether the list
    does write it once is for the caller to see: only then does this apply.

    Examples
    --------
    >>> restores_level("工业和信息化局"), restores_level("重庆海关"), restores_level("团省委")
    (True, False, False)
    """
    if patterns.generic_firm().search(name):
        return True
    return department_like(name) and not self_contained(name, region)

"""What the words in a name say of it: the patterns of `graph.agencies.names`, made from the tables of words.

Each is compiled when it is first asked for.
"""

from __future__ import annotations

import re
from functools import cache

from graph.agencies.word_tables import words_in, words_of

__all__ = [
    "bare_level", "body_end", "committee", "department", "doubled_level", "generic_firm", "kinds", "level_prefix", "needs_no_level",
    "plural", "statutory", "territory", "township", "unit", "youth_league", "zone",
]  # fmt: skip


@cache
def level_prefix() -> re.Pattern[str]:
    """Return the pattern of the level words that a name may start with: 市财政局, but not 市场监管局."""
    return re.compile(f"{words_of('levels', 'before_committee')}(?=委)|{words_of('levels', 'prefix')}")


@cache
def bare_level() -> str:
    """Return a pattern of one level word as the names of regions end with it."""
    return words_of("levels", "ending")


@cache
def _level_letter() -> str:
    """Return a set of the level words of one character: 省, 市, 县 …."""
    return f"[{''.join(word.text for word in words_in('levels', 'ending') if len(word.text) == 1)}]"


@cache
def committee() -> re.Pattern[str]:
    """Return the pattern of a party committee; 盟委 is the committee itself, though 盟 is a level word."""
    return re.compile(f"^({_level_letter()}|地)委(?:员会)?$|^(自治区|兵团|区)党委$")


@cache
def youth_league() -> re.Pattern[str]:
    """Return the pattern of a committee of the youth league: 团市委, 共青团省委."""
    return re.compile(f"^(?:共青团|团)({_level_letter()})委(?:员会)?$")


@cache
def doubled_level() -> re.Pattern[str]:
    """Return the pattern of a name that writes its level word twice: 市纪委市监委."""
    return re.compile(rf"^({_level_letter()})(纪委)\1(监委)$")


@cache
def plural() -> re.Pattern[str]:
    """Return the pattern of what names a group, not one body."""
    grade = words_of("collectives", "grade")
    return re.compile(
        rf"""
          {words_of("collectives", "within")}                     # 各有关部门, 责任单位, 所在地政府
        | {words_of("collectives", "end")}$                       # 市直部门, 科研院所
        | ^{words_of("collectives", "start")}                     # 乡镇政府, 涉及的县, 全市医院
        | ^{words_of("collectives", "whole")}$                    # 商业银行: no bank of a name
        | (?:^|{words_of("collectives", "many_behind")})          # 村社区, 公立医院; 城关街道, 县医院 are one each
          {words_of("collectives", "many")}$
        | ^(?:[省市县区]直)?{words_of("collectives", "park_kind")}?  # 市直园区管委会, 产业园区
          园区(?:管委会|管理委员会)?$
        | ^{grade}级?[（(]                                        # 县（市、区）政府
        | 村[（(]居[）)]                                          # 村（居）委会
        | [)）](?:人民)?政府$                                     # 县（市、区）人民政府
        | 县级(?:以上)?(?:地方)?(?:各级)?(?:人民)?政府            # 县级以上地方人民政府
        | ^{words_of("collectives", "grade_start")}               # 县区政府, 镇街党委, 村级
          {words_of("collectives", "grade_end")}
        | ^{words_of("collectives", "mixed")}                     # 市州政府, 旗县
          (?:人民政府|政府|党委)?$
        """,
        re.VERBOSE,
    )


@cache
def kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the kinds of bodies that a name says by its words, each with its pattern, the first that holds first."""
    letter = _level_letter()
    organisation = re.compile(
        rf"""
          {words_of("kinds", "organisation_end")}$        # 市残联, 钢铁工业协会
        | 团{letter}委                                    # 团市委
        | ^{words_of("kinds", "organisation_start")}      # 共青团云泽市委
        """,
        re.VERBOSE,
    )
    enterprise = re.compile(
        rf"""
          {words_of("kinds", "enterprise_end")}$          # 云泽银行, 市城投集团
        | ^{words_of("kinds", "enterprise_start")}        # 中国移动云泽分公司
        | (?<!人民)银行.{{0,12}}[分支]行$                 # 农业银行云泽分行
        | {words_of("kinds", "enterprise_within")}        # 云泽供电公司城区分公司
        """,
        re.VERBOSE,
    )
    return (
        ("post", re.compile(f"{words_of('kinds', 'post_end')}$")),
        ("organisation", organisation),
        ("enterprise", enterprise),
        ("government", re.compile(f"{words_of('kinds', 'government_end')}$")),
    )


@cache
def unit() -> re.Pattern[str]:
    """Return the pattern of what a bureau has below it under its own name: 市公安局云泽分局, 市民政局婚姻登记中心."""
    return re.compile(f"{words_of('kinds', 'unit_end')}$")


@cache
def body_end() -> re.Pattern[str]:
    """Return the pattern of how a bureau that has units ends."""
    return re.compile("局|厅|委员会|委(?!员会)")


@cache
def zone() -> re.Pattern[str]:
    """Return the pattern of a zone: named as owner it is its 管委会 (as a place is its 人民政府, which only the region can tell)."""
    return re.compile(f"{words_of('kinds', 'zone_end')}$")


@cache
def territory() -> re.Pattern[str]:
    """Return the pattern of a district that the gazetteer does not know: a new one, an old one, or a division of the corps."""
    return re.compile("^[一-鿿]{2,6}(?<!军分)(?<![军灌社片])区$|^兵团第.{1,3}师$")


@cache
def township() -> re.Pattern[str]:
    """Return the pattern of a street office, a town or a township: 坪山街道, 城关镇人民政府, but not 景德镇."""
    return re.compile("^(?P<name>[一-鿿]{1,10}?)(?:(?P<street>街道)(?:办事处|办)?|(?P<town>[镇乡])(?:人民)?(?:政府)?)$")


@cache
def statutory() -> re.Pattern[str]:
    """Return the pattern of organs by statute that no government directs: congress, courts, branches of national bodies."""
    return re.compile(
        rf"""
          {words_of("kinds", "statutory_within")}                         # 省人民代表大会常务委员会
        | {words_of("kinds", "statutory_end")}$                           # 市人民检察院
        | ^{words_of("kinds", "statutory_bureau")}.+局$                   # 国家税务总局云泽市税务局
        | ^{words_of("kinds", "statutory_bank")}.+[行部]$                 # 中国人民银行云泽中心支行
        | ^{words_of("kinds", "statutory_office")}.+办公室$               # 国家能源局云泽监管办公室
        | ^{words_of("kinds", "statutory_customs")}.+(?:海关|海事局)$     # 中华人民共和国云泽海关
        | ^海关总署.+分署$
        | ^{words_of("kinds", "statutory_brigade")}.+队$                  # 国家统计局云泽调查队
        """,
        re.VERBOSE,
    )


@cache
def department() -> re.Pattern[str]:
    """Return the pattern of names that end like a department's."""
    return re.compile(
        words_of("endings", "organ", "organ_full", "court", "force", "centre", "league", "league_short") + "$"
    )


@cache
def generic_firm() -> re.Pattern[str]:
    """Return the pattern of firms whose names say no place: 投资集团, 供电公司."""
    return re.compile(f"^{words_of('kinds', 'generic_firm')}{words_of('kinds', 'firm_form')}$")


@cache
def needs_no_level() -> re.Pattern[str]:
    """Return the pattern of names that say whose they are, so that no level word is missing."""
    return re.compile(
        rf"""
          ^{words_of("kinds", "own_start")}     # 国网云泽供电公司, 中共云泽市委
        | ^人行(?=.)                            # 人行云泽中心支行, but 人行 is the plan's own
        | ^团{_level_letter()}委                # 团市委
        | {words_of("kinds", "own_end")}$       # 云泽海关, 高新区管委会
        """,
        re.VERBOSE,
    )

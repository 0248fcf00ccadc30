"""The alias grammar: pairs that are one body, pairs that are not, and the words that decide."""

from __future__ import annotations

import json
import os
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.agencies.bodies import bodies, squash
from graph.agencies.names import (
    aliases,
    canonical,
    functional_line,
    is_collective,
    kind,
    split_level,
)
from graph.agencies.resolve import agency_region, resolve

# Region of the plan, then spellings of one body there.
SAME = [
    ("洛阳市", "市发改委 市发展改革委 市发展和改革委 市发展和改革委员会 发改委 洛阳市发展和改革委员会"),
    ("洛阳市", "市工信局 市工业和信息化局 市工业信息化局 工信局 工业和信息化局"),
    ("安庆市", "市经信局 市经济和信息化局 市经济信息化局 经信局"),
    ("重庆市", "市经济信息委 市经济和信息化委 市经济和信息化委员会 市经信委"),
    ("重庆市", "市文化旅游委 市文化和旅游委员会 市文旅委 市文化和旅游发展委员会"),
    ("重庆市", "市人力社保局 市人力资源和社会保障局 市人社局 市人力资源社会保障局"),
    ("重庆市", "市政府口岸物流办 市口岸物流办 市口岸和物流办公室 市政府口岸和物流办公室"),
    ("重庆市", "市大数据发展局 市大数据发展管理局 市大数据局"),
    ("重庆市", "市供销合作社 市供销社 市供销合作社联合社"),
    ("河南省", "省国资委 省政府国资委 省人民政府国有资产监督管理委员会 省国有资产监督管理委员会 国资委"),
    ("河南省", "省住建厅 省住房城乡建设厅 省住房和城乡建设厅 住房城乡建设厅"),
    ("河南省", "省科技厅 省科学技术厅 科技厅 河南省科学技术厅"),
    ("河南省", "省市场监管局 省市场监督管理局 市场监管局 市监局"),
    ("河南省", "省银保监局 河南银保监局"),
    ("河南省", "省证监局 河南证监局"),
    ("河南省", "省税务局 国家税务总局河南省税务局 河南省税务局"),
    ("河南省", "省法院 省高级人民法院 省高院"),
    ("浙江省", "省建设厅 省住房和城乡建设厅 省住建厅"),
    ("浙江省", "省纪委省监委 省纪委监委"),
    ("浙江省", "省经信厅 省经济和信息化厅"),
    ("浙江省", "浙江金融监管局 国家金融监督管理总局浙江监管局"),
    ("浙江省", "省金融监管局 省地方金融监管局 省地方金融监督管理局"),
    ("浙江省", "省委编办 省编办 省委机构编制委员会办公室"),
    ("浙江省", "杭州市 杭州市政府 杭州市人民政府"),
    ("浙江省", "人行浙江省分行 人民银行浙江省分行 中国人民银行浙江省分行"),
    ("洛阳市", "市税务局 国家税务总局洛阳市税务局 洛阳市税务局 税务局"),
    ("三明市", "人行 市人行 人民银行三明市中心支行 中国人民银行三明市中心支行"),
    ("三明市", "银保监分局 市银保监分局 三明银保监分局"),
    ("遂宁市", "国网遂宁供电公司 国家电网遂宁供电公司 遂宁供电公司"),
    ("洛阳市", "市网信办 市委网信办 市委网络安全和信息化委员会办公室"),
    ("洛阳市", "市卫健委 市卫生健康委 市卫生健康委员会 卫健委"),
    ("洛阳市", "市自规局 市自然资源规划局 市自然资源和规划局 市自然资源与规划局"),
    ("洛阳市", "市退役军人局 市退役军人事务局"),
    ("洛阳市", "市医保局 市医疗保障局"),
    ("洛阳市", "市粮食和储备局 市粮储局 市粮食和物资储备局"),
    ("洛阳市", "市林草局 市林业和草原局"),
    ("洛阳市", "市药监局 市药品监督管理局"),
    ("洛阳市", "市应急局 市应急管理局"),
    ("洛阳市", "市妇联 市妇女联合会"),
    ("洛阳市", "市残联 市残疾人联合会"),
    ("洛阳市", "团市委 共青团市委 共青团洛阳市委员会"),
    ("洛阳市", "市政府 市人民政府 洛阳市人民政府"),
    ("洛阳市", "市政府办公室 市政府办 市人民政府办公室"),
    ("洛阳市", "市政府外办 市外办 市人民政府外事办公室"),
    ("洛阳市", "市教委 市教育委员会"),
    ("洛阳市", "市委 洛阳市委 中共洛阳市委员会"),
    ("安庆市", "安庆经开区 安庆经开区管委会 经开区管委会 安庆经济技术开发区管理委员会"),
    ("洛阳市", "高新区 洛阳高新区 市高新区管委会 高新技术产业开发区管委会"),
    ("洛阳市", "市直机关工委 市委直属机关工委 市直属机关工作委员会"),
    ("洛阳市", "市安委办 市安全生产委员会办公室 市安委会办公室"),
    ("洛阳市", "市人大常委会 市人民代表大会常务委员会"),
    ("重庆市", "市金融监管局 重庆市金融监管局 重庆市地方金融监督管理局"),
    ("陕西省", "西咸新区 西咸新区管委会 西咸新区管理委员会"),
    ("象州县", "县发改局 县发展改革局 县发展和改革局"),
    ("象州县", "县应急局 县应急管理局 应急局 象州县应急管理局"),
    ("全国", "发改委 国家发改委 国家发展改革委 国家发展和改革委员会 发展改革委"),
    ("全国", "工信部 工业和信息化部"),
    ("全国", "市场监管总局 国家市场监督管理总局 国家市场监管总局"),
    ("全国", "国资委 国务院国资委 国务院国有资产监督管理委员会"),
    ("全国", "银保监会 中国银行保险监督管理委员会"),
    ("全国", "住建部 住房城乡建设部 住房和城乡建设部"),
    ("全国", "林草局 国家林草局 国家林业和草原局"),
    ("全国", "税务总局 国家税务总局"),
    ("全国", "气象局 中国气象局"),
    ("全国", "能源局 国家能源局"),
    ("全国", "人民银行 中国人民银行"),
    ("内蒙古自治区", "自治区发改委 自治区发展改革委 内蒙古自治区发展和改革委员会"),
    ("锡林郭勒盟", "盟发改委 盟发展和改革委员会"),
    ("恩施土家族苗族自治州", "州工信局 州工业和信息化局"),
]

# Region and name, region and name: two bodies, however alike the names look.
DIFFERENT = """
洛阳市 市财政局 洛阳市 省财政厅|洛阳市 市财政局 安庆市 市财政局|洛阳市 市发改委 洛阳市 省发改委|洛阳市 市发改委 全国 发改委|洛阳市 市委 洛阳市 市委宣传部
洛阳市 市委 洛阳市 团市委|洛阳市 市政府 洛阳市 市政府国资委|洛阳市 市政府 洛阳市 市政府办公室|洛阳市 市委 洛阳市 市委办公室|洛阳市 市委宣传部 洛阳市 市委统战部
洛阳市 市农业局 洛阳市 市农业农村局|洛阳市 市农业农村局 象州县 县农业农村局|洛阳市 市农业农村局 安庆市 市农业农村局|洛阳市 市发改委 洛阳市 市能源局|洛阳市 市发改委 洛阳市 市粮食和储备局
洛阳市 市市场监管局 洛阳市 市药监局|洛阳市 市市场监管局 洛阳市 市知识产权局|洛阳市 市市场监管局 洛阳市 省市场监管局|洛阳市 市自然资源局 洛阳市 市林业局|洛阳市 市自然资源局 洛阳市 市自然资源和规划局
洛阳市 市工信局 洛阳市 市科技局|洛阳市 市工信局 洛阳市 市经信局|洛阳市 市工信局 安庆市 市工信局|洛阳市 市生态环境局 洛阳市 市自然资源局|洛阳市 市应急局 洛阳市 市消防救援支队
洛阳市 市卫健委 洛阳市 市疾控局|洛阳市 市卫健委 洛阳市 市医保局|洛阳市 市文旅局 洛阳市 市文物局|洛阳市 市文旅局 洛阳市 市广电局|洛阳市 市体育局 洛阳市 市教育局
洛阳市 市住建局 洛阳市 市城管局|洛阳市 市住建局 洛阳市 市交通局|洛阳市 市交通局 洛阳市 市邮政管理局|洛阳市 市水利局 洛阳市 市水务局|洛阳市 市商务局 洛阳市 市投资促进局
洛阳市 市税务局 洛阳市 市财政局|洛阳市 市税务局 安庆市 市税务局|洛阳市 市税务局 洛阳市 省税务局|洛阳市 国家税务总局洛阳市税务局 洛阳市 国家税务总局安庆市税务局|洛阳市 国家税务总局洛阳市税务局 全国 国家税务总局
洛阳市 市金融工作局 洛阳市 市金融监管局|浙江省 省金融监管局 浙江省 浙江金融监管局|浙江省 省委金融办 浙江省 省金融监管局|浙江省 省经信厅 浙江省 省工信厅|浙江省 杭州市人民政府 浙江省 宁波市人民政府
浙江省 杭州市 浙江省 杭州市财政局|浙江省 省财政厅 浙江省 杭州市财政局|浙江省 省委编办 浙江省 省委改革办|浙江省 省委组织部 浙江省 省委宣传部|浙江省 省纪委监委 浙江省 省法院
重庆市 重庆金融监管局 重庆市 重庆市金融监管局|安庆市 安庆高新区 安庆市 安庆经开区|江西省 江西银保监局 江西省 省金融监管局|江西省 江西银保监局 陕西省 陕西银保监局|江西省 南昌海关 陕西省 西安海关|江西省 南昌海关 全国 海关总署|江西省 人行南昌中心支行 陕西省 人民银行西安分行
三明市 人行 遂宁市 人行|三明市 银保监分局 遂宁市 银保监分局|三明市 人行 全国 人民银行|三明市 银保监分局 全国 银保监会|三明市 人行 三明市 银保监分局
重庆市 市政府口岸物流办 重庆市 市政府办公厅|重庆市 市商务委 重庆市 市招商投资局|重庆市 市商务委 渝中区 区商务委|重庆市 市财政局 渝中区 区财政局|重庆市 重庆海关 重庆市 市商务委
重庆市 市交通局 渝中区 区交通局|重庆市 保税港区管委会 重庆市 西永综合保税区管委会|重庆市 市委网信办 重庆市 市委宣传部|重庆市 市委网信办 重庆市 市大数据发展局|重庆市 市扶贫办 重庆市 市乡村振兴局
象州县 县财政局 象州县 市财政局|象州县 县财政局 象州县 自治区财政厅|象州县 县公安局 象州县 县公安局交警大队|象州县 县交通运输局 象州县 象州公路养护中心|象州县 县级路长 象州县 县级总路长
象州县 县级路长 象州县 县级路长办公室|象州县 县水利局 象州县 县农业农村局|象州县 县林业局 象州县 县自然资源局|象州县 县政府 象州县 市政府|象州县 县委 象州县 县政府
全国 工业和信息化部 河南省 省工业和信息化厅|全国 发展改革委 全国 国家能源局|全国 发展改革委 全国 国家数据局|全国 自然资源部 全国 国家林草局|全国 国务院国资委 河南省 省国资委
全国 人民银行 全国 国家外汇局|全国 财政部 全国 税务总局|全国 市场监管总局 全国 药监局|全国 市场监管总局 全国 知识产权局|全国 交通运输部 全国 国家铁路局
全国 交通运输部 全国 民航局|全国 文化和旅游部 全国 文物局|全国 公安部 全国 国家移民局|全国 证监会 全国 银保监会|全国 农业农村部 全国 国家乡村振兴局
全国 国家卫生健康委 全国 国家中医药局|全国 生态环境部 河南省 省生态环境厅|全国 中央宣传部 浙江省 省委宣传部|全国 司法部 全国 公安部|全国 水利部 全国 中国气象局
安庆市 安庆经开区管委会 安庆市 安庆高新区管委会|安庆市 安庆经开区管委会 安庆市 市政府|安庆市 各县（市、区）人民政府 安庆市 市政府|安庆市 各有关部门 洛阳市 各有关部门|安庆市 市有关部门 安庆市 各有关部门
遂宁市 国网遂宁供电公司 遂宁市 明星电力公司|遂宁市 国网遂宁供电公司 达州市 国家电网达州供电公司|遂宁市 遂宁海关 遂宁市 市税务局|遂宁市 市总工会 遂宁市 市工商联|遂宁市 市农民工服务中心 遂宁市 市人社局
陕西省 西咸新区管委会 陕西省 杨凌示范区管委会|陕西省 韩城市政府 陕西省 各设区市政府|陕西省 省审改办 陕西省 省委编办|陕西省 省政府办公厅 陕西省 省政府|陕西省 省信用管理办公室 陕西省 省信息中心
海南省 省妇联 海南省 团省委|海南省 省科协 海南省 省科技厅|海南省 省计生协 海南省 省卫生健康委|海南省 省残联 海南省 省妇联|海南省 团省委 海南省 省委
洛阳市 市民政局 洛阳市 市民族宗教局|洛阳市 市司法局 洛阳市 市委政法委|洛阳市 市公安局 洛阳市 市国安局|洛阳市 市统计局 洛阳市 市审计局|洛阳市 市信访局 洛阳市 市档案局
洛阳市 市政务服务局 洛阳市 市行政审批局|洛阳市 市大数据局 洛阳市 市政务服务和大数据局|洛阳市 市国资委 洛阳市 市财政局|洛阳市 市机关事务局 洛阳市 市机关事务服务中心|洛阳市 市人防办 洛阳市 市外办
"""


@pytest.mark.parametrize(("region", "spelled"), SAME, ids=lambda value: value.split()[0])
def test_one_body(region: str, spelled: str) -> None:
    found = {name: resolve(name, region) for name in spelled.split()}
    assert len({agency.id for agency in found.values()}) == 1, {
        name: agency.canonical for name, agency in found.items()
    }
    assert len({agency.functional_line for agency in found.values()}) == 1


def different() -> list[tuple[str, ...]]:
    return [tuple(pair.split()) for row in DIFFERENT.strip().splitlines() for pair in row.split("|")]


@pytest.mark.parametrize(("region", "name", "other_region", "other"), different())
def test_two_bodies(region: str, name: str, other_region: str, other: str) -> None:
    first, second = resolve(name, region), resolve(other, other_region)
    assert first.id != second.id, (first.canonical, second.canonical)


def test_the_tables_are_large_enough() -> None:
    assert sum(len(list(combinations(spelled.split(), 2))) for _, spelled in SAME) >= 120
    assert len(different()) >= 120


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("市发改委", ("市", "发改委")),
        ("市场监管局", ("", "市场监管局")),
        ("市市场监管局", ("市", "市场监管局")),
        ("省市场监督管理局", ("省", "市场监督管理局")),
        ("市委宣传部", ("市", "委宣传部")),
        ("省委网信办", ("省", "委网信办")),
        ("市政府国资委", ("市", "政府国资委")),
        ("市政务服务局", ("市", "政务服务局")),
        ("市政管理局", ("", "市政管理局")),
        ("市民政局", ("市", "民政局")),
        ("市民中心", ("", "市民中心")),
        ("市监局", ("", "市监局")),
        ("市市监局", ("市", "市监局")),
        ("区域协作办", ("", "区域协作办")),
        ("区块链研究中心", ("", "区块链研究中心")),
        ("县域经济办", ("", "县域经济办")),
        ("县乡村振兴局", ("县", "乡村振兴局")),
        ("乡村振兴局", ("", "乡村振兴局")),
        ("自治区财政厅", ("自治区", "财政厅")),
        ("自治州财政局", ("自治州", "财政局")),
        ("州财政局", ("州", "财政局")),
        ("盟发改委", ("盟", "发改委")),
        ("旗农牧局", ("旗", "农牧局")),
        ("国家能源局", ("国家", "能源局")),
        ("国家电网达州供电公司", ("", "国家电网达州供电公司")),
        ("全国工商联", ("全国", "工商联")),
        ("省级有关部门", ("省级", "有关部门")),
        ("市直园区管委会", ("市直", "园区管委会")),
        ("乡镇人民政府", ("乡镇", "人民政府")),
        ("市", ("", "市")),
        ("", ("", "")),
    ],
)
def test_split_level(name: str, expected: tuple[str, str]) -> None:
    assert split_level(name) == expected


@pytest.mark.parametrize(
    ("expected", "names"),
    [
        (
            "body",
            "市财政局 省委宣传部 国家发展改革委 人民银行 县公安局交警大队 县级路长办公室 象州公路养护中心 县乡村振兴局 省政府办公厅 市城市管理委员会",
        ),
        (
            "collective",
            "各有关部门 各相关单位 市有关部门 省级有关部门 各县（市、区）人民政府 各县（市、区） 领导小组成员单位 产业链专班牵头单位 试点城市政府 市直园区管委会"
            " 各行业主管部门 各级国资委 乡镇级路长 村级路长 县乡专管员 乡镇人民政府 省直各部门 县（市、区）政府 各银行机构 行业主管部门 基础电信企业 乡镇（街道） 科研院所 相关县区政府 市属国有企业 街道办事处 村民委员会",
        ),
        ("government", "杭州市人民政府 省政府 韩城市政府 安庆高新区管委会 西咸新区 宁波市 赣江新区管委会"),
        ("enterprise", "国网石家庄供电公司 浙江日报报业集团 省电力公司 市投资集团 中国移动 国家电网达州供电公司"),
        ("organisation", "省残联 省妇联 团省委 市总工会 省计生协 供销合作总社 市供销合作社 市工商联"),
        ("post", "县级总路长 县级路长 县河长"),
    ],
    ids=lambda value: value if " " not in value else "",
)
def test_kind(expected: str, names: str) -> None:
    assert {name: kind(name) for name in names.split()} == dict.fromkeys(names.split(), expected)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("市发改委", "市发展和改革委员会"),
        ("省工信厅", "省工业和信息化厅"),
        ("住建局", "住房和城乡建设局"),
        ("市监局", "市场监督管理局"),
        ("市市场监管局", "市市场监督管理局"),
        ("市文化广电旅游局", "市文化广电和旅游局"),
        ("省人力社保厅", "省人力资源和社会保障厅"),
        ("税务总局", "国家税务总局"),
        ("科技部", "科学技术部"),
        ("省法院", "省高级人民法院"),
        ("市法院", "市中级人民法院"),
        ("县法院", "县人民法院"),
        ("某某工作专班", "某某工作专班"),
    ],
)
def test_canonical(name: str, expected: str) -> None:
    assert canonical(name) == expected
    assert canonical(expected) == expected


def test_aliases_have_abbreviation_middle_form_and_official_name() -> None:
    found = aliases("市发改委")
    assert {"市发改委", "市发展改革委", "市发展和改革委员会", "发改委", "发展改革委"} <= set(found)
    assert found == sorted(found) == aliases("市发展和改革委员会")
    assert not any(name.startswith("省") for name in found)


def test_no_spelling_belongs_to_two_local_bodies() -> None:
    owner: dict[str, str] = {}
    for known in bodies():
        for name in known.spellings:
            national_twin = owner.setdefault(squash(name), known.official)
            assert national_twin == known.official or known.official.startswith(("国家", "中国")), name


def test_every_alias_resolves_to_the_same_body() -> None:
    for known in bodies():
        if "总局" in known.official or known.official.startswith(("国", "中")):
            continue
        ids = {resolve(name, "洛阳市").id for name in aliases("市" + known.official)}
        assert len(ids) == 1, known.official


@pytest.mark.parametrize(
    "names",
    [
        "工业和信息化部 省工业和信息化厅 市工业和信息化局 市经济和信息化局 市经济信息委",
        "国家发展改革委 省发改委 县发展改革局",
        "国家卫生健康委 省卫健委 县卫生健康局",
        "国务院国资委 省国资委 市政府国资委",
        "市场监管总局 市市场监管局",
        "共青团中央 团省委 团市委",
    ],
    ids=lambda value: value.split()[0],
)
def test_counterparts_share_a_line(names: str) -> None:
    assert len({functional_line(name) for name in names.split()}) == 1
    assert functional_line(names.split()[0])


@pytest.mark.parametrize("pair", ["市财政局 市税务局", "市发改委 市能源局", "市科技局 市科协", "市教育局 市体育局"])
def test_other_lines_are_no_counterparts(pair: str) -> None:
    first, second = pair.split()
    assert functional_line(first) != functional_line(second)


def test_unknown_bodies_have_no_line() -> None:
    assert functional_line("市热线中心") is None


@pytest.mark.parametrize(
    ("name", "plan_region", "expected"),
    [
        ("市财政局", "安庆市", "安庆市"),
        ("省财政厅", "安庆市", "安徽省"),
        ("自治区财政厅", "象州县", "广西壮族自治区"),
        ("国家能源局", "安庆市", "全国"),
        ("税务总局", "安庆市", "全国"),
        ("工业和信息化部", "安庆市", "全国"),
        ("县财政局", "象州县", "象州县"),
        ("市财政局", "象州县", "来宾市"),
        ("市财政局", "义乌市", "义乌市"),
        ("市财政局", "渝中区", "重庆市"),
        ("区财政局", "渝中区", "渝中区"),
        ("市财政局", "重庆市", "重庆市"),
        ("国家税务总局洛阳市税务局", "河南省", "洛阳市"),
        ("杭州市人民政府", "浙江省", "杭州市"),
        ("江西银保监局", "江西省", "江西省"),
        ("石家庄海关", "河北省", "石家庄市"),
        ("人行达州市中心支行", "达州市", "达州市"),
        ("各有关部门", "安庆市", "安庆市"),
        ("团省委", "安庆市", "安徽省"),
        ("州财政局", "恩施市", "恩施土家族苗族自治州"),
        ("西咸新区管委会", "陕西省", "西咸新区"),
        ("热线中心", "遂宁市", "遂宁市"),
        ("省财政厅", "火星市", "火星市"),
    ],
)
def test_agency_region(name: str, plan_region: str, expected: str) -> None:
    assert agency_region(name, plan_region) == expected


def test_agency_level_counts_towns() -> None:
    assert [resolve(name, "象州县").level for name in ("县财政局", "乡镇人民政府", "村级路长")] == [
        "区县",
        "乡镇",
        "乡镇",
    ]


@given(st.text(alphabet="国家省市县区州委政府各有关部门工信局发改和（、）公司洛阳", max_size=14))
@example("政局")
def test_any_name_resolves_and_its_canonical_name_is_stable(name: str) -> None:
    level, rest = split_level(name)
    assert level + rest == name
    once = resolve(name, "洛阳市")
    assert resolve(once.canonical, "洛阳市").canonical == once.canonical


def test_collectives_of_the_gold() -> None:
    folder = os.environ.get("ZERENTU_CORPUS")
    if not folder:
        pytest.skip("set ZERENTU_CORPUS to the folder of real plans")
    wrong = []
    for path in sorted(Path(folder).parent.glob("gold/*/*.json")):
        for task in json.loads(path.read_text(encoding="utf-8"))["tasks"]:
            wrong += [o["name"] for o in task["owners"] if is_collective(o["name"]) != o["collective"]]
    assert wrong == []

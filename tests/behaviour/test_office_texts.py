"""Small texts of the kinds that offices send, in other words and structures; the right answer was written down first.

How many were read wrong at first is told in docs/accuracy.md.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from office_forms import Read, owners, parse

TEXTS: dict[str, tuple[str, Read]] = {
    "offices in sentences of their own": (
        "省水利厅分工方案\n一、任务\n1.调度。由调度处牵头，建管处、运管处按职责分工负责，并建立会商制度。\n"
        "2.监管。核查取水口。水资源处牵头，法规处、执法总队配合。",
        [
            ("一/1", "建管处:co_own 调度处:lead 运管处:co_own"),
            ("一/2", "执法总队:support 水资源处:lead 法规处:support"),
        ],
    ),
    "a name with digits": (
        "云泽市热线方案\n一、任务\n（一）接诉。（责任单位：市营商环境局、市12345热线中心）",
        [("一/（一）", "市12345热线中心:co_own 市营商环境局:co_own")],
    ),
    "helpers behind a duty of an office": (
        "市林业局松材线虫防治分工\n一、任务分工\n（一）森防站：开展普查。（协助单位：林场、种苗站）\n（二）林政科：查处违法调运。",
        [("一/（一）", "林场:support 森防站:lead 种苗站:support"), ("一/（二）", "林政科:lead")],
    ),
    "duties of villages": (
        "石桥镇防汛方案\n三、责任划分\n1.北山村。负责北山塘巡查。\n2.南河村、柳林村。负责河堤巡查。\n3.镇水利站。负责技术指导。",
        [("三/1", "北山村:lead"), ("三/2", "南河村:co_own 柳林村:co_own"), ("三/3", "镇水利站:lead")],
    ),
    "duties by 由": (
        "云泽市招商活动方案\n二、职责分工\n（一）由市商务局负责嘉宾邀请。\n（二）由市外办负责翻译接待，由市公安局负责安保。",
        [("二/（一）", "市商务局:lead"), ("二/（二）", "市外办:lead"), ("二/（二）", "市公安局:lead")],
    ),
    "who only helps in a duty list": (
        "云泽市活动方案\n二、成员单位职责\n市体育局：牵头组织赛事。\n市卫生健康委协助做好医疗保障。\n市气象局配合提供预报。",
        [("二", "市体育局:lead"), ("二", "市卫生健康委:support"), ("二", "市气象局:support")],
    ),
    "duties with a semicolon between two bodies": (
        "云泽市活动方案\n二、职责分工\n1.市民政局负责登记；市财政局负责资金；市审计局负责审计。\n2.市残联负责回访。",
        [("二/1", "市民政局:lead"), ("二/1", "市财政局:lead"), ("二/1", "市审计局:lead"), ("二/2", "市残联:lead")],
    ),
    "a head of an office in a duty list": (
        "东山街道平安方案\n二、职责分工\n1.派出所所长：负责治安巡逻。\n2.各社区书记负责矛盾排查。\n3.综治办：负责汇总。",
        [("二/1", "派出所:lead"), ("二/2", "各社区:lead"), ("二/3", "综治办:lead")],
    ),
    "a closing chapter gives tasks by name": (
        "云泽市治堵方案\n一、主要任务\n（一）打通断头路行动。打通6条断头路。\n（二）停车治理行动。规范泊位。\n"
        "三、职责分工\n打通断头路行动由市住建局牵头，市自然资源局配合。停车治理行动由市城管局会同市公安局负责。",
        [("一/（一）", "市住建局:lead 市自然资源局:support"), ("一/（二）", "市公安局:support 市城管局:lead")],
    ),
    "a closing chapter gives tasks by number": (
        "云泽市护苗方案\n一、任务\n（一）净网。清理信息。\n（二）护校。巡查周边。\n（三）宣讲。开展讲座。\n"
        "二、组织实施\n第（一）项任务由市委网信办牵头；第（二）、（三）项任务由市公安局、市教育局负责。",
        [
            ("一/（一）", "市委网信办:lead"),
            ("一/（二）", "市公安局:co_own 市教育局:co_own"),
            ("一/（三）", "市公安局:co_own 市教育局:co_own"),
        ],
    ),
    "a clause that closes a group of items": (
        "云泽市控烟方案\n一、任务\n1.场所管理\n（1）车站控烟。\n（2）医院控烟。\n（3）学校控烟。\n"
        "责任单位：市卫生健康委、市教育局\n完成时限：2027年6月\n2.宣传。印发折页。（市委宣传部负责）",
        [
            ("一/1/（1）", "市卫生健康委:co_own 市教育局:co_own"),
            ("一/1/（2）", "市卫生健康委:co_own 市教育局:co_own"),
            ("一/1/（3）", "市卫生健康委:co_own 市教育局:co_own"),
            ("一/2", "市委宣传部:lead"),
        ],
    ),
    "two counties share an ending": (
        "云泽市水源方案\n一、任务\n（一）搬迁。搬迁排口。（安吉、德清县人民政府负责）\n（二）补偿。落实补偿。（衢州、金华市生态环境局负责）",
        [
            ("一/（一）", "安吉县人民政府:co_own 德清县人民政府:co_own"),
            ("一/（二）", "衢州市生态环境局:co_own 金华市生态环境局:co_own"),
        ],
    ),
    "a level word goes forward": (
        "云泽市就业方案\n一、任务\n（一）培训。开展培训。（市人社局、财政局、教育局按职责分工负责）\n（二）招聘。办招聘会。（人社处、市总工会负责）",
        [
            ("一/（一）", "市人社局:co_own 市教育局:co_own 市财政局:co_own"),
            ("一/（二）", "人社处:co_own 市总工会:co_own"),
        ],
    ),
    "first and second unit that answer": (
        "云泽市防火方案\n一、任务\n（一）巡护。加密巡护。（第一责任单位：市林业局；第二责任单位：市应急局）\n"
        "（二）督查。开展督查。（市政府督查室为首要责任单位，市审计局协办）",
        [("一/（一）", "市应急局:co_own 市林业局:lead"), ("一/（二）", "市审计局:support 市政府督查室:lead")],
    ),
    "首位 leads": (
        "云泽市数字方案（责任单位排首位的为牵头单位）\n一、任务\n（一）建平台。建平台。（责任单位：市数据局、市财政局）\n（二）建标准。（责任单位：市市场监管局）",
        [("一/（一）", "市数据局:lead 市财政局:co_own"), ("一/（二）", "市市场监管局:lead")],
    ),
    "具体实施 and 承担": (
        "云泽市地灾方案\n一、任务\n（一）监测。布设监测点。（市自然资源局具体实施，市财政局支持）\n（二）培训。培训群测员。（市应急局承担）",
        [("一/（一）", "市自然资源局:lead 市财政局:support"), ("一/（二）", "市应急局:lead")],
    ),
    "local governments carry out": (
        "云泽市厕改方案\n一、任务\n（一）改厕。改造户厕。（市农业农村局牵头，各县（市、区）人民政府具体实施）\n（二）管护。建立管护机制。（责任单位：市农业农村局、市财政局，各县（市、区）人民政府）",
        [
            ("一/（一）", "各县（市、区）人民政府:implement 市农业农村局:lead"),
            ("一/（二）", "各县（市、区）人民政府:co_own 市农业农村局:co_own 市财政局:co_own"),
        ],
    ),
    "blanks in verbs and brackets of other shapes": (
        "云泽市消防方案\n一、任务\n（一）排查。排查隐患。〔市消防救援支队 牵 头，市应急局 配 合〕\n（二）演练。组织演练。【市教育局、市卫生健康委 按职责分工 负责】",
        [("一/（一）", "市应急局:support 市消防救援支队:lead"), ("一/（二）", "市卫生健康委:co_own 市教育局:co_own")],
    ),
    "numbers glued to months and quantities": (
        "云泽市普查方案\n一、步骤\n1.2027年3月底前制定细则。（市统计局负责）\n2.5个工作日内完成登记。（市民政局负责）\n3.6月上旬汇总。（市财政局负责）",
        [("一/1", "市统计局:lead"), ("一/2", "市民政局:lead"), ("一/3", "市财政局:lead")],
    ),
    "numbers by 第一条": (
        "云泽市人才若干措施\n第一条 支持引才。给予补贴。（市委组织部、市人社局）\n第二条 支持创业。提供场地。（市科技局）\n第三条 附则。本措施自印发之日起施行。",
        [("第一条", "市人社局:co_own 市委组织部:co_own"), ("第二条", "市科技局:lead")],
    ),
    "label lines below each task": (
        "云泽市审批方案\n一、任务\n（一）减环节\n合并审批环节。\n主办单位：市住建局\n协办单位：市自然资源局、市消防救援支队\n完成时间：2027年6月\n（二）减材料\n推行电子证照。\n主责部门：市政数局",
        [("一/（一）", "市住建局:lead 市消防救援支队:support 市自然资源局:support"), ("一/（二）", "市政数局:lead")],
    ),
    "labels with offices behind a dash": (
        "省水利厅2027年工作要点\n一、任务\n（一）规划编制。完成规划。——责任处室：规划处，配合处室：水资源处\n（二）河湖划界。完成划界。——责任处室：河湖处",
        [("一/（一）", "水资源处:support 规划处:lead"), ("一/（二）", "河湖处:lead")],
    ),
    "an annex that names things has no tasks": (
        "云泽市创新方案\n一、任务\n（一）建平台。（市科技局负责）\n附件：创新平台名单\n1.云泽大学重点实验室\n2.云泽精工研究院",
        [("一/（一）", "市科技局:lead")],
    ),
    "members of a leading group have no tasks": (
        "云泽市专班方案\n一、组成人员\n组长：李明 副市长\n成员：王强 市财政局局长\n赵丽 市商务局局长\n二、职责分工\n市财政局：筹措资金。\n市商务局：开展对接。",
        [("二", "市财政局:lead"), ("二", "市商务局:lead")],
    ),
    "a bracket that only lists units": (
        "云泽市2027年政府工作报告分工\n1.新增绿地30公顷。（市园林局、市自然资源局，各区人民政府）\n2.新建学校5所。（市教育局）",
        [("1", "各区人民政府:co_own 市园林局:co_own 市自然资源局:co_own"), ("2", "市教育局:lead")],
    ),
    "two clauses in one item": (
        "云泽市旅游方案\n一、任务\n（一）做强景区。创建5A级景区。（市文旅局牵头）开通旅游专线。（市交通运输局牵头，市公交集团配合）",
        [("一/（一）", "市文旅局:lead"), ("一/（一）", "市交通运输局:lead 市公交集团:support")],
    ),
    "roles marked on members": (
        "云泽市养老方案\n一、任务\n（一）建站。建站。（责任单位：市民政局（牵头）、市财政局、市卫生健康委（配合））",
        [("一/（一）", "市卫生健康委:support 市民政局:lead 市财政局:co_own")],
    ),
    "units on a line of their own in a township": (
        "柳河镇秸秆禁烧方案\n二、工作任务\n（一）网格巡查。划分网格。\n牵头：镇环保办；配合：镇农服中心、各村（社区）\n（二）督导检查。每周检查。\n牵头：镇纪委",
        [("二/（一）", "各村（社区）:support 镇农服中心:support 镇环保办:lead"), ("二/（二）", "镇纪委:lead")],
    ),
    "section clause for items": (
        "云泽市冬春方案\n一、救助（市民政局牵头，市财政局配合）\n1.摸排对象。\n2.发放物资。\n二、保供（市商务局负责）\n1.储备蔬菜。",
        [
            ("一/1", "市民政局:lead 市财政局:support"),
            ("一/2", "市民政局:lead 市财政局:support"),
            ("二/1", "市商务局:lead"),
        ],
    ),
    "an office in charge with its bureau": (
        "云泽市公路方案\n一、任务\n（一）养护。养护国道。（责任单位：市公路中心；责任人：陈刚）\n（二）治超。治理超限。（市交通运输综合执法支队牵头，市公安局交警支队配合）",
        [("一/（一）", "市公路中心:lead"), ("一/（二）", "市交通运输综合执法支队:lead 市公安局交警支队:support")],
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_texts(name: str, tmp_path: Path) -> None:
    content, wanted = TEXTS[name]
    assert owners(parse(tmp_path, ".txt", content)) == wanted

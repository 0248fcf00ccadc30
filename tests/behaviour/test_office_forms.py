"""Small tables of the kinds that offices send, in other words, structures and formats; the right answer was written down first.

How many were read wrong at first is told in docs/accuracy.md.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_writer import cell, paragraph, run, table, write_docx
from office_forms import Read, owners, parse


def html(*blocks: str) -> str:
    return f'<html><head><meta charset="utf-8"></head><body>{"".join(blocks)}</body></html>'


def rows(*lines: str) -> str:
    """Return a table of html; cells are told apart by bars, one that begins with ``<`` stands as it is."""
    made = (
        "".join(each if each.startswith("<t") else f"<td>{each}</td>" for each in line.split("|")) for line in lines
    )
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in made)}</table>"


DOWN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"

FORMS: dict[str, tuple[str, str | bytes, Read]] = {
    "a duty list as csv": (
        ".csv",
        "单位,职责\n市教育局,组织研学活动\n市文旅局,开放博物馆\n市财政局,安排补助资金\n",
        [("表/1", "市教育局:lead"), ("表/2", "市文旅局:lead"), ("表/3", "市财政局:lead")],
    ),
    "a duty list as a table of unit and division of work": (
        ".html",
        html(
            "<h1>防溺水工作职责分工</h1>",
            rows("序号|成员单位|职责分工", "1|县教育局|开展家访", "2|县水利局|设立警示牌"),
        ),
        [("表/1", "县教育局:lead"), ("表/2", "县水利局:lead")],
    ),
    "blank owners in a copy as text are those above": (
        ".csv",
        "序号,工作任务,牵头单位,配合单位\n1,改造泵站,市水务局,市财政局\n2,清淤河道,,\n3,植树造林,市林业局,\n",
        [
            ("表/1", "市水务局:lead 市财政局:support"),
            ("表/2", "市水务局:lead 市财政局:support"),
            ("表/3", "市林业局:lead"),
        ],
    ),
    "group rows in a table of Word, numbers go on": (
        ".docx",
        write_docx(
            paragraph("云泽市营商环境任务清单")
            + table(
                ["序号", "重点任务", "牵头部门", "参与部门"],
                [cell("（一）政务服务", '<w:gridSpan w:val="4"/>')],
                ["1", "推行一窗受理", "市政数局", "市司法局"],
                [cell("（二）市场准入", '<w:gridSpan w:val="4"/>')],
                ["2", "放宽住所登记", "市市场监管局", ""],
            )
        ),
        [("表/（一）/1", "市司法局:support 市政数局:lead"), ("表/（二）/2", "市市场监管局:lead")],
    ),
    "a sum and a note below the rows": (
        ".csv",
        "序号,实事项目,承办单位\n1,新建口袋公园,市园林局\n2,加装电梯,市住建局\n总计,2,\n备注：以上项目年底完成,,\n",
        [("表/1", "市园林局:lead"), ("表/2", "市住建局:lead")],
    ),
    "an office beside a unit": (
        ".docx",
        write_docx(
            table(
                ["序号", "工作事项", "责任单位", "责任科室", "责任人"],
                ["1", "开展普法", "市司法局", "普法科", "李明 13800000000"],
                ["2", "换发证照", "市公安局", "户政支队", "王芳"],
            )
        ),
        [("表/1", "市司法局:lead"), ("表/2", "市公安局:lead")],
    ),
    "offices alone": (
        ".csv",
        "序号,事项,责任科室,协办科室\n1,编印年报,综合科,统计科\n2,整理档案,档案室,\n",
        [("表/1", "统计科:support 综合科:lead"), ("表/2", "档案室:lead")],
    ),
    "persons and telephones in the owner cell": (
        ".html",
        html(
            "<p>信访积案台账</p>",
            rows(
                "序号|问题|包案单位及责任人",
                "1|宅基地纠纷|县自然资源局（赵强，电话0571-88001122）",
                "2|欠薪|县人社局 孙丽 13911112222",
            ),
        ),
        [("表/1", "县自然资源局:lead"), ("表/2", "县人社局:lead")],
    ),
    "a leader above a unit in the owner cell": (
        ".csv",
        "序号,重点工作,责任领导,责任单位\n1,争取资金,张伟,县财政局\n2,招引项目,刘洋,县商务局、县投促中心\n",
        [("表/1", "县财政局:lead"), ("表/2", "县商务局:co_own 县投促中心:co_own")],
    ),
    "several duties with owners in one cell": (
        ".html",
        html(
            "<h1>惠企措施清单</h1>",
            rows(
                "序号|措施|责任单位",
                "1|1.减免租金（市国资委牵头）<br>2.发放消费券（市商务局牵头，市财政局配合）|市国资委、市商务局",
                "2|缓缴社保|市人社局",
            ),
        ),
        [("表/1", "市国资委:lead"), ("表/1", "市商务局:lead 市财政局:support"), ("表/2", "市人社局:lead")],
    ),
    "several duties by circled numbers in a cell of Word": (
        ".docx",
        write_docx(
            table(
                ["序号", "工作举措", "责任单位"],
                ["1", "①编制目录，由市数据局牵头，市司法局配合；②开放接口，由市大数据中心牵头。", ""],
                ["2", "上线专区", "市数据局"],
            )
        ),
        [("表/1", "市司法局:support 市数据局:lead"), ("表/1", "市大数据中心:lead"), ("表/2", "市数据局:lead")],
    ),
    "a matrix in Word": (
        ".docx",
        write_docx(
            paragraph("双拥工作任务分工表（▲主办 △协办）")
            + table(
                ["序号", "任务", "县人武部", "县退役军人局", "县民政局"],
                ["1", "走访慰问", "△", "▲", ""],
                ["2", "征兵宣传", "▲", "", "△"],
            )
        ),
        [("表/1", "县人武部:support 县退役军人局:lead"), ("表/2", "县人武部:lead 县民政局:support")],
    ),
    "a matrix by ticks in html": (
        ".html",
        html("<h2>文明创建责任表</h2>", rows("项目|市委宣传部|市教育局|市城管局", "校园创建|√|√|", "背街小巷|||√")),
        [("表/1", "市委宣传部:co_own 市教育局:co_own"), ("表/2", "市城管局:lead")],
    ),
    "a matrix whose legend stands below": (
        ".csv",
        "任务,市水利局,市气象局,市应急局\n预警发布,◎,●,\n抢险救援,◎,,●\n注：●表示牵头单位，◎表示配合单位,,,\n",
        [("表/1", "市气象局:lead 市水利局:support"), ("表/2", "市应急局:lead 市水利局:support")],
    ),
    "a card in html": (
        ".html",
        html(
            "<h1>攻坚任务卡</h1>",
            rows(
                "任务名称|黑臭水体治理|任务编号|07",
                "责任单位|市生态环境局|协办单位|市水务局",
                "完成时限|2027年10月|进展|",
            ),
        ),
        [("表/1", "市水务局:support 市生态环境局:lead")],
    ),
    "cards in a text by tabs": (
        ".docx",
        write_docx(
            paragraph("一、重点项目")
            + paragraph("（一）冷链物流园")
            + table(
                ["项目名称", "冷链物流园"],
                ["牵头单位", "市商务局"],
                ["配合单位", "市交通运输局"],
                ["完成时限", "2028年底"],
            )
            + paragraph("（二）应急广播")
            + table(["项目名称", "应急广播"], ["牵头单位", "市广电局"], ["配合单位", "无"], ["完成时限", "2027年底"])
        ),
        [("一/（一）", "市交通运输局:support 市商务局:lead"), ("一/（二）", "市广电局:lead")],
    ),
    "names broken over lines in a cell": (
        ".html",
        html(
            "<h1>任务表</h1>",
            rows(
                "序号|任务|责任单位", "1|治理扬尘|市生态<br>环境局<br>市城市<br>管理局", "2|查处黑车|市交通<br>运输局"
            ),
        ),
        [("表/1", "市城市管理局:co_own 市生态环境局:co_own"), ("表/2", "市交通运输局:lead")],
    ),
    "an inspection's rectification ledger": (
        ".csv",
        "序号,反馈问题,整改措施,整改责任单位,督导单位,整改时限\n1,污水直排,接管入网,县住建局,县生态环境分局,2027年6月\n2,扬尘扰民,覆盖裸土,县城管局,,2027年3月\n",
        [("表/1", "县住建局:lead 县生态环境分局:guide"), ("表/2", "县城管局:lead")],
    ),
    "levels of units as columns": (
        ".html",
        html(
            "<h1>对接事项表</h1>",
            rows(
                "序号|争取事项|省级部门|市级部门",
                "1|列入试点|省发展改革委|市发展改革委",
                "2|争取额度|省财政厅|市财政局、市商务局",
            ),
        ),
        [
            ("表/1", "市发展改革委:co_own 省发展改革委:co_own"),
            ("表/2", "市商务局:co_own 市财政局:co_own 省财政厅:co_own"),
        ],
    ),
    "the group column carries a lead of its own": (
        ".html",
        html(
            "<h1>开放清单</h1>",
            rows(
                "<td>领域</td>|<td>数据集名称</td>|<td>责任单位</td>",
                "<td rowspan=2>交通出行（牵头单位：市交通运输局）</td>|<td>公交到站</td>|<td>市公交集团</td>",
                "<td>停车泊位</td>|<td>市城管局</td>",
            ),
        ),
        [("表/1", "市交通运输局:lead 市公交集团:co_own"), ("表/2", "市交通运输局:lead 市城管局:co_own")],
    ),
    "a table in Markdown below an annex line": (
        ".md",
        "# 云泽市促消费方案\n\n一、任务\n\n（一）办节。（市商务局负责）\n\n附件2：任务清单\n\n| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 发券 | 市商务局 |\n| 2 | 夜市 | 市城管局、市市场监管局 |\n",
        [
            ("一/（一）", "市商务局:lead"),
            ("附件2/1", "市商务局:lead"),
            ("附件2/2", "市城管局:co_own 市市场监管局:co_own"),
        ],
    ),
    "a header over two lines with years": (
        ".html",
        html(
            "<h1>重点项目表</h1>",
            rows(
                "<td rowspan=2>序号</td>|<td rowspan=2>项目名称</td>|<td colspan=2>年度目标</td>|<td rowspan=2>牵头单位</td>",
                "<td>2026年</td>|<td>2027年</td>",
                "1|新建充电桩|500个|800个|市发展改革委",
            ),
        ),
        [("表/1", "市发展改革委:lead")],
    ),
    "struck-out owners are nobody": (
        ".docx",
        write_docx(
            paragraph("云泽市方案")
            + paragraph("一、任务")
            + paragraph(inside=run("（一）建站。建站。（") + run("市水利局、", "<w:strike/>") + run("市财政局负责）"))
        ),
        [("一/（一）", "市财政局:lead")],
    ),
    "merged owners in Word": (
        ".docx",
        write_docx(
            table(
                ["任务", "责任部门"],
                ["改造管网", cell("市水务集团", DOWN)],
                ["更换水表", cell("", GOES_ON)],
                ["抄表到户", ""],
            )
        ),
        [("表/1", "市水务集团:lead"), ("表/2", "市水务集团:lead"), ("表/3", "")],
    ),
    "a list of html": (
        ".html",
        html(
            "<h1>云泽市方案</h1><h2>一、任务</h2>",
            "<ol><li>治水。治水。（市水利局负责）</li><li>治气。治气。（市生态环境局负责）</li></ol>",
        ),
        [("一/1", "市水利局:lead"), ("一/2", "市生态环境局:lead")],
    ),
    "a list in letters below one in Roman numerals": (
        ".html",
        html(
            "<h1>云泽市方案</h1><h2>一、任务</h2>",
            '<ol type="I"><li>治水<ol type="a"><li>清淤。（市水利局负责）</li><li>护岸。（市住建局负责）</li></ol></li>'
            "<li>治气<ol><li>减排。（市生态环境局负责）</li></ol></li></ol>",
        ),
        [("一/I/a", "市水利局:lead"), ("一/I/b", "市住建局:lead"), ("一/II/1", "市生态环境局:lead")],
    ),
    "an ideographic list in html": (
        ".html",
        html(
            "<h1>云泽市方案</h1>",
            '<ol type="1" style="list-style-type:cjk-ideographic"><li>治水<ol><li>清淤。（市水利局负责）</li><li>护岸。（市住建局负责）</li></ol></li><li>治气。（市生态环境局负责）</li></ol>',
        ),
        [("一/1", "市水利局:lead"), ("一/2", "市住建局:lead"), ("二", "市生态环境局:lead")],
    ),
    "zero width and compatibility characters in csv": (
        ".csv",
        "\ufeff序号,任务,责\u200b任单位\n1,修\u00ad路,⽔利局、市\u00a0财\u00a0政\u00a0局\n",
        [("表/1", "市财政局:co_own 水利局:co_own")],
    ),
    "会同 in a table cell": (
        ".csv",
        "序号,改革任务,责任分工\n1,推行预约,市卫生健康委会同市医保局\n2,集采扩围,市医保局牵头、市财政局配合\n",
        [("表/1", "市医保局:support 市卫生健康委:lead"), ("表/2", "市医保局:lead 市财政局:support")],
    ),
    "a table with the owners first": (
        ".html",
        html(
            "<h1>目标责任书</h1>",
            rows(
                "责任单位|序号|工作任务|完成时限",
                "<td rowspan=2>市林业局</td>|1|造林1000亩|3月",
                "2|抚育800亩|10月",
                "市水务局|3|清淤5公里|6月",
            ),
        ),
        [("表/1", "市林业局:lead"), ("表/2", "市林业局:lead"), ("表/3", "市水务局:lead")],
    ),
    "letters as task numbers": (
        ".csv",
        "编号,任务内容,牵头单位\nA1,建设驿站,市民政局\nA2,设立网点,市商务局\n",
        [("表/A1", "市民政局:lead"), ("表/A2", "市商务局:lead")],
    ),
    "nested table in an owner cell": (
        ".html",
        html(
            "<h1>清单</h1>",
            rows(
                "序号|任务|责任单位",
                "<td>1</td>|<td>清淤</td>|<td><table><tr><td>市水利局</td></tr><tr><td>市住建局</td></tr></table></td>",
            ),
        ),
        [("表/1", "市住建局:co_own 市水利局:co_own")],
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_forms(name: str, tmp_path: Path) -> None:
    suffix, content, wanted = FORMS[name]
    assert owners(parse(tmp_path, suffix, content)) == wanted

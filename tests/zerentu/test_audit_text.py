"""The audit begins with the finding; plans without any lead are one line, boxes stand apart, notices only on request."""

from __future__ import annotations

from zerentu.audit_text import print_audit

PLANS = [
    {"plan_id": "plan-1", "region": "云泽市", "plan": "云泽市河湖管护方案", "tasks": 4, "led": 0, "written": 0},
    {"plan_id": "plan-2", "region": "延安市", "plan": "冷链运输方案", "tasks": 10, "led": 8, "written": 7},
]


def finding(rule, plan, number, severity="warning"):
    at = PLANS[plan - 1]
    return {
        "rule": rule, "severity": severity, "region": at["region"], "plan": at["plan"], "plan_id": at["plan_id"], "number": number,
        "title": f"事项{number}", "word": None, "agencies": [], "reason": None, "line": 3, "sentence": "按期完成。",
    }  # fmt: skip


ROWS = [
    finding("no_owner", 2, "一/1", "error"),
    finding("no_owner", 1, "一/专栏1", "error"),
    finding("no_owner", 1, "二/1", "error"),
    finding("no_lead", 1, "一/1"),
    finding("no_lead", 1, "一/2"),
    finding("no_lead", 2, "一/2"),
    finding("open_ended", 1, "一/2", "notice"),
]


def said(capsys, *, notices=False):
    print_audit(ROWS, ["no_owner", "several_leads", "no_lead", "open_ended"], PLANS, notices=notices)
    return capsys.readouterr().out.splitlines()


def test_the_finding_comes_first_with_its_rate(capsys):
    assert said(capsys)[:5] == [
        "无责任单位（no_owner）：2，最多的是冷链运输方案（10 项中 1，10%）".replace("冷链", "延安市冷链"),
        "专栏无责任单位：1，最多的是云泽市河湖管护方案（4 项中 1，25%）",
        "无牵头单位（no_lead）：3，最多的是云泽市河湖管护方案（4 项中 2，50%）",
        "另有 1 条仅作提示；加 --all 显示",
        "",
    ]


def test_findings_stand_plan_by_plan_and_a_plan_without_lead_is_one_line(capsys):
    lines = said(capsys)
    assert [line for line in lines if line.endswith(" 条")] == [
        "云泽市  云泽市河湖管护方案：4 条",
        "延安市  冷链运输方案：2 条",
    ]
    assert lines.count("通篇未写牵头：2 项任务有责任单位而无牵头单位") == 1
    assert [line for line in lines if line in ("无责任单位：1", "专栏无责任单位：1", "无牵头单位：1")] == [
        "无责任单位：1", "专栏无责任单位：1", "无责任单位：1", "无牵头单位：1",
    ]  # fmt: skip


def test_notices_come_on_request(capsys):
    assert not [line for line in said(capsys) if "未列尽" in line]
    lines = said(capsys, notices=True)
    assert "责任单位未列尽（open_ended）：1，最多的是云泽市河湖管护方案（4 项中 1，25%）" in lines
    assert "责任单位未列尽：1" in lines


def test_nothing_found_is_said_in_one_line(capsys):
    print_audit([], ["no_owner", "no_lead"], PLANS, notices=False)
    assert capsys.readouterr().out == "无责任单位（no_owner）：0\n"


def test_english_has_its_own_signs(capsys, monkeypatch):
    monkeypatch.setenv("ZERENTU_LANG", "en")
    assert said(capsys)[0] == "no owner (no_owner): 2, most in 延安市冷链运输方案 (1 of 10, 10%)"

"""A small invented content of an explorer, for tests of the page: two plans, of which the second writes no lead."""

from __future__ import annotations

from dataclasses import replace

from viz.explorer import (
    Explorer,
    ExplorerAgency,
    ExplorerCascade,
    ExplorerFinding,
    ExplorerLink,
    ExplorerOwner,
    ExplorerPlan,
    ExplorerProgress,
    ExplorerRule,
    ExplorerTarget,
    ExplorerTask,
)

CLAUSE = "市工信局牵头，市财政局配合"
RULES = ("no_owner", "only_collective", "no_lead", "several_leads", "open_ended", "target_without_owner")


def owner(agency: int, role: str, written: str, *, quote: str = CLAUSE, inherited: bool = False) -> ExplorerOwner:
    """Return an owner by its place."""
    return ExplorerOwner(
        agency=agency,
        role=role,
        basis="explicit" if role != "co_own" else "listed",
        inherited=inherited,
        open_ended=False,
        role_word="牵头",
        written=written,
        quote=quote,
    )


def task(at: int, plan: int, title: str, text: str, *owners: ExplorerOwner, year: int | None = None) -> ExplorerTask:
    """Return a task of a plan."""
    return ExplorerTask(
        id=f"task-{at}",
        plan=plan,
        number=f"二/（{at}）",
        title=title,
        section="重点任务",
        kind="item",
        text=text,
        clause=owners[0].quote if owners else None,
        deadline=f"{year}年底前" if year else None,
        years=[year] if year else [],
        place=f"甲.txt 第{at}行",
        owners=owners,
    )


def reported(given: Explorer) -> Explorer:
    """Return a content with reports of progress on two tasks and a comparison of its plans."""
    late = ExplorerProgress(
        light="red",
        why="逾期 30 天；推进中",
        due="2026-10-29",
        state="推进中",
        share=40.0,
        said="已查完一半。",
        agency="市工业和信息化局",
        reported="2026-10-01",
    )
    silent = ExplorerProgress(
        light="grey", why="未报进展", due=None, state="", share=None, said=None, agency=None, reported=None
    )
    comparison = ExplorerCascade(
        above=0,
        below=1,
        tasks=[
            ExplorerLink(verdict="下级未承接", serious=True, up=1, down=None),
            ExplorerLink(verdict="相同", serious=False, up=0, down=2, note="检查"),
        ],
        targets=[ExplorerLink(verdict="推迟", serious=True, up=0, down=1)],
        owners=[ExplorerLink(verdict="牵头改变", serious=True, up=0, down=2, note="甲（牵头） → 乙（牵头）")],
    )
    first, second, *others = given.tasks
    tasks = [replace(first, progress=late), replace(second, progress=silent), *others]
    return replace(given, tasks=tasks, cascades=[comparison])


def content(more: int = 0) -> Explorer:
    """Return the content, with `more` tasks of the first plan added."""
    plan = ExplorerPlan(
        id="plan-0",
        title="云泽市节水实施方案",
        region="云泽市",
        level="市",
        number="云政办〔2026〕7号",
        issued="2026-05-01",
        draft=False,
        source="甲.txt",
        lead_written=True,
        columns=[0, 1],
        groups=[("工业和信息化", 1), ("财政", 1)],
    )
    other = replace(
        plan, id="plan-1", title="沙原县植树方案", region="沙原县", number=None, source="乙.txt", lead_written=False
    )
    body = {"level": "市", "kind": "body", "functional_line": None}
    agencies = [
        ExplorerAgency(id="agency-0", name="市工业和信息化局", region="云泽市", names=["市工信局", "市工信委"], **body),
        ExplorerAgency(id="agency-1", name="市财政局", region="云泽市", names=[], **body),
        ExplorerAgency(id="agency-2", name="县财政局", region="沙原县", names=["县财局"], **body),
        ExplorerAgency(id="agency-3", name="市财政局", region="沙原县", names=[], **body),
    ]
    listed = "县财政局、市财政局按职责分工负责"
    tasks = [
        task(
            1,
            0,
            "改造管网",
            f"改造管网。逐段检查老旧管道。（{CLAUSE}）",
            owner(0, "lead", "市工信局"),
            owner(1, "support", "市财政局"),
            year=2027,
        ),
        task(2, 0, "编写年报", "编写年报。每年年底写成。"),
        task(
            3,
            1,
            "植树造林",
            "植树造林。每年一百亩。",
            owner(2, "co_own", "县财政局", quote=listed, inherited=True),
            owner(3, "co_own", "市财政局", quote=listed, inherited=True),
            year=2028,
        ),
        *(task(10 + at, 0, f"修渠{at}", f"修渠{at}。（{CLAUSE}）", owner(0, "lead", "市工信局")) for at in range(more)),
    ]
    targets = [
        ExplorerTarget(
            id="target-0",
            plan=0,
            task=0,
            section="二/（1）",
            metric="改造管道",
            quantitative=True,
            value="≥12千米",
            year=2027,
            due="2027",
            text="到2027年改造管道12千米以上。",
            place="甲.txt 第1行",
            owners=[(0, "lead"), (1, "support")],
        ),
        ExplorerTarget(
            id="target-1",
            plan=1,
            task=None,
            section=None,
            metric="绿化",
            quantitative=False,
            value="",
            year=2030,
            due="2030",
            text="到2030年绿化明显改善。",
            place="乙.txt 第2行",
            owners=[],
        ),
    ]
    rules = [ExplorerRule(name=name, caption=f"问题{name}", doc="说明", severity="warning") for name in RULES]
    rules[0] = replace(rules[0], caption="无责任单位", severity="error")

    def finding(rule: int, plan: int, task: int | None, title: str) -> ExplorerFinding:
        return ExplorerFinding(
            rule=rule,
            severity=rules[rule].severity,
            plan=plan,
            task=task,
            number="二",
            title=title,
            agencies=[],
            sentence=f"{title}的原文。",
            about=None,
            place="甲.txt 第2行",
        )

    return Explorer(
        title="云泽市：责任浏览",
        made="2026-11-28",
        levels=["省", "市", "县"],
        plans=[plan, other],
        agencies=agencies,
        tasks=tasks,
        targets=targets,
        rules=rules,
        findings=[finding(0, 0, 1, "编写年报"), finding(2, 1, 2, "植树造林"), finding(5, 1, None, "绿化")],
    )


def many_plans(count: int, agencies: int = 16) -> Explorer:
    """Return a content of plans of as many places, each with agencies of its own; the first three share some."""
    start = content()
    places = [f"{'甲乙丙丁戊己庚辛壬癸'[at % 10]}{'川山原林湖'[at // 10]}市" for at in range(count)]
    duties = ["发展改革", "财政", "水务", "住房建设", "教育", "农业农村", "商务", "统计", "应急管理", "林业", "交通运输", "民政", "科技", "税务", "气象", "审计"]  # fmt: skip
    bodies = [
        replace(
            start.agencies[0], id=f"agency-{place * agencies + at}", name=f"市{duties[at]}局", region=name, names=[]
        )
        for place, name in enumerate(places)
        for at in range(agencies)
    ]
    plans, tasks = [], []
    for place, name in enumerate(places):
        own = range(place * agencies, (place + 1) * agencies)
        title = f"{name}节约用水实施方案"
        plan = replace(start.plans[0], id=f"plan-{place}", title=title, region=name, number=f"第{place}号")
        plans.append(replace(plan, columns=list(own), groups=[("", agencies)]))
        for at, agency in enumerate(own):
            others = [owner(at % 8, "support", "外单位")] if place < 3 and at < 4 else []
            tasks.append(task(len(tasks), place, f"任务{at}", f"任务{at}。", owner(agency, "lead", "本单位"), *others))
    return replace(start, plans=plans, agencies=bodies, tasks=tasks, targets=[], findings=[])

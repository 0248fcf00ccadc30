// plan_leads: How many tasks of each plan have a lead, and how many have one that the plan writes.
//
// 各方案写明牵头的任务数。A plan that writes no lead at all works by 按职责分工负责; its tasks without lead are one finding.
//
// param   region   string   = ''  region of the plan; every region when empty
// return  region   string   region of the plan
// return  plan     string   title of the plan
// return  tasks    integer  measures of the plan
// return  led      integer  of these, tasks that somebody leads
// return  written  integer  of these, tasks whose lead is written (明示)
// return  plan_id  string   stable id of the plan
MATCH (p:Plan)
WHERE $region = '' OR p.region = $region
OPTIONAL MATCH (t:Task)
WHERE t.plan_id = p.id
OPTIONAL MATCH (t)<-[r:LEADS]-(a:Agency)
RETURN p.region AS region, p.title AS plan, count(DISTINCT t.id) AS tasks,
  count(DISTINCT CASE WHEN a.id IS NULL THEN null ELSE t.id END) AS led,
  count(DISTINCT CASE WHEN r.basis = 'explicit' THEN t.id ELSE null END) AS written, p.id AS plan_id
ORDER BY region, plan, plan_id

// plan_tasks: How many tasks each plan has.
//
// 各方案任务数。Counted by the plan's id that each task holds, without a walk through sections.
//
// return  region   string   region of the plan
// return  plan     string   title of the plan
// return  tasks    integer  measures of the plan
// return  plan_id  string   stable id of the plan
MATCH (t:Task)
WITH t.plan_id AS id, count(t) AS tasks
MATCH (p:Plan {id: id})
RETURN p.region AS region, p.title AS plan, tasks AS tasks, p.id AS plan_id
ORDER BY region, plan, plan_id

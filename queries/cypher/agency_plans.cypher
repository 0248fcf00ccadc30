// agency_plans: The plans that give some agencies a task.
//
// 机构出现的方案。One row for each agency and plan, with the number of tasks of the agency there.
//
// param   agencies     strings  ids of agencies
// return  id           string   stable id of the agency
// return  name         string   full name of the agency
// return  plan_region  string   region of the plan
// return  plan         string   title of the plan
// return  tasks        integer  tasks of the agency in that plan, in any role
// return  plan_id      string   stable id of the plan
UNWIND $agencies AS wanted
MATCH (a:Agency {id: wanted})-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
WITH a, t.plan_id AS plan_id, count(DISTINCT t.id) AS tasks
MATCH (p:Plan {id: plan_id})
RETURN DISTINCT a.id AS id, a.name AS name, p.region AS plan_region, p.title AS plan, tasks AS tasks, p.id AS plan_id
ORDER BY name, id, plan_region, plan, plan_id

// agency_plans: The plans that give some agencies a task.
//
// 机构出现的方案。One row for each agency and plan.
//
// param   agencies  strings  ids of agencies
// return  id        string   stable id of the agency
// return  name      string   full name of the agency
// return  plan_id   string   stable id of the plan
UNWIND $agencies AS wanted
MATCH (a:Agency {id: wanted})-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
RETURN DISTINCT a.id AS id, a.name AS name, t.plan_id AS plan_id
ORDER BY name, id, plan_id

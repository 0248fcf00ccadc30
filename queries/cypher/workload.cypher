// workload: How many tasks each agency has in each region and role.
//
// 各单位任务数。One row for each region of a plan, agency and role.
//
// param   region    string  = ''  region of the plan; every region when empty
// param   plan      string  = ''  id of a plan; every plan when empty
// return  region    string   region of the plan
// return  agency    string   full name of the agency
// return  kind      string   kind of the agency
// return  role      string   lead, co_own, support, guide or implement
// return  tasks     integer  tasks in that role
// return  agency_id string   stable id of the agency
MATCH (a:Agency)-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
RETURN p.region AS region, a.name AS agency, a.kind AS kind, r.role AS role, count(DISTINCT t.id) AS tasks, a.id AS agency_id
ORDER BY region, tasks DESC, agency, agency_id, role

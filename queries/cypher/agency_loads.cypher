// agency_loads: How many tasks each body has in its region, counted once however many roles it has in one.
//
// 各单位任务总数。By the name that the body has in the plans. Collectives are left out: they are no bodies.
//
// param   roles    strings  = []  lead, co_own, support, guide or implement; every role when empty
// return  region   string   region of the plan
// return  agency   string   the agency's full name in the plans
// return  tasks    integer  tasks that it has in any of the roles
MATCH (a:Agency)-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
WHERE a.kind <> 'collective' AND (size($roles) = 0 OR r.role IN $roles)
MATCH (p:Plan {id: t.plan_id})
RETURN p.region AS region, r.name AS agency, count(DISTINCT t.id) AS tasks
ORDER BY region, tasks DESC, agency

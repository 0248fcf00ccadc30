// never_lead: Agencies that answer for tasks and lead none.
//
// 从不牵头的单位。Collectives are left out: nobody expects them to lead.
//
// param   region    string  = ''  region of the plan; every region when empty
// param   plan      string  = ''  id of a plan; every plan when empty
// return  region    string   region of the plan
// return  agency    string   full name of the agency
// return  tasks     integer  tasks that it answers for
// return  agency_id string   stable id of the agency
MATCH (a:Agency)-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
WHERE a.kind <> 'collective'
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
WITH p.region AS region, a, count(DISTINCT t.id) AS tasks,
  count(DISTINCT CASE WHEN r.role = 'lead' THEN t.id ELSE null END) AS led
WHERE led = 0
RETURN region AS region, a.name AS agency, tasks AS tasks, a.id AS agency_id
ORDER BY tasks DESC, region, agency, agency_id

// partners: Who answers for tasks together with some agencies, and for how many.
//
// 合作单位。One row a partner; the tasks of the agencies in whatever role.
//
// param   agencies  strings  ids of agencies
// param   region    string  = ''  region of the plan; every region when empty
// param   plan      string  = ''  id of a plan; every plan when empty
// return  region    string   region of the plan
// return  partner   string   full name of the partner
// return  kind      string   kind of the partner
// return  tasks     integer  tasks that they share
// return  agency_id string   stable id of the partner
UNWIND $agencies AS agency
MATCH (a:Agency {id: agency})
OPTIONAL MATCH (a)-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
WITH a, t
WHERE t.id IS NOT NULL
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
OPTIONAL MATCH (b:Agency)-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t)
WITH a, p, t, b
WHERE b.id <> a.id
RETURN p.region AS region, b.name AS partner, b.kind AS kind, count(DISTINCT t.id) AS tasks, b.id AS agency_id
ORDER BY tasks DESC, region, partner, agency_id

// only_in_plan: Bodies that a plan gives a task and another plan does not, told by their functional line.
//
// 只在一份方案中的条线。With the plan of a city and the plan of its province: lines at work below and not above.
//
// param   here      string   id of the plan
// param   above     string   id of the other plan, say of the province
// return  functional_line  string  key shared by counterparts of all levels
// return  agency    string   full name of the body in the first plan
// return  tasks     integer  its tasks there
// return  agency_id string   stable id of the agency
MATCH (b:Agency)-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(u:Task)
WHERE u.plan_id = $above
WITH collect(DISTINCT coalesce(b.functional_line, '')) AS lines
MATCH (a:Agency)-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
WHERE t.plan_id = $here AND a.functional_line IS NOT NULL AND NOT a.functional_line IN lines
RETURN a.functional_line AS functional_line, a.name AS agency, count(DISTINCT t.id) AS tasks, a.id AS agency_id
ORDER BY functional_line, agency, agency_id

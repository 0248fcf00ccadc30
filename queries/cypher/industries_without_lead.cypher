// industries_without_lead: Industries on which tasks act and none of these has a lead.
//
// 无人牵头的行业。Narrower industries count for themselves.
//
// param   region    string  = ''  region of the plan; every region when empty
// param   plan      string  = ''  id of a plan; every plan when empty
// return  region    string   region of the plan
// return  industry  string   name without 行业 or 产业
// return  tasks     integer  tasks that act on it
// return  industry_id  string  stable id of the industry
MATCH (t:Task)-[:CONCERNS]->(i:Industry)
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
OPTIONAL MATCH (t)<-[l:LEADS]-(a:Agency)
WITH p.region AS region, i, count(DISTINCT t.id) AS tasks, count(DISTINCT a.id) AS leads
WHERE leads = 0
RETURN region AS region, i.name AS industry, tasks AS tasks, i.id AS industry_id
ORDER BY region, tasks DESC, industry, industry_id

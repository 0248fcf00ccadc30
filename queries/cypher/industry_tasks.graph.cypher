// industry_tasks: The tasks of an industry with all who answer for them, their targets and sections.
MATCH (w:Industry)
WHERE w.id = $industry OR w.name = $industry OR $industry IN w.aliases
MATCH (i:Industry)-[:PART_OF*0..5]->(w)
MATCH (t:Task)-[:CONCERNS]->(i)
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
MATCH (t)-[:HAS_TASK|LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS|CONCERNS|SETS]-(n)
RETURN DISTINCT t.id AS task_id, n.id AS node_id
ORDER BY task_id, node_id

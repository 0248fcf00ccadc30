// shared_tasks: Tasks for which two agencies answer together, with owners, industries and sections.
MATCH (a:Agency)-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
WHERE a.id = $one
MATCH (b:Agency)-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t)
WHERE b.id = $other
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
MATCH (t)-[:HAS_TASK|LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS|CONCERNS|SETS]-(n)
RETURN DISTINCT t.id AS task_id, n.id AS node_id
ORDER BY task_id, node_id

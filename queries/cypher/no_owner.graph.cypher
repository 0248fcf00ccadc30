// no_owner: Tasks that nobody answers for, with industries and sections.
MATCH (t:Task)
OPTIONAL MATCH (t)<-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]-(:Agency)
WITH t, count(r) AS owners
WHERE owners = 0
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
MATCH (t)-[:HAS_TASK|LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS|CONCERNS|SETS]-(n)
RETURN DISTINCT t.id AS task_id, n.id AS node_id
ORDER BY task_id, node_id

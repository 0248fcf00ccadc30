// agency_tasks: The tasks of agencies with all who answer for them, their industries, targets and sections.
UNWIND $agencies AS wanted
MATCH (a:Agency)
WHERE a.id = wanted OR a.name = wanted OR wanted IN a.aliases
WITH DISTINCT a
MATCH (a)-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region OR a.region = $region) AND ($plan = '' OR p.id = $plan)
MATCH (t)-[:HAS_TASK|LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS|CONCERNS|SETS]-(n)
RETURN DISTINCT t.id AS task_id, n.id AS node_id
ORDER BY task_id, node_id

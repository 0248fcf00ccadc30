// task_owners: Tasks with all who answer for them, their industries, targets and sections.
UNWIND $tasks AS wanted
WITH DISTINCT wanted
MATCH (t:Task {id: wanted})
WHERE ($plan = '' OR t.plan_id = $plan)
MATCH (t)-[:HAS_TASK|LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS|CONCERNS|SETS]-(n)
RETURN DISTINCT t.id AS task_id, n.id AS node_id
ORDER BY task_id, node_id

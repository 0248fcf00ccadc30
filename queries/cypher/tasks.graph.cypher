// tasks: The tasks whose title or text holds some words, with owners, industries, targets and sections.
MATCH (t:Task)
MATCH (p:Plan {id: t.plan_id})
WHERE ($text = '' OR t.title CONTAINS $text OR t.text CONTAINS $text)
  AND ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
MATCH (t)-[:HAS_TASK|LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS|CONCERNS|SETS]-(n)
RETURN DISTINCT t.id AS task_id, n.id AS node_id
ORDER BY task_id, node_id

// single_owner: Tasks that one body alone answers for, with owners, industries and sections.
MATCH (t:Task)<-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]-(a:Agency)
WITH t, count(DISTINCT a.id) AS owners, min(a.name) AS agency, min(a.kind) AS kind
WHERE owners = 1 AND kind <> 'collective'
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
MATCH (t)-[:HAS_TASK|LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS|CONCERNS|SETS]-(n)
RETURN DISTINCT t.id AS task_id, n.id AS node_id
ORDER BY task_id, node_id

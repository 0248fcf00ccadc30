// only_collective: Tasks that only a collective answers for, with owners, industries and sections.
MATCH (t:Task)
WHERE (t)<-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]-(:Agency)
  AND NOT EXISTS { MATCH (t)<-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]-(a:Agency) WHERE a.kind <> 'collective' }
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
MATCH (t)-[:HAS_TASK|LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS|CONCERNS|SETS]-(n)
RETURN DISTINCT t.id AS task_id, n.id AS node_id
ORDER BY task_id, node_id

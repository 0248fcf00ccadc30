// no_lead: Tasks with owners of which none leads, with owners, industries and sections.
MATCH (t:Task)
WHERE (t)<-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]-(:Agency)
  AND NOT EXISTS { MATCH (t)<-[l:LEADS]-(:Agency) WHERE l.basis IN ['explicit', 'rule', 'sole'] }
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
MATCH (t)-[:HAS_TASK|LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS|CONCERNS|SETS]-(n)
RETURN DISTINCT t.id AS task_id, n.id AS node_id
ORDER BY task_id, node_id

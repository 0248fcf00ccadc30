// named_in_plans: The agencies that a plan calls by a name that a text holds and that is not their full name.
//
// 文中提到的用名。Beside named_agencies, which looks full names and aliases up.
//
// param   text         string   any text, brackets full width
// return  id           string   stable id of the agency
// return  name         string   full name
// return  used         string   name in a plan
// return  region       string   region it belongs to
// return  kind         string   body, office, collective, government, enterprise, organisation or post
// return  aliases      strings  names that mean the same body
// return  plan_region  string   region of that plan
// return  task         boolean  whether it answers for a task there, and not for a target
UNWIND [$text] AS words
MATCH (a:Agency)-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t)
WHERE r.name <> a.name AND words CONTAINS r.name
MATCH (p:Plan {id: t.plan_id})
RETURN DISTINCT a.id AS id, a.name AS name, r.name AS used, a.region AS region, a.kind AS kind, a.aliases AS aliases,
  p.region AS plan_region, t.part IS NOT NULL AS task
ORDER BY region, name, id, used, plan_region, task

// named_agencies: The agencies whose name or alias a text holds.
//
// 文中提到的机构。In-plan names that are no alias are looked up by named_in_plans.
// Spellings only; which of several bodies of one name is meant, the reader of the text decides.
// A text of a whole plan works as well as a question.
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
MATCH (a:Agency)
WHERE words CONTAINS a.name OR any(word IN a.aliases WHERE words CONTAINS word)
  OR (a.kind = 'collective'
    AND any(word IN a.aliases + [a.name] WHERE words CONTAINS replace(replace(word, '市', ''), '省', '')))
MATCH (a)-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t)
WITH DISTINCT a.id AS id, r.name AS used, t.plan_id AS plan, t.part IS NOT NULL AS task
MATCH (p:Plan {id: plan})
WITH DISTINCT id, used, task, p.region AS plan_region
MATCH (a:Agency {id: id})
RETURN a.id AS id, a.name AS name, used AS used, a.region AS region, a.kind AS kind, a.aliases AS aliases,
  plan_region AS plan_region, task AS task
ORDER BY region, name, id, used, plan_region, task

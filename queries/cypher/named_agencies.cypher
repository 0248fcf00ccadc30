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
MATCH (p:Plan {id: t.plan_id})
RETURN DISTINCT a.id AS id, a.name AS name, r.name AS used, a.region AS region, a.kind AS kind, a.aliases AS aliases,
  p.region AS plan_region, t.part IS NOT NULL AS task
ORDER BY region, name, id, used, plan_region, task

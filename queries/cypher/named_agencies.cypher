// named_agencies: The agencies whose name, alias or in-plan name a text holds.
//
// 文中提到的机构。Spellings only; which of several bodies of one name is meant, the reader of the text decides.
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
UNWIND [$text] AS words
MATCH (a:Agency)-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t)
WITH DISTINCT words, a, r.name AS used, t.plan_id AS plan
UNWIND a.aliases + [a.name, used] AS word
WITH words, a, used, plan, word
WHERE words CONTAINS word OR (a.kind = 'collective' AND words CONTAINS replace(replace(word, '市', ''), '省', ''))
MATCH (p:Plan {id: plan})
RETURN DISTINCT a.id AS id, a.name AS name, used AS used, a.region AS region, a.kind AS kind, a.aliases AS aliases,
  p.region AS plan_region
ORDER BY region, name, id, used, plan_region

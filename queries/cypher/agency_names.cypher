// agency_names: Every name that a plan uses for an agency, once for each region of such plans.
//
// 机构用名。What a name that somebody types is looked up in: the agency's own name, the name the
// plan uses where it is another one, and the aliases.
//
// param   region       string   = ''  region of the agency or of the plan; every region when empty
// return  id           string   stable id of the agency
// return  name         string   full name of the agency
// return  used         string   full name that a plan uses for it
// return  region       string   region it belongs to
// return  level        string   国家, 省, 市, 区县 or 乡镇
// return  kind         string   body, office, collective, government, enterprise, organisation or post
// return  aliases      strings  names that mean the same body
// return  plan_region  string   region of the plan
// return  plan_level   string   level of the plan
MATCH (a:Agency)-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t)
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR a.region = $region OR p.region = $region)
RETURN DISTINCT a.id AS id, a.name AS name, r.name AS used, a.region AS region, a.level AS level, a.kind AS kind,
  a.aliases AS aliases, p.region AS plan_region, p.level AS plan_level
ORDER BY region, name, id, used, plan_region, plan_level

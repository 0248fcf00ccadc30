// region_names: Every name that plans use for the agencies of a region.
//
// 地区机构用名。The agencies that belong to the region, whatever plan names them; plan_names has those of a plan.
//
// param   region   string   full name of the region
// return  id       string   stable id of the agency
// return  name     string   full name of the agency
// return  used     string   full name that a plan uses for it
// return  region   string   region it belongs to
// return  level    string   国家, 省, 市, 区县 or 乡镇
// return  kind     string   body, office, collective, government, enterprise, organisation or post
// return  aliases  strings  names that mean the same body
MATCH (a:Agency)
WHERE a.region = $region
MATCH (a)-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t)
RETURN DISTINCT a.id AS id, a.name AS name, r.name AS used, a.region AS region, a.level AS level, a.kind AS kind,
  a.aliases AS aliases
ORDER BY region, name, id, used

// used_names: Every name that plans use for agencies, with the full name of the agency.
//
// 方案中的单位名称。Each pair once, however many regions have it: what the nearest names are looked for in.
//
// return  used  string  name in a plan
// return  name  string  full name of the agency
MATCH (a:Agency)-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t)
RETURN DISTINCT r.name AS used, a.name AS name
ORDER BY used, name

// same_agencies: Agencies that an override takes for one body (SAME_AS).
//
// 人工合并的机构。The agencies stay two nodes; take the override out of the file and load again, and they are two.
//
// param   agencies   strings  ids of agencies
// return  id         string   stable id of the agency
// return  same_id    string   stable id of the other
// return  name       string   full name of the other
// return  region     string   region it belongs to
// return  level      string   国家, 省, 市, 区县 or 乡镇
// return  kind       string   body, office, collective, government, enterprise, organisation or post
// return  aliases    strings  names that mean the same body
MATCH (o:Override)
WITH o
MATCH (a:Agency)<-[:SAME_AS]-(o)-[:SAME_AS]->(b:Agency)
WHERE a.id IN $agencies AND a.id <> b.id
RETURN DISTINCT a.id AS id, b.id AS same_id, b.name AS name, b.region AS region, b.level AS level, b.kind AS kind,
  b.aliases AS aliases
ORDER BY id, same_id

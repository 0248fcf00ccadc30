// joined_agencies: Agencies that an override takes for the same body as another (SAME_AS).
//
// 有合并更正的机构。Few stores have any; same_agencies tells with which one.
//
// return  id  string  stable id of the agency
MATCH (o:Override)
WITH o
MATCH (o)-[:SAME_AS]->(a:Agency)
RETURN DISTINCT a.id AS id
ORDER BY id

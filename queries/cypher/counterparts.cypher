// counterparts: Pairs of agencies of one functional line, one above the other or side by side.
//
// 条线对应。工业和信息化部, 省工业和信息化厅 and 市工业和信息化局 are counterparts (COUNTERPART_OF): their functional line is
// the same, and the region of the one lies within that of the other. Two of one region (市工业和信息化局,
// 市经济和信息化局) are a pair too. Nothing of this is stored, so loading and removing plans cannot make it stale.
//
// param   agencies      strings  = []  ids of agencies that must be in the pair; every pair when empty
// param   functional_line string = ''  functional line; every one when empty
// return  functional_line string functional line that the two share
// return  id            string   stable id of the lower agency
// return  name          string   its full name
// return  region        string   region it belongs to
// return  level         string   国家, 省, 市, 区县 or 乡镇
// return  upper_id      string   stable id of the agency above, or of the other one of the same region
// return  upper         string   its full name
// return  upper_region  string   region it belongs to
// return  upper_level   string   its level
MATCH (a:Agency)-[:`IN`]->(r:Region)-[:WITHIN*0..5]->(s:Region)<-[:`IN`]-(b:Agency)
WHERE a.functional_line = b.functional_line AND a.id <> b.id AND (r.id <> s.id OR a.id < b.id)
  AND ($functional_line = '' OR a.functional_line = $functional_line)
  AND (size($agencies) = 0 OR a.id IN $agencies OR b.id IN $agencies)
RETURN DISTINCT a.functional_line AS functional_line, a.id AS id, a.name AS name, a.region AS region,
  a.level AS level, b.id AS upper_id, b.name AS upper, b.region AS upper_region, b.level AS upper_level
ORDER BY functional_line, region, id, upper_region, upper_id

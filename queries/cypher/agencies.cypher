// agencies: Every agency, with the number of tasks it answers for in each way.
//
// 机构清单。市财政局 of two cities are two rows. An agency has one row however many plans of
// its region name it. Aliases are the other names that mean the same body in its region.
//
// param   region      string  = ''  region of the agency; every region when empty
// return  id          string   stable id of the agency
// return  name        string   full name
// return  region      string   region it belongs to
// return  level       string   国家, 省, 市, 区县 or 乡镇
// return  kind        string   body, office, collective, government, enterprise, organisation or post
// return  functional_line  string  key shared by counterparts of all levels, or null
// return  aliases     strings  names that mean the same body
// return  plans       integer  plans that give it a task
// return  tasks       integer  tasks it answers for in any way
// return  leads       integer  of these, tasks it leads (牵头)
// return  co_owns     integer  tasks it co-owns (按职责分工负责)
// return  supports    integer  tasks it supports (配合)
// return  guides      integer  tasks it guides (指导)
// return  implements  integer  tasks it carries out (落实)
MATCH (a:Agency)
WHERE $region = '' OR a.region = $region
OPTIONAL MATCH (a)-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
WITH a, count(DISTINCT t.plan_id) AS plans, count(DISTINCT t.id) AS tasks
RETURN a.id AS id, a.name AS name, a.region AS region, a.level AS level, a.kind AS kind, a.functional_line AS functional_line,
  a.aliases AS aliases, plans AS plans, tasks AS tasks,
  COUNT { MATCH (a)-[:LEADS]->(x:Task) } AS leads,
  COUNT { MATCH (a)-[:CO_OWNS]->(x:Task) } AS co_owns,
  COUNT { MATCH (a)-[:SUPPORTS]->(x:Task) } AS supports,
  COUNT { MATCH (a)-[:GUIDES]->(x:Task) } AS guides,
  COUNT { MATCH (a)-[:IMPLEMENTS]->(x:Task) } AS implements
ORDER BY region, name, id

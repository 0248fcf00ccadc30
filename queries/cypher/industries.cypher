// industries: Every industry that a task acts on, with the number of tasks.
//
// 行业清单。Tasks of narrower industries are counted at the narrower one only.
//
// return  id       string   stable id of the industry
// return  name     string   name without 行业 or 产业
// return  code     string   GB/T 4754-2017 code, or null
// return  aliases  strings  other words for it
// return  wider    string   the industry it belongs to, or null
// return  tasks    integer  tasks that name it
MATCH (i:Industry)
OPTIONAL MATCH (i)-[:PART_OF]->(w:Industry)
RETURN i.id AS id, i.name AS name, i.code AS code, i.aliases AS aliases, w.name AS wider,
  COUNT { MATCH (t:Task)-[:CONCERNS]->(i) } AS tasks
ORDER BY name, id, wider

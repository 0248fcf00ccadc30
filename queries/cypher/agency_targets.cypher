// agency_targets: The targets of the tasks for which some agencies answer.
//
// 某单位的目标。In whatever role the agency answers for the task.
//
// param   agencies  strings  ids of agencies
// param   region    string  = ''  region of the plan; every region when empty
// param   plan      string  = ''  id of a plan; every plan when empty
// return  region    string   region of the plan
// return  plan      string   title of the plan
// return  number    string   number path of the task
// return  metric    string   what is measured, as written
// return  comparator  string  >=, <=, = or ~; null for a qualitative target
// return  value     float    the number; null for a qualitative target
// return  unit      string   unit as written
// return  due       integer  year that is written, or null
// return  text      string   the words of the source
// return  line      integer  line of the stored text where it begins
// return  source    string   name of the file
// return  target_id string   stable id of the target
// return  task_id   string   stable id of the task
UNWIND $agencies AS agency
MATCH (a:Agency {id: agency})
OPTIONAL MATCH (a)-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
WITH DISTINCT t
WHERE t.id IS NOT NULL
OPTIONAL MATCH (t)-[:SETS]->(g:Target)
WITH t, g
WHERE g.id IS NOT NULL
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
RETURN DISTINCT p.region AS region, p.title AS plan, t.number AS number, g.metric AS metric, g.comparator AS comparator,
  g.value AS value, g.unit AS unit, g.due AS due, g.text AS text, g.line AS line, p.source AS source, g.id AS target_id,
  t.id AS task_id
ORDER BY region, plan, number, target_id, task_id

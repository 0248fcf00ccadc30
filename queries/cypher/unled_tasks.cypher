// unled_tasks: Tasks that somebody answers for and nobody leads, without what their plans say.
//
// 无人牵头的任务。As unowned_tasks, for a store of thousands of plans. Any lead counts, also one that no rule confirms; see no_lead.
//
// return  plan_id     string   stable id of the plan
// return  number      string   number path of the task
// return  part        integer  which measure of the numbered item
// return  title       string   the heading's own words
// return  kind        string   item, section, box, row or duty
// return  open_ended  boolean  true when the list of owners ends in 等
// return  deadline    string   deadline as written, or null
// return  deadline_year  integer  year of the deadline, or null
// return  text        string   the words of the source
// return  line        integer  line of the stored text where it begins
// return  position    integer  position in the plan
// return  task_id     string   stable id of the task
MATCH (t:Task)
WHERE EXISTS { MATCH (t)<-[:CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]-(:Agency) }
  AND NOT EXISTS { MATCH (t)<-[:LEADS]-(:Agency) }
RETURN t.plan_id AS plan_id, t.number AS number, t.part AS part, t.title AS title, t.kind AS kind,
  t.open_ended AS open_ended, t.deadline AS deadline, t.due AS deadline_year, t.text AS text, t.line AS line,
  t.`order` AS position, t.id AS task_id
ORDER BY plan_id, position, task_id

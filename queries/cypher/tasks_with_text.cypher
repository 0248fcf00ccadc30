// tasks_with_text: Tasks whose words hold a text.
//
// 按原文查任务。The text is compared as it stands; an empty one finds nothing.
//
// param   said      string   words of the source
// param   region    string  = ''  region of the plan; every region when empty
// param   plan      string  = ''  id of a plan; every plan when empty
// return  region    string   region of the plan
// return  plan      string   title of the plan
// return  number    string   number path of the task
// return  part      integer  which measure of the numbered item
// return  title     string   the heading's own words
// return  text      string   the words of the source
// return  line      integer  line of the stored text where it begins
// return  source    string   name of the file
// return  position  integer  position in the plan
// return  task_id   string   stable id of the task
// return  plan_id   string   stable id of the plan
MATCH (t:Task)
WHERE $said <> '' AND (t.text CONTAINS $said OR t.title CONTAINS $said)
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
RETURN DISTINCT p.region AS region, p.title AS plan, t.number AS number, t.part AS part, t.title AS title, t.text AS text, t.line AS line, p.source AS source, t.`order` AS position, t.id AS task_id, p.id AS plan_id
ORDER BY region, plan, plan_id, position, task_id

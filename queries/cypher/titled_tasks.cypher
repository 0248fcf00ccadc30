// titled_tasks: The tasks that bear one of some titles.
//
// 按标题查任务。The title is compared as it stands.
//
// param   titles   strings  titles of tasks
// return  region   string   region of the plan
// return  plan     string   title of the plan
// return  number   string   number path of the task
// return  part     integer  which measure of the numbered item
// return  title    string   the heading's own words
// return  text     string   the words of the source
// return  line     integer  line of the stored text where it begins
// return  source   string   name of the file
// return  position integer  position in the plan
// return  task_id  string   stable id of the task
// return  plan_id  string   stable id of the plan
MATCH (t:Task)
WHERE t.title IN $titles
MATCH (p:Plan {id: t.plan_id})
RETURN p.region AS region, p.title AS plan, t.number AS number, t.part AS part, t.title AS title, t.text AS text,
  t.line AS line, p.source AS source, t.`order` AS position, t.id AS task_id, p.id AS plan_id
ORDER BY region, plan, plan_id, position, task_id

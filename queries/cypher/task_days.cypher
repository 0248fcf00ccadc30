// task_days: When each task is due, plan by plan in document order.
//
// 任务时限。The last day that meets the deadline of the task itself; the days of its targets are asked for by targets.
//
// param   region      string  = ''  region of the plan; every region when empty
// param   plan        string  = ''  id of a plan; every plan when empty
// return  region      string   region of the plan
// return  plan        string   title of the plan
// return  issued      string   date of issue, YYYY-MM-DD, or null
// return  number      string   number path of the task
// return  part        integer  which measure of the numbered item
// return  of          integer  how many measures the numbered item holds
// return  title       string   the heading's own words
// return  deadline    string   deadline as written, or null
// return  deadline_year  integer  year that the deadline writes, or null
// return  due_by      string   last day that meets the deadline, YYYY-MM-DD, or null
// return  text        string   the words of the source
// return  source      string   name of the file
// return  page        integer  page of the source, or null
// return  line        integer  line of the stored text where it begins
// return  position    integer  position in the plan
// return  task_id     string   stable id of the task
// return  plan_id     string   stable id of the plan
MATCH (t:Task)
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
RETURN p.region AS region, p.title AS plan, p.issued AS issued, t.number AS number, t.part AS part, t.`of` AS `of`,
  t.title AS title, t.deadline AS deadline, t.due AS deadline_year, t.due_by AS due_by, t.text AS text,
  p.source AS source, t.page AS page, t.line AS line, t.`order` AS position, t.id AS task_id, p.id AS plan_id
ORDER BY region, plan, plan_id, position, task_id

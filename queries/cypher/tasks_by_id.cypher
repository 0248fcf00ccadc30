// tasks_by_id: Some tasks, without who answers for them.
//
// 按标识取任务。For what is asked of tasks alone: who answers for them takes four times as long to read.
//
// param   tasks       strings  ids of tasks
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
UNWIND $tasks AS wanted
WITH DISTINCT wanted
MATCH (t:Task {id: wanted})
RETURN t.plan_id AS plan_id, t.number AS number, t.part AS part, t.title AS title, t.kind AS kind,
  t.open_ended AS open_ended, t.deadline AS deadline, t.due AS deadline_year, t.text AS text, t.line AS line,
  t.`order` AS position, t.id AS task_id
ORDER BY plan_id, position, task_id

// task_lines: Where some tasks stand: number, title and line, without their words.
//
// 任务所在行。For answers that name bodies and quote the clause that names them: the words of a task are not in them.
//
// param   tasks     strings  ids of tasks
// return  plan_id   string   stable id of the plan
// return  number    string   number path of the task
// return  title     string   the heading's own words
// return  line      integer  line of the stored text where it begins
// return  position  integer  position in the plan
// return  task_id   string   stable id of the task
UNWIND $tasks AS wanted
WITH DISTINCT wanted
MATCH (t:Task {id: wanted})
RETURN t.plan_id AS plan_id, t.number AS number, t.title AS title, t.line AS line, t.`order` AS position, t.id AS task_id
ORDER BY plan_id, position, task_id

// task_years: The years that the targets of tasks name.
//
// 任务的目标年份。A year that is written and a year that a period implies (“十四五”末) stand in
// columns of their own.
//
// param   tasks        strings  ids of tasks
// return  task_id      string   stable id of the task
// return  due          integer  year that a target of the task writes, or null
// return  due_derived  integer  year that its period implies, or null
UNWIND $tasks AS wanted
WITH DISTINCT wanted
MATCH (t:Task {id: wanted})-[:SETS]->(g:Target)
RETURN DISTINCT t.id AS task_id, g.due AS due, g.due_derived AS due_derived
ORDER BY task_id, due, due_derived

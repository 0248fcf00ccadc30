// task_years: The years that the targets of tasks name.
//
// 任务的目标年份。A year that is written and a year that a period implies (“十四五”末) stand in
// columns of their own.
//
// param   tasks        strings  ids of tasks
// param   plan         string  = ''  id of a plan; every plan when empty
// return  task_id      string   stable id of the task
// return  due          integer  year that a target of the task writes, or null
// return  due_derived  integer  year that its period implies, or null
MATCH (t:Task)
WHERE ($plan = '' OR t.plan_id = $plan) AND t.id IN $tasks
MATCH (t)-[:SETS]->(g:Target)
RETURN DISTINCT t.id AS task_id, g.due AS due, g.due_derived AS due_derived
ORDER BY task_id, due, due_derived

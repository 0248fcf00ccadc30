// held_by_several: Which tasks at least two of some agencies answer for, by id.
//
// 多家共担的任务编号。For what several agencies share; shared_tasks gives the tasks of two of them.
//
// param   agencies  strings  ids of agencies
// return  task_id   string   stable id of the task
UNWIND $agencies AS wanted
WITH DISTINCT wanted
MATCH (a:Agency {id: wanted})
OPTIONAL MATCH (a)-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
WITH DISTINCT t.id AS task, a.id AS agency
WHERE task IS NOT NULL
WITH task, count(agency) AS agencies
WHERE agencies > 1
RETURN task AS task_id
ORDER BY task_id

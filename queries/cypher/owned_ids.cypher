// owned_ids: Which tasks some agencies answer for, by id.
//
// 机构的任务编号。For what several agencies share; owned_tasks gives the tasks themselves.
//
// param   agencies   strings  ids of agencies
// return  task_id    string   stable id of the task
// return  agency_id  string   stable id of the agency
UNWIND $agencies AS wanted
WITH DISTINCT wanted
MATCH (a:Agency {id: wanted})
OPTIONAL MATCH (a)-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
WITH t, a
WHERE t.id IS NOT NULL
RETURN DISTINCT t.id AS task_id, a.id AS agency_id
ORDER BY task_id, agency_id

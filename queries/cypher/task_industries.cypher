// task_industries: The industries that tasks act on.
//
// 任务涉及的行业。In the order in which the text names them.
//
// param   tasks    strings  ids of tasks
// return  task_id  string   stable id of the task
// return  name     string   name of the industry
// return  written  string   the industry as the text writes it
// return  ordinal  integer  position in the text
// return  industry_id  string  stable id of the industry
UNWIND $tasks AS wanted
WITH DISTINCT wanted
MATCH (t:Task {id: wanted})-[c:CONCERNS]->(i:Industry)
RETURN t.id AS task_id, i.name AS name, c.written AS written, c.`order` AS ordinal, i.id AS industry_id
ORDER BY task_id, ordinal, industry_id

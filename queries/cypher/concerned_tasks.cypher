// concerned_tasks: Which tasks act on an industry or on one of its narrower industries, by id.
//
// 涉及某行业的任务编号。As industry_tasks, for a store of thousands of plans.
//
// param   industry  string  name, alias or id of an industry
// return  task_id   string  stable id of the task
MATCH (w:Industry)
WHERE w.id = $industry OR w.name = $industry OR $industry IN w.aliases
MATCH (i:Industry)-[:PART_OF*0..5]->(w)
MATCH (t:Task)-[:CONCERNS]->(i)
RETURN DISTINCT t.id AS task_id
ORDER BY task_id

// plan_industries: The industries that the tasks of some plans act on, with the wider ones of each.
//
// 多份方案涉及的行业。One row for each task, industry and wider industry; an industry is among its own wider ones.
//
// param   plans  strings  = []  ids of plans; every plan when empty
// param   plan   string   = ''  id of one plan; every plan when empty
// return  task_id   string   stable id of the task
// return  industry  string   the industry
// return  written   string   the words of the task
// return  wider     string   an industry that it belongs to, or itself
// return  aliases   strings  other words for the wider one
MATCH (t:Task)-[c:CONCERNS]->(i:Industry)
WHERE ($plan = '' OR t.plan_id = $plan) AND (size($plans) = 0 OR t.plan_id IN $plans)
MATCH (i)-[:PART_OF*0..5]->(w:Industry)
RETURN DISTINCT t.id AS task_id, i.name AS industry, c.written AS written, w.name AS wider, w.aliases AS aliases
ORDER BY task_id, industry, wider

// section_tasks: The tasks below sections, however deep.
//
// 章节所含任务。
//
// param   sections    strings  ids of sections
// return  section_id  string   stable id of the section
// return  task_id     string   stable id of a task below it
UNWIND $sections AS wanted
WITH DISTINCT wanted
MATCH (s:Section {id: wanted})-[:HAS_SECTION*0..9]->(u:Section)-[:HAS_TASK]->(t:Task)
RETURN DISTINCT s.id AS section_id, t.id AS task_id
ORDER BY section_id, task_id

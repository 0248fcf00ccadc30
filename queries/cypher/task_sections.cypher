// task_sections: The sections that tasks stand in, from the chapter down.
//
// 任务所在章节。A task that stands directly under its plan has no row.
//
// param   tasks    strings  ids of tasks
// return  task_id  string   stable id of the task
// return  depth    integer  1 for the chapter
// return  number   string   number path of the section
// return  title    string   the heading's own words
// return  section_id  string  stable id of the section
UNWIND $tasks AS wanted
WITH DISTINCT wanted
MATCH (s:Section)-[:HAS_SECTION*0..9]->(u:Section)-[:HAS_TASK]->(t:Task {id: wanted})
RETURN DISTINCT t.id AS task_id, s.depth AS depth, s.number AS number, s.title AS title, s.id AS section_id
ORDER BY task_id, depth, section_id

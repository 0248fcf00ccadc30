// titled_tasks: The tasks that bear one of some titles, by id.
//
// 按标题查任务。The title is compared as it stands.
//
// param   titles   strings  titles of tasks
// return  title    string   the heading's own words
// return  task_id  string   stable id of the task
MATCH (t:Task)
WHERE t.title IN $titles
RETURN t.title AS title, t.id AS task_id
ORDER BY title, task_id

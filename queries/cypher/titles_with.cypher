// titles_with: The titles of tasks that hold one of some words.
//
// 含某些字的任务标题。Each title once, however many plans have a task of it.
//
// param   words   strings  words of a title
// return  title   string   title of the task
// return  tasks   integer  tasks that bear it
UNWIND $words AS word
MATCH (t:Task)
WHERE word <> '' AND t.title CONTAINS word
RETURN t.title AS title, count(DISTINCT t.id) AS tasks
ORDER BY title

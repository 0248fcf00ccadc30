// tasks: The tasks whose title or text holds some words, plan by plan in document order.
//
// 任务清单。Without words every task of the plan or region, those without any owner included.
//
// param   text        string  = ''  words that the title or the text holds; all tasks when empty
// param   region      string  = ''  region of the plan; every region when empty
// param   plan        string  = ''  id of a plan; every plan when empty
// return  region      string   region of the plan
// return  plan        string   title of the plan
// return  number      string   number path of the task
// return  part        integer  which measure of the numbered item
// return  of          integer  how many measures the numbered item holds
// return  title       string   the heading's own words
// return  kind        string   item, section, box, row or duty
// return  clause      string   the responsibility clause verbatim, or null
// return  open_ended  boolean  true when the list of owners ends in 等
// return  deadline    string   deadline as written, or null
// return  deadline_year  integer  year of the deadline, or null
// return  text        string   the words of the source
// return  source      string   name of the file
// return  page        integer  page of the source, or null
// return  line        integer  line of the stored text where it begins
// return  start       integer  offset of its first character
// return  end         integer  offset behind its last character
// return  position    integer  position in the plan
// return  task_id     string   stable id of the task
// return  plan_id     string   stable id of the plan
MATCH (t:Task)
WHERE ($plan = '' OR t.plan_id = $plan) AND ($text = '' OR t.title CONTAINS $text OR t.text CONTAINS $text)
WITH t
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region)
RETURN p.region AS region, p.title AS plan, t.number AS number, t.part AS part, t.`of` AS `of`, t.title AS title,
  t.kind AS kind, t.clause AS clause, t.open_ended AS open_ended, t.deadline AS deadline, t.due AS deadline_year,
  t.text AS text, p.source AS source, t.page AS page, t.line AS line, t.`start` AS `start`, t.`end` AS `end`,
  t.`order` AS position, t.id AS task_id, p.id AS plan_id
ORDER BY region, plan, plan_id, position, task_id

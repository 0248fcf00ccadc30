// industry_tasks: The tasks that act on an industry or on one of its narrower industries.
//
// 涉及某行业的任务。建材 also finds the tasks of 水泥 where the store knows that 水泥 is part of it.
//
// param   industry    string   name, alias or id of an industry
// param   region      string  = ''  region of the plan; every region when empty
// param   plan        string  = ''  id of a plan; every plan when empty
// return  region      string   region of the plan
// return  plan        string   title of the plan
// return  number      string   number path of the task
// return  part        integer  which measure of the numbered item
// return  of          integer  how many measures the numbered item holds
// return  title       string   the heading's own words
// return  industry    string   the industry that the task names
// return  written     string   the industry as the text writes it
// return  deadline    string   deadline as written, or null
// return  deadline_year  integer  year of the deadline, or null
// return  text        string   the words of the source
// return  source      string   name of the file
// return  line        integer  line of the stored text where the task begins
// return  position    integer  position of the task in the plan
// return  ordinal     integer  position of the industry in the task's text
// return  task_id     string   stable id of the task
// return  plan_id     string   stable id of the plan
// return  industry_id  string  stable id of the industry
MATCH (w:Industry)
WHERE w.id = $industry OR w.name = $industry OR $industry IN w.aliases
MATCH (i:Industry)-[:PART_OF*0..5]->(w)
MATCH (t:Task)-[c:CONCERNS]->(i)
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
RETURN DISTINCT p.region AS region, p.title AS plan, t.number AS number, t.part AS part, t.`of` AS `of`, t.title AS title,
  i.name AS industry, c.written AS written, t.deadline AS deadline, t.due AS deadline_year, t.text AS text,
  p.source AS source, t.line AS line, t.`order` AS position, c.`order` AS ordinal, t.id AS task_id, p.id AS plan_id,
  i.id AS industry_id
ORDER BY region, plan, plan_id, position, task_id, ordinal, industry_id

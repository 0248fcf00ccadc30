// agency_tasks: Everything that agencies answer for, plan by plan in document order.
//
// 某部门承担的任务。Each row is one responsibility: the task, the role, how surely it may be
// acted on (basis) and the clause that says so. Names and aliases are taken as they stand; the
// helper of the same name also reads short names such as 洛阳市工信局.
//
// param   agencies    strings  names, aliases or ids
// param   region      string  = ''  region of the plan or of the agency; every region when empty
// param   plan        string  = ''  id of a plan; every plan when empty
// return  region      string   region of the plan
// return  plan        string   title of the plan
// return  number      string   number path of the task
// return  part        integer  which measure of the numbered item
// return  of          integer  how many measures the numbered item holds
// return  title       string   the heading's own words
// return  agency      string   the agency's full name in this plan
// return  written     string   the agency as the text writes it
// return  role        string   lead, co_own, support, guide or implement
// return  role_word   string   the word of the document: 牵头, 负责, 配合 …
// return  basis       string   explicit, rule, sole or listed
// return  inherited   boolean  true when it comes from a section's clause or a 下同 note
// return  open_ended  boolean  true when the list in its clause ends in 等
// return  deadline    string   deadline of the task as written, or null
// return  deadline_year  integer  year of the deadline, or null
// return  quote       string   the clause that says so
// return  source      string   name of the file
// return  page        integer  page of the clause, or null
// return  line        integer  line of the clause in the stored text
// return  start       integer  offset of its first character
// return  end         integer  offset behind its last character
// return  position    integer  position of the task in the plan
// return  ordinal     integer  position among the owners of the task
// return  task_id     string   stable id of the task
// return  plan_id     string   stable id of the plan
// return  agency_id   string   stable id of the agency
UNWIND $agencies AS wanted
MATCH (a:Agency)
WHERE a.id = wanted OR a.name = wanted OR wanted IN a.aliases
WITH DISTINCT a
MATCH (a)-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region OR a.region = $region) AND ($plan = '' OR p.id = $plan)
RETURN p.region AS region, p.title AS plan, t.number AS number, t.part AS part, t.`of` AS `of`, t.title AS title,
  r.name AS agency, r.written AS written,
  r.role AS role, r.role_word AS role_word, r.basis AS basis, r.inherited AS inherited, r.open_ended AS open_ended,
  t.deadline AS deadline, t.due AS deadline_year, r.quote AS quote, p.source AS source, r.page AS page,
  coalesce(r.line, t.line) AS line, r.`start` AS `start`, r.`end` AS `end`, t.`order` AS position, r.`order` AS ordinal,
  t.id AS task_id, p.id AS plan_id, a.id AS agency_id
ORDER BY region, plan, plan_id, position, task_id, ordinal, agency_id, role

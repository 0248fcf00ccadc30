// tasks_of_agency: Everything that one agency answers for, plan by plan in document order.
//
// 单个部门的任务。What agency_tasks gives for one id, looked up without a glance at other agencies.
//
// param   agency      string   id of the agency
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
MATCH (a:Agency {id: $agency})
OPTIONAL MATCH (a)-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
WITH a, r, t
WHERE t.id IS NOT NULL
MATCH (p:Plan {id: t.plan_id})
RETURN p.region AS region, p.title AS plan, t.number AS number, t.part AS part, t.`of` AS `of`, t.title AS title,
  r.name AS agency, r.written AS written,
  r.role AS role, r.role_word AS role_word, r.basis AS basis, r.inherited AS inherited, r.open_ended AS open_ended,
  t.deadline AS deadline, t.due AS deadline_year, r.quote AS quote, p.source AS source, r.page AS page,
  coalesce(r.line, t.line) AS line, r.`start` AS `start`, r.`end` AS `end`, t.`order` AS position, r.`order` AS ordinal,
  t.id AS task_id, p.id AS plan_id, a.id AS agency_id
ORDER BY region, plan, plan_id, position, task_id, ordinal, agency_id, role

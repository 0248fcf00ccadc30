// held_together: The tasks for which more than one of some agencies answer, with what each of these answers for, and nobody else.
//
// 几家同担的任务。One row for each task and agency. Tasks of one of the agencies alone are left out before anything of them is read.
//
// param   agencies    strings  ids of agencies
// return  plan_id     string   stable id of the plan
// return  number      string   number path of the task
// return  part        integer  which measure of the numbered item
// return  title       string   the heading's own words
// return  kind        string   item, section, box, row or duty
// return  open_ended  boolean  true when the list of owners ends in 等
// return  deadline    string   deadline as written, or null
// return  deadline_year  integer  year of the deadline, or null
// return  text        string   the words of the source
// return  line        integer  line of the stored text where it begins
// return  position    integer  position in the plan
// return  task_id     string   stable id of the task
// return  agency_id   string   stable id of the agency
// return  agency      string   in-plan name of the agency
// return  official    string   official name of the agency
// return  agency_region  string   region of the agency
// return  agency_kind  string   kind of the agency
// return  role        string   lead, co_own, support, guide or implement
// return  basis       string   grade
// return  inherited   boolean  true when it comes from a section's clause or a 下同 note
// return  quote       string   the clause that says so
// return  ordinal     integer  position among the owners
UNWIND $agencies AS wanted
WITH DISTINCT wanted
MATCH (b:Agency {id: wanted})-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
WITH t.id AS id, collect(DISTINCT b.id) AS held
WHERE size(held) > 1
UNWIND held AS key
MATCH (a:Agency {id: key})-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task {id: id})
RETURN t.plan_id AS plan_id, t.number AS number, t.part AS part, t.title AS title, t.kind AS kind,
  t.open_ended AS open_ended, t.deadline AS deadline, t.due AS deadline_year, t.text AS text, t.line AS line,
  t.`order` AS position, t.id AS task_id, a.id AS agency_id, r.name AS agency, a.name AS official,
  a.region AS agency_region, a.kind AS agency_kind, r.role AS role, r.basis AS basis, r.inherited AS inherited,
  r.quote AS quote, r.`order` AS ordinal
ORDER BY plan_id, position, task_id, ordinal, agency_id, role

// owned_tasks: The tasks of some agencies with what each of these agencies answers for, and nobody else.
//
// 若干机构的责任关系。As owners_of_tasks, for tasks that are given by their owners; in a store of thousands of plans
// a question about a body that each of them names needs no more.
//
// param   agencies    strings  ids of agencies
// param   roles       strings = []  lead, co_own, support, guide or implement; any role when empty
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
// return  agency_id   string   stable id of the agency, or null
// return  agency      string   in-plan name of the agency, or null
// return  official    string   official name of the agency, or null
// return  agency_region  string   region of the agency, or null
// return  agency_kind  string   kind of the agency, or null
// return  role        string   lead, co_own, support, guide or implement; null without owner
// return  basis       string   grade, or null
// return  inherited   boolean  true when it comes from a section's clause or a 下同 note
// return  quote       string   the clause that says so, or null
// return  ordinal     integer  position among the owners, or null
UNWIND $agencies AS wanted
WITH DISTINCT wanted
MATCH (a:Agency {id: wanted})
OPTIONAL MATCH (a)-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
WITH t, a, r
WHERE t.id IS NOT NULL AND (size($roles) = 0 OR r.role IN $roles)
RETURN t.plan_id AS plan_id, t.number AS number, t.part AS part, t.title AS title, t.kind AS kind,
  t.open_ended AS open_ended, t.deadline AS deadline, t.due AS deadline_year, t.text AS text, t.line AS line,
  t.`order` AS position, t.id AS task_id, a.id AS agency_id, r.name AS agency,
  a.name AS official,
  a.region AS agency_region, a.kind AS agency_kind, r.role AS role, r.basis AS basis, r.inherited AS inherited,
  r.quote AS quote, r.`order` AS ordinal
ORDER BY plan_id, position, task_id, ordinal, agency_id, role

// plan_owners: Who answers for the tasks of some plans, one row for each task and agency.
//
// 多份方案的责任关系。A task without any owner has one row with nulls, so no task is missing.
//
// param   plans  strings  = []  ids of plans; every plan when empty
// param   plan   string   = ''  id of one plan; every plan when empty
// return  plan_id     string   stable id of the plan
// return  plan_title  string   title of the plan
// return  region      string   region of the plan
// return  number      string   number path of the task
// return  part        integer  which measure of the numbered item
// return  of          integer  how many measures the numbered item holds
// return  title       string   the heading's own words
// return  kind        string   item, section, box, row or duty
// return  open_ended  boolean  true when the list of owners ends in 等
// return  deadline    string   deadline as written, or null
// return  deadline_year  integer  year of the deadline, or null
// return  text        string   the words of the source
// return  line        integer  line of the stored text where it begins
// return  source      string   name of the file
// return  page        integer  page of the source, or null
// return  position    integer  position in the plan
// return  task_id     string   stable id of the task
// return  agency_id   string   stable id of the agency, or null
// return  agency      string   in-plan name of the agency, or null
// return  official    string   official name of the agency, or null
// return  agency_region  string   region of the agency, or null
// return  agency_kind  string   kind of the agency, or null
// return  functional_line  string  key shared by counterparts of all levels, or null
// return  role        string   lead, co_own, support, guide or implement; null without owner
// return  basis       string   grade, or null
// return  inherited   boolean  true when it comes from a section's clause or a 下同 note
// return  quote       string   the clause that says so, or null
// return  ordinal     integer  position among the owners, or null
MATCH (t:Task)
WHERE ($plan = '' OR t.plan_id = $plan) AND (size($plans) = 0 OR t.plan_id IN $plans)
MATCH (p:Plan {id: t.plan_id})
OPTIONAL MATCH (a:Agency)-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t)
RETURN p.id AS plan_id, p.title AS plan_title, p.region AS region, t.number AS number, t.part AS part, t.`of` AS `of`, t.title AS title, t.kind AS kind,
  t.open_ended AS open_ended, t.deadline AS deadline, t.due AS deadline_year, t.text AS text, t.line AS line,
  p.source AS source, t.page AS page, t.`order` AS position, t.id AS task_id, a.id AS agency_id, r.name AS agency,
  a.name AS official,
  a.region AS agency_region, a.kind AS agency_kind, a.functional_line AS functional_line, r.role AS role, r.basis AS basis, r.inherited AS inherited,
  r.quote AS quote, r.`order` AS ordinal
ORDER BY region, plan_id, position, task_id, ordinal, agency_id, role

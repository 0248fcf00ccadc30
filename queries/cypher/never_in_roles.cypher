// never_in_roles: What the agencies answer for that have no task in any of some roles.
//
// 从无某种角色的单位。Among all plans of the store; never_lead counts the tasks of those that never lead, in each region.
//
// param   roles        strings  lead, co_own, support, guide or implement
// return  plan_id      string   stable id of the plan
// return  number       string   number path of the task
// return  title        string   the heading's own words
// return  line         integer  line of the stored text where it begins
// return  position     integer  position in the plan
// return  task_id      string   stable id of the task
// return  agency_id    string   stable id of the agency
// return  agency       string   in-plan name of the agency
// return  agency_kind  string   kind of the agency
// return  role         string   lead, co_own, support, guide or implement
// return  basis        string   explicit, rule, sole or listed
// return  inherited    boolean  true when it comes from a section's clause or a 下同 note
// return  quote        string   the clause that says so
// return  ordinal      integer  position among the owners
MATCH (a:Agency)
WHERE NOT EXISTS { MATCH (a)-[other:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(:Task) WHERE other.role IN $roles }
MATCH (a)-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
RETURN t.plan_id AS plan_id, t.number AS number, t.title AS title, t.line AS line, t.`order` AS position, t.id AS task_id,
  a.id AS agency_id, r.name AS agency, a.kind AS agency_kind, r.role AS role, r.basis AS basis, r.inherited AS inherited,
  r.quote AS quote, r.`order` AS ordinal
ORDER BY plan_id, position, task_id, ordinal, agency_id, role

// roles_of_agencies: What some agencies answer for, without what the tasks say.
//
// 若干机构的任务与角色。As roles_of_tasks, for tasks that are given by their owners; nobody else's roles are told.
//
// param   agencies     strings  ids of agencies
// param   roles        strings = []  lead, co_own, support, guide or implement; any role when empty
// return  task_id      string   stable id of the task
// return  agency_id    string   stable id of the agency
// return  agency       string   in-plan name of the agency
// return  agency_kind  string   kind of the agency
// return  role         string   lead, co_own, support, guide or implement
// return  basis        string   explicit, rule, sole or listed
// return  inherited    boolean  true when it comes from a section's clause or a 下同 note
// return  quote        string   the clause that says so
// return  ordinal      integer  position among the owners
UNWIND $agencies AS wanted
WITH DISTINCT wanted
MATCH (a:Agency {id: wanted})
OPTIONAL MATCH (a)-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
WITH t, a, r
WHERE t.id IS NOT NULL AND (size($roles) = 0 OR r.role IN $roles)
RETURN t.id AS task_id, a.id AS agency_id, r.name AS agency, a.kind AS agency_kind, r.role AS role, r.basis AS basis,
  r.inherited AS inherited, r.quote AS quote, r.`order` AS ordinal
ORDER BY ordinal, task_id, agency_id, role

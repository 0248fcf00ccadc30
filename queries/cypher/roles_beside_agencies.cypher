// roles_beside_agencies: Who answers for the tasks of some agencies, these agencies among them.
//
// 若干机构的任务由谁负责。As roles_of_tasks, for the tasks of agencies: their ids need not be asked for before.
//
// param   agencies     strings  ids of agencies
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
MATCH (one:Agency {id: wanted})
OPTIONAL MATCH (one)-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
WITH DISTINCT t
WHERE t.id IS NOT NULL
OPTIONAL MATCH (a:Agency)-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t)
RETURN t.id AS task_id, a.id AS agency_id, r.name AS agency, a.kind AS agency_kind, r.role AS role, r.basis AS basis,
  r.inherited AS inherited, r.quote AS quote, r.`order` AS ordinal
ORDER BY ordinal, task_id, agency_id, role

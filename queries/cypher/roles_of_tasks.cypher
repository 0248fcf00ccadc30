// roles_of_tasks: Who answers for some tasks, without what the tasks say.
//
// 多项任务的责任单位与角色。Beside tasks_by_id or task_lines, which say once for each task what owners_of_tasks says
// once for each owner. A task without owner has no row.
//
// param   tasks        strings  ids of tasks
// return  task_id      string   stable id of the task
// return  agency_id    string   stable id of the agency
// return  agency       string   in-plan name of the agency
// return  agency_kind  string   kind of the agency
// return  role         string   lead, co_own, support, guide or implement
// return  basis        string   explicit, rule, sole or listed
// return  inherited    boolean  true when it comes from a section's clause or a 下同 note
// return  quote        string   the clause that says so
// return  ordinal      integer  position among the owners
UNWIND $tasks AS wanted
WITH DISTINCT wanted
MATCH (t:Task {id: wanted})
OPTIONAL MATCH (a:Agency)-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t)
WITH t, a, r
WHERE a.id IS NOT NULL
RETURN t.id AS task_id, a.id AS agency_id, r.name AS agency, a.kind AS agency_kind, r.role AS role, r.basis AS basis,
  r.inherited AS inherited, r.quote AS quote, r.`order` AS ordinal
ORDER BY ordinal, task_id, agency_id, role

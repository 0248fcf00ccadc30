// task_owners: Who answers for tasks, in the order of the clause.
//
// 任务的责任单位。One row for each task and agency; a task without owner has no row.
//
// param   tasks       strings  ids of tasks
// param   plan         string  = ''  id of a plan; every plan when empty
// return  task_id     string   stable id of the task
// return  agency_id   string   stable id of the agency
// return  name        string   the agency's full name in this plan
// return  written     string   the agency as the text writes it
// return  kind        string   body, office, collective, government, enterprise, organisation or post
// return  role        string   lead, co_own, support, guide or implement
// return  role_word   string   the word of the document
// return  basis       string   explicit, rule, sole or listed
// return  inherited   boolean  true when it comes from a section's clause or a 下同 note
// return  open_ended  boolean  true when the list in its clause ends in 等
// return  quote       string   the clause that says so
// return  line        integer  line of the clause in the stored text
// return  ordinal     integer  position among the owners of the task
MATCH (t:Task)
WHERE ($plan = '' OR t.plan_id = $plan) AND t.id IN $tasks
MATCH (a:Agency)-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t)
RETURN t.id AS task_id, a.id AS agency_id, r.name AS name, r.written AS written, a.kind AS kind,
  r.role AS role, r.role_word AS role_word, r.basis AS basis, r.inherited AS inherited, r.open_ended AS open_ended, r.quote AS quote,
  coalesce(r.line, t.line) AS line, r.`order` AS ordinal
ORDER BY task_id, ordinal, agency_id, role

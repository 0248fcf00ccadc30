// given_tasks: The plans that give some agencies tasks, with how many in each role.
//
// 派任务的方案。One row a plan; a task in which the agencies have several roles is counted in each, and once in all.
//
// param   agencies    strings  ids of agencies
// param   region      string  = ''  region of the plan; every region when empty
// return  region      string   region of the plan
// return  plan        string   title of the plan
// return  tasks       integer  tasks of the plan that any of the agencies answers for
// return  leads       integer  of these, tasks that one of them leads
// return  co_owns     integer  tasks that one of them co-owns
// return  supports    integer  tasks that one of them supports
// return  guides      integer  tasks that one of them guides
// return  implements  integer  tasks that one of them carries out
// return  line        integer  the first line of the stored text that says so
// return  source      string   name of the file
// return  plan_id     string   stable id of the plan
UNWIND $agencies AS wanted
MATCH (a:Agency {id: wanted})-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
WITH t.plan_id AS id, count(DISTINCT t.id) AS tasks,
  count(DISTINCT CASE WHEN r.role = 'lead' THEN t.id ELSE null END) AS leads,
  count(DISTINCT CASE WHEN r.role = 'co_own' THEN t.id ELSE null END) AS co_owns,
  count(DISTINCT CASE WHEN r.role = 'support' THEN t.id ELSE null END) AS supports,
  count(DISTINCT CASE WHEN r.role = 'guide' THEN t.id ELSE null END) AS guides,
  count(DISTINCT CASE WHEN r.role = 'implement' THEN t.id ELSE null END) AS implements,
  min(coalesce(r.line, t.line)) AS line
MATCH (p:Plan {id: id})
WHERE ($region = '' OR p.region = $region)
RETURN p.region AS region, p.title AS plan, tasks AS tasks, leads AS leads, co_owns AS co_owns, supports AS supports,
  guides AS guides, implements AS implements, line AS line, p.source AS source, p.id AS plan_id
ORDER BY region, plan, plan_id

// co_owners: Tasks by the number of agencies that answer for them, the largest groups first.
//
// 责任单位最多的任务。One row a task; agencies count once in whatever roles.
//
// param   region    string  = ''  region of the plan; every region when empty
// param   plan      string  = ''  id of a plan; every plan when empty
// return  region    string   region of the plan
// return  plan      string   title of the plan
// return  number    string   number path of the task
// return  part      integer  which measure of the numbered item
// return  title     string   the heading's own words
// return  owners    integer  agencies that answer for it
// return  line      integer  line of the stored text where it begins
// return  task_id   string   stable id of the task
// return  plan_id   string   stable id of the plan
MATCH (a:Agency)-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]->(t:Task)
WITH t, count(DISTINCT a.id) AS owners
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
RETURN p.region AS region, p.title AS plan, t.number AS number, t.part AS part, t.title AS title, owners AS owners, t.line AS line,
  t.id AS task_id, p.id AS plan_id
ORDER BY owners DESC, region, plan, plan_id, t.`order`, task_id

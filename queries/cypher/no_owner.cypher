// no_owner: Tasks that nobody answers for.
//
// 无责任单位。No agency in any role, not even by a section's clause or a 下同 note. Boxes (专栏) and
// the chapters on organisation (保障措施, 组织实施) often are of this kind.
//
// param   region    string  = ''  region of the plan; every region when empty
// param   plan      string  = ''  id of a plan; every plan when empty
// return  region    string   region of the plan
// return  plan      string   title of the plan
// return  number    string   number path of the task
// return  part      integer  which measure of the numbered item
// return  title     string   the heading's own words
// return  clause    string   the responsibility clause verbatim, or null
// return  text      string   the words of the source
// return  line      integer  line of the stored text where the task begins
// return  source    string   name of the file
// return  position  integer  position of the task in the plan
// return  task_id   string   stable id of the task
// return  plan_id   string   stable id of the plan
MATCH (t:Task)
WHERE ($plan = '' OR t.plan_id = $plan)
OPTIONAL MATCH (t)<-[r:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]-(:Agency)
WITH t, count(r) AS owners
WHERE owners = 0
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region)
RETURN p.region AS region, p.title AS plan, t.number AS number, t.part AS part, t.title AS title, t.clause AS clause,
  t.text AS text, t.line AS line, p.source AS source, t.`order` AS position, t.id AS task_id, p.id AS plan_id
ORDER BY region, plan, plan_id, position, task_id

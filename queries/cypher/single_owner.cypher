// single_owner: Tasks that one body alone answers for.
//
// 仅一家负责的任务。Nobody stands in for it. A collective (各有关部门) is not one body.
//
// param   region    string  = ''  region of the plan; every region when empty
// param   plan      string  = ''  id of a plan; every plan when empty
// return  region    string   region of the plan
// return  plan      string   title of the plan
// return  number    string   number path of the task
// return  part      integer  which measure of the numbered item
// return  title     string   the heading's own words
// return  agency    string   full name of the body
// return  text      string   the words of the source
// return  line      integer  line of the stored text where it begins
// return  source    string   name of the file
// return  position  integer  position in the plan
// return  task_id   string   stable id of the task
// return  plan_id   string   stable id of the plan
MATCH (t:Task)<-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]-(a:Agency)
WITH t, count(DISTINCT a.id) AS owners, min(a.name) AS agency, min(a.kind) AS kind
WHERE owners = 1 AND kind <> 'collective'
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
RETURN DISTINCT p.region AS region, p.title AS plan, t.number AS number, t.part AS part, t.title AS title, agency AS agency, t.text AS text, t.line AS line, p.source AS source, t.`order` AS position, t.id AS task_id, p.id AS plan_id
ORDER BY region, plan, plan_id, position, task_id

// no_lead: Tasks with owners of which none leads.
//
// 无牵头单位。Several units that 按职责分工负责, or only 配合, 指导, 落实: a supervision office has to ask
// who coordinates. A lead is one that is written (牵头) or declared (排在第一位的为牵头单位), or the one
// unit of an X负责 clause: there 负责 is written and no second unit could be meant, so there is
// nothing to ask. That stays visible as basis sole.
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
WHERE (t)<-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]-(:Agency)
  AND NOT EXISTS { MATCH (t)<-[l:LEADS]-(:Agency) WHERE l.basis IN ['explicit', 'rule', 'sole'] }
WITH t
MATCH (p:Plan {id: t.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
RETURN p.region AS region, p.title AS plan, t.number AS number, t.part AS part, t.title AS title, t.clause AS clause,
  t.text AS text, t.line AS line, p.source AS source, t.`order` AS position, t.id AS task_id, p.id AS plan_id
ORDER BY region, plan, plan_id, position, task_id

// plan_targets: Every target of some plans, in document order.
//
// 多份方案的目标。As targets, for plans that are given by their ids.
//
// param   plans  strings  = []  ids of plans; every plan when empty
// param   plan   string   = ''  id of one plan; every plan when empty
// return  region       string   region of the plan
// return  plan         string   title of the plan
// return  section      string   number path of where it stands
// return  metric       string   what is measured, as written
// return  kind         string   quantitative or qualitative
// return  change       string   level, increase or decrease
// return  comparator   string   >=, <=, = or ~; null for a qualitative target
// return  value        float    the number; null for a qualitative target
// return  unit         string   unit as written
// return  due          integer  year that is written, or null
// return  due_derived  integer  year that a period implies, or null
// return  due_by       string   last day that meets the deadline, YYYY-MM-DD, or null
// return  baseline     integer  year compared with, or null
// return  text         string   the words of the source
// return  source       string   name of the file
// return  page         integer  page of the source, or null
// return  line         integer  line of the stored text where it begins
// return  start        integer  offset of its first character
// return  end          integer  offset behind its last character
// return  position     integer  position in the plan
// return  target_id    string   stable id of the target
// return  task_id      string   task in whose text it stands, or null
// return  section_id   string   section in whose text it stands, or null
// return  plan_id      string   stable id of the plan
MATCH (g:Target)
WHERE ($plan = '' OR g.plan_id = $plan) AND (size($plans) = 0 OR g.plan_id IN $plans)
MATCH (p:Plan {id: g.plan_id})
OPTIONAL MATCH (t:Task)-[:SETS]->(g)
OPTIONAL MATCH (s:Section)-[:SETS]->(g)
RETURN p.region AS region, p.title AS plan, g.section AS section, g.metric AS metric, g.kind AS kind,
  g.change AS change, g.comparator AS comparator, g.value AS value, g.unit AS unit, g.due AS due,
  g.due_derived AS due_derived, g.due_by AS due_by, g.baseline AS baseline, g.text AS text, p.source AS source, g.page AS page,
  g.line AS line, g.`start` AS `start`, g.`end` AS `end`, g.`order` AS position, g.id AS target_id, t.id AS task_id,
  s.id AS section_id, p.id AS plan_id
ORDER BY region, plan, plan_id, position, target_id, task_id, section_id

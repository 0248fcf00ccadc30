// overrides: Overrides that took effect, plan by plan in the order in which they were applied.
//
// 人工更正。One entry of the overrides file may take effect in several plans. An entry that took effect
// in none is not here; the audit finds it.
//
// param   region     string   = ''  region of the plan; every region when empty
// param   plan       string   = ''  id of a plan; every plan when empty
// return  region     string   region of the plan
// return  plan       string   title of the plan
// return  number     string   number path of the task that was overridden, or null
// return  part       integer  which measure of the numbered item, or null
// return  title      string   its heading, or null
// return  kind       string   rename, merge, split, owner or target
// return  text       string   what it did
// return  note       string   why, or null
// return  subject    string   id of what was overridden
// return  entry      string   hash of what the entry says
// return  line       integer  line of the stored text where the task begins, or null
// return  source     string   name of the file
// return  position   integer  in the order of the entries
// return  task_id    string   stable id of the task, or null
// return  override_id  string  stable id of the override
// return  plan_id    string   stable id of the plan
MATCH (p:Plan)-[:HAS_OVERRIDE]->(o:Override)
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
OPTIONAL MATCH (t:Task {id: o.task_id})
RETURN p.region AS region, p.title AS plan, t.number AS number, t.part AS part, t.title AS title, o.kind AS kind,
  o.text AS text, o.note AS note, o.subject AS subject, o.entry AS entry, t.line AS line, p.source AS source,
  o.`order` AS position, t.id AS task_id, o.id AS override_id, p.id AS plan_id
ORDER BY region, plan, plan_id, position, override_id

// unread_trigger: Trigger words that stand outside every clause that was read.
//
// 未解析的触发词。牵头, 负责, 配合, 责任单位 … seen in the text but not understood as a responsibility.
// Each is a possible miss, so each is listed; where the context tells why it is no clause,
// reason says so. Task columns are null for a word that stands outside every task.
//
// param   region    string  = ''  region of the plan; every region when empty
// param   plan      string  = ''  id of a plan; every plan when empty
// return  region    string   region of the plan
// return  plan      string   title of the plan
// return  number    string   number path of where it stands
// return  part      integer  which measure of the numbered item, or null
// return  title     string   heading of the task, or null
// return  word      string   the trigger word
// return  reason    string   why it is no clause, or null
// return  text      string   the sentence it stands in
// return  line      integer  line of the stored text where it stands
// return  source    string   name of the file
// return  position  integer  position among the unread words of the plan
// return  mention_id  string  stable id of the place
// return  task_id   string   stable id of the task, or null
// return  plan_id   string   stable id of the plan
MATCH (m:UnreadTrigger)
MATCH (p:Plan {id: m.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
OPTIONAL MATCH (t:Task)-[:LEAVES_UNREAD]->(m)
RETURN p.region AS region, p.title AS plan, m.number AS number, t.part AS part, t.title AS title, m.word AS word,
  m.reason AS reason, m.text AS text, m.line AS line, p.source AS source, m.`order` AS position, m.id AS mention_id,
  t.id AS task_id, p.id AS plan_id
ORDER BY region, plan, plan_id, position, mention_id, task_id

// plans: Every plan of the store, with what was read out of it.
//
// 方案清单。One row a plan. Agencies are counted once however many tasks they answer for;
// owned tasks are those for which at least one agency, a collective included, answers.
//
// param   region       string  = ''  region of the plan; every region when empty
// return  id           string   stable id of the plan
// return  region       string   region the plan applies to
// return  title        string   title without 关于印发…的通知
// return  number       string   发文字号, or null
// return  issued       string   date of issue, or null
// return  draft        boolean  true for a 征求意见稿
// return  source       string   name of the file it was read from
// return  part         integer  index among several plans of one file
// return  level        string   国家, 省, 市 or 区县
// return  tasks        integer  measures of the plan
// return  owned_tasks  integer  measures that somebody answers for
// return  agencies     integer  agencies that answer for something in it
// return  targets      integer  targets of the plan
MATCH (p:Plan)
WHERE ($region = '' OR p.region = $region)
OPTIONAL MATCH (t:Task)
WHERE t.plan_id = p.id
OPTIONAL MATCH (t)<-[:LEADS|CO_OWNS|SUPPORTS|GUIDES|IMPLEMENTS]-(a:Agency)
WITH p, count(DISTINCT t.id) AS tasks, count(DISTINCT CASE WHEN a.id IS NULL THEN null ELSE t.id END) AS owned_tasks,
  count(DISTINCT a.id) AS agencies
RETURN p.id AS id, p.region AS region, p.title AS title, p.number AS number, p.issued AS issued, p.draft AS draft,
  p.source AS source, p.part AS part, p.level AS level, tasks AS tasks, owned_tasks AS owned_tasks,
  agencies AS agencies, COUNT { MATCH (g:Target) WHERE g.plan_id = p.id } AS targets
ORDER BY region, title, id

// plan_sections: The numbered sections of some plans, in document order.
//
// 多份方案的章节。Headings only; the tasks below them are another question.
//
// param   plans    strings  ids of plans
// return  plan_id  string   stable id of the plan
// return  region   string   region of the plan
// return  number   string   number path of the section
// return  title    string   the heading's own words
// return  position integer  position in the plan
MATCH (s:Section)
WHERE s.plan_id IN $plans
MATCH (p:Plan {id: s.plan_id})
RETURN p.id AS plan_id, p.region AS region, s.number AS number, s.title AS title, s.`order` AS position
ORDER BY region, plan_id, position, number

// plan_list: Every plan by name, without what was read out of it.
//
// 方案目录。What plans counts for each plan costs a walk through all tasks; a list of titles needs none.
//
// param   region  string  = ''  region of the plan; every region when empty
// return  id      string   stable id of the plan
// return  region  string   region the plan applies to
// return  title   string   title without 关于印发…的通知
// return  number  string   发文字号, or null
// return  source  string   name of the file it was read from
// return  level   string   国家, 省, 市 or 区县
MATCH (p:Plan)
WHERE ($region = '' OR p.region = $region)
RETURN p.id AS id, p.region AS region, p.title AS title, p.number AS number, p.source AS source, p.level AS level
ORDER BY region, title, id

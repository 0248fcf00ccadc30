// industry_names: Every industry with other words for it.
//
// 行业名称。Each industry once, without counting the tasks that act on it.
//
// return  industry  string   name without 行业 or 产业
// return  code      string   GB/T 4754-2017 division or group, or null
// return  aliases   strings  other words for it
// return  id        string   stable id of the industry
MATCH (i:Industry)
RETURN i.name AS industry, i.code AS code, i.aliases AS aliases, i.id AS id
ORDER BY industry, id

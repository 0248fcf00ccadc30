// present: Which of some ids the store holds.
//
// 标识是否存在。Ids of plans, sections, tasks, targets and agencies.
//
// param   ids  strings  ids to look for
// return  id   string   an id that is there
UNWIND $ids AS wanted
MATCH (n:Plan|Section|Task|Target|Agency {id: wanted})
RETURN DISTINCT n.id AS id
ORDER BY id

// progress_reports: What offices reported about tasks, plan by plan in the order in which it came in.
//
// 进展情况。A report whose task a new version of the plan no longer has stands without a position.
//
// param   region      string  = ''  region of the plan; every region when empty
// param   plan        string  = ''  id of a plan; every plan when empty
// return  region      string   region of the plan
// return  plan        string   title of the plan
// return  number      string   number path of the task when it was reported on
// return  title       string   title of the task when it was reported on
// return  agency      string   name of the agency that reports, or null
// return  said        string   what was done, verbatim, or null
// return  state       string   not_started, under_way, done, blocked, or null
// return  share       float    how much is done, in percent, or null
// return  person      string   whom to ask, or null
// return  phone       string   telephone number of that person, or null
// return  updated     string   when it was written, YYYY-MM-DD, or null
// return  quarters    strings  what was said of each quarter
// return  imported    string   when it was taken in, YYYY-MM-DD
// return  file        string   name of the file that it was read from, or null
// return  sheet       string   name of its sheet, or null
// return  row         integer  line of the sheet
// return  position    integer  position of the task in the plan, or null where the task is gone
// return  ordinal     integer  position among the reports of the plan
// return  report_id   string   stable id of the report
// return  agency_id   string   stable id of the agency, or null
// return  task_id     string   stable id of the task
// return  plan_id     string   stable id of the plan
MATCH (r:Progress)
MATCH (p:Plan {id: r.plan_id})
WHERE ($region = '' OR p.region = $region) AND ($plan = '' OR p.id = $plan)
OPTIONAL MATCH (r)-[:REPORTS_ON]->(t:Task)
RETURN p.region AS region, p.title AS plan, r.number AS number, r.title AS title, r.agency AS agency, r.said AS said,
  r.state AS state, r.share AS share, r.person AS person, r.phone AS phone, r.updated AS updated, r.quarters AS quarters,
  r.imported AS imported, r.file AS file, r.sheet AS sheet, r.row AS row, t.`order` AS position, r.`order` AS ordinal,
  r.id AS report_id, r.agency_id AS agency_id, r.task_id AS task_id, p.id AS plan_id
ORDER BY region, plan, plan_id, ordinal, report_id

// agency_regions: Every agency of the store with its region.
//
// 机构所在地。For what is asked of all of them at once; agencies counts their tasks too.
//
// return  id      string  stable id of the agency
// return  name    string  full name of the agency
// return  region  string  region it belongs to
MATCH (a:Agency)
RETURN a.id AS id, a.name AS name, a.region AS region
ORDER BY region, name, id

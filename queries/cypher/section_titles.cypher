// section_titles: The titles of numbered sections that hold one of some words.
//
// 含某些字的章节标题。Each title once, however many plans have a section of it.
//
// param   words   strings  words of a title
// return  title   string   title of the section
// return  plans   integer  plans that have it
UNWIND $words AS word
MATCH (s:Section)
WHERE word <> '' AND s.title CONTAINS word
RETURN s.title AS title, count(DISTINCT s.plan_id) AS plans
ORDER BY title

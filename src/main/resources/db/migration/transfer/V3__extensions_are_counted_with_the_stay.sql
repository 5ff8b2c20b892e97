-- Stays away that were extended before membership counted it.
UPDATE membership.dated_fact f SET extended = e.times
FROM (SELECT fact_id, count(*) AS times FROM transfer.extension WHERE fact_id IS NOT NULL GROUP BY fact_id) e
WHERE e.fact_id = f.id;

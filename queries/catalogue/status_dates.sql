-- At which dates did periods with realized values end?
select period_end
from realized_totals
where scope = 'whole' and ($program_id is null or program_id = $program_id)

union

select from_date as period_end
from progress_points
where case_version is null and ($program_id is null or program_id = $program_id)

order by period_end desc

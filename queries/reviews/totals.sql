-- How many measurements and reviews are overdue?
select
    what,
    count(*) filter (where due_on <= $as_of) as due_by_now,
    count(*) filter (where due_on <= $as_of and state = 'done') as done,
    count(*) filter (where state = 'overdue') as overdue,
    count(*) filter (where state = 'due') as in_grace,
    count(*) filter (where state = 'coming' and due_on <= cast(cast($as_of as date) + 92 as date)) as coming,
    count(distinct coalesce(owner, '')) filter (where state = 'overdue') as owners_overdue,
    min(due_on) filter (where state = 'overdue') as oldest_overdue,
from appointments($as_of, $case, $program_id, $project_id, $grace_days)
group by what
order by what

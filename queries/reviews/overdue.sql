-- Which measurements and reviews are overdue, and whose are they?
select
    late.what,
    late.program_id,
    programs.program,
    programs.currency,
    late.benefit_id,
    late.name,
    late.owner,
    late.owner_until,
    late.owner_left,
    late.overdue,
    late.oldest_due_on,
    late.newest_due_on,
    cast(cast($as_of as date) - late.oldest_due_on as bigint) as days_overdue,
    cast(late.planned as decimal(38, 12)) as planned,
    late.last_done_on,
    count(*) over () as matches,
from overdue_at(cast($as_of as date), $case, $program_id, $project_id, $grace_days) as late
inner join programs on programs.program_id = late.program_id
where $owner is null or coalesce(late.owner, '') = $owner
order by
    case when $sort = 'most' then -late.overdue end,
    late.oldest_due_on,
    late.program_id,
    late.name,
    late.what,
    late.benefit_id,
    late.owner
limit
    $rows offset $skip

-- Which measurements and reviews are overdue, and whose are they?
with

appointments as (

    select *
    from appointments($as_of, $case, $program_id, $project_id, $grace_days)

),

grouped as (

    select
        what,
        program_id,
        benefit_id,
        name,
        owner,
        owner_until,
        owner_left,
        count(*) filter (where state = 'overdue') as overdue,
        min(due_on) filter (where state = 'overdue') as oldest_due_on,
        max(due_on) filter (where state = 'overdue') as newest_due_on,
        sum(planned) filter (where state = 'overdue') as planned,
        max(coalesce(done_on, due_on)) filter (where state = 'done') as last_done_on,
    from appointments
    group by what, program_id, benefit_id, name, owner, owner_until, owner_left
    having count(*) filter (where state = 'overdue') > 0

)

select
    grouped.what,
    grouped.program_id,
    programs.program,
    programs.currency,
    grouped.benefit_id,
    grouped.name,
    grouped.owner,
    grouped.owner_until,
    grouped.owner_left,
    grouped.overdue,
    grouped.oldest_due_on,
    grouped.newest_due_on,
    cast(cast($as_of as date) - grouped.oldest_due_on as bigint) as days_overdue,
    cast(grouped.planned as decimal(38, 12)) as planned,
    grouped.last_done_on,
from grouped
inner join programs on programs.program_id = grouped.program_id
order by grouped.oldest_due_on, grouped.program_id, grouped.name, grouped.what

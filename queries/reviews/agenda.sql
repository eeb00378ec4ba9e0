-- Which reviews were held lately, and which are to come?
select
    appointment.program_id,
    programs.program,
    appointment.benefit_id,
    appointment.name,
    appointment.owner,
    appointment.owner_until,
    appointment.owner_left,
    appointment.due_on,
    appointment.done_on,
    appointment.state,
    cast(coalesce(appointment.done_on, cast($as_of as date)) - appointment.due_on as bigint) as days_late,
    appointment.outcome,
    appointment.reviewer,
    count(*) over () as matches,
from agenda_at(cast($as_of as date), $program_id, $project_id, $grace_days) as appointment
inner join programs on programs.program_id = appointment.program_id
where $owner is null or coalesce(appointment.owner, '') = $owner
order by
    case when $sort = 'state' then appointment.urgency end,
    appointment.due_on,
    appointment.program_id,
    appointment.name,
    appointment.benefit_id
limit
    $rows offset $skip

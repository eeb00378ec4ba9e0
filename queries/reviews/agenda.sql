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
from reviews_at($as_of, $program_id, $project_id, $grace_days) as appointment
inner join programs on programs.program_id = appointment.program_id
where
    coalesce(appointment.done_on, appointment.due_on) > cast(cast($as_of as date) - 183 as date)
    and appointment.due_on <= cast(cast($as_of as date) + 183 as date)
order by appointment.due_on, appointment.program_id, appointment.name

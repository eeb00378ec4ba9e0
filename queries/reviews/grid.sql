-- Who has what to do, month by month?
with

appointments as materialized (

    select
        owner,
        owner_left,
        cast(date_trunc('month', due_on) as date) as month_start,
        state,
    from appointments($as_of, $case, $program_id, $project_id, $grace_days)
    where $what = 'all' or what = $what

),

owners as (

    select
        owner,
        bool_or(owner_left) as owner_left,
        count(*) filter (where state = 'overdue') as overdue_ever,
        row_number() over (
            order by count(*) filter (where state = 'overdue') desc, count(*) desc, owner
        ) as place,
        count(*) over () as of_owners,
    from appointments
    where
        state = 'overdue'
        or (
            month_start >= date_trunc('month', cast($as_of as date)) - interval 11 month
            and month_start <= date_trunc('month', cast($as_of as date)) + interval 6 month
        )
    group by owner

)

select
    owners.place,
    owners.of_owners,
    owners.owner,
    owners.owner_left,
    owners.overdue_ever,
    appointments.month_start as month,
    count(*) filter (where appointments.state = 'done') as done,
    count(*) filter (where appointments.state = 'overdue') as overdue,
    count(*) filter (where appointments.state = 'due') as due,
    count(*) filter (where appointments.state = 'coming') as coming,
from owners
inner join appointments on appointments.owner is not distinct from owners.owner
where
    owners.place <= $top
    and appointments.month_start >= date_trunc('month', cast($as_of as date)) - interval 11 month
    and appointments.month_start <= date_trunc('month', cast($as_of as date)) + interval 6 month
group by
    owners.place,
    owners.of_owners,
    owners.owner,
    owners.owner_left,
    owners.overdue_ever,
    appointments.month_start
order by owners.place, appointments.month_start

-- Who has what to do, month by month?
with

plans as materialized (

    select
        plan,
        owner,
        owner_left,
    from measuring_plans($as_of, $case, $program_id, $project_id)
    where $what in ('all', 'measurement')

),

months as (

    select
        cast(date_trunc('month', cast($as_of as date)) - interval 11 month as date) as first_month,
        cast(date_trunc('month', cast($as_of as date)) + interval 6 month as date) as last_month,

),

-- Whatever is due in these months counts as done by now, less what is missing below.
duties as (

    select
        plans.owner,
        bool_or(plans.owner_left) as owner_left,
        cast(date_trunc('month', cell.due_on) as date) as month_start,
        count(*) filter (where cell.due_on <= $as_of) as done,
        0 as overdue,
        0 as due,
        count(*) filter (where cell.due_on > $as_of) as coming,
    from due_measurements as cell
    inner join plans on plans.plan = cell.plan
    where
        cell.due_on >= (select first_month from months)
        and cell.due_on <= (select last_day(last_month) from months)
    group by plans.owner, month_start

    union all

    select
        plans.owner,
        bool_or(plans.owner_left) as owner_left,
        cast(date_trunc('month', cell.due_on) as date) as month_start,
        case when month_start >= (select first_month from months) then -count(*) else 0 end as done,
        count(*) filter (where is_overdue(cell.due_on, $grace_days, cast($as_of as date), false)) as overdue,
        count(*) filter (where not is_overdue(cell.due_on, $grace_days, cast($as_of as date), false)) as due,
        0 as coming,
    from open_measurements as cell
    inner join plans on plans.plan = cell.plan
    where cell.due_on <= $as_of and cell.measured_on > $as_of
    group by plans.owner, month_start

    union all

    select
        owner,
        bool_or(owner_left) as owner_left,
        cast(date_trunc('month', due_on) as date) as month_start,
        count(*) filter (where state = 'done') as done,
        count(*) filter (where state = 'overdue') as overdue,
        count(*) filter (where state = 'due') as due,
        count(*) filter (where state = 'coming') as coming,
    from reviews_at($as_of, $program_id, $project_id, $grace_days)
    where $what in ('all', 'review')
    group by owner, month_start

),

by_month as materialized (

    select
        owner,
        bool_or(owner_left) as owner_left,
        month_start,
        month_start >= (select first_month from months) and month_start <= (select last_month from months)
            as is_shown,
        cast(sum(done) as bigint) as done,
        cast(sum(overdue) as bigint) as overdue,
        cast(sum(due) as bigint) as due,
        cast(sum(coming) as bigint) as coming,
    from duties
    group by owner, month_start

),

owners as (

    select
        owner,
        bool_or(owner_left) as owner_left,
        cast(sum(overdue) as bigint) as overdue_ever,
        row_number() over (
            order by
                sum(overdue) desc,
                sum(case when is_shown then done + overdue + due + coming else overdue end) desc,
                owner
        ) as place,
        count(*) over () as of_owners,
    from by_month
    where is_shown or overdue > 0
    group by owner

)

select
    owners.place,
    owners.of_owners,
    owners.owner,
    owners.owner_left,
    owners.overdue_ever,
    by_month.month_start as month,
    by_month.done,
    by_month.overdue,
    by_month.due,
    by_month.coming,
from owners
inner join by_month on by_month.owner is not distinct from owners.owner
where owners.place <= $top and by_month.is_shown
order by owners.place, by_month.month_start

-- How many measurements and reviews are overdue?
with

plans as materialized (

    select
        plan,
        owner,
    from measuring_plans($as_of, $case, $program_id, $project_id)

),

-- What had fallen due by now, by the end of the next quarter, and at the end of time.
slices as (

    select
        'now' as moment,
        plan,
        due_cells,
    from plan_slices
    where from_date <= $as_of and to_date > $as_of

    union all

    select
        'next quarter' as moment,
        plan,
        due_cells,
    from plan_slices
    where
        from_date <= cast(cast($as_of as date) + 92 as date)
        and to_date > cast(cast($as_of as date) + 92 as date)

    union all

    select
        'ever' as moment,
        plan,
        due_cells,
    from plan_slices
    where from_date <= date '9999-12-30' and to_date > date '9999-12-30'

),

due as (

    select
        sum(slices.due_cells) filter (where slices.moment = 'now') as by_now,
        sum(slices.due_cells) filter (where slices.moment = 'next quarter') as next_quarter,
        sum(slices.due_cells) filter (where slices.moment = 'ever') as ever,
    from slices
    inner join plans on plans.plan = slices.plan

),

missing as (

    select
        count(*) as cells,
        count(*) filter (where is_overdue) as overdue,
        count(distinct coalesce(owner, '')) filter (where is_overdue) as owners_overdue,
        min(due_on) filter (where is_overdue) as oldest_overdue,
    from (
        select
            plans.owner,
            cell.due_on,
            is_overdue(cell.due_on, $grace_days, cast($as_of as date), false) as is_overdue,
        from open_measurements as cell
        inner join plans on plans.plan = cell.plan
        where cell.due_on <= $as_of and cell.measured_on > $as_of
    ) as open_by_now

)

select
    'measurement' as what,
    cast(due.by_now as bigint) as due_by_now,
    cast(due.by_now - missing.cells as bigint) as done,
    missing.overdue,
    missing.cells - missing.overdue as in_grace,
    cast(due.next_quarter - due.by_now as bigint) as coming,
    missing.owners_overdue,
    missing.oldest_overdue,
from due
cross join missing
where due.ever > 0

union all

select
    'review' as what,
    count(*) filter (where due_on <= $as_of) as due_by_now,
    count(*) filter (where due_on <= $as_of and state = 'done') as done,
    count(*) filter (where state = 'overdue') as overdue,
    count(*) filter (where state = 'due') as in_grace,
    count(*) filter (where state = 'coming' and due_on <= cast(cast($as_of as date) + 92 as date)) as coming,
    count(distinct coalesce(owner, '')) filter (where state = 'overdue') as owners_overdue,
    min(due_on) filter (where state = 'overdue') as oldest_overdue,
from reviews_at($as_of, $program_id, $project_id, $grace_days)
having count(*) > 0
order by what

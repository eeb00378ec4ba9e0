-- What was, or is, to be measured: each planned cell, due when its period ends, by the number of its plan.
create temp table due_cells as
select
    due.plan,
    due.period_start,
    due.period_end,
    due.measure,
    timely.plan is not null as is_timely,
from planned_cells as due
left join realized_cells as timely
    on
        timely.plan = due.plan
        and timely.period_start = due.period_start
        and timely.period_end = due.period_end
where due.measure <> 0 and due.period_end < date '9999-12-31';

create table due_measurements as
select
    plan,
    period_end as due_on,
from due_cells
order by due_on, plan;

-- Those that were not measured when they were due: `measured_on` is the day on which a value for a part of
-- the period, or for a longer one, was there too, and the end of time while there is none. `timely_before` is
-- the last due date until then of one that was measured in time.
create table open_measurements as
with

extents as (

    select
        plan,
        min(period_start) as first_start,
        max(period_end) as last_end,
    from realized_cells
    group by plan

),

matches as (

    select
        due.plan,
        due.period_start,
        due.period_end,
        min(realized.period_end) as realized_on,
    from due_cells as due
    inner join extents
        on
            extents.plan = due.plan
            and extents.first_start <= due.period_end
            and extents.last_end >= due.period_start
    inner join realized_cells as realized
        on
            realized.plan = due.plan
            and (
                (realized.period_start >= due.period_start and realized.period_end <= due.period_end)
                or (realized.period_start <= due.period_start and realized.period_end >= due.period_end)
            )
    where not due.is_timely
    group by due.plan, due.period_start, due.period_end

),

late as (

    select *
    from (
        select
            *,
            max(case when is_timely then period_end end) over (
                partition by plan
                order by period_end
                range between unbounded preceding and current row
            ) as timely_before,
        from due_cells
    ) as every_cell
    where not is_timely

)

select
    late.plan,
    late.period_end as due_on,
    greatest(late.period_end, coalesce(matches.realized_on, date '9999-12-31')) as measured_on,
    late.timely_before,
    case when plans.is_monetary then cast(late.measure as decimal(28, 6)) end as planned,
from late
inner join plans on plans.plan = late.plan
left join matches
    on
        matches.plan = late.plan
        and matches.period_start = late.period_start
        and matches.period_end = late.period_end
order by late.period_end, late.plan;

drop table due_cells;

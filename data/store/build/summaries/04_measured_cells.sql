-- A due cell counts as measured from `measured_on`: when it and a realized value whose period lies inside
-- it, or contains it, are both to date. `planned` is set on cells, `realized` on values, each once.
create temp table measured_cells as
with

due_cells as (

    select
        plan,
        period_start,
        period_end,
        measure,
    from planned_cells
    where measure <> 0 and plan in (select plan from realized_cells)

),

same_period as (

    select
        due.plan,
        due.period_start,
        due.period_end,
        due.measure as planned,
        realized.measure as realized,
    from due_cells as due
    inner join realized_cells as realized
        on
            realized.plan = due.plan
            and realized.period_start = due.period_start
            and realized.period_end = due.period_end

),

other_due as (

    select due.*
    from due_cells as due
    left join same_period as same
        on
            same.plan = due.plan
            and same.period_start = due.period_start
            and same.period_end = due.period_end
    where same.plan is null

),

other_realized as (

    select realized.*
    from realized_cells as realized
    left join same_period as same
        on
            same.plan = realized.plan
            and same.period_start = realized.period_start
            and same.period_end = realized.period_end
    where same.plan is null

),

pairs as (

    select
        due.plan,
        due.period_start,
        due.period_end,
        due.measure as planned,
        realized.period_start as realized_start,
        realized.period_end as realized_end,
        realized.measure as realized,
    from other_due as due
    inner join other_realized as realized
        on
            realized.plan = due.plan
            and (
                (realized.period_start >= due.period_start and realized.period_end <= due.period_end)
                or (realized.period_start <= due.period_start and realized.period_end >= due.period_end)
            )

)

select
    plan,
    period_end as measured_on,
    1 as cells,
    planned,
    realized,
from same_period

union all

select
    plan,
    greatest(period_end, min(realized_end)) as measured_on,
    1 as cells,
    max(planned) as planned,
    null as realized,
from pairs
group by plan, period_start, period_end

union all

select
    plan,
    greatest(realized_end, min(period_end)) as measured_on,
    0 as cells,
    null as planned,
    max(realized) as realized,
from pairs
group by plan, realized_start, realized_end;

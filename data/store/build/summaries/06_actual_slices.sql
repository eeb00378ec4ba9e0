-- The plan of each benefit as a running total over its periods, to find when it reached a value.
create temp table plan_steps as
with

steps as (

    select
        cell.plan,
        cell.period_start,
        cell.period_end,
        cell.measure,
        sum(cell.measure) over by_time as reached,
        row_number() over by_time as step,
    from planned_cells as cell
    inner join plans on plans.plan = cell.plan
    where
        plans.is_benefit
        and plans.is_monetary
        and cell.measure <> 0
        and cell.plan in (
            select plan from actual_states
            where realized > 0
        )
    window by_time as (
        partition by cell.plan
        order by cell.period_end, cell.period_start
        rows between unbounded preceding and current row
    )

)

select
    *,
    max(reached) over (
        partition by plan order by step rows between unbounded preceding and current row
    ) as highest,
from steps;

-- What was realized, measured and forecast on every date, and where the plan first reached what is
-- realized: the period, and the share of it. Sorted as the slices of the plan are.
create table actual_slices as
with

levels as (

    select
        plan,
        highest as level,
        1 as is_step,
        step,
        null as from_date,
    from plan_steps

    union all

    select
        plan,
        realized as level,
        0 as is_step,
        null as step,
        from_date,
    from actual_states
    where realized > 0

),

found as (

    select
        plan,
        level,
        is_step,
        from_date,
        min(step) over (
            partition by plan
            order by level desc, is_step desc
            rows between unbounded preceding and current row
        ) as step,
    from levels

),

reached as (

    select
        found.plan,
        found.from_date,
        steps.period_start,
        steps.period_end,
        cast(found.level - (steps.reached - steps.measure) as double)
        / cast(steps.measure as double) as share,
    from found
    inner join plan_steps as steps on steps.plan = found.plan and steps.step = found.step
    where found.is_step = 0

)

select
    state.plan,
    state.from_date,
    state.to_date,
    cast(state.measured_cells as bigint) as measured_cells,
    state.last_measured,
    case when plans.is_monetary then cast(state.realized as decimal(28, 6)) end as realized_to_date,
    case when plans.is_monetary then cast(state.verified as decimal(28, 6)) end as verified_to_date,
    case when plans.is_monetary then cast(state.planned_on_measured as decimal(28, 6)) end
        as planned_on_measured,
    case when plans.is_monetary then cast(state.realized_on_measured as decimal(28, 6)) end
        as realized_on_measured,
    cast(state.forecast as decimal(28, 6)) as forecast_to_come,
    cast(state.weighted_forecast as decimal(28, 6)) as weighted_forecast_to_come,
    cast(state.forecast_cells as bigint) as forecast_cells,
    state.forecast_as_of,
    state.first_realized_start,
    nullif(state.next_forecast_start, date '9999-12-31') as next_forecast_start,
    reached.period_start as reached_start,
    reached.period_end as reached_end,
    reached.share as reached_share,
from actual_states as state
inner join plans on plans.plan = state.plan
left join reached on reached.plan = state.plan and reached.from_date = state.from_date
order by state.to_date = date '9999-12-31', state.from_date, state.plan;

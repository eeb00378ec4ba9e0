-- How much the outlook of each plan changes on each date, in what is planned, realized or forecast.
create temp table outlook_changes as
with

-- Of most plans nothing was realized or forecast yet: they only change as their cells fall due.
moved as (

    select distinct plan
    from actual_states
    where from_date > date '0001-01-01'

),

planned_moved as (

    select planned.*
    from plan_slices as planned
    inner join moved on moved.plan = planned.plan

),

actual_moved as (

    select actual.*
    from actual_states as actual
    inner join moved on moved.plan = actual.plan

),

states as (

    select
        coalesce(planned.plan, actual.plan) as plan,
        coalesce(planned.from_date, actual.from_date) as from_date,
        last_value(planned.planned_to_date ignore nulls) over so_far as planned,
        last_value(actual.realized ignore nulls) over so_far as realized,
        last_value(actual.forecast ignore nulls) over so_far as forecast,
        last_value(actual.weighted_forecast ignore nulls) over so_far as weighted_forecast,
        last_value(actual.forecast_cells ignore nulls) over so_far > 0 as has_forecast,
    from planned_moved as planned
    full outer join actual_moved as actual
        on actual.plan = planned.plan and actual.from_date = planned.from_date
    window
        so_far as (
            partition by coalesce(planned.plan, actual.plan)
            order by coalesce(planned.from_date, actual.from_date)
            rows between unbounded preceding and current row
        )

),

outlooks as (

    select
        states.plan,
        states.from_date,
        benefit_plans.planned_lifetime,
        states.has_forecast,
        states.realized
        + case
            when states.has_forecast then states.forecast else benefit_plans.planned_lifetime - states.planned
        end
            as outlook,
        states.realized
        + case
            when states.has_forecast then states.weighted_forecast
            else benefit_plans.planned_lifetime - states.planned
        end as weighted_outlook,
    from states
    inner join benefit_plans on benefit_plans.plan = states.plan
    where benefit_plans.is_monetary

    union all

    select
        planned.plan,
        planned.from_date,
        benefit_plans.planned_lifetime,
        false as has_forecast,
        benefit_plans.planned_lifetime - planned.planned_to_date as outlook,
        benefit_plans.planned_lifetime - planned.planned_to_date as weighted_outlook,
    from plan_slices as planned
    inner join benefit_plans on benefit_plans.plan = planned.plan
    left join moved on moved.plan = planned.plan
    where benefit_plans.is_monetary and moved.plan is null

)

select
    plan,
    from_date,
    cast(outlook - lag(outlook, 1, 0) over by_date as decimal(28, 6)) as outlook,
    cast(weighted_outlook - lag(weighted_outlook, 1, 0) over by_date as decimal(28, 6)) as weighted_outlook,
    cast(
        greatest(planned_lifetime - outlook, 0)
        - greatest(planned_lifetime - lag(outlook, 1, planned_lifetime) over by_date, 0)
        as decimal(28, 6)
    ) as leakage,
    cast(has_forecast as integer) - cast(lag(has_forecast, 1, false) over by_date as integer) as forecasts,
from outlooks
window by_date as (partition by plan order by from_date);

-- What was realized, measured and forecast to each plan on every date, without how late it is.
create temp table actual_states as
with

-- The first forecast benefit still to come, after the vintage's date and after each of its periods.
next_forecast as (

    select
        plan,
        forecast_as_of as event_date,
        min(case when amount <> 0 then period_start end) as next_start,
    from forecast_cells
    group by plan, forecast_as_of

    union all

    select
        plan,
        event_date,
        next_start,
    from (
        select
            plan,
            period_end as event_date,
            superseded_on,
            min(case when amount <> 0 then period_start end) over (
                partition by plan, forecast_as_of
                order by period_end
                rows between 1 following and unbounded following
            ) as next_start,
        from forecast_cells
    ) as later
    where event_date < superseded_on

),

every_event as (

    select
        plan,
        date '0001-01-01' as event_date,
    from plans

    union all by name

    select
        plan,
        period_end as event_date,
        measure as realized,
        case when is_verified then measure end as verified,
        period_end as last_measured,
        case when measure <> 0 then period_start end as first_realized_start,
    from realized_cells

    union all by name

    select
        plan,
        measured_on as event_date,
        cells as measured_cells,
        planned as planned_on_measured,
        realized as realized_on_measured,
    from measured_cells

    union all by name

    select
        plan,
        forecast_as_of as event_date,
        amount as forecast,
        weighted_amount as weighted_forecast,
        1 as forecast_cells,
        forecast_as_of,
    from forecast_cells

    union all by name

    select
        plan,
        least(period_end, superseded_on) as event_date,
        -amount as forecast,
        -weighted_amount as weighted_forecast,
        -1 as forecast_cells,
    from forecast_cells

    union all by name

    select
        plan,
        event_date,
        coalesce(next_start, date '9999-12-31') as next_forecast_start,
    from next_forecast

),

by_date as (

    select
        plan,
        event_date,
        sum(realized) as realized,
        sum(verified) as verified,
        max(last_measured) as last_measured,
        min(first_realized_start) as first_realized_start,
        sum(measured_cells) as measured_cells,
        sum(planned_on_measured) as planned_on_measured,
        sum(realized_on_measured) as realized_on_measured,
        sum(forecast) as forecast,
        sum(weighted_forecast) as weighted_forecast,
        sum(forecast_cells) as forecast_cells,
        max(forecast_as_of) as forecast_as_of,
        min(next_forecast_start) as next_forecast_start,
    from every_event
    group by plan, event_date

)

select
    plan,
    event_date as from_date,
    coalesce(lead(event_date) over up_to_here, date '9999-12-31') as to_date,
    coalesce(sum(realized) over up_to_here, 0) as realized,
    coalesce(sum(verified) over up_to_here, 0) as verified,
    max(last_measured) over up_to_here as last_measured,
    min(first_realized_start) over up_to_here as first_realized_start,
    coalesce(sum(measured_cells) over up_to_here, 0) as measured_cells,
    coalesce(sum(planned_on_measured) over up_to_here, 0) as planned_on_measured,
    coalesce(sum(realized_on_measured) over up_to_here, 0) as realized_on_measured,
    coalesce(sum(forecast) over up_to_here, 0) as forecast,
    coalesce(sum(weighted_forecast) over up_to_here, 0) as weighted_forecast,
    coalesce(sum(forecast_cells) over up_to_here, 0) as forecast_cells,
    max(forecast_as_of) over up_to_here as forecast_as_of,
    last_value(next_forecast_start ignore nulls) over up_to_here as next_forecast_start,
from by_date
window up_to_here as (
    partition by plan order by event_date rows between unbounded preceding and current row
);

-- What each forecast of a benefit comes to, and when, is what was realized by its date and forecast after it.
with

vintages as (

    select distinct
        forecast.benefit_id,
        forecast.forecast_as_of,
    from forecast_values as forecast
    inner join benefits on benefits.benefit_id = forecast.benefit_id
    where benefits.value_type = 'monetary' and forecast.amount is not null

),

cells as (

    select
        vintages.benefit_id,
        vintages.forecast_as_of,
        realized.period_end,
        realized.amount,
    from vintages
    inner join realized_values as realized
        on realized.benefit_id = vintages.benefit_id and realized.period_end <= vintages.forecast_as_of

    union all

    select
        benefit_id,
        forecast_as_of,
        period_end,
        amount,
    from forecast_values
    where period_end > forecast_as_of

),

counted as (

    select
        vintages.benefit_id,
        vintages.forecast_as_of,
        sum(cells.amount) as total,
        centre_of_gravity(
            months_at_end_of(cells.period_end),
            case when cells.period_end < date '9999-12-31' then cells.amount end
        ) as centre,
    from vintages
    left join cells
        on cells.benefit_id = vintages.benefit_id and cells.forecast_as_of = vintages.forecast_as_of
    group by vintages.benefit_id, vintages.forecast_as_of

)

select
    coalesce(told.benefit_id, counted.benefit_id) as benefit_id,
    coalesce(told.forecast_as_of, counted.forecast_as_of) as forecast_as_of,
    told.total,
    counted.total as counted_total,
    told.centre,
    counted.centre as counted_centre,
from weighed_forecasts as told
full join counted
    on told.benefit_id = counted.benefit_id and told.forecast_as_of = counted.forecast_as_of
where
    told.total is distinct from counted.total
    or (told.centre is null) <> (counted.centre is null)
    or abs(told.centre - counted.centre) > 0.000001

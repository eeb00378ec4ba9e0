-- What a forecast period came to is what was realized in that very period, where there is such a value.
select
    forecast.benefit_id,
    forecast.forecast_as_of,
    forecast.period_end,
    forecast.amount,
    realized.amount as realized,
    outcome.realized as outcome,
from forecast_values as forecast
inner join realized_values as realized
    on
        realized.benefit_id = forecast.benefit_id
        and realized.period_start = forecast.period_start
        and realized.period_end = forecast.period_end
left join forecast_outcomes as outcome
    on
        outcome.benefit_id = forecast.benefit_id
        and outcome.forecast_as_of = forecast.forecast_as_of
        and outcome.period_start = forecast.period_start
        and outcome.period_end = forecast.period_end
where
    forecast.period_end > forecast.forecast_as_of
    and forecast.amount is not null
    and realized.amount is not null
    and (
        outcome.forecast is distinct from forecast.amount
        or outcome.realized is distinct from realized.amount
    )

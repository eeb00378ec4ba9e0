-- How far off were earlier forecasts, by how far ahead they looked?
with

shares as (select * from attributions_of($program_id, $project_id)),

due as (

    select
        value.program_id,
        value.benefit_id,
        value.forecast_as_of,
        value.period_start,
        value.period_end,
        value.amount,
    from forecast_values as value
    where
        value.amount is not null
        and value.period_end > value.forecast_as_of
        and value.period_end <= $as_of
        and ($program_id is null or value.program_id = $program_id)

),

-- What was realized of the period: its own value, or all of the shorter ones that fill it.
came as (

    select
        due.*,
        realized.amount as realized,
    from due
    inner join realized_values as realized
        on
            realized.benefit_id = due.benefit_id
            and realized.period_start = due.period_start
            and realized.period_end = due.period_end
    where realized.amount is not null

    union all

    select
        due.program_id,
        due.benefit_id,
        due.forecast_as_of,
        due.period_start,
        due.period_end,
        due.amount,
        sum(realized.amount) as realized,
    from due
    anti join realized_values as own
        on
            own.benefit_id = due.benefit_id
            and own.period_start = due.period_start
            and own.period_end = due.period_end
    inner join realized_values as realized
        on
            realized.benefit_id = due.benefit_id
            and realized.period_start >= due.period_start
            and realized.period_end <= due.period_end
            and realized.amount is not null
    group by
        due.program_id, due.benefit_id, due.forecast_as_of, due.period_start, due.period_end, due.amount
    having
        sum(datediff('day', realized.period_start, realized.period_end) + 1)
        = datediff('day', due.period_start, due.period_end) + 1

),

compared as (

    select
        shares.program_id,
        attributed(came.amount, shares.weight) as forecast,
        attributed(came.realized, shares.weight) as realized,
        round(months_at_end_of(came.period_end) - months_at_end_of(came.forecast_as_of)) as months_ahead,
    from came
    inner join shares on shares.benefit_id = came.benefit_id

),

horizons as (

    select *
    from
        (values (1, 0, 3), (2, 4, 6), (3, 7, 12), (4, 13, 24), (5, 25, null), (6, null, null))
            as horizon (place, horizon_from, horizon_to)

)

select
    compared.program_id,
    programs.currency,
    cast(horizons.horizon_from as bigint) as horizon_from,
    cast(horizons.horizon_to as bigint) as horizon_to,
    count(*) as cells,
    cast(sum(compared.forecast) as decimal(38, 12)) as forecast,
    cast(sum(compared.realized) as decimal(38, 12)) as realized,
    cast(sum(compared.realized) - sum(compared.forecast) as decimal(38, 12)) as difference,
    forecast_bias(sum(compared.realized), sum(compared.forecast), sum(abs(compared.forecast))) as bias,
    forecast_error(sum(abs(compared.realized - compared.forecast)), sum(abs(compared.forecast))) as error,
from compared
inner join horizons
    on
        horizons.horizon_from is null
        or (
            compared.months_ahead >= horizons.horizon_from
            and (horizons.horizon_to is null or compared.months_ahead <= horizons.horizon_to)
        )
inner join programs on programs.program_id = compared.program_id
group by
    compared.program_id, programs.currency, horizons.place, horizons.horizon_from, horizons.horizon_to
order by compared.program_id, horizons.place

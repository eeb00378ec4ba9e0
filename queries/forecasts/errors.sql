-- How far off were earlier forecasts, by how far ahead they looked?
with

shares as (select * from attributions_of($program_id, $project_id)),

compared as (

    select
        shares.program_id,
        attributed(outcome.forecast, shares.weight) as forecast,
        attributed(outcome.realized, shares.weight) as realized,
        round(months_at_end_of(outcome.period_end) - months_at_end_of(outcome.forecast_as_of))
            as months_ahead,
    from forecast_outcomes as outcome
    inner join shares on shares.benefit_id = outcome.benefit_id
    where
        outcome.period_end <= $as_of
        and ($program_id is null or outcome.program_id = $program_id)

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

-- What each forecast period came to, as far as it has been realized: its own value, or all of the shorter
-- ones that fill it.
create table forecast_outcomes as
with

ahead as (

    select
        program_id,
        benefit_id,
        forecast_as_of,
        period_start,
        period_end,
        amount,
    from forecast_values
    where amount is not null and period_end > forecast_as_of

),

itself as (

    select
        ahead.*,
        realized.amount as realized,
    from ahead
    inner join realized_values as realized
        on
            realized.benefit_id = ahead.benefit_id
            and realized.period_start = ahead.period_start
            and realized.period_end = ahead.period_end
    where realized.amount is not null

),

in_pieces as (

    select
        ahead.program_id,
        ahead.benefit_id,
        ahead.forecast_as_of,
        ahead.period_start,
        ahead.period_end,
        ahead.amount,
        sum(piece.amount) as realized,
    from ahead
    anti join realized_values as own
        on
            own.benefit_id = ahead.benefit_id
            and own.period_start = ahead.period_start
            and own.period_end = ahead.period_end
    inner join realized_values as piece
        on
            piece.benefit_id = ahead.benefit_id
            and piece.period_start >= ahead.period_start
            and piece.period_end <= ahead.period_end
    where piece.amount is not null
    group by
        ahead.program_id,
        ahead.benefit_id,
        ahead.forecast_as_of,
        ahead.period_start,
        ahead.period_end,
        ahead.amount
    having
        sum(datediff('day', piece.period_start, piece.period_end) + 1)
        = datediff('day', ahead.period_start, ahead.period_end) + 1

)

select
    program_id,
    benefit_id,
    forecast_as_of,
    period_start,
    period_end,
    amount as forecast,
    cast(realized as decimal(38, 6)) as realized,
from (
    from itself
    union all
    from in_pieces
) as came
order by program_id, period_end, forecast_as_of, benefit_id;

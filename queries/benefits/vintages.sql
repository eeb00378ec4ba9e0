-- What did each earlier forecast expect?
with

shares as (

    select
        benefit_id,
        weight,
    from attributions_of($program_id, $project_id)
    where $benefit_id is null or benefit_id = $benefit_id

),

planned as (

    select
        value.benefit_id,
        value.period_end,
        value.amount * shares.weight as amount,
    from planned_values as value
    inner join shares on shares.benefit_id = value.benefit_id
    inner join case_choices as choice
        on choice.program_id = value.program_id and choice.case_version = value.case_version
    where
        choice.case_name = $case
        and choice.from_date <= $as_of
        and choice.to_date > $as_of
        and value.amount is not null

),

forecast as (

    select
        value.benefit_id,
        value.forecast_as_of,
        value.period_end,
        value.amount * shares.weight as amount,
    from forecast_values as value
    inner join shares on shares.benefit_id = value.benefit_id
    where
        value.forecast_as_of <= $as_of
        and value.period_end > value.forecast_as_of
        and value.amount is not null

),

-- A vintage starts from what was realized by its date.
realized_before as (

    select
        vintage.benefit_id,
        vintage.forecast_as_of,
        vintage.forecast_as_of as period_end,
        coalesce(sum(value.amount * shares.weight), 0) as amount,
    from (
        select distinct
            benefit_id,
            forecast_as_of,
        from forecast
    ) as vintage
    inner join shares on shares.benefit_id = vintage.benefit_id
    left join realized_values as value
        on value.benefit_id = vintage.benefit_id and value.period_end <= vintage.forecast_as_of
    group by vintage.benefit_id, vintage.forecast_as_of

)

select
    benefit_id,
    cast(null as date) as forecast_as_of,
    period_end,
    cast(sum(amount) over by_time as decimal(38, 12)) as planned,
    cast(null as decimal(38, 12)) as outlook,
from planned
window
    by_time as (
        partition by benefit_id order by period_end rows between unbounded preceding and current row
    )

union all

select
    benefit_id,
    forecast_as_of,
    period_end,
    cast(null as decimal(38, 12)) as planned,
    cast(sum(amount) over by_time as decimal(38, 12)) as outlook,
from (
    select * from realized_before
    union all
    select * from forecast
) as steps
window
    by_time as (
        partition by benefit_id, forecast_as_of
        order by period_end
        rows between unbounded preceding and current row
    )

order by benefit_id, forecast_as_of nulls first, period_end

-- Does each benefit's forecast move right, or does it shrink?
with

shares as (

    select
        attribution.benefit_id,
        attribution.weight,
    from attributions_of($program_id, $project_id) as attribution
    inner join benefits on benefits.benefit_id = attribution.benefit_id
    where benefits.value_type = 'monetary'

),

dates as (

    select
        value.benefit_id,
        value.forecast_as_of,
        count(*) over (partition by value.benefit_id) as forecasts,
        min(value.forecast_as_of) over (partition by value.benefit_id) as first_as_of,
        max(value.forecast_as_of) over (partition by value.benefit_id) as last_as_of,
    from forecast_values as value
    where value.forecast_as_of <= $as_of and value.amount is not null
    group by value.benefit_id, value.forecast_as_of

),

ends as (

    select
        dates.*,
        shares.weight,
    from dates
    inner join shares on shares.benefit_id = dates.benefit_id
    where dates.forecast_as_of = dates.first_as_of or dates.forecast_as_of = dates.last_as_of

),

expected as (

    select
        ends.benefit_id,
        ends.forecast_as_of,
        value.period_end,
        attributed(value.amount, ends.weight) as amount,
    from ends
    inner join forecast_values as value
        on
            value.benefit_id = ends.benefit_id
            and value.forecast_as_of = ends.forecast_as_of
            and value.period_end > ends.forecast_as_of
    where value.amount is not null

    union all

    select
        ends.benefit_id,
        ends.forecast_as_of,
        value.period_end,
        attributed(value.amount, ends.weight) as amount,
    from ends
    inner join realized_values as value
        on value.benefit_id = ends.benefit_id and value.period_end <= ends.forecast_as_of
    where value.amount is not null

),

weighed as (

    select
        benefit_id,
        forecast_as_of,
        sum(amount) as total,
        centre_of_gravity(
            months_at_end_of(period_end), case when period_end < date '9999-12-31' then amount end
        ) as centre,
    from expected
    group by benefit_id, forecast_as_of

),

drifted as (

    select
        ends.benefit_id,
        ends.forecasts,
        ends.first_as_of,
        ends.last_as_of,
        earliest.total as first_total,
        latest.total as last_total,
        earliest.centre as first_centre,
        latest.centre as last_centre,
        ratio(latest.total - earliest.total, abs(earliest.total)) as total_change,
        round(latest.centre - earliest.centre, 9) as months_later,
    from ends
    left join weighed as earliest
        on earliest.benefit_id = ends.benefit_id and earliest.forecast_as_of = ends.first_as_of
    left join weighed as latest
        on latest.benefit_id = ends.benefit_id and latest.forecast_as_of = ends.last_as_of
    where ends.forecast_as_of = ends.last_as_of

)

select
    benefits.program_id,
    benefits.benefit_id,
    benefits.benefit,
    benefits.owner,
    programs.currency,
    drifted.forecasts,
    drifted.first_as_of,
    drifted.last_as_of,
    cast(drifted.first_total as decimal(38, 12)) as first_total,
    cast(drifted.last_total as decimal(38, 12)) as last_total,
    drifted.total_change,
    day_at(drifted.first_centre) as first_centre,
    day_at(drifted.last_centre) as last_centre,
    drifted.months_later,
    case when drifted.forecasts > 1 then forecast_drift(drifted.total_change, drifted.months_later) end
        as drift,
from drifted
inner join benefits on benefits.benefit_id = drifted.benefit_id
inner join programs on programs.program_id = benefits.program_id
order by
    benefits.program_id, abs(drifted.last_total - drifted.first_total) desc nulls last, benefits.benefit_id

-- What is each benefit's outlook made of, cut at another date?
with

now as (

    select *
    from benefits_at($as_of, $case, $program_id)
    where is_monetary

),

realized as (

    select
        now.benefit_id,
        coalesce(
            sum(value.amount) filter (where value.period_end <= least($as_of, coalesce($cut, $as_of))), 0
        ) as settled,
    from now
    left join realized_values as value
        on value.benefit_id = now.benefit_id and value.period_end <= $as_of
    group by now.benefit_id

),

-- What is expected after the status date, up to the cut: by the forecast, or by the plan where there is none.
expected as (

    select
        now.benefit_id,
        sum(value.amount) as amount,
    from now
    inner join forecast_values as value
        on
            value.benefit_id = now.benefit_id
            and value.forecast_as_of = now.forecast_as_of
            and value.period_end > $as_of
            and value.period_end <= $cut
    where now.outlook_method = 'forecast'
    group by now.benefit_id

    union all

    select
        now.benefit_id,
        sum(value.amount) as amount,
    from now
    inner join planned_values as value
        on
            value.benefit_id = now.benefit_id
            and value.case_version = now.case_version
            and value.period_end > $as_of
            and value.period_end <= $cut
    where now.outlook_method <> 'forecast'
    group by now.benefit_id

)

select
    programs.currency,
    programs.price_base,
    now.program_id,
    programs.program,
    now.benefit_id,
    benefits.benefit,
    now.case_version,
    now.outlook_method,
    cast(attributed(now.outlook, attribution.weight) as decimal(38, 12)) as outlook,
    cast(attributed(realized.settled, attribution.weight) as decimal(38, 12)) as settled,
    cast(
        attributed(
            now.realized_to_date - realized.settled + coalesce(expected.amount, 0), attribution.weight
        ) as decimal(38, 12)
    ) as passing,
    cast(
        attributed(
            now.outlook - now.realized_to_date - coalesce(expected.amount, 0), attribution.weight
        ) as decimal(38, 12)
    ) as coming,
from now
inner join attributions_of($program_id, $project_id) as attribution
    on attribution.benefit_id = now.benefit_id
inner join benefits on benefits.benefit_id = now.benefit_id
inner join programs on programs.program_id = now.program_id
inner join realized on realized.benefit_id = now.benefit_id
left join expected on expected.benefit_id = now.benefit_id
order by now.program_id, now.benefit_id

-- What is each benefit's outlook made of, cut at another date?
with

now as (

    select
        state.*,
        benefit_plans.plan,
    from benefits_at($as_of, $case, $program_id) as state
    inner join benefit_plans
        on
            benefit_plans.benefit_id = state.benefit_id
            and benefit_plans.case_version = state.case_version
    where state.is_monetary

),

realized as (

    select
        plan,
        realized_to_date as settled,
    from actual_slices
    where
        from_date <= least(cast($as_of as date), coalesce(cast($cut as date), cast($as_of as date)))
        and to_date > least(cast($as_of as date), coalesce(cast($cut as date), cast($as_of as date)))

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
        planned.planned_to_date - now.planned_to_date as amount,
    from now
    inner join plan_slices as planned
        on planned.plan = now.plan and planned.from_date <= $cut and planned.to_date > $cut
    where now.outlook_method <> 'forecast' and $cut > $as_of

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
inner join realized on realized.plan = now.plan
left join expected on expected.benefit_id = now.benefit_id
order by now.program_id, now.benefit_id

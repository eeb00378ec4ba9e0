-- Where did the value go, from the business case to today's outlook?
with

-- Of each benefit only what is needed here: the whole of it is three times the work.
measured as materialized (

    select
        programs.currency,
        programs.price_base,
        state.program_id,
        state.benefit_id,
        attributed(state.planned_lifetime, attribution.weight) as planned_lifetime,
        attributed(state.outlook, attribution.weight) as outlook,
        attributed(variance_to_date(state.realized_to_date, state.planned_to_date), attribution.weight)
            as variance_to_date,
        attributed(variance_at_completion(state.outlook, state.planned_lifetime), attribution.weight)
        - variance_to_date as variance_to_come,
    from benefits_at($as_of, $case, $program_id) as state
    inner join attributions_of($program_id, $project_id) as attribution
        on attribution.benefit_id = state.benefit_id
    inner join programs on programs.program_id = state.program_id
    where state.is_monetary

),

steps as (

    select
        currency,
        price_base,
        1 as part,
        null as program_id,
        null as benefit_id,
        1 as half,
        'Business case' as step,
        sum(planned_lifetime) as amount,
    from measured
    group by currency, price_base

    union all

    select
        currency,
        price_base,
        2 as part,
        program_id,
        benefit_id,
        1 as half,
        benefit_id || ' to date' as step,
        variance_to_date as amount,
    from measured
    where variance_to_date <> 0

    union all

    select
        currency,
        price_base,
        2 as part,
        program_id,
        benefit_id,
        2 as half,
        benefit_id || ' future' as step,
        variance_to_come as amount,
    from measured
    where variance_to_come <> 0

    union all

    select
        currency,
        price_base,
        3 as part,
        null as program_id,
        null as benefit_id,
        1 as half,
        'Outlook' as step,
        sum(outlook) as amount,
    from measured
    group by currency, price_base

)

select
    steps.currency,
    steps.price_base,
    steps.step,
    cast(steps.amount as decimal(38, 12)) as amount,
    steps.part <> 2 as is_total,
    steps.program_id,
    steps.benefit_id,
    benefits.benefit,
from steps
left join benefits on benefits.benefit_id = steps.benefit_id
order by steps.currency, steps.price_base, steps.part, steps.program_id, steps.benefit_id, steps.half

-- Where did the value go, from the business case to today's outlook?
with

measured as (

    select
        *,
        variance_at_completion - counted_variance_to_date as variance_to_come,
    from measured_benefits($as_of, $case, $program_id, $project_id, 0.9, 0.7)
    where is_monetary

),

steps as (

    select
        currency,
        price_base,
        1 as part,
        null as program_id,
        null as benefit_id,
        null as benefit,
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
        benefit,
        1 as half,
        benefit_id || ' to date' as step,
        counted_variance_to_date as amount,
    from measured
    where counted_variance_to_date <> 0

    union all

    select
        currency,
        price_base,
        2 as part,
        program_id,
        benefit_id,
        benefit,
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
        null as benefit,
        1 as half,
        'Outlook' as step,
        sum(outlook) as amount,
    from measured
    group by currency, price_base

)

select
    currency,
    price_base,
    step,
    cast(amount as decimal(38, 12)) as amount,
    part <> 2 as is_total,
    program_id,
    benefit_id,
    benefit,
from steps
order by currency, price_base, part, program_id, benefit_id, half

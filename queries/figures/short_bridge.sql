-- Where did the value go, in as few steps as a reader can take in?
with

measured as (

    select
        *,
        variance_at_completion - counted_variance_to_date as variance_to_come,
    from measured_benefits($as_of, $case, $program_id, $project_id, 0.9, 0.7)
    where is_monetary

),

changes as (

    select
        currency,
        price_base,
        benefit_id,
        coalesce(benefit, benefit_id) || ', to date' as step,
        counted_variance_to_date as amount,
        1 as half,
    from measured
    where counted_variance_to_date <> 0

    union all

    select
        currency,
        price_base,
        benefit_id,
        coalesce(benefit, benefit_id) || ', to come' as step,
        variance_to_come as amount,
        2 as half,
    from measured
    where variance_to_come <> 0

),

ranked as (

    select
        *,
        row_number() over (
            partition by currency, price_base order by abs(amount) desc, benefit_id, half
        ) as place,
    from changes

),

steps as (

    select
        currency,
        price_base,
        0 as place,
        'Business case' as step,
        sum(planned_lifetime) as amount,
        true as is_total,
        null as differences,
        null as benefit_id,
    from measured
    group by currency, price_base

    union all

    select
        currency,
        price_base,
        place,
        step,
        amount,
        false as is_total,
        1 as differences,
        benefit_id,
    from ranked
    where place <= $top

    union all

    select
        currency,
        price_base,
        $top + 1 as place,
        'All smaller differences' as step,
        sum(amount) as amount,
        false as is_total,
        count(*) as differences,
        null as benefit_id,
    from ranked
    where place > $top
    group by currency, price_base

    union all

    select
        currency,
        price_base,
        $top + 2 as place,
        'Outlook' as step,
        sum(outlook) as amount,
        true as is_total,
        null as differences,
        null as benefit_id,
    from measured
    group by currency, price_base

)

select
    currency,
    price_base,
    step,
    cast(amount as decimal(38, 12)) as amount,
    is_total,
    cast(differences as bigint) as differences,
    benefit_id,
from steps
order by currency, price_base, place

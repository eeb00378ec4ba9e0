-- Where did the value go, in as few steps as a reader can take in?
with

-- Of each benefit only what is needed here: the whole of it is three times the planning.
measured as materialized (

    select
        programs.currency,
        programs.price_base,
        state.benefit_id,
        attributed(state.planned_lifetime, attribution.weight) as planned_lifetime,
        attributed(state.outlook, attribution.weight) as outlook,
        attributed(variance_to_date(state.realized_to_date, state.planned_to_date), attribution.weight)
            as variance_to_date,
        attributed(variance_at_completion(state.outlook, state.planned_lifetime), attribution.weight)
            as variance_at_completion,
    from benefits_at($as_of, $case, $program_id) as state
    inner join attributions_of($program_id, $project_id) as attribution
        on attribution.benefit_id = state.benefit_id
    inner join programs on programs.program_id = state.program_id
    where state.is_monetary

),

changes as materialized (

    select
        currency,
        price_base,
        benefit_id,
        variance_to_date as amount,
        1 as half,
    from measured
    where variance_to_date <> 0

    union all

    select
        currency,
        price_base,
        benefit_id,
        variance_at_completion - variance_to_date as amount,
        2 as half,
    from measured
    where variance_at_completion <> variance_to_date

),

-- How large a change is to be shown: ranking every one is most of the work, so only those are ranked.
thresholds as (

    select
        currency,
        price_base,
        list_min(max(abs(amount), greatest($top, 1))) as least_shown,
    from changes
    group by currency, price_base

),

largest as materialized (

    select
        changes.*,
        row_number() over (
            partition by changes.currency, changes.price_base
            order by abs(changes.amount) desc, changes.benefit_id, changes.half
        ) as place,
    from changes
    inner join thresholds
        on
            thresholds.currency is not distinct from changes.currency
            and thresholds.price_base is not distinct from changes.price_base
    where abs(changes.amount) >= thresholds.least_shown
    qualify place <= $top

),

all_changes as (

    select
        currency,
        price_base,
        sum(amount) as amount,
        count(*) as differences,
    from changes
    group by currency, price_base

),

shown as (

    select
        currency,
        price_base,
        sum(amount) as amount,
        count(*) as differences,
    from largest
    group by currency, price_base

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
        largest.currency,
        largest.price_base,
        largest.place,
        coalesce(benefits.benefit, largest.benefit_id)
        || case largest.half when 1 then ', to date' else ', to come' end as step,
        largest.amount,
        false as is_total,
        1 as differences,
        largest.benefit_id,
    from largest
    inner join benefits on benefits.benefit_id = largest.benefit_id

    union all

    select
        every.currency,
        every.price_base,
        $top + 1 as place,
        'All smaller differences' as step,
        every.amount - coalesce(shown.amount, 0) as amount,
        false as is_total,
        every.differences - coalesce(shown.differences, 0) as differences,
        null as benefit_id,
    from all_changes as every
    left join shown
        on
            shown.currency is not distinct from every.currency
            and shown.price_base is not distinct from every.price_base
    where every.differences > coalesce(shown.differences, 0)

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

-- Do projects and what is attributed to none add up to the program?
with

state as materialized (

    select *
    from benefits_at($as_of, $case, $program_id)
    where is_monetary

),

-- Each scope is added up by itself: the whole from the benefits, the parts from the shares.
sums as (

    select
        attribution.program_id,
        attribution.scope,
        side.side,
        count(distinct attribution.project_id) as projects,
        coalesce(sum(attributed(state.planned_to_date, attribution.weight)), 0) as planned_to_date,
        coalesce(sum(attributed(state.realized_to_date, attribution.weight)), 0) as realized_to_date,
        coalesce(sum(attributed(state.outlook, attribution.weight)), 0) as outlook,
        coalesce(sum(attributed(state.planned_lifetime, attribution.weight)), 0) as planned_lifetime,
    from attributions as attribution
    inner join state on state.benefit_id = attribution.benefit_id
    inner join (values ('gross'), ('net')) as side (side) on side.side = 'net' or state.is_benefit
    group by attribution.program_id, attribution.scope, side.side

),

by_measure as (

    select
        sums.program_id,
        sums.scope,
        sums.side,
        sums.projects,
        unnest(['realized to date', 'planned to date', 'outlook', 'planned over the whole life']) as measure,
        unnest([1, 2, 3, 4]) as place,
        unnest([sums.realized_to_date, sums.planned_to_date, sums.outlook, sums.planned_lifetime]) as amount,
    from sums

)

select
    programs.currency,
    programs.price_base,
    by_measure.program_id,
    programs.program,
    by_measure.side,
    by_measure.measure,
    coalesce(max(by_measure.projects) filter (where by_measure.scope = 'project'), 0) as projects,
    cast(coalesce(sum(by_measure.amount) filter (where by_measure.scope = 'project'), 0) as decimal(38, 12))
        as attributed,
    cast(
        coalesce(sum(by_measure.amount) filter (where by_measure.scope = 'unattributed'), 0)
        as decimal(38, 12)
    ) as unattributed,
    cast(coalesce(sum(by_measure.amount) filter (where by_measure.scope = 'whole'), 0) as decimal(38, 12))
        as whole,
    cast(
        coalesce(
            sum(case when by_measure.scope = 'whole' then -by_measure.amount else by_measure.amount end), 0
        ) as decimal(38, 12)
    ) as difference,
from by_measure
inner join programs on programs.program_id = by_measure.program_id
group by
    programs.currency,
    programs.price_base,
    by_measure.program_id,
    programs.program,
    by_measure.side,
    by_measure.measure,
    by_measure.place
order by
    programs.currency,
    programs.price_base,
    by_measure.program_id,
    by_measure.side,
    by_measure.place

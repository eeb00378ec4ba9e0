-- Which benefits need a decision?
with

-- Materialized, else the filter is taken apart down to the cells: three times the planning.
measured as materialized (

    select *
    from measured_benefits($as_of, $case, $program_id, $project_id, $green_from, $amber_from)

),

exceptional as (

    select
        *,
        rating = 'grey' as is_unknown,
        -least(variance_to_date, variance_at_completion, 0) as short,
        case when realized_to_date is null then planned_to_date end as never_measured,
    from measured
    where rating in ('red', 'amber') or (rating = 'grey' and coverage < 0.5) or (rating = 'grey' and is_stale)

),

placed as (

    select
        *,
        row_number() over (
            partition by currency, price_base
            order by greatest(short, never_measured) desc nulls last, rating desc, program_id, benefit_id
        ) as place,
        count(*) over (partition by currency, price_base) as of_exceptions,
    from exceptional

)

select
    placed.currency,
    placed.price_base,
    placed.place,
    placed.of_exceptions,
    placed.program_id,
    programs.program,
    placed.benefit_id,
    placed.benefit,
    placed.kind,
    placed.value_type,
    placed.owner,
    placed.owner_until,
    coalesce(placed.owner_until < $as_of, false) as owner_has_left,
    placed.rating,
    placed.rating_driver,
    placed.late,
    placed.lost,
    placed.is_unknown,
    placed.coverage,
    placed.last_measured,
    placed.slippage_months,
    placed.slippage_state,
    cast(placed.short as decimal(38, 12)) as short,
    placed.planned_to_date,
    placed.realized_to_date,
    placed.realization_rate,
    placed.variance_to_date,
    placed.planned_lifetime,
    placed.outlook,
    placed.lifetime_realization,
    placed.variance_at_completion,
    placed.progress_index,
from placed
inner join programs on programs.program_id = placed.program_id
where placed.place <= $top
order by placed.currency, placed.price_base, placed.place

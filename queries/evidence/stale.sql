-- Which benefits has nobody measured for too long?
with

-- Materialized, else the filter is taken apart down to the cells.
measured as materialized (

    select *
    from measured_benefits($as_of, $case, $program_id, $project_id, 0.9, 0.7)

),

stale as (

    select
        *,
        planned_to_date - planned_on_measured as planned_unmeasured,
        count(*) over same_money as of_stale,
        row_number() over (
            same_money order by planned_to_date - planned_on_measured desc nulls last, program_id, benefit_id
        ) as place,
    from measured
    where is_stale or (due_cells > 0 and measured_cells = 0)
    window same_money as (partition by currency, price_base)

)

select
    stale.currency,
    stale.price_base,
    stale.of_stale,
    stale.program_id,
    programs.program,
    stale.benefit_id,
    stale.benefit,
    stale.owner,
    stale.owner_until,
    stale.cadence,
    stale.last_measured,
    round(months_at_end_of($as_of) - months_at_end_of(stale.last_measured), 9) as months_since,
    stale.due_cells,
    stale.measured_cells,
    stale.coverage,
    cast(stale.planned_unmeasured as decimal(38, 12)) as planned_unmeasured,
from stale
inner join programs on programs.program_id = stale.program_id
where stale.place <= $top
order by stale.currency, stale.price_base, stale.place

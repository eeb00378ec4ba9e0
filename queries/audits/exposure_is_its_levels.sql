-- The exposure of a program is that of its own risks, of those escalated to it and of its projects' risks.
with

counted as (

    select
        risks.program_id,
        coalesce(sum(exposure(risks.probability, risks.impact)), 0) as exposure,
    from risks
    inner join risk_standings on risk_standings.risk_id = risks.risk_id
    where risk_standings.is_counted
    group by risks.program_id

),

totals as (

    select
        program_id,
        coalesce(exposure, 0) as exposure,
        coalesce(exposure_program, 0)
        + coalesce(exposure_escalated, 0)
        + coalesce(exposure_project, 0) as exposure_of_levels,
    from risk_groups(date '9999-12-30', 'original', null, null, 'program')

)

select
    totals.program_id,
    totals.exposure,
    totals.exposure_of_levels,
    counted.exposure as exposure_of_risks,
from totals
left join counted on counted.program_id = totals.program_id
where
    totals.exposure <> totals.exposure_of_levels
    or totals.exposure <> coalesce(counted.exposure, 0)

-- Which risks were escalated, and to what?
select
    listed.currency,
    listed.price_base,
    listed.program_id,
    listed.risk_id,
    listed.risk,
    listed.project_id,
    listed.project,
    listed.exposure,
    listed.carried_by,
    carrier.risk as carried_by_risk,
    programs.program as carried_by_program,
    exposure(carrier.probability, carrier.impact) as carried_by_exposure,
from risks_at($as_of, $case, $program_id, $project_id) as listed
inner join risks as carrier on carrier.risk_id = listed.carried_by
inner join programs on programs.program_id = carrier.program_id
where listed.is_open
order by listed.currency, listed.price_base, carried_by_exposure desc nulls last, listed.risk_id

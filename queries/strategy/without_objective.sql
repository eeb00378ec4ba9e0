-- Which benefits serve no objective?
select
    state.program_id,
    programs.program,
    state.benefit_id,
    benefits.benefit,
    benefits.kind,
    benefits.value_type,
    benefits.owner,
    benefits.owner_until,
    programs.currency,
    attributed(state.outlook, attribution.weight) as outlook,
from benefits_at($as_of, $case, $program_id) as state
inner join attributions_of($program_id, $project_id) as attribution
    on attribution.benefit_id = state.benefit_id
inner join benefits on benefits.benefit_id = state.benefit_id
inner join programs on programs.program_id = state.program_id
left join serves() as serves on serves.benefit_id = state.benefit_id
where serves.objective_id is null
order by outlook desc nulls last, state.program_id, state.benefit_id

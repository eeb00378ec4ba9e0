-- Which projects drive this benefit?
with

state as (

    select *
    from benefits_at($as_of, $case, $program_id)
    where $benefit_id is null or benefit_id = $benefit_id

)

select
    state.program_id,
    state.benefit_id,
    attribution.project_id,
    coalesce(projects.project, 'Unattributed') as project,
    projects.status,
    projects.closed_on,
    contributions.kind,
    attribution.weight,
    attributed(state.planned_to_date, attribution.weight) as planned_to_date,
    attributed(
        known_realized(state.realized_to_date, state.due_cells, state.last_measured), attribution.weight
    ) as realized_to_date,
    attributed(state.planned_lifetime, attribution.weight) as planned_lifetime,
    attributed(state.outlook, attribution.weight) as outlook,
from state
inner join attributions as attribution
    on attribution.benefit_id = state.benefit_id and attribution.scope <> 'whole'
left join projects on projects.project_id = attribution.project_id
left join contributions
    on
        contributions.benefit_id = attribution.benefit_id
        and contributions.project_id = attribution.project_id
where $project_id is null or attribution.project_id = $project_id
order by state.program_id, state.benefit_id, attribution.project_id nulls last

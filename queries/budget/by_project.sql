-- What does each project cost, against what was approved?
with

cost as (

    select *
    from cost_groups($as_of, $case, $program_id, $project_id, 'project')

),

listed as (

    select
        program_id,
        project_id,
    from cost

    union

    select
        program_id,
        project_id,
    from projects
    where
        ($program_id is null or program_id = $program_id)
        and ($project_id is null or project_id = $project_id)

)

select
    listed.program_id,
    listed.project_id,
    coalesce(projects.project, 'Program level') as project,
    projects.status,
    projects.closed_on,
    programs.currency,
    programs.price_base,
    cost.baseline,
    cost.current_budget,
    cost.approved,
    cost.approved_to_date,
    cost.actual_to_date,
    cost.cost_to_come,
    cost.expected_cost,
    cost.assumed_cost,
    cost.cost_overrun,
    cost.cost_ratio,
    coalesce(cost.due_cells, 0) as due_cells,
    coalesce(cost.reported_cells, 0) as reported_cells,
    cost.cost_coverage,
    cost.contingency,
    cost.contingency_drawn,
    cost.contingency_left,
    cost.earned_as_of,
    coalesce(cost.earned_projects, 0) as earned_projects,
    cost.bac,
    cost.pv,
    cost.ev,
    cost.ac,
    cost.cost_variance,
    cost.schedule_variance,
    cost.cost_performance,
    cost.schedule_performance,
    cost.schedule_performance_in_time,
    cost.estimate_at_completion,
    cost.estimate_at_budgeted_rate,
    cost.estimate_at_both_rates,
    cost.estimate_to_complete,
    cost.cost_variance_at_completion,
    cost.to_complete_performance,
    cost.to_complete_estimate,
from listed
inner join programs on programs.program_id = listed.program_id
left join projects on projects.project_id = listed.project_id
left join cost
    on cost.program_id = listed.program_id and cost.project_id is not distinct from listed.project_id
order by listed.program_id, listed.project_id nulls last

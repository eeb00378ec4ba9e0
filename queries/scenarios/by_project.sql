-- Whose part would change?
with

worth as (

    select *
    from
        valued_programs(
            $as_of,
            $case,
            $program_id,
            $project_id,
            ['outlook'],
            [
                scenario_of('base', $rate, $schedule, $convention, $optimism_bias, $mitigated),
                scenario_of(
                    'changed',
                    coalesce($at_rate, $rate),
                    $schedule,
                    $convention,
                    $optimism_bias + $at_bias,
                    $mitigated,
                    $adoption,
                    $adoption_benefit,
                    $slip_project,
                    $slip_months,
                    $slip_costs,
                    $cost_growth
                )
            ],
            true
        )

)

select
    base.program_id,
    base.project_id,
    coalesce(projects.project, base.project_id) as project,
    programs.currency,
    cast(coalesce(base.benefits, 0) as decimal(38, 12)) as base_benefits,
    cast(coalesce(changed.benefits, 0) as decimal(38, 12)) as changed_benefits,
    cast(coalesce(changed.benefits, 0) - coalesce(base.benefits, 0) as decimal(38, 12)) as benefits_change,
    cast(coalesce(changed.costs, 0) - coalesce(base.costs, 0) as decimal(38, 12)) as costs_change,
    coalesce(changed.benefits_present_value, 0)
    - coalesce(base.benefits_present_value, 0)
    - coalesce(changed.costs_present_value, 0)
    + coalesce(base.costs_present_value, 0) as net_present_value_change,
from worth as base
inner join worth as changed
    on
        changed.program_id = base.program_id
        and changed.project_id is not distinct from base.project_id
        and changed.scenario = 'changed'
inner join programs on programs.program_id = base.program_id
left join projects on projects.project_id = base.project_id
where
    base.scenario = 'base'
    and (base.benefits <> 0 or changed.benefits <> 0 or base.costs <> 0 or changed.costs <> 0)
order by base.program_id, base.project_id nulls last

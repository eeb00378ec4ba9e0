-- Do the projects' costs and the program's own add up to the program?
with

parts as (

    select
        program_id,
        count(project_id) as projects,
        sum(approved) filter (where project_id is not null) as projects_approved,
        sum(actual_to_date) filter (where project_id is not null) as projects_actual,
        sum(expected_cost) filter (where project_id is not null) as projects_expected,
        sum(approved) filter (where project_id is null) as own_approved,
        sum(actual_to_date) filter (where project_id is null) as own_actual,
        sum(expected_cost) filter (where project_id is null) as own_expected,
        sum(approved) as parts_approved,
        sum(actual_to_date) as parts_actual,
        sum(expected_cost) as parts_expected,
    from cost_groups($as_of, $case, $program_id, $project_id, 'project')
    group by program_id

)

select
    programs.program_id,
    programs.program,
    programs.currency,
    programs.price_base,
    parts.projects,
    cast(parts.projects_approved as decimal(38, 12)) as projects_approved,
    cast(parts.projects_actual as decimal(38, 12)) as projects_actual,
    cast(parts.projects_expected as decimal(38, 12)) as projects_expected,
    cast(parts.own_approved as decimal(38, 12)) as own_approved,
    cast(parts.own_actual as decimal(38, 12)) as own_actual,
    cast(parts.own_expected as decimal(38, 12)) as own_expected,
    total.approved,
    total.actual_to_date,
    total.expected_cost,
    coalesce(parts.parts_approved, 0) = coalesce(total.approved, 0)
    and coalesce(parts.parts_actual, 0) = coalesce(total.actual_to_date, 0)
    and coalesce(parts.parts_expected, 0) = coalesce(total.expected_cost, 0) as adds_up,
from cost_groups($as_of, $case, $program_id, $project_id, 'program') as total
inner join programs on programs.program_id = total.program_id
inner join parts on parts.program_id = total.program_id
where total.expected_cost is not null
order by programs.program_id

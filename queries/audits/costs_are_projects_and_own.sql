-- What a program costs is what its projects cost and what it spends itself.
with

day as (

    select quantile_disc(period_end, 0.5) as half_way
    from budget

),

parts as (

    select
        program_id,
        coalesce(sum(approved) filter (where project_id is not null), 0) as projects_approved,
        coalesce(sum(approved) filter (where project_id is null), 0) as own_approved,
        coalesce(sum(actual) filter (where project_id is not null), 0) as projects_actual,
        coalesce(sum(actual) filter (where project_id is null), 0) as own_actual,
        coalesce(sum(expected) filter (where project_id is not null), 0) as projects_expected,
        coalesce(sum(expected) filter (where project_id is null), 0) as own_expected,
    from costs_at((select half_way from day), 'current', null, null)
    group by program_id

),

totals as (

    select
        program_id,
        coalesce(sum(approved), 0) as approved,
        coalesce(sum(actual_to_date), 0) as actual,
        coalesce(sum(expected_cost), 0) as expected,
    from cost_groups((select half_way from day), 'current', null, null, 'program')
    where expected_cost is not null
    group by program_id

)

select
    coalesce(parts.program_id, totals.program_id) as program_id,
    totals.approved,
    totals.actual,
    totals.expected,
from parts
full outer join totals on totals.program_id = parts.program_id
where
    parts.program_id is null
    or totals.program_id is null
    or totals.approved <> parts.projects_approved + parts.own_approved
    or totals.actual <> parts.projects_actual + parts.own_actual
    or totals.expected <> parts.projects_expected + parts.own_expected

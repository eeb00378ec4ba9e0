-- What came after a project closed is what adding up its later periods gives.
with

closings as (

    select
        attribution.program_id,
        attribution.project_id,
        attribution.benefit_id,
        attribution.weight,
        projects.closed_on,
    from attributions as attribution
    inner join projects on projects.project_id = attribution.project_id
    where attribution.scope = 'project' and projects.closed_on is not null

),

by_slices as (

    select
        closings.program_id,
        closings.project_id,
        plan.case_version,
        sum(attributed(plan.planned_lifetime - planned.planned_to_date, closings.weight)) as planned_after,
    from closings
    inner join benefit_plans as plan on plan.benefit_id = closings.benefit_id
    inner join plan_slices as planned
        on
            planned.plan = plan.plan
            and planned.from_date <= closings.closed_on
            and planned.to_date > closings.closed_on
    where plan.is_monetary
    group by closings.program_id, closings.project_id, plan.case_version

),

by_cells as (

    select
        whose.program_id,
        whose.project_id,
        total.case_version,
        sum(total.net) as planned_after,
    from (
        select distinct
            program_id,
            project_id,
            closed_on,
        from closings
    ) as whose
    inner join planned_totals as total
        on
            total.scope = 'project'
            and total.program_id = whose.program_id
            and total.project_id = whose.project_id
            and total.period_end > whose.closed_on
    group by whose.program_id, whose.project_id, total.case_version

)

select
    by_slices.*,
    by_cells.planned_after as planned_in_cells,
from by_slices
left join by_cells
    on
        by_cells.program_id = by_slices.program_id
        and by_cells.project_id = by_slices.project_id
        and by_cells.case_version = by_slices.case_version
where by_slices.planned_after <> coalesce(by_cells.planned_after, 0)

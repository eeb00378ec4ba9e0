-- What each plan had come to when a project that contributes to it closed.
create table closing_states as
with

closings as (

    select distinct
        plans.plan,
        projects.closed_on,
    from contributions as contribution
    inner join projects on projects.project_id = contribution.project_id
    inner join plans on plans.benefit_id = contribution.benefit_id
    where contribution.weight <> 0 and projects.closed_on is not null

)

select
    closings.plan,
    closings.closed_on,
    planned.due_cells,
    planned.planned_to_date,
    actual.realized_to_date,
from closings
inner join plan_slices as planned
    on
        planned.plan = closings.plan
        and planned.from_date <= closings.closed_on
        and planned.to_date > closings.closed_on
inner join actual_slices as actual
    on
        actual.plan = closings.plan
        and actual.from_date <= closings.closed_on
        and actual.to_date > closings.closed_on
order by closings.plan, closings.closed_on;

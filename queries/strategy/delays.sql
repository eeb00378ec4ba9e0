-- Which benefits does a late output delay, and by which way?
with recursive

edges as materialized (

    select *
    from leads_to()

),

names as (

    select
        'project' as kind,
        project_id as id,
        project as name,
    from projects
    union all
    select
        'milestone' as kind,
        milestone_id as id,
        milestone as name,
    from milestones
    union all
    select
        'benefit' as kind,
        benefit_id as id,
        benefit as name,
    from benefits

),

-- Step by step, never back to where it was; eight are as far as anybody follows. A change is no step of its
-- own: the way over it says more than the one past it.
ways as (

    select
        names.kind,
        names.id,
        0 as steps,
        [names.id] as ids,
        [coalesce(names.name, names.id)] as way,
    from names
    where names.id = $output and names.kind in ('project', 'milestone')

    union all

    select
        edges.to_kind as kind,
        edges.to_id as id,
        ways.steps + case when edges.to_kind = 'change' then 0 else 1 end as steps,
        list_append(ways.ids, edges.to_id) as ids,
        list_append(ways.way, coalesce(names.name, edges.to_id)) as way,
    from ways
    inner join edges on edges.from_kind = ways.kind and edges.from_id = ways.id
    left join names on names.kind = edges.to_kind and names.id = edges.to_id
    where len(ways.ids) < 9 and not list_contains(ways.ids, edges.to_id) and edges.to_kind <> 'objective'

),

shortest as (

    select
        id as benefit_id,
        min(steps) as steps,
        arg_min(way, (steps, -len(way), way)) as way,
    from ways
    where kind = 'benefit'
    group by id

)

select
    state.benefit_id,
    benefits.benefit,
    state.program_id,
    programs.currency,
    shortest.steps,
    shortest.way,
    objectives.objective,
    realization_rate(
        known_realized(state.realized_to_date, state.due_cells, state.last_measured), state.planned_to_date
    ) as realization_rate,
    first_benefit_slip(state.first_planned_start, state.first_realized_start, state.next_forecast_start)
        as first_benefit_slip_months,
    cast(state.outlook - state.realized_to_date as decimal(38, 12)) as to_come,
from shortest
inner join benefits_at($as_of, $case, null) as state
    on state.benefit_id = shortest.benefit_id and state.is_benefit
inner join benefits on benefits.benefit_id = state.benefit_id
inner join programs on programs.program_id = state.program_id
left join serves() as serves on serves.benefit_id = state.benefit_id
left join objectives on objectives.objective_id = serves.objective_id
order by to_come desc nulls last, state.benefit_id

-- What whole programs, projects' parts and what is attributed to none come to in each case version,
-- benefits and disbenefits apart: what never changes here, what does by date below.
create table benefit_groups as
with

members as (

    select
        part.line,
        part.is_benefit,
        count(*) as benefits,
        cast(sum(benefit_plans.planned_lifetime * part.weight) as decimal(38, 12)) as planned_lifetime,
    from line_parts as part
    inner join benefit_plans on benefit_plans.plan = part.plan
    group by part.line, part.is_benefit

),

starts as (

    select
        scope,
        program_id,
        project_id,
        case_version,
        min(starts_at) as first_planned_at,
    from plan_paths
    group by scope, program_id, project_id, case_version

)

select
    lines.line as benefit_group,
    lines.scope,
    lines.program_id,
    lines.project_id,
    lines.case_version,
    members.is_benefit,
    members.benefits,
    members.planned_lifetime,
    starts.first_planned_at,
from members
inner join lines on lines.line = members.line
left join starts
    on
        members.is_benefit
        and starts.scope = lines.scope
        and starts.program_id = lines.program_id
        and starts.project_id is not distinct from lines.project_id
        and starts.case_version = lines.case_version
order by members.line, members.is_benefit;

-- All of it is linear in the weights, so that changes are added up, not states.
create temp table group_states as
with

changes as (

    select
        line,
        true as is_benefit,
        period_end as event_date,
        gross as planned,
        gross_due_cells as due_cells,
    from line_totals
    where gross <> 0 or gross_due_cells > 0

    union all by name

    select
        line,
        false as is_benefit,
        period_end as event_date,
        net - gross as planned,
        net_due_cells - gross_due_cells as due_cells,
    from line_totals
    where net <> gross or net_due_cells > gross_due_cells

    union all by name

    select
        part.line,
        part.is_benefit,
        cell.period_end as event_date,
        sum(cell.measure * part.weight) as realized,
        sum(case when cell.is_verified then cell.measure * part.weight end) as verified,
        cell.period_end as last_measured,
    from realized_cells as cell
    inner join line_parts as part on part.plan = cell.plan
    group by part.line, part.is_benefit, cell.period_end

    union all by name

    select
        part.line,
        part.is_benefit,
        cell.measured_on as event_date,
        sum(cell.planned * part.weight) as planned_on_measured,
        sum(cell.realized * part.weight) as realized_on_measured,
        sum(cell.cells) as measured_cells,
    from measured_cells as cell
    inner join line_parts as part on part.plan = cell.plan
    group by part.line, part.is_benefit, cell.measured_on

    union all by name

    select
        part.line,
        part.is_benefit,
        change.from_date as event_date,
        sum(change.outlook * part.weight) as outlook,
        sum(change.weighted_outlook * part.weight) as weighted_outlook,
        sum(change.leakage * part.weight) as leakage,
        sum(change.forecasts) as forecasts,
    from outlook_changes as change
    inner join line_parts as part on part.plan = change.plan
    group by part.line, part.is_benefit, change.from_date

),

by_date as (

    select
        line,
        is_benefit,
        event_date,
        sum(planned) as planned,
        sum(realized) as realized,
        sum(verified) as verified,
        sum(planned_on_measured) as planned_on_measured,
        sum(realized_on_measured) as realized_on_measured,
        sum(outlook) as outlook,
        sum(weighted_outlook) as weighted_outlook,
        sum(leakage) as leakage,
        sum(due_cells) as due_cells,
        sum(measured_cells) as measured_cells,
        sum(forecasts) as forecasts,
        max(last_measured) as last_measured,
    from changes
    group by line, is_benefit, event_date

)

select
    line,
    is_benefit,
    event_date as from_date,
    coalesce(lead(event_date) over up_to_here, date '9999-12-31') as to_date,
    sum(planned) over up_to_here as planned,
    sum(realized) over up_to_here as realized,
    sum(verified) over up_to_here as verified,
    sum(planned_on_measured) over up_to_here as planned_on_measured,
    sum(realized_on_measured) over up_to_here as realized_on_measured,
    sum(outlook) over up_to_here as outlook,
    sum(weighted_outlook) over up_to_here as weighted_outlook,
    sum(leakage) over up_to_here as leakage,
    sum(due_cells) over up_to_here as due_cells,
    sum(measured_cells) over up_to_here as measured_cells,
    sum(forecasts) over up_to_here as forecasts,
    max(last_measured) over up_to_here as last_measured,
from by_date
window up_to_here as (
    partition by line, is_benefit
    order by event_date
    rows between unbounded preceding and current row
);

-- The sums on every date, and where on the gross plan stands what is realized.
create table group_slices as
with

pieces as (

    select
        lines.line,
        path.starts_at,
        path.ends_at,
        path.start_value,
        path.end_value,
        max(path.end_value) over (
            partition by lines.line
            order by path.starts_at
            rows between unbounded preceding and current row
        ) as highest,
    from plan_paths as path
    inner join lines
        on
            lines.scope = path.scope
            and lines.program_id = path.program_id
            and lines.project_id is not distinct from path.project_id
            and lines.case_version = path.case_version

),

-- A hair's breadth is not a piece too far.
levels as (

    select
        line,
        highest as level,
        1 as is_piece,
        starts_at,
        null as from_date,
    from pieces

    union all

    select
        line,
        cast(realized as double) * (1 - 1e-12) as level,
        0 as is_piece,
        null as starts_at,
        from_date,
    from group_states
    where is_benefit and realized > 0

),

-- The first piece that rises to what is realized.
found as (

    select
        line,
        is_piece,
        from_date,
        min(starts_at) over (
            partition by line
            order by level desc, is_piece desc
            rows between unbounded preceding and current row
        ) as starts_at,
    from levels

)

select
    state.line as benefit_group,
    state.is_benefit,
    state.from_date,
    state.to_date,
    cast(coalesce(state.planned, 0) as decimal(38, 12)) as planned_to_date,
    cast(coalesce(state.realized, 0) as decimal(38, 12)) as realized_to_date,
    cast(coalesce(state.verified, 0) as decimal(38, 12)) as verified_to_date,
    cast(coalesce(state.planned_on_measured, 0) as decimal(38, 12)) as planned_on_measured,
    cast(coalesce(state.realized_on_measured, 0) as decimal(38, 12)) as realized_on_measured,
    cast(state.outlook as decimal(38, 12)) as outlook,
    cast(state.weighted_outlook as decimal(38, 12)) as weighted_outlook,
    cast(state.leakage as decimal(38, 12)) as leakage,
    cast(coalesce(state.due_cells, 0) as bigint) as due_cells,
    cast(coalesce(state.measured_cells, 0) as bigint) as measured_cells,
    state.forecasts > 0 as has_forecast,
    state.last_measured,
    piece.starts_at
    + least(
        (cast(state.realized as double) - piece.start_value)
        / nullif(piece.end_value - piece.start_value, 0),
        1
    )
    * (piece.ends_at - piece.starts_at) as reached_at,
from group_states as state
left join found
    on
        state.is_benefit
        and found.is_piece = 0
        and found.line = state.line
        and found.from_date = state.from_date
left join pieces as piece on piece.line = found.line and piece.starts_at = found.starts_at
order by state.to_date = date '9999-12-31', state.from_date, state.line, state.is_benefit;

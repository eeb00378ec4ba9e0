-- What is still to come in each future period, as seen on any date: the forecast known then, and where
-- there is none the remaining plan carried forward.
create table outlook_totals as
with

-- From a vintage's date to its last period, or to the next vintage, the forecast stands for the plan.
forecast_times as (

    select
        plan,
        forecast_as_of as starts,
        least(superseded_on, max(period_end)) as ends,
    from forecast_cells
    group by plan, forecast_as_of, superseded_on

),

plan_gives_way as (

    select
        cell.plan,
        cell.period_end,
        cell.measure as amount,
        forecast_times.starts,
        forecast_times.ends,
    from planned_cells as cell
    inner join forecast_times on forecast_times.plan = cell.plan and forecast_times.starts < cell.period_end

),

changes as (

    select
        plan,
        period_end,
        forecast_as_of as change_date,
        amount,
    from forecast_cells

    union all

    select
        plan,
        period_end,
        least(period_end, superseded_on) as change_date,
        -amount as amount,
    from forecast_cells

    union all

    select
        plan,
        period_end,
        starts as change_date,
        -amount as amount,
    from plan_gives_way

    union all

    select
        plan,
        period_end,
        ends as change_date,
        amount,
    from plan_gives_way

),

-- Nothing of a period is to come once it has ended: what changes then is left out.
line_changes as (

    select
        part.line,
        changes.period_end,
        changes.change_date,
        changes.amount * part.weight as net,
        case when part.is_benefit then changes.amount * part.weight else 0 end as gross,
    from changes
    inner join line_parts as part on part.plan = changes.plan
    where changes.change_date < changes.period_end

    union all

    select
        line,
        period_end,
        date '0001-01-01' as change_date,
        net,
        gross,
    from line_totals

),

by_line as (

    select
        line,
        period_end,
        change_date,
        sum(net) as net,
        sum(gross) as gross,
    from line_changes
    group by line, period_end, change_date

),

slices as (

    select
        line,
        period_end,
        change_date as from_date,
        coalesce(lead(change_date) over so_far, period_end) as to_date,
        cast(sum(net) over so_far as decimal(38, 12)) as net,
        cast(sum(gross) over so_far as decimal(38, 12)) as gross,
    from by_line
    window so_far as (
        partition by line, period_end
        order by change_date
        rows between unbounded preceding and current row
    )

)

select
    lines.scope,
    lines.program_id,
    lines.project_id,
    lines.case_version,
    slices.period_end,
    slices.from_date,
    slices.to_date,
    slices.net,
    slices.gross,
from slices
inner join lines on lines.line = slices.line
order by slices.line, slices.from_date, slices.period_end;

-- The gross plan of each scope as a line: pieces between two positions (months since year 0), rising
-- linearly within every period, whatever the lengths of the periods that overlap there.
create table plan_paths as
with

positions as (

    select
        line,
        gross,
        year(period_start) * 12 + month(period_start) - 1
        + (day(period_start) - 1) / cast(day(last_day(period_start)) as double) as starts_at,
        year(period_end) * 12 + month(period_end) - 1
        + day(period_end) / cast(day(last_day(period_end)) as double) as ends_at,
    from line_totals
    where gross <> 0

),

periods as (

    select
        *,
        cast(cast(gross as double) / (ends_at - starts_at) as decimal(38, 12)) as slope,
    from positions

),

turns as (

    select
        line,
        starts_at as position,
        slope,
        cast(0 as decimal(38, 12)) as ended,
        1 as starting,
        0 as ending,
    from periods

    union all

    select
        line,
        ends_at as position,
        -slope as slope,
        gross as ended,
        0 as starting,
        1 as ending,
    from periods

),

turning_points as (

    select
        line,
        position,
        sum(slope) as slope,
        sum(ended) as ended,
        sum(starting) as starting,
        sum(starting - ending) as crossing,
    from turns
    group by line, position

),

slopes as (

    select
        line,
        position,
        cast(sum(slope) over so_far as double) as rises,
        cast(sum(ended) over so_far as double) as ended_by_here,
        sum(crossing) over so_far - starting as crossing,
        lead(position) over so_far as next_position,
    from turning_points
    window so_far as (
        partition by line order by position rows between unbounded preceding and current row
    )

),

-- What the pieces have risen to here, and to the next position.
risen as (

    select
        line,
        position,
        next_position,
        crossing,
        ended_by_here,
        lead(crossing) over by_position as next_crossing,
        lead(ended_by_here) over by_position as ended_by_next,
        coalesce(
            sum(rises * (next_position - position)) over (
                by_position rows between unbounded preceding and 1 preceding
            ),
            0
        ) as by_here,
        sum(rises * (next_position - position)) over (
            by_position rows between unbounded preceding and current row
        ) as by_next,
    from slopes
    window by_position as (partition by line order by position)

)

-- Where no period runs across a point its height is known exactly.
select
    lines.scope,
    lines.program_id,
    lines.project_id,
    lines.case_version,
    risen.position as starts_at,
    risen.next_position as ends_at,
    case when risen.crossing = 0 then risen.ended_by_here else risen.by_here end as start_value,
    case when risen.next_crossing = 0 then risen.ended_by_next else risen.by_next end as end_value,
from risen
inner join lines on lines.line = risen.line
where risen.next_position is not null
order by risen.line, risen.position;

-- Summaries, made once per load from the resolved tables, so that a question never adds up the whole past.
--
-- Most tables hold a thing's state in slices [from_date, to_date): the state on any status date is one slice. Rows are sorted so that a date or a program is a short stretch of the file.
-- A state holds what is known on that date and nothing later.
--
-- Portable SQL: no asof join, no `group by all`, no range; a double before a ratio.

-- Every benefit, with what decides how its values are added.
create temp table benefit_traits as
select
    program_id,
    benefit_id,
    coalesce(kind, 'benefit') <> 'disbenefit' as is_benefit,
    coalesce(value_type, '') = 'monetary' as is_monetary,
from benefits;

-- The case versions of each program, oldest approval first. A version that has planned values but was
-- never described comes after the approved ones. A program without any has one without a name.
create table case_versions as
with

described as (

    select
        program_id,
        case_version,
        label,
        approved_on,
        approved_by,
        reason,
    from business_cases

),

used as (

    select distinct
        program_id,
        case_version,
    from planned_values

),

named as (

    select
        coalesce(described.program_id, used.program_id) as program_id,
        coalesce(described.case_version, used.case_version) as case_version,
        described.label,
        described.approved_on,
        described.approved_by,
        described.reason,
    from described
    full outer join used
        on used.program_id = described.program_id and used.case_version = described.case_version

)

select
    programs.program_id,
    coalesce(named.case_version, '') as case_version,
    named.label,
    named.approved_on,
    named.approved_by,
    named.reason,
    row_number() over (
        partition by programs.program_id order by named.approved_on nulls last, named.case_version
    ) as ordinal,
from programs
left join named on named.program_id = programs.program_id
order by programs.program_id, ordinal;

-- Which version "original" and "current" mean, on any date. Original: the first approved. Current: the
-- last approved on or before the date, and the original before the first approval.
create table case_choices as
with

approved as (

    select
        program_id,
        case_version,
        ordinal,
        case when ordinal = 1 then date '0001-01-01' else approved_on end as from_date,
        lead(approved_on) over (partition by program_id order by ordinal) as superseded_on,
    from case_versions
    where approved_on is not null or ordinal = 1

)

select
    program_id,
    'original' as case_name,
    case_version,
    date '0001-01-01' as from_date,
    date '9999-12-31' as to_date,
from case_versions
where ordinal = 1

union all

select
    program_id,
    'current' as case_name,
    case_version,
    from_date,
    coalesce(superseded_on, date '9999-12-31') as to_date,
from approved;

-- Planned cells. What is measured is the amount of a monetary benefit, else the value as written.
-- A cell without a value is no cell; one that is zero is never due.
create temp table planned_cells as
select
    planned.program_id,
    planned.benefit_id,
    planned.case_version,
    planned.period_start,
    planned.period_end,
    trait.is_benefit,
    trait.is_monetary,
    case when trait.is_monetary then planned.amount else planned.value end as measure,
from planned_values as planned
inner join benefit_traits as trait on trait.benefit_id = planned.benefit_id
where case when trait.is_monetary then planned.amount else planned.value end is not null;

create temp table realized_cells as
select
    realized.program_id,
    realized.benefit_id,
    realized.period_start,
    realized.period_end,
    trait.is_benefit,
    trait.is_monetary,
    realized.evidence in ('finance verified', 'system extract') as is_verified,
    case when trait.is_monetary then realized.amount else realized.value end as measure,
from realized_values as realized
inner join benefit_traits as trait on trait.benefit_id = realized.benefit_id
where case when trait.is_monetary then realized.amount else realized.value end is not null;

-- A due cell counts as measured from `measured_on`: when it and a realized value whose period lies inside
-- it, or contains it, are both to date. `planned` is set on cells, `realized` on values, each once.
create temp table measured_cells as
with

due_cells as (

    select
        benefit_id,
        case_version,
        period_start,
        period_end,
        measure,
    from planned_cells
    where measure <> 0

),

same_period as (

    select
        due.benefit_id,
        due.case_version,
        due.period_start,
        due.period_end,
        due.measure as planned,
        realized.measure as realized,
    from due_cells as due
    inner join realized_cells as realized
        on
            realized.benefit_id = due.benefit_id
            and realized.period_start = due.period_start
            and realized.period_end = due.period_end

),

other_due as (

    select due.*
    from due_cells as due
    left join same_period as same
        on
            same.benefit_id = due.benefit_id
            and same.case_version = due.case_version
            and same.period_start = due.period_start
            and same.period_end = due.period_end
    where same.benefit_id is null

),

other_realized as (

    select
        realized.benefit_id,
        version.case_version,
        realized.period_start,
        realized.period_end,
        realized.measure,
    from realized_cells as realized
    inner join case_versions as version on version.program_id = realized.program_id
    left join same_period as same
        on
            same.benefit_id = realized.benefit_id
            and same.case_version = version.case_version
            and same.period_start = realized.period_start
            and same.period_end = realized.period_end
    where same.benefit_id is null

),

pairs as (

    select
        due.benefit_id,
        due.case_version,
        due.period_start,
        due.period_end,
        due.measure as planned,
        realized.period_start as realized_start,
        realized.period_end as realized_end,
        realized.measure as realized,
    from other_due as due
    inner join other_realized as realized
        on
            realized.benefit_id = due.benefit_id
            and realized.case_version = due.case_version
            and (
                (realized.period_start >= due.period_start and realized.period_end <= due.period_end)
                or (realized.period_start <= due.period_start and realized.period_end >= due.period_end)
            )

)

select
    benefit_id,
    case_version,
    period_end as measured_on,
    1 as cells,
    planned,
    realized,
from same_period

union all

select
    benefit_id,
    case_version,
    greatest(period_end, min(realized_end)) as measured_on,
    1 as cells,
    max(planned) as planned,
    null as realized,
from pairs
group by benefit_id, case_version, period_start, period_end

union all

select
    benefit_id,
    case_version,
    greatest(realized_end, min(period_end)) as measured_on,
    0 as cells,
    null as planned,
    max(realized) as realized,
from pairs
group by benefit_id, case_version, realized_start, realized_end;

-- Each vintage of a forecast holds from its date until the next one's.
create temp table forecast_cells as
with

vintages as (

    select
        benefit_id,
        forecast_as_of,
        coalesce(
            lead(forecast_as_of) over (partition by benefit_id order by forecast_as_of), date '9999-12-31'
        ) as superseded_on,
    from forecast_values
    group by benefit_id, forecast_as_of

)

select
    forecast.program_id,
    forecast.benefit_id,
    forecast.forecast_as_of,
    vintages.superseded_on,
    forecast.period_start,
    forecast.period_end,
    forecast.amount,
    cast(forecast.amount * coalesce(forecast.confidence, 1) as decimal(28, 6)) as weighted_amount,
from forecast_values as forecast
inner join vintages
    on vintages.benefit_id = forecast.benefit_id and vintages.forecast_as_of = forecast.forecast_as_of
inner join benefit_traits as trait on trait.benefit_id = forecast.benefit_id
where
    trait.is_monetary
    and forecast.amount is not null
    and forecast.period_end > forecast.forecast_as_of;

-- What changes a benefit's state, whatever the case.
create temp table actual_events as
with

realized as (

    select
        program_id,
        benefit_id,
        period_end as event_date,
        measure as realized,
        case when is_verified then measure end as verified,
        period_end as last_measured,
        case when measure <> 0 then period_start end as first_realized_start,
    from realized_cells

),

forecast as (

    select
        program_id,
        benefit_id,
        forecast_as_of as event_date,
        amount as forecast,
        weighted_amount as weighted_forecast,
        1 as cells,
        forecast_as_of,
    from forecast_cells

    union all

    select
        program_id,
        benefit_id,
        least(period_end, superseded_on) as event_date,
        -amount as forecast,
        -weighted_amount as weighted_forecast,
        -1 as cells,
        null as forecast_as_of,
    from forecast_cells

),

-- The first forecast benefit still to come, after the vintage's date and after each of its periods.
next_forecast as (

    select
        benefit_id,
        forecast_as_of as event_date,
        min(case when amount <> 0 then period_start end) as next_start,
    from forecast_cells
    group by benefit_id, forecast_as_of

    union all

    select
        benefit_id,
        event_date,
        next_start,
    from (
        select
            benefit_id,
            period_end as event_date,
            superseded_on,
            min(case when amount <> 0 then period_start end) over (
                partition by benefit_id, forecast_as_of
                order by period_end
                rows between 1 following and unbounded following
            ) as next_start,
        from forecast_cells
    ) as later
    where event_date < superseded_on

),

every_event as (

    select
        program_id,
        benefit_id,
        event_date,
        realized,
        verified,
        last_measured,
        first_realized_start,
        null as forecast,
        null as weighted_forecast,
        null as cells,
        null as forecast_as_of,
        null as next_forecast_start,
    from realized

    union all

    select
        program_id,
        benefit_id,
        event_date,
        null as realized,
        null as verified,
        null as last_measured,
        null as first_realized_start,
        forecast,
        weighted_forecast,
        cells,
        forecast_as_of,
        null as next_forecast_start,
    from forecast

    union all

    select
        trait.program_id,
        trait.benefit_id,
        next_forecast.event_date,
        null as realized,
        null as verified,
        null as last_measured,
        null as first_realized_start,
        null as forecast,
        null as weighted_forecast,
        null as cells,
        null as forecast_as_of,
        coalesce(next_forecast.next_start, date '9999-12-31') as next_forecast_start,
    from next_forecast
    inner join benefit_traits as trait on trait.benefit_id = next_forecast.benefit_id

)

select
    program_id,
    benefit_id,
    event_date,
    sum(realized) as realized,
    sum(verified) as verified,
    max(last_measured) as last_measured,
    min(first_realized_start) as first_realized_start,
    sum(forecast) as forecast,
    sum(weighted_forecast) as weighted_forecast,
    sum(cells) as forecast_cells,
    max(forecast_as_of) as forecast_as_of,
    min(next_forecast_start) as next_forecast_start,
from every_event
group by program_id, benefit_id, event_date;

-- A benefit's state in a case, without how late it is.
create temp table benefit_states as
with

case_events as (

    select
        benefit_id,
        case_version,
        period_end as event_date,
        measure as planned,
        case when measure <> 0 then 1 else 0 end as due_cells,
        case when measure <> 0 then period_end end as last_due,
        0 as measured_cells,
        null as planned_on_measured,
        null as realized_on_measured,
    from planned_cells

    union all

    select
        benefit_id,
        case_version,
        measured_on as event_date,
        null as planned,
        0 as due_cells,
        null as last_due,
        cells as measured_cells,
        planned as planned_on_measured,
        realized as realized_on_measured,
    from measured_cells

    union all

    select
        trait.benefit_id,
        version.case_version,
        date '0001-01-01' as event_date,
        null as planned,
        0 as due_cells,
        null as last_due,
        0 as measured_cells,
        null as planned_on_measured,
        null as realized_on_measured,
    from benefit_traits as trait
    inner join case_versions as version on version.program_id = trait.program_id

),

by_date as (

    select
        benefit_id,
        case_version,
        event_date,
        sum(planned) as planned,
        sum(due_cells) as due_cells,
        max(last_due) as last_due,
        sum(measured_cells) as measured_cells,
        sum(planned_on_measured) as planned_on_measured,
        sum(realized_on_measured) as realized_on_measured,
    from case_events
    group by benefit_id, case_version, event_date

),

actual_by_case as (

    select
        actual.*,
        version.case_version,
    from actual_events as actual
    inner join case_versions as version on version.program_id = actual.program_id

),

together as (

    select
        coalesce(by_date.benefit_id, actual.benefit_id) as benefit_id,
        coalesce(by_date.case_version, actual.case_version) as case_version,
        coalesce(by_date.event_date, actual.event_date) as event_date,
        by_date.planned,
        by_date.due_cells,
        by_date.last_due,
        by_date.measured_cells,
        by_date.planned_on_measured,
        by_date.realized_on_measured,
        actual.realized,
        actual.verified,
        actual.last_measured,
        actual.first_realized_start,
        actual.forecast,
        actual.weighted_forecast,
        actual.forecast_cells,
        actual.forecast_as_of,
        actual.next_forecast_start,
    from by_date
    full outer join actual_by_case as actual
        on
            actual.benefit_id = by_date.benefit_id
            and actual.case_version = by_date.case_version
            and actual.event_date = by_date.event_date

)

select
    benefit_id,
    case_version,
    event_date as from_date,
    coalesce(lead(event_date) over up_to_here, date '9999-12-31') as to_date,
    coalesce(sum(planned) over up_to_here, 0) as planned,
    coalesce(sum(due_cells) over up_to_here, 0) as due_cells,
    max(last_due) over up_to_here as last_due,
    coalesce(sum(measured_cells) over up_to_here, 0) as measured_cells,
    coalesce(sum(planned_on_measured) over up_to_here, 0) as planned_on_measured,
    coalesce(sum(realized_on_measured) over up_to_here, 0) as realized_on_measured,
    coalesce(sum(realized) over up_to_here, 0) as realized,
    coalesce(sum(verified) over up_to_here, 0) as verified,
    max(last_measured) over up_to_here as last_measured,
    min(first_realized_start) over up_to_here as first_realized_start,
    coalesce(sum(forecast) over up_to_here, 0) as forecast,
    coalesce(sum(weighted_forecast) over up_to_here, 0) as weighted_forecast,
    coalesce(sum(forecast_cells) over up_to_here, 0) as forecast_cells,
    max(forecast_as_of) over up_to_here as forecast_as_of,
    last_value(next_forecast_start ignore nulls) over up_to_here as next_forecast_start,
from together
window up_to_here as (
    partition by benefit_id, case_version order by event_date rows between unbounded preceding and current row
);

-- The plan of each benefit as a running total over its periods, to find when it reached a value.
create temp table plan_steps as
with

steps as (

    select
        benefit_id,
        case_version,
        period_start,
        period_end,
        measure,
        sum(measure) over by_time as reached,
        row_number() over by_time as step,
    from planned_cells
    where is_monetary and measure <> 0
    window by_time as (
        partition by benefit_id, case_version
        order by period_end, period_start
        rows between unbounded preceding and current row
    )

)

select
    *,
    max(reached) over (
        partition by benefit_id, case_version order by step rows between unbounded preceding and current row
    ) as highest,
from steps;

create temp table plan_totals as
select
    benefit_id,
    case_version,
    sum(measure) as planned,
    min(period_start) as first_start,
    max(period_end) as last_end,
from plan_steps
group by benefit_id, case_version;

-- Where the plan of a benefit first reached what is realized: the period, and the share of it.
create temp table plan_reached as
with

levels as (

    select
        benefit_id,
        case_version,
        highest as level,
        1 as is_step,
        step,
        null as from_date,
    from plan_steps

    union all

    select
        state.benefit_id,
        state.case_version,
        state.realized as level,
        0 as is_step,
        null as step,
        state.from_date,
    from benefit_states as state
    inner join benefit_traits as trait on trait.benefit_id = state.benefit_id
    where trait.is_benefit and trait.is_monetary and state.realized > 0

),

found as (

    select
        benefit_id,
        case_version,
        level,
        is_step,
        from_date,
        min(step) over (
            partition by benefit_id, case_version
            order by level desc, is_step desc
            rows between unbounded preceding and current row
        ) as step,
    from levels

)

select
    found.benefit_id,
    found.case_version,
    found.from_date,
    steps.period_start,
    steps.period_end,
    cast(found.level - (steps.reached - steps.measure) as double) / cast(steps.measure as double) as share,
from found
inner join plan_steps as steps
    on
        steps.benefit_id = found.benefit_id
        and steps.case_version = found.case_version
        and steps.step = found.step
where found.is_step = 0;

-- The state of every benefit in every case version on every date. Money is null for benefits that are
-- not money; their cells are counted all the same. Open-ended slices lie at the end, so that the
-- slices of a date are one short stretch.
create table standings as
select
    trait.program_id,
    state.benefit_id,
    state.case_version,
    trait.is_benefit,
    trait.is_monetary,
    state.from_date,
    state.to_date,
    cast(state.due_cells as bigint) as due_cells,
    cast(state.measured_cells as bigint) as measured_cells,
    state.last_due,
    state.last_measured,
    case when trait.is_monetary then cast(state.planned as decimal(28, 6)) end as planned_to_date,
    case when trait.is_monetary then cast(state.realized as decimal(28, 6)) end as realized_to_date,
    case when trait.is_monetary then cast(state.verified as decimal(28, 6)) end as verified_to_date,
    case when trait.is_monetary then cast(state.planned_on_measured as decimal(28, 6)) end
        as planned_on_measured,
    case when trait.is_monetary then cast(state.realized_on_measured as decimal(28, 6)) end
        as realized_on_measured,
    case when trait.is_monetary then cast(coalesce(totals.planned, 0) as decimal(28, 6)) end
        as planned_lifetime,
    totals.first_start as first_planned_start,
    totals.last_end as last_planned_end,
    cast(state.forecast as decimal(28, 6)) as forecast_to_come,
    cast(state.weighted_forecast as decimal(28, 6)) as weighted_forecast_to_come,
    cast(state.forecast_cells as bigint) as forecast_cells,
    state.forecast_as_of,
    state.first_realized_start,
    nullif(state.next_forecast_start, date '9999-12-31') as next_forecast_start,
    reached.period_start as reached_start,
    reached.period_end as reached_end,
    reached.share as reached_share,
from benefit_states as state
inner join benefit_traits as trait on trait.benefit_id = state.benefit_id
left join plan_totals as totals
    on totals.benefit_id = state.benefit_id and totals.case_version = state.case_version
left join plan_reached as reached
    on
        reached.benefit_id = state.benefit_id
        and reached.case_version = state.case_version
        and reached.from_date = state.from_date
order by
    state.to_date = date '9999-12-31',
    state.from_date,
    trait.program_id,
    state.benefit_id,
    state.case_version;

-- Whose benefits they are, by weight: the whole of each benefit, the part of each project that
-- contributes, and what is attributed to none. The last two add up to the first, exactly. A weight of
-- zero is no part.
create table attributions as
select
    'whole' as scope,
    program_id,
    null as project_id,
    benefit_id,
    cast(1 as decimal(9, 6)) as weight,
from benefit_traits

union all

select
    'project' as scope,
    trait.program_id,
    contribution.project_id,
    contribution.benefit_id,
    contribution.weight,
from contributions as contribution
inner join benefit_traits as trait on trait.benefit_id = contribution.benefit_id
where contribution.weight <> 0

union all

select
    'unattributed' as scope,
    trait.program_id,
    null as project_id,
    trait.benefit_id,
    cast(1 - coalesce(sum(contribution.weight), 0) as decimal(9, 6)) as weight,
from benefit_traits as trait
left join contributions as contribution on contribution.benefit_id = trait.benefit_id
group by trait.program_id, trait.benefit_id
having coalesce(sum(contribution.weight), 0) <> 1

order by scope, program_id, project_id, benefit_id;

-- Planned and realized amounts by period, for each scope: of benefits alone (gross) and with
-- disbenefits (net).
create table planned_totals as
select
    attribution.scope,
    attribution.program_id,
    attribution.project_id,
    cell.case_version,
    cell.period_start,
    cell.period_end,
    cast(sum(cell.measure * attribution.weight) as decimal(38, 12)) as net,
    cast(sum(case when cell.is_benefit then cell.measure * attribution.weight else 0 end) as decimal(38, 12))
        as gross,
from planned_cells as cell
inner join attributions as attribution on attribution.benefit_id = cell.benefit_id
where cell.is_monetary
group by
    attribution.scope,
    attribution.program_id,
    attribution.project_id,
    cell.case_version,
    cell.period_start,
    cell.period_end
order by
    attribution.scope, attribution.program_id, attribution.project_id, cell.case_version, cell.period_end;

create table realized_totals as
select
    attribution.scope,
    attribution.program_id,
    attribution.project_id,
    cell.period_end,
    cast(sum(cell.measure * attribution.weight) as decimal(38, 12)) as net,
    cast(sum(case when cell.is_benefit then cell.measure * attribution.weight else 0 end) as decimal(38, 12))
        as gross,
from realized_cells as cell
inner join attributions as attribution on attribution.benefit_id = cell.benefit_id
where cell.is_monetary
group by attribution.scope, attribution.program_id, attribution.project_id, cell.period_end
order by attribution.scope, attribution.program_id, attribution.project_id, cell.period_end;

-- The gross plan of each scope as a line: pieces between two positions (months since year 0), rising
-- linearly within every period, whatever the lengths of the periods that overlap there.
create table plan_paths as
with

periods as (

    select
        scope,
        program_id,
        project_id,
        case_version,
        gross,
        year(period_start) * 12 + month(period_start) - 1
        + (day(period_start) - 1) / cast(day(last_day(period_start)) as double) as starts_at,
        year(period_end) * 12 + month(period_end) - 1
        + day(period_end) / cast(day(last_day(period_end)) as double) as ends_at,
    from planned_totals
    where gross <> 0

),

turns as (

    select
        scope,
        program_id,
        project_id,
        case_version,
        starts_at as position,
        cast(cast(gross as double) / (ends_at - starts_at) as decimal(38, 12)) as slope,
        cast(0 as decimal(38, 12)) as ended,
        1 as starting,
        0 as ending,
    from periods

    union all

    select
        scope,
        program_id,
        project_id,
        case_version,
        ends_at as position,
        -cast(cast(gross as double) / (ends_at - starts_at) as decimal(38, 12)) as slope,
        gross as ended,
        0 as starting,
        1 as ending,
    from periods

),

turning_points as (

    select
        scope,
        program_id,
        project_id,
        case_version,
        position,
        sum(slope) as slope,
        sum(ended) as ended,
        sum(starting) as starting,
        sum(ending) as ending,
    from turns
    group by scope, program_id, project_id, case_version, position

),

slopes as (

    select
        *,
        cast(sum(slope) over so_far as double) as rises,
        cast(sum(ended) over so_far as double) as ended_by_here,
        sum(starting) over so_far - starting - sum(ending) over so_far as crossing,
        lead(position) over so_far as next_position,
    from turning_points
    window so_far as (
        partition by scope, program_id, project_id, case_version
        order by position
        rows between unbounded preceding and current row
    )

),

heights as (

    select
        *,
        coalesce(
            sum(rises * (next_position - position)) over (
                partition by scope, program_id, project_id, case_version
                order by position
                rows between unbounded preceding and 1 preceding
            ),
            0
        ) as risen,
    from slopes

),

-- Where no period runs across a point its height is known exactly.
points as (

    select
        *,
        case when crossing = 0 then ended_by_here else risen end as height,
    from heights

),

pieces as (

    select
        scope,
        program_id,
        project_id,
        case_version,
        position as starts_at,
        next_position as ends_at,
        height as start_value,
        lead(height) over (partition by scope, program_id, project_id, case_version order by position) as end_value,
    from points

)

select *
from pieces
where ends_at is not null
order by scope, program_id, project_id, case_version, starts_at;

-- When a benefit has no forecast: from the start, and from the last period of a vintage until the next.
create temp table unforecast as
with

forecast_times as (

    select
        benefit_id,
        forecast_as_of as starts,
        least(superseded_on, max(period_end)) as ends,
    from forecast_cells
    group by benefit_id, forecast_as_of, superseded_on

),

gaps as (

    select
        benefit_id,
        ends as from_date,
        coalesce(lead(starts) over (partition by benefit_id order by starts), date '9999-12-31') as to_date,
    from forecast_times

    union all

    select
        trait.benefit_id,
        date '0001-01-01' as from_date,
        coalesce(min(forecast_times.starts), date '9999-12-31') as to_date,
    from benefit_traits as trait
    left join forecast_times on forecast_times.benefit_id = trait.benefit_id
    group by trait.benefit_id

)

select *
from gaps
where from_date < to_date;

-- What is still to come in each future period, as seen on any date: the forecast known then, and where
-- there is none the remaining plan carried forward.
create table outlook_totals as
with

seen as (

    select
        cell.benefit_id,
        version.case_version,
        cell.period_end,
        cell.forecast_as_of as from_date,
        least(cell.period_end, cell.superseded_on) as to_date,
        cell.amount,
    from forecast_cells as cell
    inner join case_versions as version on version.program_id = cell.program_id

    union all

    select
        cell.benefit_id,
        cell.case_version,
        cell.period_end,
        gap.from_date,
        least(cell.period_end, gap.to_date) as to_date,
        cell.measure as amount,
    from planned_cells as cell
    inner join unforecast as gap on gap.benefit_id = cell.benefit_id and gap.from_date < cell.period_end
    where cell.is_monetary

),

changes as (

    select
        benefit_id,
        case_version,
        period_end,
        from_date as change_date,
        amount,
    from seen

    union all

    select
        benefit_id,
        case_version,
        period_end,
        to_date as change_date,
        -amount as amount,
    from seen

),

by_scope as (

    select
        attribution.scope,
        attribution.program_id,
        attribution.project_id,
        changes.case_version,
        changes.period_end,
        changes.change_date,
        sum(changes.amount * attribution.weight) as net,
        sum(case when trait.is_benefit then changes.amount * attribution.weight else 0 end) as gross,
    from changes
    inner join attributions as attribution on attribution.benefit_id = changes.benefit_id
    inner join benefit_traits as trait on trait.benefit_id = changes.benefit_id
    group by
        attribution.scope,
        attribution.program_id,
        attribution.project_id,
        changes.case_version,
        changes.period_end,
        changes.change_date

)

select
    scope,
    program_id,
    project_id,
    case_version,
    period_end,
    change_date as from_date,
    coalesce(lead(change_date) over so_far, date '9999-12-31') as to_date,
    cast(sum(net) over so_far as decimal(38, 12)) as net,
    cast(sum(gross) over so_far as decimal(38, 12)) as gross,
from by_scope
window so_far as (
    partition by scope, program_id, project_id, case_version, period_end
    order by change_date
    rows between unbounded preceding and current row
)
order by scope, program_id, project_id, case_version, from_date, period_end;

-- Benefits that are not money: what their values come to on any date, in each of the ways they may be
-- brought together. `case_version` is null for what was realized.
create table progress_points as
with

readings as (

    select
        planned.program_id,
        planned.benefit_id,
        planned.case_version,
        planned.period_end,
        planned.value,
    from planned_values as planned

    union all

    select
        realized.program_id,
        realized.benefit_id,
        null as case_version,
        realized.period_end,
        realized.value,
    from realized_values as realized

)

select
    readings.program_id,
    readings.benefit_id,
    readings.case_version,
    readings.period_end as from_date,
    coalesce(lead(readings.period_end) over so_far, date '9999-12-31') as to_date,
    readings.value as last_value,
    cast(sum(readings.value) over so_far as decimal(38, 6)) as total_value,
    count(*) over so_far as readings,
    max(readings.value) over so_far as highest_value,
    min(readings.value) over so_far as lowest_value,
from readings
inner join benefit_traits as trait on trait.benefit_id = readings.benefit_id
where not trait.is_monetary and readings.value is not null
window so_far as (
    partition by readings.benefit_id, readings.case_version
    order by readings.period_end
    rows between unbounded preceding and current row
)
order by readings.program_id, readings.benefit_id, readings.case_version, from_date;

drop table benefit_traits;
drop table planned_cells;
drop table realized_cells;
drop table measured_cells;
drop table forecast_cells;
drop table actual_events;
drop table benefit_states;
drop table plan_steps;
drop table plan_totals;
drop table plan_reached;
drop table unforecast;

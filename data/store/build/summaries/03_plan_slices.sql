-- Every plan, with what it comes to over its whole life. Money is null for benefits that are not money.
create table benefit_plans as
with

totals as (

    select
        plan,
        sum(measure) as planned,
        min(period_start) as first_start,
        max(period_end) as last_end,
    from planned_cells
    where measure <> 0
    group by plan

)

select
    plans.plan,
    plans.program_id,
    plans.benefit_id,
    plans.case_version,
    plans.is_benefit,
    plans.is_monetary,
    case when plans.is_monetary then cast(coalesce(totals.planned, 0) as decimal(28, 6)) end
        as planned_lifetime,
    case when plans.is_monetary then totals.first_start end as first_planned_start,
    case when plans.is_monetary then totals.last_end end as last_planned_end,
from plans
left join totals on totals.plan = plans.plan
order by plans.plan;

-- What each plan had come to on every date; cells are counted also where they are not money. Open-ended
-- slices lie at the end, so that the slices of a date are one short stretch.
create table plan_slices as
with

-- A row for each cell and one for the time before the first.
events as (

    select
        cell.plan,
        cell.period_end as event_date,
        case when plans.is_monetary then cast(cell.measure as decimal(28, 6)) end as amount,
        case when cell.measure <> 0 then cell.period_end end as last_due,
    from planned_cells as cell
    inner join plans on plans.plan = cell.plan

    union all

    select
        plan,
        date '0001-01-01' as event_date,
        case when is_monetary then 0 end as amount,
        null as last_due,
    from plans

),

states as (

    select
        plan,
        event_date as from_date,
        coalesce(lead(event_date) over up_to_here, date '9999-12-31') as to_date,
        count(last_due) over up_to_here as due_cells,
        max(last_due) over up_to_here as last_due,
        cast(sum(amount) over up_to_here as decimal(28, 6)) as planned_to_date,
    from events
    window up_to_here as (
        partition by plan order by event_date rows between unbounded preceding and current row
    )

)

-- Of several cells that end on one day the last row has them all.
select *
from states
where from_date < to_date
order by to_date = date '9999-12-31', from_date, plan;

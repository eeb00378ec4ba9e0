-- What is to be measured, what was not measured in time, and when it was, is what the cells say.
with

cells as (

    select
        benefit_plans.plan,
        planned.period_start,
        planned.period_end as due_on,
        planned.amount,
        greatest(planned.period_end, coalesce(min(realized.period_end), date '9999-12-31')) as measured_on,
    from benefit_plans
    inner join planned_values as planned
        on
            planned.benefit_id = benefit_plans.benefit_id
            and planned.case_version = benefit_plans.case_version
    left join realized_values as realized
        on
            realized.benefit_id = planned.benefit_id
            and case when benefit_plans.is_monetary then realized.amount else realized.value end is not null
            and same_time(
                planned.period_start, planned.period_end, realized.period_start, realized.period_end
            )
    where
        planned.period_end < date '9999-12-31'
        and case when benefit_plans.is_monetary then planned.amount else planned.value end <> 0
    group by benefit_plans.plan, planned.period_start, planned.period_end, planned.amount

),

told as (

    select
        plan,
        due_on,
        measured_on,
        max(case when measured_on = due_on then due_on end) over (
            partition by plan order by due_on range between unbounded preceding and current row
        ) as timely_before,
    from cells

),

counted as (

    select
        plan,
        due_on,
        null as measured_on,
        null as timely_before,
        1 as cells,
    from told

    union all

    select
        plan,
        due_on,
        measured_on,
        timely_before,
        1 as cells,
    from told
    where measured_on > due_on

    union all

    select
        plan,
        due_on,
        null as measured_on,
        null as timely_before,
        -1 as cells,
    from due_measurements

    union all

    select
        plan,
        due_on,
        measured_on,
        timely_before,
        -1 as cells,
    from open_measurements

)

select
    plan,
    due_on,
    measured_on,
    timely_before,
    sum(cells) as differs,
from counted
group by plan, due_on, measured_on, timely_before
having sum(cells) <> 0

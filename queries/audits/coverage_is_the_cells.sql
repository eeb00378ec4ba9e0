-- Due and measured cells on any date are what counting the cells gives.
with

dates as (

    select
        standings.benefit_id,
        standings.case_version,
        standings.from_date,
        standings.is_monetary,
        standings.due_cells,
        standings.measured_cells,
    from standings() as standings

),

cells as (

    select
        dates.benefit_id,
        dates.case_version,
        dates.from_date,
        planned.period_start,
        planned.period_end,
        count(realized.benefit_id) as measurements,
    from dates
    inner join planned_values as planned
        on planned.benefit_id = dates.benefit_id and planned.case_version = dates.case_version
    left join realized_values as realized
        on
            realized.benefit_id = planned.benefit_id
            and realized.period_end <= dates.from_date
            and case when dates.is_monetary then realized.amount else realized.value end is not null
            and same_time(
                planned.period_start, planned.period_end, realized.period_start, realized.period_end
            )
    where
        is_due(
            case when dates.is_monetary then planned.amount else planned.value end,
            planned.period_end,
            dates.from_date
        )
    group by dates.benefit_id, dates.case_version, dates.from_date, planned.period_start, planned.period_end

),

counted as (

    select
        benefit_id,
        case_version,
        from_date,
        count(*) as due_cells,
        count(*) filter (where measurements > 0) as measured_cells,
    from cells
    group by benefit_id, case_version, from_date

)

select dates.*
from dates
left join counted
    on
        counted.benefit_id = dates.benefit_id
        and counted.case_version = dates.case_version
        and counted.from_date = dates.from_date
where
    dates.due_cells <> coalesce(counted.due_cells, 0)
    or dates.measured_cells <> coalesce(counted.measured_cells, 0)

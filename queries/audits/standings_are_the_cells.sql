-- The running totals on any date are what adding up the cells gives.
with

dates as (

    select distinct
        benefit_id,
        case_version,
        from_date,
        planned_to_date,
        realized_to_date,
    from standings() as standings
    where is_monetary

),

planned as (

    select
        dates.benefit_id,
        dates.case_version,
        dates.from_date,
        planned_to_date(value.amount, value.period_end, dates.from_date) as planned_to_date,
    from dates
    left join planned_values as value
        on value.benefit_id = dates.benefit_id and value.case_version = dates.case_version
    group by dates.benefit_id, dates.case_version, dates.from_date

),

realized as (

    select
        dates.benefit_id,
        dates.case_version,
        dates.from_date,
        realized_to_date(value.amount, value.period_end, dates.from_date) as realized_to_date,
    from dates
    left join realized_values as value on value.benefit_id = dates.benefit_id
    group by dates.benefit_id, dates.case_version, dates.from_date

)

select
    dates.*,
    planned.planned_to_date as planned_in_cells,
    realized.realized_to_date as realized_in_cells,
from dates
inner join planned
    on
        planned.benefit_id = dates.benefit_id
        and planned.case_version = dates.case_version
        and planned.from_date = dates.from_date
inner join realized
    on
        realized.benefit_id = dates.benefit_id
        and realized.case_version = dates.case_version
        and realized.from_date = dates.from_date
where
    planned.planned_to_date <> dates.planned_to_date
    or realized.realized_to_date <> dates.realized_to_date

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
window
    so_far as (
        partition by readings.benefit_id, readings.case_version
        order by readings.period_end
        rows between unbounded preceding and current row
    )
order by readings.program_id, readings.benefit_id, readings.case_version, from_date;

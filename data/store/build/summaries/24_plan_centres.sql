-- What each version of a re-baselined case plans of a benefit, and where that lies in time: its centre of
-- gravity (M17), in months.
create table plan_centres as
with

placed as (

    select
        plans.program_id,
        plans.benefit_id,
        plans.case_version,
        cast(cell.measure as decimal(24, 6)) as amount,
        case when cell.period_end < date '9999-12-31' then cast(cell.measure as decimal(24, 6)) end as dated,
        cast(
            year(cell.period_end) * 12 + month(cell.period_end) - 1
            + day(cell.period_end) / cast(day(last_day(cell.period_end)) as double)
            as decimal(12, 6)
        ) as at_months,
    from planned_cells as cell
    inner join plans on plans.plan = cell.plan
    where
        plans.is_monetary
        and plans.program_id in (
            select program_id from case_versions
            where ordinal = 2
        )

)

select
    program_id,
    benefit_id,
    case_version,
    sum(amount) as amount,
    cast(sum(dated * at_months) as double) / nullif(cast(sum(dated) as double), 0) as centre,
from placed
group by program_id, benefit_id, case_version
order by program_id, benefit_id, case_version;

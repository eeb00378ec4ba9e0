-- What each version of a re-baselined case plans of a benefit, and when, is what the cells say.
with

counted as (

    select
        benefits.program_id,
        planned.benefit_id,
        planned.case_version,
        sum(planned.amount) as amount,
        centre_of_gravity(
            months_at_end_of(planned.period_end),
            case when planned.period_end < date '9999-12-31' then planned.amount end
        ) as centre,
    from planned_values as planned
    inner join benefits on benefits.benefit_id = planned.benefit_id
    where
        benefits.value_type = 'monetary'
        and planned.amount is not null
        and benefits.program_id in (
            select program_id from case_versions
            group by program_id
            having count(*) > 1
        )
    group by benefits.program_id, planned.benefit_id, planned.case_version

)

select
    coalesce(told.program_id, counted.program_id) as program_id,
    coalesce(told.benefit_id, counted.benefit_id) as benefit_id,
    coalesce(told.case_version, counted.case_version) as case_version,
    told.amount,
    counted.amount as counted_amount,
    told.centre,
    counted.centre as counted_centre,
from plan_centres as told
full join counted
    on
        told.program_id = counted.program_id
        and told.benefit_id = counted.benefit_id
        and told.case_version = counted.case_version
where
    told.amount is distinct from counted.amount
    or (told.centre is null) <> (counted.centre is null)
    or abs(told.centre - counted.centre) > 0.000001

-- What did each approved change of the business case change?
with

versions as (

    select
        program_id,
        case_version,
        ordinal,
        lag(case_version) over (partition by program_id order by ordinal) as version_before,
        approved_on,
    from case_versions
    where case_version <> '' and ($program_id is null or program_id = $program_id)

),

told as (

    select
        versions.program_id,
        versions.case_version,
        versions.ordinal,
        versions.version_before,
        versions.approved_on,
        benefits.benefit_id,
        benefits.benefit,
        benefits.kind,
        later.amount as amount_after,
        earlier.amount as amount_before,
        later.centre - earlier.centre as months_later,
    from versions
    inner join benefits on benefits.program_id = versions.program_id
    left join plan_centres as later
        on later.case_version = versions.case_version and later.benefit_id = benefits.benefit_id
    left join plan_centres as earlier
        on earlier.case_version = versions.version_before and earlier.benefit_id = benefits.benefit_id
    where versions.version_before is not null and (later.amount is not null or earlier.amount is not null)

)

select
    told.program_id,
    told.case_version,
    told.version_before,
    told.approved_on,
    told.benefit_id,
    told.benefit,
    told.kind,
    programs.currency,
    case
        when told.amount_before is null then 'added'
        when told.amount_after is null then 'dropped'
        when told.amount_after > told.amount_before then 'raised'
        when told.amount_after < told.amount_before then 'lowered'
        else 'moved in time'
    end as change,
    cast(told.amount_before as decimal(38, 12)) as amount_before,
    cast(told.amount_after as decimal(38, 12)) as amount_after,
    cast(coalesce(told.amount_after, 0) - coalesce(told.amount_before, 0) as decimal(38, 12)) as difference,
    round(told.months_later, 9) as months_later,
from told
inner join programs on programs.program_id = told.program_id
where
    coalesce(told.amount_after, 0) <> coalesce(told.amount_before, 0)
    or abs(coalesce(told.months_later, 0)) > 0.000001
    or (told.amount_before is null) <> (told.amount_after is null)
order by told.program_id, told.ordinal, abs(difference) desc, told.benefit_id

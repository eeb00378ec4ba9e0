-- What were the latest periods of every benefit like?
with

planned as (

    select
        value.benefit_id,
        value.period_start,
        value.period_end,
        coalesce(value.amount, value.value) as planned,
        row_number() over (partition by value.benefit_id order by value.period_end desc, value.period_start)
            as place,
    from planned_values as value
    inner join case_choices as choice
        on choice.program_id = value.program_id and choice.case_version = value.case_version
    where
        choice.case_name = $case
        and choice.from_date <= $as_of
        and choice.to_date > $as_of
        and value.period_end <= $as_of
        and ($program_id is null or value.program_id = $program_id)
        and (
            cast($benefits as varchar[]) is null
            or value.benefit_id in (select unnest(cast($benefits as varchar[])))
        )

),

latest as (

    select *
    from planned
    where place <= $periods

),

cells as (

    select
        latest.benefit_id,
        latest.period_end,
        latest.place,
        cast(latest.planned as double) as planned,
        cast(coalesce(realized.amount, realized.value) as double) as realized,
    from latest
    left join realized_values as realized
        on
            realized.benefit_id = latest.benefit_id
            and realized.period_start = latest.period_start
            and realized.period_end = latest.period_end

)

select
    benefit_id,
    list(planned order by place desc) as planned,
    list(realized order by place desc) as realized,
from cells
group by benefit_id
order by benefit_id

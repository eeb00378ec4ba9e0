-- Which stretch of time do the values cover?
with

ends as (

    select
        period_end,
        false as is_realized,
    from planned_totals
    where scope = 'whole' and ($program_id is null or program_id = $program_id)

    union all

    select
        period_end,
        true as is_realized,
    from realized_totals
    where scope = 'whole' and ($program_id is null or program_id = $program_id)

    union all

    select
        period_end,
        false as is_realized,
    from outlook_totals
    where scope = 'whole' and ($program_id is null or program_id = $program_id)

    union all

    select
        from_date as period_end,
        case_version is null as is_realized,
    from progress_points
    where $program_id is null or program_id = $program_id

)

select
    min(period_end) as first_period_end,
    max(period_end) as last_period_end,
    max(period_end) filter (where is_realized) as last_realized_end,
from ends

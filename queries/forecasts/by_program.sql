-- Does each program's forecast move right, or does it shrink?
with

latest as (

    select
        *,
        ratio(total - first_total, first_total) as total_change,
        round(centre - first_centre, 9) as months_later,
    from weighed_vintages($as_of, $case, $program_id, $project_id)
    where place = forecasts

)

select
    programs.program_id,
    programs.program,
    programs.currency,
    programs.price_base,
    coalesce(latest.forecasts, 0) as forecasts,
    latest.first_as_of,
    latest.forecast_as_of as last_as_of,
    latest.first_total,
    latest.total as last_total,
    latest.total_change,
    day_at(latest.first_centre) as first_centre,
    day_at(latest.centre) as last_centre,
    latest.months_later,
    case when latest.forecasts > 1 then forecast_drift(latest.total_change, latest.months_later) end as drift,
from programs
left join latest on latest.program_id = programs.program_id
where $program_id is null or programs.program_id = $program_id
order by programs.program_id

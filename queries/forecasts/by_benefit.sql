-- Does each benefit's forecast move right, or does it shrink?
with

-- The first forecast and the latest of each benefit. A share has the place in time of the whole.
dated as (

    select
        benefit_id,
        count(*) as forecasts,
        min(forecast_as_of) as first_as_of,
        max(forecast_as_of) as last_as_of,
        arg_min(struct_pack(total, centre), forecast_as_of) as earliest,
        arg_max(struct_pack(total, centre), forecast_as_of) as latest,
    from weighed_forecasts
    where forecast_as_of <= $as_of
    group by benefit_id

),

drifted as (

    select
        dated.benefit_id,
        dated.forecasts,
        dated.first_as_of,
        dated.last_as_of,
        attributed(dated.earliest.total, attribution.weight) as first_total,
        attributed(dated.latest.total, attribution.weight) as last_total,
        dated.earliest.centre as first_centre,
        dated.latest.centre as last_centre,
        ratio(last_total - first_total, abs(first_total)) as total_change,
        round(dated.latest.centre - dated.earliest.centre, 9) as months_later,
    from attributions_of($program_id, $project_id) as attribution
    inner join dated on dated.benefit_id = attribution.benefit_id

)

select
    benefits.program_id,
    benefits.benefit_id,
    benefits.benefit,
    benefits.owner,
    programs.currency,
    drifted.forecasts,
    drifted.first_as_of,
    drifted.last_as_of,
    cast(drifted.first_total as decimal(38, 12)) as first_total,
    cast(drifted.last_total as decimal(38, 12)) as last_total,
    drifted.total_change,
    day_at(drifted.first_centre) as first_centre,
    day_at(drifted.last_centre) as last_centre,
    drifted.months_later,
    case when drifted.forecasts > 1 then forecast_drift(drifted.total_change, drifted.months_later) end
        as drift,
    count(*) over () as matches,
from drifted
inner join benefits on benefits.benefit_id = drifted.benefit_id
inner join programs on programs.program_id = benefits.program_id
order by
    benefits.program_id, abs(drifted.last_total - drifted.first_total) desc nulls last, benefits.benefit_id
limit
    $rows offset $skip

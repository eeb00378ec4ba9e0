-- How did the forecast total and its centre of gravity move from one forecast to the next?
select
    weighed.program_id,
    programs.currency,
    weighed.forecast_as_of,
    weighed.total,
    day_at(weighed.centre) as centre,
    ratio(weighed.total - weighed.first_total, weighed.first_total) as total_change,
    round(weighed.centre - weighed.first_centre, 9) as months_later,
    round(weighed.centre - weighed.centre_before, 9) as months_later_than_before,
from weighed_vintages($as_of, $case, $program_id, $project_id) as weighed
inner join programs on programs.program_id = weighed.program_id
order by weighed.program_id, weighed.forecast_as_of

-- Every benefit in its chosen case on a status date: one row per benefit, whole amounts.
--   wanted_date      the status date
--   wanted_case      original or current
--   wanted_program   a program, or null for all
-- One select on purpose: every layer above a wide row costs as much as the answer itself.
create or replace macro benefits_at(wanted_date, wanted_case, wanted_program) as table
select
    standings.program_id,
    standings.benefit_id,
    standings.case_version,
    standings.is_benefit,
    standings.is_monetary,
    standings.due_cells,
    standings.measured_cells,
    standings.last_due,
    standings.last_measured,
    standings.planned_to_date,
    standings.realized_to_date,
    standings.verified_to_date,
    standings.planned_on_measured,
    standings.realized_on_measured,
    standings.planned_lifetime,
    case when standings.is_monetary then outlook_method(standings.forecast_cells) end as outlook_method,
    outlook(
        standings.realized_to_date,
        still_to_come(
            outlook_method,
            standings.forecast_to_come,
            standings.planned_lifetime - standings.planned_to_date
        )
    ) as outlook,
    weighted_outlook(
        standings.realized_to_date,
        weighted_to_come(
            outlook_method,
            standings.weighted_forecast_to_come,
            standings.planned_lifetime - standings.planned_to_date
        )
    ) as weighted_outlook,
    case when outlook_method = 'forecast' then standings.forecast_as_of end as forecast_as_of,
    standings.first_planned_start,
    standings.last_planned_end,
    standings.first_realized_start,
    standings.next_forecast_start,
    months_at_start_of(standings.reached_start)
    + standings.reached_share
    * (months_at_end_of(standings.reached_end) - months_at_start_of(standings.reached_start)) as reached_at,
from standings
inner join case_choices
    on
        case_choices.program_id = standings.program_id
        and case_choices.case_version = standings.case_version
where
    case_choices.case_name = wanted_case
    and case_choices.from_date <= wanted_date
    and case_choices.to_date > wanted_date
    and standings.from_date <= wanted_date
    and standings.to_date > wanted_date
    and (wanted_program is null or standings.program_id = wanted_program);

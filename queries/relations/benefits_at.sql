-- Every benefit in its chosen case on a status date: one row per benefit, whole amounts.
--   wanted_date      the status date
--   wanted_case      original or current
--   wanted_program   a program, or null for all
create or replace macro benefits_at(wanted_date, wanted_case, wanted_program) as table
with

chosen as (

    select
        standings.*,
        planned_lifetime - planned_to_date as planned_to_come,
        case when is_monetary then outlook_method(forecast_cells) end as method,
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
        and (wanted_program is null or standings.program_id = wanted_program)

),

expected as (

    select
        *,
        outlook(realized_to_date, still_to_come(method, forecast_to_come, planned_to_come)) as outlook,
        weighted_outlook(
            realized_to_date, weighted_to_come(method, weighted_forecast_to_come, planned_to_come)
        ) as weighted_outlook,
    from chosen

)

select
    program_id,
    benefit_id,
    case_version,
    is_benefit,
    is_monetary,
    due_cells,
    measured_cells,
    last_due,
    last_measured,
    planned_to_date,
    realized_to_date,
    verified_to_date,
    planned_on_measured,
    realized_on_measured,
    planned_lifetime,
    planned_to_come,
    method as outlook_method,
    outlook,
    weighted_outlook,
    leakage(planned_lifetime, outlook) as leakage,
    upside(planned_lifetime, outlook) as upside,
    case when method = 'forecast' then forecast_as_of end as forecast_as_of,
    first_planned_start,
    last_planned_end,
    first_realized_start,
    next_forecast_start,
    case
        when is_benefit
            then
                months_at_start_of(reached_start)
                + reached_share * (months_at_end_of(reached_end) - months_at_start_of(reached_start))
    end as reached_at,
from expected;

-- Every benefit in its chosen case on a status date: one row per benefit, whole amounts.
--   wanted_date      the status date
--   wanted_case      original or current
--   wanted_program   a program, or null for all
--   wanted_benefits  the ids of those wanted, or null for all
-- One select on purpose: every layer above a wide row costs as much as the answer itself.
create or replace macro benefits_at(
    wanted_date, wanted_case, wanted_program, wanted_benefits := null
) as table
    select
        benefit_plans.program_id,
        benefit_plans.benefit_id,
        benefit_plans.case_version,
        benefit_plans.is_benefit,
        benefit_plans.is_monetary,
        planned.due_cells,
        actual.measured_cells,
        planned.last_due,
        actual.last_measured,
        planned.planned_to_date,
        actual.realized_to_date,
        actual.verified_to_date,
        actual.planned_on_measured,
        actual.realized_on_measured,
        benefit_plans.planned_lifetime,
        case when benefit_plans.is_monetary then outlook_method(actual.forecast_cells) end as outlook_method,
        outlook(
            actual.realized_to_date,
            still_to_come(
                outlook_method,
                actual.forecast_to_come,
                benefit_plans.planned_lifetime - planned.planned_to_date
            )
        ) as outlook,
        weighted_outlook(
            actual.realized_to_date,
            weighted_to_come(
                outlook_method,
                actual.weighted_forecast_to_come,
                benefit_plans.planned_lifetime - planned.planned_to_date
            )
        ) as weighted_outlook,
        case when outlook_method = 'forecast' then actual.forecast_as_of end as forecast_as_of,
        benefit_plans.first_planned_start,
        benefit_plans.last_planned_end,
        actual.first_realized_start,
        actual.next_forecast_start,
        months_at_start_of(actual.reached_start)
        + actual.reached_share
        * (months_at_end_of(actual.reached_end) - months_at_start_of(actual.reached_start)) as reached_at,
    from benefit_plans
    inner join plan_slices as planned on planned.plan = benefit_plans.plan
    inner join actual_slices as actual on actual.plan = benefit_plans.plan
    inner join case_choices
        on
            case_choices.program_id = benefit_plans.program_id
            and case_choices.case_version = benefit_plans.case_version
    where
        case_choices.case_name = wanted_case
        and case_choices.from_date <= wanted_date
        and case_choices.to_date > wanted_date
        and planned.from_date <= wanted_date
        and planned.to_date > wanted_date
        and actual.from_date <= wanted_date
        and actual.to_date > wanted_date
        and (wanted_program is null or benefit_plans.program_id = wanted_program)
        and (
            wanted_benefits is null
            or benefit_plans.benefit_id in (select unnest(wanted_benefits))
        );

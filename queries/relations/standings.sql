-- The state of every benefit in every case version on every date: what was planned and what came of it,
-- each in slices [from_date, to_date), laid on each other. For audits; a question needs one date only.
create or replace macro standings() as table
    select
        benefit_plans.program_id,
        benefit_plans.benefit_id,
        benefit_plans.case_version,
        benefit_plans.is_benefit,
        benefit_plans.is_monetary,
        greatest(planned.from_date, actual.from_date) as from_date,
        least(planned.to_date, actual.to_date) as to_date,
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
        benefit_plans.first_planned_start,
        benefit_plans.last_planned_end,
        actual.forecast_to_come,
        actual.weighted_forecast_to_come,
        actual.forecast_cells,
        actual.forecast_as_of,
        actual.first_realized_start,
        actual.next_forecast_start,
        actual.reached_start,
        actual.reached_end,
        actual.reached_share,
    from benefit_plans
    inner join plan_slices as planned on planned.plan = benefit_plans.plan
    inner join actual_slices as actual
        on
            actual.plan = planned.plan
            and actual.from_date < planned.to_date
            and actual.to_date > planned.from_date;

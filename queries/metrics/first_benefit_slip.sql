-- M16 First-benefit slip, months
-- means: How many months later than promised the first benefit came, or is to come.
-- formula: first realized date, else first forecast date - first planned date; each the start of the first period that is not zero
-- edge cases: null when nothing is planned, or nothing is realized or forecast
-- source: M16
create or replace macro first_benefit_slip(first_planned_start, first_realized_start, next_forecast_start) as
round(
    months_at_start_of(coalesce(first_realized_start, next_forecast_start))
    - months_at_start_of(first_planned_start),
    9
);

-- tests
select first_benefit_slip(date '2025-07-01', date '2025-10-01', date '2026-04-01') = 3;
select first_benefit_slip(date '2025-07-01', null, date '2026-04-01') = 9;
select first_benefit_slip(date '2025-07-01', date '2025-04-01', null) = -3;
select first_benefit_slip(date '2025-07-01', null, null) is null;
select first_benefit_slip(null, date '2025-07-01', null) is null;

-- C1 Cost expected
-- means: What a period costs as far as anybody knows: booked, else forecast, else as budgeted.
-- formula: the actual cost of a period up to the status date; else its forecast; else its current budget
-- edge cases: 0 for periods after a project's closing date, and for those that a forecast reaching into them or beyond leaves empty, unless something is booked or forecast
-- source: Budget and earned value; rules for all metrics: missing is not zero
create or replace macro expected_cost(
    status_date, period_start, period_end, actual, forecast, budget, closed_on, forecast_from
) as
case
    when period_end <= status_date and actual is not null then actual
    when forecast is not null then forecast
    when closed_on < period_start then 0
    when period_end > status_date and forecast_from <= period_end then 0
    else coalesce(budget, 0)
end;

-- tests
select
    bool_and(
        expected_cost(date '2026-03-31', starts, ends, actual, forecast, 9, closed_on, forecast_from)
        = expected
    )
from (
    values
    (date '2026-03-01', date '2026-03-31', 7, 8, null, null, 7),
    (date '2026-03-01', date '2026-03-31', 0, 8, null, null, 0),
    (date '2026-03-01', date '2026-03-31', null, 8, null, null, 8),
    (date '2026-03-01', date '2026-03-31', null, null, null, null, 9),
    (date '2026-04-01', date '2026-04-30', 7, null, null, null, 9),
    (date '2026-04-01', date '2026-04-30', null, null, date '2026-02-28', null, 0),
    (date '2026-05-01', date '2026-05-31', null, null, null, date '2026-04-30', 0),
    (date '2026-04-01', date '2026-04-30', null, null, null, date '2026-05-31', 9)
) as t (starts, ends, actual, forecast, closed_on, forecast_from, expected);

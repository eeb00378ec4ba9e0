-- M17c Error of earlier forecasts
-- means: How far from what was forecast the periods came out, whichever way.
-- formula: sum of the absolute differences of each period / sum of the absolute forecasts
-- edge cases: misses of both signs do not cancel out; null when nothing was forecast
-- source: M17; mean absolute percentage error as a ratio of sums
create or replace macro forecast_error(absolute_difference, absolute_forecast) as
ratio(absolute_difference, absolute_forecast);

-- tests
select forecast_error(40, 200) = 0.2;
select forecast_error(0, 0) is null;

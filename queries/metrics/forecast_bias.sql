-- M17b Bias of earlier forecasts
-- means: How much more or less arrived than had been forecast.
-- formula: (sum of realized - sum of forecast) / sum of the absolute forecasts
-- edge cases: below zero: less arrived than was forecast; null when nothing was forecast; a ratio of sums, never a mean of ratios
-- source: M17; rules for all metrics
create or replace macro forecast_bias(realized, forecast, absolute_forecast) as
ratio(realized - forecast, absolute_forecast);

-- tests
select forecast_bias(80, 100, 100) = -0.2;
select forecast_bias(-120, -100, 100) = -0.2;
select forecast_bias(5, 0, 0) is null;

-- M17a Deferral or erosion
-- means: Whether the benefits move into the future, are lost, or stay as they were forecast.
-- formula: deferral when the centre of gravity moved right by a month or more while the total did not rise, erosion when the total fell by 2% or more; growth when it rose by as much; earlier when it came nearer; else steady
-- edge cases: both together are deferral and erosion; what moves right because more was added later is growth; null with fewer than two forecasts
-- source: M17: flat total moving right is deferral, falling total is erosion
create or replace macro forecast_drift(total_change, months_later) as
case
    when total_change is null and months_later is null then null
    when coalesce(total_change, 0) >= 0.02 then 'growth'
    when coalesce(months_later, 0) >= 1 and coalesce(total_change, 0) <= -0.02 then 'deferral and erosion'
    when coalesce(months_later, 0) >= 1 then 'deferral'
    when coalesce(total_change, 0) <= -0.02 then 'erosion'
    when coalesce(months_later, 0) <= -1 then 'earlier'
    else 'steady'
end;

-- tests
select forecast_drift(0.0, 3.0) = 'deferral';
select forecast_drift(-0.1, 0.2) = 'erosion';
select forecast_drift(-0.02, 1.0) = 'deferral and erosion';
select forecast_drift(0.1, 2.0) = 'growth';
select forecast_drift(0.1, 0.0) = 'growth';
select forecast_drift(0.0, -1.5) = 'earlier';
select forecast_drift(-0.1, -1.5) = 'erosion';
select forecast_drift(-0.01, 0.5) = 'steady';
select forecast_drift(null, null) is null;

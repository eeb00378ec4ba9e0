-- M11 Measured rate
-- means: The rate where something was measured, leaving out what nobody knows.
-- formula: the realization rate over measured cells only
-- edge cases: null when nothing was measured; to be shown whenever coverage is below 100%
-- source: M11
create or replace macro measured_rate(realized_on_measured, planned_on_measured) as
ratio(realized_on_measured, planned_on_measured);

-- tests
select measured_rate(180, 150) = 1.2;
select measured_rate(0, 0) is null;

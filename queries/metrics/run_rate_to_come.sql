-- M6c What is still to come at the run rate
-- formula: remaining plan x realization rate
-- edge cases: null when nothing is due yet, as there is no rate to go on with
-- source: M6
create or replace macro run_rate_to_come(planned_to_come, realized, planned) as
cast(planned_to_come as double) * realization_rate(realized, planned);

-- tests
select run_rate_to_come(300, 150, 300) = 150;
select run_rate_to_come(300, 0, 0) is null;

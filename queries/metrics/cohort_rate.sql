-- M21 Cohort curve
-- means: How much of what was due since closing had arrived so many months after it.
-- formula: realized since closing / planned since closing, both cumulative, by months since closure
-- edge cases: null where something fell due in that month and none of it was measured: gaps are not interpolated; null before anything was due
-- source: M21
create or replace macro cohort_rate(realized, planned, due_in_month, measured_in_month) as
case when due_in_month > 0 and measured_in_month = 0 then null else ratio(realized, planned) end;

-- tests
select cohort_rate(60, 100, 1, 1) = 0.6;
select cohort_rate(60, 100, 0, 0) = 0.6;
select cohort_rate(60, 100, 2, 1) = 0.6;
select cohort_rate(60, 100, 1, 0) is null;
select cohort_rate(0, 0, 0, 0) is null;

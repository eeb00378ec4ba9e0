-- M10a Whether a cell is due
-- formula: its period ends on or before the status date, and its planned value is not zero
-- edge cases: a missing planned value is not a cell
-- source: M10
create or replace macro is_due(planned, period_end, as_of) as
coalesce(planned <> 0 and period_end <= as_of, false);

-- tests
select is_due(5, date '2025-01-31', date '2025-01-31');
select not is_due(5, date '2025-01-31', date '2025-01-30');
select not is_due(0, date '2025-01-31', date '2025-12-31');
select not is_due(null, date '2025-01-31', date '2025-12-31');
select is_due(-5, date '2025-01-31', date '2025-12-31');

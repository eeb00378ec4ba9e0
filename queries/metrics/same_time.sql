-- M10b Whether a realized value measures a planned cell
-- formula: its period lies inside the planned one, or contains it
-- edge cases: periods that only overlap measure nothing
-- source: M10
create or replace macro same_time(planned_start, planned_end, realized_start, realized_end) as
(realized_start >= planned_start and realized_end <= planned_end)
or (realized_start <= planned_start and realized_end >= planned_end);

-- tests
select same_time(date '2025-01-01', date '2025-03-31', date '2025-01-01', date '2025-03-31');
select same_time(date '2025-01-01', date '2025-03-31', date '2025-02-01', date '2025-02-28');
select same_time(date '2025-01-01', date '2025-03-31', date '2025-01-01', date '2025-12-31');
select not same_time(date '2025-01-01', date '2025-03-31', date '2025-03-01', date '2025-04-30');
select not same_time(date '2025-01-01', date '2025-03-31', date '2025-04-01', date '2025-06-30');

-- M23 Overdue
-- means: A measurement or a review that should have been there by now, with some days of grace, and is not.
-- formula: due date + grace < status date, and it was not measured, or not held, by then
-- edge cases: on the last day of grace it is not overdue yet; a value that is missing is no measurement
-- source: M23
create or replace macro is_overdue(due_on, grace_days, as_of, is_done) as
coalesce(not is_done and cast(due_on + grace_days as date) < as_of, false);

-- tests
select is_overdue(date '2026-02-28', 30, date '2026-03-31', false);
select not is_overdue(date '2026-03-01', 30, date '2026-03-31', false);
select not is_overdue(date '2026-02-28', 30, date '2026-03-31', true);
select not is_overdue(null, 30, date '2026-03-31', false);

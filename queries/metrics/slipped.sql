-- helper: When what is to come arrives after a slip
-- formula: so many months later, or earlier when they are below zero
-- edge cases: nothing arrives before the status date: what would comes at the end of the month after it, or when it was to come, if that is sooner; totals without a date stay without one
-- source: What if, a slip by n months
create or replace macro slipped(period_end, months_later, status_date) as
greatest(
    later_by(period_end, months_later),
    least(period_end, last_day(cast(status_date + to_days(1) as date)))
);

-- tests
select slipped(date '2026-06-30', 3, date '2026-03-31') = date '2026-09-30';
select slipped(date '2026-06-30', -1, date '2026-03-31') = date '2026-05-31';
select slipped(date '2026-06-30', -6, date '2026-03-31') = date '2026-04-30';
select slipped(date '2026-06-30', -6, date '2026-03-15') = date '2026-03-31';
select slipped(date '2026-03-20', -6, date '2026-03-15') = date '2026-03-20';
select slipped(date '9999-12-31', -6, date '2026-03-15') = date '9999-12-31';

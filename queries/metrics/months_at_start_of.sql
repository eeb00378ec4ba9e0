-- helper: The position of the start of a day on the time line, in months
-- formula: year x 12 + month - 1 + (day - 1) / days of that month
-- edge cases: the start of a day is the end of the day before
-- source: M15, "linear within a period"
create or replace macro months_at_start_of(day_in_question) as
year(cast(day_in_question as date)) * 12 + month(cast(day_in_question as date)) - 1
+ (day(cast(day_in_question as date)) - 1) / cast(day(last_day(cast(day_in_question as date))) as double);

-- tests
select months_at_start_of(date '2026-04-01') = months_at_end_of(date '2026-03-31');
select months_at_start_of(date '2026-01-01') = months_at_end_of(date '2025-12-31');
select months_at_start_of(date '2026-04-16') = 2026 * 12 + 3.5;

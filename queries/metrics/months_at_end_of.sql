-- helper: The position of the end of a day on the time line, in months
-- formula: year x 12 + month - 1 + day / days of that month
-- edge cases: the end of a calendar month is a whole number, whatever the month's length
-- source: M15, "linear within a period"
create or replace macro months_at_end_of(day_in_question) as
year(cast(day_in_question as date)) * 12 + month(cast(day_in_question as date)) - 1
+ day(cast(day_in_question as date)) / cast(day(last_day(cast(day_in_question as date))) as double);

-- tests
select months_at_end_of(date '2026-03-31') = 2026 * 12 + 3;
select months_at_end_of(date '2024-02-29') = 2024 * 12 + 2;
select months_at_end_of(date '2026-04-15') = 2026 * 12 + 3.5;
select months_at_end_of(cast(null as date)) is null;
select months_at_end_of(date '2026-12-31') - months_at_end_of(date '2025-12-31') = 12;

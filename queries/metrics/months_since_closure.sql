-- M21a Months since closure
-- means: In which month of a project's life after closing a period ends: 1 is the first.
-- formula: end of the period - end of the day of closing, in months, rounded up
-- edge cases: 0 on the day of closing itself
-- source: M21
create or replace macro months_since_closure(day_in_question, closed_on) as
cast(ceil(round(months_at_end_of(day_in_question) - months_at_end_of(closed_on), 6)) as integer);

-- tests
select months_since_closure(date '2025-12-31', date '2025-09-30') = 3;
select months_since_closure(date '2025-09-30', date '2025-09-15') = 1;
select months_since_closure(date '2025-10-31', date '2025-09-15') = 2;
select months_since_closure(date '2025-09-30', date '2025-09-30') = 0;
select months_since_closure(date '2025-09-30', null) is null;

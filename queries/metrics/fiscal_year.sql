-- helper: The fiscal year of a day
-- formula: the year in which the fiscal year ends that the day lies in
-- edge cases: one that starts in January is the calendar year; so is one whose start nobody gave
-- source: decision 5, fiscal years
create or replace macro fiscal_year(day_in_question, start_month) as
year(day_in_question)
+ cast(coalesce(start_month, 1) > 1 and month(day_in_question) >= coalesce(start_month, 1) as integer);

-- tests
select fiscal_year(date '2026-03-31', 4) = 2026;
select fiscal_year(date '2026-04-01', 4) = 2027;
select fiscal_year(date '2026-12-31', 1) = 2026;
select fiscal_year(date '2026-12-31', null) = 2026;

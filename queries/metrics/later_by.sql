-- helper: A day some months later
-- formula: the same day of the month so many months later; the end of a month stays the end of a month
-- edge cases: totals without a date stay without one
-- source: What if, a slip by n months
create or replace macro later_by(day_in_question, months_later) as
case
    when day_in_question = date '9999-12-31' then day_in_question
    when day_in_question = last_day(day_in_question)
        then last_day(cast(day_in_question + to_months(months_later) as date))
    else cast(day_in_question + to_months(months_later) as date)
end;

-- tests
select later_by(date '2026-02-28', 1) = date '2026-03-31';
select later_by(date '2026-01-31', 1) = date '2026-02-28';
select later_by(date '2026-01-15', 12) = date '2027-01-15';
select later_by(date '2026-09-30', 0) = date '2026-09-30';
select later_by(date '9999-12-31', 3) = date '9999-12-31';
